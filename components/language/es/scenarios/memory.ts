import type { ScenarioWords } from '../../../../classroom/scenarios/words.ts';

export const memory: Readonly<Record<string, ScenarioWords>> = {
  blocks: {
    title: 'Bloques de dieciséis bytes',
    aim: 'Un objeto pequeño está en un bloque cuyo tamaño es múltiplo de 16.',
    say: [
      '16 bytes de objeto en un bloque de 16. Mira el mapa de la memoria.',
      '24 bytes de float.',
      'Está en un bloque de 32, en otro pool: un pool tiene bloques de un solo tamaño.',
      'Un texto de diez cifras.',
      '59 bytes, en un bloque de 64: los últimos 5 quedan sin usar.',
    ],
    question: {
      belief: 'Un objeto puede estar en cualquier dirección.',
      wrong: [
        ['8', 'Los objetos solo empiezan en múltiplos de 8.'],
        ['un número distinto cada vez', 'Está donde haya sitio.'],
      ],
      why: 'Todo bloque empieza en un múltiplo de 16.',
    },
  },
  'too-large': {
    title: 'Demasiado grande para un pool',
    aim: 'Las peticiones de hasta 512 bytes están en pools. Las mayores van a la biblioteca de C.',
    say: [
      'Un objeto bytes que necesita exactamente 512.',
      '512: está en un bloque de la clase de tamaño más grande.',
      'Un byte más.',
      '513: está fuera de las arenas, en la lista debajo del mapa.',
      'Una lista larga se divide: su cabecera está en un pool; sus elementos, fuera.',
      'Los bloques de fuera se devuelven directamente cuando se liberan.',
    ],
    question: {
      belief: 'Una lista grande está en una sola pieza.',
      asks: '¿Dónde está esta lista?',
      right: 'Su cabecera en un pool, sus elementos fuera de las arenas',
      wrong: [
        ['Toda en un pool', 'Las listas están siempre en pools.'],
        ['Toda fuera de las arenas', 'Es mayor de 512 bytes.'],
      ],
      why: 'Una lista son dos bloques: una cabecera de 56 bytes y las direcciones de sus elementos, aquí 8000 bytes.',
    },
  },
  arenas: {
    title: 'Una arena se llena, otra se abre',
    aim: 'La memoria viene del sistema de mebibyte en mebibyte.',
    say: [
      'Para empezar basta una arena: un mebibyte, dividido en 64 pools.',
      '10.000 listas de un elemento. Mira cómo se llena el mapa.',
      'Y el doble de listas más: una arena no basta.',
      'Las listas se van, y también las arenas que quedan del todo libres.',
    ],
    question: {
      belief: 'Cada objeto se pide al sistema operativo.',
      asks: 'Un programa crea una lista pequeña. ¿Cuántas veces se pide memoria al sistema?',
      right: 'Casi nunca: un pool de una arena tiene un bloque libre',
      wrong: [
        ['Una vez para la lista', 'Cada objeto es una petición al sistema.'],
        ['Dos veces: para la cabecera y para los elementos', 'Cada bloque es una petición al sistema.'],
      ],
      why: 'En una arena caben miles de bloques. Al sistema se le pide cuando está llena.',
    },
  },
  'used-again': {
    title: 'El bloque liberado es el siguiente',
    aim: 'Lo que muere deja sitio para el siguiente objeto de su tamaño, en la misma dirección.',
    say: [
      'Un objeto.',
      'Su dirección.',
      'Muere, y su bloque queda libre.',
      'Un objeto nuevo del mismo tamaño.',
      'Está donde estaba el viejo.',
      'Así que una dirección no identifica lo que ya no está: solo los objetos vivos se distinguen por ella.',
    ],
    question: {
      belief: 'Dos objetos distintos nunca tienen el mismo id.',
      wrong: [['False', 'Son dos objetos.']],
      why: 'El primero se libera antes de que se cree el segundo, y su bloque se usa de nuevo.',
    },
  },
  'kept-lists': {
    title: 'Listas que se guardan para después',
    aim: 'Unas pocas listas muertas ni siquiera se devuelven al pool.',
    say: [
      'El primer número es el de los objetos creados y no liberados desde la última recolección.',
      '70 listas.',
      'Cuentan como objetos nuevos.',
      'Mueren, y sus cabeceras esperan en una lista de libres.',
      'Así que para el recolector no se han liberado: el número no baja.',
      'De ahí se toman 70 listas nuevas.',
      'No se ha pedido memoria, y el número apenas se mueve.',
    ],
    question: {
      belief: 'Una lista muerta no deja nada tras de sí.',
      wrong: [['False', 'Una lista nueva recibe un sitio nuevo.']],
      why: 'La cabecera de la lista muerta se guardó y se entrega a la siguiente.',
    },
  },
  survivors: {
    title: 'Unos pocos supervivientes lo retienen todo',
    aim: 'Una arena se devuelve solo cuando está del todo libre.',
    say: [
      '30.000 listas pequeñas, en varias arenas.',
      'Se queda una de cada cien.',
      'Quedan 300 listas. El mapa muestra por qué no se ha devuelto casi nada: están por todas partes.',
      'Cuando también ellas se van, se van las arenas.',
    ],
    question: {
      belief: 'Solo importa cuántas sobreviven.',
      asks: 'De estas listas deben quedarse 300. ¿Con qué 300 se puede devolver más memoria al sistema?',
      right: 'Las primeras 300: están una al lado de otra',
      wrong: [
        ['Una de cada cien: así quedan huecos igual de grandes', 'Los huecos se devuelven.'],
        ['Da lo mismo: 300 son 300', 'Lo que está libre se devuelve, esté donde esté.'],
      ],
      why: 'Una arena se devuelve cuando nada vive en ella. Una al lado de otra, 300 listas están en una arena; dispersas, en todas.',
    },
  },
};
