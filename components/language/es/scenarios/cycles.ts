import type { ScenarioWords } from '../../../../classroom/scenarios/words.ts';

export const cycles: Readonly<Record<string, ScenarioWords>> = {
  cycle: {
    title: 'Dos listas que se mantienen una a otra',
    aim: 'Sin nombres, cada una sigue haciendo referencia a la otra: perdidas hasta que el recolector las encuentra.',
    say: [
      'Una lista.',
      'Y otra.',
      'La primera mantiene la segunda…',
      '…y la segunda, la primera.',
      'Un nombre menos. A la lista la mantiene la otra.',
      'Ya ningún nombre lleva a ellas, pero sus contadores no están a cero. Se marcan como perdidas.',
      'El recolector encuentra las dos y las libera: 2.',
    ],
    question: {
      belief: 'Aquello a lo que no lleva ningún nombre se libera al momento.',
      right: 'nada',
      wrong: [['gone\ngone', 'No queda ningún nombre.']],
      why: 'A cada uno lo mantiene todavía el otro, así que ningún contador llega a cero.',
    },
  },
  itself: {
    title: 'Una lista dentro de sí misma',
    aim: 'El ciclo más pequeño tiene un solo objeto.',
    say: [
      'Una lista.',
      'Se convierte en su propio primer elemento.',
      'Python muestra la repetición con puntos.',
      'Una respuesta que es un número, para que `_` suelte la lista.',
      'El nombre desaparece y el contador se queda en 1: ella misma.',
      'El recolector libera 1 objeto.',
    ],
    question: {
      belief: 'Una lista no puede contenerse a sí misma.',
      wrong: [
        ['False', 'Contiene una copia de lo que era.'],
        ['un error', 'Eso no tendría fin.'],
      ],
      why: 'Un sitio de una lista guarda una dirección, y sirve la de cualquier objeto.',
    },
  },
  tree: {
    title: 'Un padre y sus hijos',
    aim: 'Cada hijo conoce a su padre: un anillo que no se libera solo con contar.',
    say: [
      'Un árbol cuyos hijos conocen a su padre.',
      'Una raíz.',
      'Dos hijos, cada uno con un nombre.',
      'Sin sus nombres, la raíz aún los mantiene.',
      'Sin el nombre de la raíz, los hijos aún mantienen la raíz: todo está perdido.',
      '6 objetos: tres árboles y sus tres listas.',
    ],
    question: {
      belief: 'Borrar la raíz libera el árbol.',
      wrong: [
        ['0', 'Todo se liberó con el nombre.'],
        ['1', 'Solo queda la raíz.'],
      ],
      why: 'Dos árboles y sus dos listas se mantienen entre sí hasta que llega el recolector.',
    },
  },
  'long-way-round': {
    title: 'Un ciclo a través de una clausura',
    aim: 'Los ciclos rara vez se escriben a propósito: un callback que conoce a su dueño crea uno.',
    say: [
      'Un botón recibe una función que usa el botón.',
      'Un botón.',
      'Sigue las flechas: botón, función, su clausura, una celda y otra vez el botón.',
      'El nombre desaparece y el anillo se queda.',
      '4 objetos: botón, función, tupla de celdas y celda.',
    ],
    question: {
      belief: 'Una función contiene solo su código.',
      right: 'nada',
      wrong: [['gone', 'El botón ya no tiene nombre.']],
      why: 'La función guarda en una celda lo que usa, y lo que usa es el botón que la mantiene a ella.',
    },
  },
};
