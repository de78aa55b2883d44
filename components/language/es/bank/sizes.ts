import type { BankWords } from '../../../../classroom/bank/words.ts';

export const sizes: Readonly<Record<string, BankWords>> = {
  'getsizeof-is-shallow': {
    belief: 'getsizeof cuenta lo que hay dentro.',
    wrong: [
      ['8120', 'Cuenta toda la lista interior.'],
      ['56', 'Los elementos no se cuentan en absoluto.'],
    ],
    why: 'Una lista de un elemento: 56 bytes y un puntero de 8. La lista interior es otro objeto.',
  },
  'append-reserves': {
    belief: 'Una lista es tan grande como sus elementos.',
    wrong: [
      ['64', 'Un puntero de 8 bytes además de los 56.'],
      ['56', 'Un int no necesita sitio.'],
    ],
    why: 'El primer append reserva sitio para cuatro elementos: 56 + 4 × 8.',
  },
  'clear-gives-back': {
    belief: 'clear() conserva el sitio de una lista.',
    wrong: [
      ['8056', 'El sitio se conserva para después.'],
      ['88', 'Queda sitio para cuatro elementos.'],
    ],
    why: 'clear() devuelve el array de elementos; la lista vacía tiene 56 bytes.',
  },
  'deleting-keys-keeps-the-table': {
    belief: 'Un dict encoge cuando se borran claves.',
    wrong: [['False', 'La tabla encoge con sus entradas.']],
    why: 'Borrar deja la tabla como está. clear(), o construir un dict nuevo, devuelve memoria.',
  },
  'empty-and-first-key': {
    belief: 'Una clave más son unos pocos bytes más.',
    wrong: [
      ['24', 'Un hash, una clave y un valor.'],
      ['0', 'Hay sitio desde el principio.'],
    ],
    why: 'Los dicts vacíos comparten una única tabla vacía. La primera clave crea una tabla para cinco: 224 frente a 64 bytes.',
  },
  'int-size': {
    belief: 'Un int tiene 4 u 8 bytes.',
    wrong: [
      ['8', 'Como en un registro del procesador.'],
      ['4', 'Como en C.'],
    ],
    why: 'El contador de referencias, el tipo y el tamaño ocupan 24 bytes; el dígito, 4 más.',
  },
  'str-kinds': {
    belief: 'Todos los caracteres ocupan lo mismo.',
    wrong: [
      ['(50, 52)', 'Tres bytes de UTF-8.'],
      ['(49, 49)', 'Un carácter cada uno.'],
    ],
    why: 'Un texto ASCII tiene 49 bytes y uno por carácter; con un signo de euro, 74 y dos por carácter.',
  },
  'slots-are-smaller': {
    belief: '__slots__ ahorra poco.',
    wrong: [
      ['40', 'Lo que necesita el recolector no se cuenta.'],
      ['24', 'Tres punteros y nada más.'],
    ],
    why: 'La cabecera del recolector, el contador de referencias y el tipo, tres slots: 16 + 16 + 3 × 8. Sin dict y sin sitio para atributos al lado.',
  },
  'slots-of-a-subclass': {
    belief: 'Una subclase de una clase con __slots__ tampoco tiene __dict__.',
    wrong: [['False', 'Los slots se heredan.']],
    why: 'Sin `__slots__` propio, una subclase vuelve a dar un dict a sus instancias.',
  },
  'no-weakref-to-a-list': {
    belief: 'Una referencia débil funciona con cualquier cosa.',
    wrong: [
      ['nada', 'Cualquier objeto admite referencias débiles.'],
      ['ReferenceError', 'La lista muere al momento.'],
    ],
    why: 'Un objeto necesita sitio para su lista de referencias débiles. Las listas, los números y los slots sin `__weakref__` no lo tienen.',
  },
  'generator-size': {
    belief: 'Un generador crece con lo que va a dar.',
    wrong: [['False', 'Un millón de elementos ocupa más sitio.']],
    why: 'Un generador contiene su marco, no sus elementos.',
  },
  'generator-holds-its-frame': {
    belief: 'Un generador que no se ha agotado no mantiene nada.',
    wrong: [['True', 'La variable local ya no está después de yield.']],
    why: 'El marco queda suspendido con sus variables locales hasta que el generador termina o se cierra.',
  },
  'size-of-a-display': {
    belief: 'Una lista tiene sitio exactamente para sus elementos.',
    unit: 'bytes',
    why: '56 bytes y sitio para cuatro punteros de 8 bytes, aunque hay tres: la lista se llena desde la constante `(1, 2, 3)` y recibe sitio de sobra.',
  },
  'pop-keeps-some-room': {
    belief: 'pop() conserva todo el sitio, o nada.',
    unit: 'bytes',
    why: 'Cuando se usa menos de la mitad del sitio, se reduce. Con un solo elemento queda sitio para cuatro: 56 + 4 × 8.',
  },
  'order-by-size': {
    belief: 'Lo que no contiene nada no ocupa nada.',
    asks: 'Ordénalos por `sys.getsizeof`, primero el más pequeño.',
    why: '28, 49, 56, 64 y 76 bytes. Todo objeto tiene una cabecera, y un texto con un signo de euro necesita una mayor que un texto ASCII.',
  },
  'keys-before-it-grows': {
    belief: 'Un dict crece de entrada en entrada.',
    unit: 'claves',
    why: 'La primera tabla tiene 8 sitios, de los que se usan dos tercios: caben cinco claves. La sexta crea una tabla mayor.',
  },
  'size-of-an-emoji': {
    belief: 'Un carácter ocupa de 1 a 4 bytes, y nada más.',
    unit: 'bytes',
    why: '76 bytes para el objeto y 4 para la serpiente: con un solo carácter más allá de U+FFFF, cada carácter de un texto ocupa 4 bytes.',
  },
  'what-can-be-referred-to-weakly': {
    belief: 'Una referencia débil funciona con cualquier cosa.',
    asks: '¿A cuáles de estos se puede crear una referencia débil?',
    options: [
      ['A()', null],
      ['A', null],
      ['f', null],
      ['[]', 'Todo contenedor admite referencias débiles.'],
      ['7', 'Todo objeto admite referencias débiles.'],
      ['()', 'Lo que no puede cambiar admite referencias débiles.'],
      ['{1, 2}', null],
    ],
    why: 'Un objeto necesita un sitio para la lista de sus referencias débiles. Las instancias de tus clases, las clases, las funciones y los sets lo tienen; las listas, los dicts, las tuplas y los números, no.',
  },
  'generator-has-no-index': {
    belief: 'Un generador es una lista que se indexa con menos coste.',
    wrong: [
      ['9', 'Un generador se puede indexar como una lista.'],
      ['None', 'Lo que aún no se ha pedido es None.'],
    ],
    why: 'Un generador contiene un marco, no valores: cada valor se crea cuando se pide, uno tras otro. No hay nada que indexar.',
  },
  'slots-take-weak-references-away': {
    belief: '__slots__ no cuesta nada más que el dict.',
    wrong: [['a weak reference', '__slots__ siempre ayuda: solo falta el dict.']],
    why: "Una instancia ya no tiene sitio para una referencia débil, salvo que `'__weakref__'` sea uno de sus slots.",
  },
};
