import type { Words } from '../words.ts';
import { numbers } from './numbers.ts';

const { whole, bytes, count } = numbers;

function objects(n: number): string {
  return count(n, 'objeto', 'objetos');
}

const collection: Words['time']['collection'] = ({ generation, automatic, collected }) =>
  `generación ${generation} recolectada${automatic ? ' automáticamente' : ''}, ${whole(collected)} encontrados`;

export const time: Words['time'] = {
  nothing: 'Aún no hay nada que comparar',
  nothingText: 'Después de cada sentencia aparece aquí cuántos objetos hay y cuántos bytes ocupan.',
  sinceHere: 'Llegaste después de la última sentencia. Lo anterior está en el registro.',
  form: 'Forma del historial',
  chart: 'Gráfico',
  table: 'Tabla',
  reading: 'Leyendo el registro…',
  fromBeginning: 'Desde el principio',
  statement: 'La sentencia',
  inTranscript: 'En la transcripción',
  objects: 'Objetos',
  liveObjects: 'Objetos vivos',
  used: 'Bytes en uso',
  system: 'Bytes del sistema',
  fromSystem: 'Del sistema',
  arenas: 'Arenas',
  collections: 'Recolecciones',
  generations: 'generación 0 · 1 · 2',
  slider: 'Sentencia',
  newest: (n) =>
    n === 1 ? 'La sentencia más reciente' : `Las ${whole(n)} sentencias más recientes, primero la última`,
  by: 'De',
  inUse: 'En uso',
  collection,
  collectionSentence: (it) => `${collection(it).replace(/^g/, 'G')}.`,
  moment: (statement, figures, collections) =>
    [
      statement,
      objects(figures.objects),
      `${bytes(figures.bytesUsed)} en uso`,
      `${bytes(figures.bytesFromSystem)} del sistema`,
      ...collections.map(collection),
    ].join('; '),
  effect(made, changed, freed, gone) {
    const [first, second, third] = [
      ...(made > 0 ? [`creó ${objects(made)}`] : []),
      ...(changed > 0 ? [`cambió ${objects(changed)}`] : []),
      ...(freed > 0 ? [`liberó ${objects(freed)}`] : []),
    ];
    if (first === undefined) return 'No cambió ningún objeto.';
    const rest =
      third === undefined ? (second === undefined ? '' : ` y ${second}`) : `, ${second} y ${third}`;
    const later = gone === 0 ? '' : ` De ellos, ${gone === 1 ? '1 ya no está' : `${gone} ya no están`}.`;
    return `${first.charAt(0).toUpperCase()}${first.slice(1)}${rest}.${later}`;
  },
  noEntry: 'El registro ya no tiene esa entrada.',
  notTold: {
    otherHeap: (entry) =>
      `Ejecutada aquí otra vez, la entrada ${entry} lleva a un heap distinto del guardado. Vuelve a cargar la página; si no sirve, otra versión de Heaproom ejecutó esta sesión y su pasado no se puede mostrar.`,
    fault: 'El registro no se pudo ejecutar aquí otra vez. Vuelve a cargar la página e inténtalo de nuevo.',
  },
  removed: (nickname) => `Se expulsa a ${nickname}`,
};
