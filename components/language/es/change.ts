import type { Words } from '../words.ts';
import { numbers } from './numbers.ts';

const refused: Words['change']['refused'] = (why) => {
  switch (why.kind) {
    case 'notReached':
      return 'Ninguna expresión tuya alcanza este objeto.';
    case 'notOne':
      return 'Una referencia apunta a un objeto, no a nombres ni a una pila.';
    case 'spelling':
      return 'Un nombre tiene letras, cifras y _, y no empieza por una cifra.';
    case 'namesOf':
      return `Solo ${why.module} puede cambiar los nombres de ${why.module}.`;
    case 'takesNone':
      return `A un objeto de tipo ${why.type} no se le puede añadir nada.`;
    case 'noKeys':
      return `Un objeto de tipo ${why.type} no tiene claves.`;
    case 'notKey':
      return "Escribe la clave como en Python: 'k' o 3.";
    case 'fixed':
      return `Un objeto de tipo ${why.type} no se puede cambiar.`;
    case 'noLiteral':
      return 'Esta clave no se puede escribir como literal.';
    case 'notAssigned':
      return 'Esta referencia no se cambia con una asignación.';
  }
};

export const change: Words['change'] = {
  refused,
  note(why) {
    switch (why.kind) {
      case 'frame':
        return 'Solo la función en ejecución cambia los nombres de su marco.';
      case 'unchanged':
        return 'Ninguna sentencia cambia sus referencias.';
      default:
        return refused(why);
    }
  },
  menu: 'Qué se puede hacer con esta tarjeta',
  names: 'Nombres',
  copied: 'Copiado',
  noCopy: 'Aquí no se puede copiar',
  inspect: 'Mostrar en el inspector',
  around: 'Solo este y sus vecinos',
  copy: 'Copiar la expresión',
  pointTo: 'Apuntar a',
  fresh: {
    item: 'Añadir un elemento',
    key: 'Añadir una clave',
    attribute: 'Añadir un atributo',
    name: 'Añadir un nombre',
    slot: 'Apuntar a',
  },
  nameIt: 'Darle nombre',
  deleteName: 'Borrar un nombre',
  deleteReference: 'Borrar una referencia',
  more: (n) => `y ${n} más: escribe la sentencia`,
  oneMoreItem: (holder) => `${holder}, un elemento más`,
  pressOrChoose: 'pulsa una tarjeta o elige:',
  choose: 'elige:',
  cancel: 'Cancelar',
  name: 'Nombre',
  key: 'Clave',
  attribute: 'Atributo',
  findTarget: 'Buscar el objeto al que apuntar',
  find: 'Buscar',
  reachable: 'Objetos que puedes alcanzar',
  moreObjects: (n) => `${numbers.count(n, 'objeto más', 'objetos más')}: escribe para buscar`,
  noneFits: 'Ningún objeto que puedas alcanzar coincide.',
};
