import type { Words } from '../words.ts';

const call: Words['transcript']['call'] = ({ automatic, generation }) =>
  automatic ? `recolección automática de la generación ${generation}` : `gc.collect(${generation})`;

export const transcript: Words['transcript'] = {
  title: 'Transcripción',
  entriesOf: 'Entradas de:',
  everybody: 'Todos',
  shown: (shown, all) => `${shown} de ${all}`,
  empty: 'Aún no se ha escrito nada',
  emptyText: 'Lo que se escribe aparece aquí, con lo que imprime.',
  latest: 'Lo último',
  showEffect: (id) => `Mostrar qué hizo la entrada ${id}`,
  pending: 'en camino',
  refused: 'rechazada',
  call,
  watch: (collection) => `Ver ${call(collection)}`,
};
