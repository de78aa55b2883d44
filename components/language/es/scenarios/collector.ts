import type { ScenarioWords } from '../../../../classroom/scenarios/words.ts';

export const collector: Readonly<Record<string, ScenarioWords>> = {
  generations: {
    title: 'Envejecer',
    aim: 'Lo que sobrevive a una recolección sube una generación y se mira menos a menudo.',
    say: [
      'Una lista nueva está en la generación 0.',
      'Sobrevive a una recolección de la generación 0 y pasa a la 1.',
      'Una segunda lista: generación 0.',
      'Esta recolección mira la 0 y la 1. Ambas listas sobreviven.',
      'Ahora están en la generación 2, donde se quedan para siempre.',
      'Cuándo se mira cada una: tras 700 objetos nuevos, tras 10 rondas de la 0, tras 10 de la 1.',
    ],
    question: {
      belief: 'gc.collect(0) lo mira todo.',
      wrong: [['1', 'La lista es inalcanzable.']],
      why: 'La lista sobrevivió a una recolección completa y está en la generación más vieja, donde gc.collect(0) no mira.',
    },
  },
  'by-itself': {
    title: 'El recolector se pone en marcha solo',
    aim: 'Nadie lo llama: lo hace el número de objetos nuevos.',
    say: [
      'Un umbral más bajo, para verlo antes.',
      'Una función que deja ciclos atrás.',
      '20 ciclos, y aún no pasa nada. Están en el heap como perdidos.',
      '40 más son demasiados: la generación más joven se recolecta en mitad del bucle.',
      'Lo que llegó tras esa recolección sigue ahí. De nuevo, el valor por defecto.',
      'El resto se va con una recolección a mano.',
    ],
    question: {
      belief: 'El recolector se ejecuta a intervalos regulares.',
      wrong: [['False', 'No ha pasado tiempo.']],
      why: 'Una recolección empieza cuando los objetos creados superan a los liberados en lo que dice el umbral; aquí, varias veces.',
    },
  },
  watched: {
    title: 'Qué mira el recolector',
    aim: 'Solo se vigila lo que podría formar parte de un ciclo.',
    say: [
      'Un número no hace referencia a nada. Nunca está en un ciclo.',
      'Un texto tampoco.',
      'Una lista podría contenerse un día a sí misma, así que se vigila desde que nace.',
      'Un dict con solo números: todavía no.',
      'Y así lo dice.',
      'Con una lista dentro, podría formar parte de un ciclo.',
      'Desde ahora se vigila.',
    ],
    question: {
      belief: 'El recolector mira todos los objetos.',
      wrong: [
        ['[True, True, True, True]', 'Se mira todo objeto.'],
        ['[False, False, True, True]', 'Se mira todo contenedor.'],
      ],
      why: 'Los números y los textos no contienen nada. Un dict vacío no se vigila hasta que entra en él algo que podría mantenerlo.',
    },
  },
  'switched-off': {
    title: 'El recolector desactivado',
    aim: 'Sin él se sigue contando. Solo los ciclos se quedan.',
    say: [
      'Desde ahora nada se recolecta por sí solo.',
      'Las listas sin ciclos se liberan al momento, como siempre.',
      '1000 anillos pequeños, muy por encima del umbral de 700.',
      'El último tiene un nombre; sin él, los 1000 están perdidos.',
      'A mano sigue funcionando: 1000 objetos.',
      'Activado de nuevo.',
    ],
    question: {
      belief: 'Sin el recolector no se libera nada.',
      wrong: [['nada', 'El recolector está desactivado.']],
      why: 'El contador llegó a cero. Para eso no hace falta ningún recolector.',
    },
  },
  'last-words': {
    title: 'Últimas palabras',
    aim: 'El recolector deja que todos los objetos se despidan antes de desmontar ninguno.',
    say: [
      'Dos amigos que se saludan cuando se van.',
      'Dos de ellos.',
      'Se conocen.',
      'Y quedan olvidados.',
      'Ambos pueden nombrar todavía al otro: primero se ejecutan todos los finalizadores, luego se vacía el ciclo.',
    ],
    question: {
      belief: 'Los objetos con __del__ que están en un ciclo nunca se liberan.',
      wrong: [['nada', 'El recolector los deja en paz.']],
      why: 'Se recolectan como los demás; antes se llama a sus finalizadores.',
    },
  },
};
