import type { ScenarioWords } from '../../../../classroom/scenarios/words.ts';

export const counts: Readonly<Record<string, ScenarioWords>> = {
  counting: {
    title: 'Contar referencias',
    aim: 'Dos nombres para una lista. La lista muere cuando desaparece el último.',
    say: [
      'Un nombre, una referencia: el contador de la tarjeta está en 1.',
      'Un segundo nombre para la misma lista. No se copia nada.',
      'Dice 3: dos nombres y el argumento de la llamada.',
      '`del` quita el nombre. La lista se queda: `b` aún la tiene.',
      'Al irse la última referencia, la lista se libera en ese mismo momento.',
    ],
    question: {
      belief: 'del destruye el objeto.',
      wrong: [
        ['un error', 'La lista se borró.'],
        ['[]', 'La lista se vació.'],
      ],
      why: '`del` quita un nombre. El objeto desaparece solo cuando nada le hace referencia.',
    },
  },
  'containers-count': {
    title: 'Los contenedores hacen referencia como los nombres',
    aim: 'Listas, tuplas y dicts tienen referencias propias, una por cada sitio.',
    say: [
      'Una referencia, la del nombre.',
      'Dos sitios en una lista: dos más.',
      '4: el nombre, dos sitios de la lista y la llamada.',
      'Un dict tiene una por cada valor.',
      'Ahora son 5.',
      'Cuando la lista muere, suelta las dos.',
      '3 otra vez: el nombre, el dict y la llamada.',
    ],
    question: {
      belief: 'Un contenedor cuenta una vez, por muchas veces que contenga un objeto.',
      wrong: [
        ['3', 'La tupla cuenta una vez.'],
        ['4', 'El argumento de la llamada no cuenta.'],
      ],
      why: 'Un nombre, tres sitios de la tupla y el argumento de la llamada.',
    },
  },
  cascade: {
    title: 'Un borrado, toda una cadena',
    aim: 'Lo que muere suelta lo que mantenía, que puede morir también.',
    say: [
      'Un eslabón que avisa cuando se va.',
      'Tres eslabones seguidos. Solo el primero tiene nombre.',
      'Una segunda referencia, al del medio.',
      'El primero se va solo: al del medio lo mantiene un nombre.',
      'Ahora cae el resto, eslabón a eslabón.',
    ],
    question: {
      belief: 'Lo que está dentro muere primero.',
      wrong: [
        ['inner outer', 'Primero las partes, luego el todo.'],
        ['outer', 'El interior tiene que esperar al recolector.'],
      ],
      why: 'El contador del exterior llega primero a cero. Su muerte se lleva la última referencia al interior.',
    },
  },
  rebinding: {
    title: 'Un valor nuevo suelta el viejo',
    aim: 'Una asignación cuenta dos veces: uno más para el valor nuevo, uno menos para el viejo.',
    say: [
      'Un objeto que avisa cuando se va.',
      'Un nombre para él.',
      'El nombre recibe otro valor, y ninguna otra cosa mantenía el objeto.',
      'En una lista es igual.',
      'El sitio recibe un valor nuevo y suelta el viejo.',
      'Un objeto que nadie guarda ya no está al acabar su sentencia.',
    ],
    question: {
      belief: 'El valor viejo se va antes de que se cree el nuevo.',
      wrong: [
        ['made gone made', 'Primero se vacía el nombre.'],
        ['made made', 'El primero tiene que esperar al recolector.'],
      ],
      why: 'Primero se calcula el lado derecho, mientras el nombre aún tiene el valor viejo. Solo después cambia el nombre.',
    },
  },
  arguments: {
    title: 'También una llamada hace referencia',
    aim: 'Mientras se ejecuta una función, sus parámetros son nombres como los demás.',
    say: [
      'Una función que pregunta cuántas referencias hay a su argumento.',
      'Una lista con un nombre.',
      'Desde fuera dice 2.',
      'Desde dentro 3: el parámetro `p` es un nombre más.',
      'Terminada la llamada, su nombre ya no está: 2 otra vez.',
    ],
    question: {
      belief: 'Un argumento se pasa como copia.',
      wrong: [['[]', 'La función trabaja con una copia.']],
      why: 'El parámetro es otro nombre para la misma lista.',
    },
  },
  'last-answer': {
    title: 'El prompt recuerda',
    aim: 'Lo que el prompt muestra lo guarda con el nombre `_`, y eso cuenta.',
    say: [
      'Una lista con un nombre.',
      '2, como siempre.',
      'Al mostrarla, `_` le hace referencia.',
      'Así que ahora son 3.',
      'Esa respuesta era un número, y `_` ha pasado a él: 2.',
    ],
    question: {
      belief: 'Mirar un objeto no cambia nada.',
      right: 'nada',
      wrong: [['gone', 'Se borra el último nombre.']],
      why: 'El `_` del prompt aún hace referencia a lo último que se mostró.',
    },
  },
};
