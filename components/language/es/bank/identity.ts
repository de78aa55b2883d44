import type { BankWords } from '../../../../classroom/bank/words.ts';

export const identity: Readonly<Record<string, BankWords>> = {
  'address-is-used-again': {
    belief: 'Un objeto nuevo tiene una dirección nueva.',
    wrong: [['False', 'Las direcciones se dan una sola vez.']],
    why: 'El último bloque liberado es el primero que recibe el próximo objeto de su tamaño.',
  },
  'equal-ids-of-the-dead': {
    belief: 'Ids iguales significan el mismo objeto.',
    wrong: [['False', 'Listas distintas, ids distintos.']],
    why: 'La primera lista ya ha muerto antes de que se cree la segunda, que ocupa su sitio. Los ids solo distinguen objetos mientras ambos viven.',
  },
  'same-constant-in-one-input': {
    belief: '257 is 257 siempre es falso.',
    wrong: [['False', 'Solo se comparten -5 … 256.']],
    why: 'Las constantes iguales de un mismo trozo de código compilado son un único objeto.',
  },
  'computed-numbers-differ': {
    belief: 'Los números iguales son un único objeto.',
    wrong: [['True', 'Los números son valores, no objetos.']],
    why: 'Solo -5 … 256 existen una única vez. 257, calculado dos veces, son dos objetos.',
  },
  'small-numbers-are-shared': {
    belief: 'Cada número es un objeto propio.',
    wrong: [['False', 'Dos cálculos, dos objetos.']],
    why: '256 es uno de los números que existen una única vez para todo el intérprete.',
  },
  'texts-made-at-run-time': {
    belief: 'Los textos iguales son un único objeto.',
    wrong: [['True', 'Los textos siempre se comparten.']],
    why: 'Los textos del código fuente que parecen nombres se comparten; lo que se compone durante la ejecución, no.',
  },
  'interned-by-hand': {
    belief: 'No hay manera de compartir textos creados durante la ejecución.',
    wrong: [['False', 'Un texto no puede cambiar de identidad.']],
    why: '`sys.intern` da el que ya se conoce.',
  },
  'empty-tuple-and-frozenset': {
    belief: 'Todo lo vacío existe una única vez.',
    wrong: [
      ['(True, True)', 'Nada puede cambiar en ninguno de los dos.'],
      ['(False, False)', 'Cada llamada crea un objeto nuevo.'],
    ],
    why: 'Hay una única tupla vacía. El frozenset vacío se crea de nuevo cada vez en 3.11.',
  },
  'locals-are-on-the-heap': {
    belief: 'Las variables locales viven en la pila y mueren con la llamada.',
    wrong: [
      ['None', 'La lista murió con la llamada.'],
      ['un error', 'Apunta a una pila que ya no existe.'],
    ],
    why: 'Los nombres viven en el marco; los objetos, siempre en el heap. La lista sigue viva porque algo le hace referencia.',
  },
  'arena-size': {
    belief: 'Una arena tiene 256 KiB.',
    asks: '¿Qué tamaño tiene una arena de CPython 3.11?',
    wrong: [
      ['256 KiB', 'Así era hasta 3.9.'],
      ['4 KiB', 'Una página de memoria.'],
    ],
    why: 'Desde 3.10, una arena tiene 1 MiB: 64 pools de 16 KiB.',
  },
  'large-requests-go-outside': {
    belief: 'Todo está en arenas.',
    asks: '¿Dónde está el texto?',
    right: 'Fuera de las arenas',
    wrong: [
      ['En un pool para bloques grandes', 'Hay pools para todos los tamaños.'],
      ['En dos bloques de 512 bytes', 'Los objetos grandes se dividen.'],
    ],
    why: 'Las peticiones de hasta 512 bytes salen de los pools. Las mayores van al malloc de la biblioteca de C.',
  },
  'one-size-per-pool': {
    belief: 'Un pool mezcla tamaños.',
    asks: '¿Cuáles de estos pueden estar en un mismo pool?',
    right: 'Solo los objetos cuyos bloques tienen el mismo tamaño',
    wrong: [
      ['Los tres: en un pool entra lo que cabe', 'Un pool se llena en el orden en que se pide.'],
      ['Solo los objetos del mismo tipo', 'Los pools pertenecen a tipos.'],
    ],
    why: 'Un pool sirve a una sola clase de tamaño. Los bloques de 16, 32, 48 … bytes nunca se mezclan.',
  },
  'memory-is-given-back': {
    belief: 'Python nunca devuelve memoria.',
    asks: '¿Qué pasa con las arenas que se llenaron?',
    right: 'Las que quedan libres del todo vuelven al sistema',
    wrong: [
      ['Se guardan hasta que Python termina', 'Python nunca devuelve memoria.'],
      ['Vuelven cuando se ejecuta el recolector', 'El recolector devuelve memoria.'],
    ],
    why: 'Una arena vuelve al sistema en cuanto queda libre su último pool.',
  },
  'one-survivor-pins-an-arena': {
    belief: 'Liberar el 99 % devuelve el 99 %.',
    asks: '¿Cuánta de la memoria de las listas vuelve al sistema?',
    right: 'Casi nada: en casi todas las arenas queda una lista viva',
    wrong: [
      ['99 %', 'Lo que está libre se devuelve.'],
      ['Todas las arenas menos una', 'Los supervivientes se juntan en un mismo sitio.'],
    ],
    why: 'Los objetos nunca se mueven. Un bloque vivo retiene su pool, y un pool, su arena.',
  },
  'which-are-one-object': {
    belief: 'Lo que es igual y no puede cambiar es un único objeto.',
    asks: '¿Cuáles de estas comparaciones son `True`?',
    options: [
      ["int('7') is int('7')", null],
      ["int('777') is int('777')", 'Los números iguales son un único objeto.'],
      ["float('1') is float('1')", 'Los números iguales son un único objeto.'],
      ['tuple([]) is tuple([])', null],
      ['frozenset() is frozenset()', 'Todo lo vacío existe una única vez.'],
      ['list() is list()', 'Todo lo vacío existe una única vez.'],
      ['bool(1) is bool(2)', null],
    ],
    why: 'Los int de -5 a 256, la tupla vacía, `True` y `False` existen una única vez. Todo lo demás lo crea de nuevo cada llamada.',
  },
  'block-pool-arena': {
    belief: 'Los pools se dividen en arenas.',
    asks: 'Ordénalos, primero el más pequeño.',
    items: ['bloque de un object()', 'pool', 'arena'],
    why: '16 bytes, 16 KiB y 1 MiB: una arena se divide en 64 pools, y un pool, en bloques de un único tamaño.',
  },
  'room-of-a-block': {
    belief: 'La memoria se entrega byte a byte.',
    asks: '`sys.getsizeof(b)` es 50: tantos bytes necesita el objeto. ¿Cuántos tiene su bloque?',
    unit: 'bytes',
    why: 'Los bloques tienen un múltiplo de 16 bytes: 64 es el siguiente por encima de 50.',
  },
  'frame-and-heap': {
    belief: 'Las variables locales viven en la pila y mueren con la llamada.',
    asks: 'Mientras se ejecuta `f`: ¿qué hay en su marco y qué en el heap? ¿Qué queda cuando ha vuelto?',
    model:
      'El marco contiene el nombre x, una referencia; la lista (y el número que lleva dentro) está en el heap. Al volver, el marco desaparece, y la lista sigue viva porque el nombre y le hace referencia.',
    why: 'En Python ningún objeto está en un marco. Al volver se entrega una referencia; no se copia nada.',
  },
  'the-row-that-is-meant': {
    belief: '[[]] * 3 crea tres listas.',
    asks: '¿A qué objeto hace referencia `rows[2]`?',
    why: 'Los tres sitios de `rows` hacen referencia a la única lista interior. Solo una lista para cada sitio, como en `other`, crearía varias.',
  },
  'another-object-with-the-same-id': {
    belief: 'Ids iguales significan el mismo objeto.',
    wrong: [
      ['(True, [1])', 'Ids iguales significan el mismo objeto.'],
      ['(False, [2])', 'Un objeto nuevo tiene una dirección nueva.'],
    ],
    why: 'La primera lista ya no está, y el bloque en el que estaba se entrega de nuevo enseguida. Un id solo dice quién es alguien mientras vive.',
  },
  'blocks-are-aligned': {
    belief: 'Los bloques se alinean a 8 bytes.',
    wrong: [
      ['2', 'Los bloques se alinean a 8 bytes: así era hasta 3.7.'],
      ['16', 'Un bloque empieza en cualquier byte.'],
    ],
    why: 'Un float ocupa 24 bytes, y su bloque tiene 32: los tamaños avanzan en pasos de 16, así que cada dirección es un múltiplo de 16.',
  },
};
