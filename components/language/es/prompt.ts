import type { Words } from '../words.ts';

export const prompt: Words['prompt'] = {
  label: 'Entrada de Python',
  off: 'Ahora mismo no se puede escribir.',
  run: 'Ejecutar',
  runHint: 'Ejecutar (Intro). Mayús+Intro hace una línea nueva.',
  wrong: (line, message) => `Línea ${line}: ${message}`,
  palette: {
    label: 'Sentencias preparadas',
    name: 'Nombre',
    notAName: 'Un nombre tiene letras, cifras y _, y no empieza por una cifra.',
    list: 'Lista',
    object: 'Objeto',
    generation: 'Generación',
    generations: { young: 'Generación 0', middle: '0 y 1', all: 'Todas' },
    phrases: {
      list: {
        label: 'Lista nueva',
        title: 'Lista nueva',
        does: 'Crea una lista vacía y un nombre que apunta a ella.',
      },
      dict: {
        label: 'Dict nuevo',
        title: 'Dict nuevo',
        does: 'Crea un dict vacío y un nombre que apunta a él.',
      },
      point: {
        label: 'Apuntar a',
        title: 'Apuntar un nombre a un objeto',
        does: 'Enlaza un nombre con un objeto que ya existe: una referencia más, ninguna copia.',
      },
      append: {
        label: 'Añadir',
        title: 'Añadir a una lista',
        does: 'Desde ahora la lista se refiere al objeto.',
      },
      delete: {
        label: 'Borrar nombre',
        title: 'Borrar un nombre',
        does: 'Quita el nombre, no el objeto. El objeto muere cuando nada se refiere a él.',
      },
      collect: {
        label: 'Recolectar',
        title: 'Recolectar basura',
        does: 'Pone en marcha el recolector de ciclos.',
      },
    },
  },
};
