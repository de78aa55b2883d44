import type { ScenarioWords } from '../../../../classroom/scenarios/words.ts';

export const tools: Readonly<Record<string, ScenarioWords>> = {
  'who-refers': {
    title: '¿Quién le hace referencia?',
    aim: '`gc` conoce las flechas del dibujo, en ambos sentidos.',
    say: [
      'Un objeto por el que preguntar.',
      'Una lista que lo mantiene.',
      '3: el nombre, la caja y la llamada.',
      'El camino hacia fuera: a qué hace referencia la caja.',
      'El camino hacia dentro: quién hace referencia a `x`. La caja está entre ellos.',
      'Los nombres de un módulo son un dict, y ese también le hace referencia.',
    ],
    question: {
      belief: 'getrefcount dice el número de nombres.',
      wrong: [
        ['1', 'Hay un nombre.'],
        ['2', 'La llamada no cuenta.'],
      ],
      why: 'El nombre, el sitio de la lista y el argumento de la llamada.',
    },
  },
  'finding-a-leak': {
    title: 'Encontrar una fuga',
    aim: 'Contar lo que está vivo, encontrar quién lo mantiene, soltar.',
    say: [
      'Un programa con memoria propia.',
      'Anota lo que ha hecho.',
      'Y nunca olvida.',
      '20 trabajos.',
      'Los 20 están vivos.',
      'Uno de ellos.',
      '¿Quién lo mantiene? El registro.',
      'Se vacía el culpable.',
      'Quedan 0.',
    ],
    question: {
      belief: 'gc.collect() libera todo lo que no hace falta.',
      wrong: [['0', 'Nadie usa ya los trabajos.']],
      why: 'El recolector libera aquello a lo que nada lleva. El registro lleva a todos ellos.',
    },
  },
  'save-all': {
    title: '¿Qué encontró el recolector?',
    aim: 'Con DEBUG_SAVEALL guarda lo que habría liberado, para que se pueda mirar.',
    say: [
      'Desde ahora se guarda la basura.',
      'Un ciclo pequeño, olvidado.',
      '1 objeto encontrado.',
      'Está en `gc.garbage`.',
      'De vuelta a lo normal.',
      'La lista de basura se vacía.',
    ],
    question: {
      belief: 'gc.garbage contiene lo que se recolectó.',
      wrong: [['[[[...]]]', 'La lista se encontró.']],
      why: 'Lo que se recolecta se libera. Solo con DEBUG_SAVEALL, o donde vaciar es imposible, se pone ahí.',
    },
  },
  thresholds: {
    title: '¿Cada cuánto basta?',
    aim: 'Un umbral más alto significa menos recolecciones y más cosas a la espera.',
    say: [
      'El valor por defecto: 700 objetos nuevos.',
      'Se guardan 5000 listas, y el recolector las mira una y otra vez para nada.',
      'Tantas veces se ha ejecutado.',
      'Lo que hay ahora se aparta: ninguna recolección lo mirará.',
      'Tantos son.',
      'Y de vuelta.',
      'Las mismas 5000 listas, con el umbral por defecto y con 10.000.',
    ],
    sides: ['Umbral 700', 'Umbral 10.000'],
    question: {
      belief: 'Un umbral de 0 recolecta todo el tiempo.',
      wrong: [['False', 'Todo objeto está por encima de 0.']],
      why: 'Un primer umbral de 0 desactiva las recolecciones automáticas.',
    },
  },
  'whole-size': {
    title: '¿Cuánto ocupa todo?',
    aim: '`getsizeof` ve un objeto. Con `get_referents` se puede sumar una estructura entera.',
    say: [
      'Una lista de dos listas.',
      '72 bytes: solo la lista exterior.',
      'Una función que sigue las flechas y cuenta cada objeto una sola vez.',
      '280 bytes: tres listas y tres números.',
      'La misma fila dos veces…',
      '…ocupa el sitio de una: 192.',
    ],
    question: {
      belief: 'getsizeof sigue las referencias.',
      wrong: [
        ['8064', 'La lista interior también cuenta.'],
        ['0', 'Los elementos no cuentan en absoluto.'],
      ],
      why: 'Ve un objeto: la lista exterior tiene una dirección más que la vacía.',
    },
  },
  'being-told': {
    title: 'Recibir aviso de las recolecciones',
    aim: 'Un programa puede hacer que se le llame antes y después de cada recolección.',
    say: [
      'Una función que dice qué hace el recolector.',
      'Desde ahora se la llama.',
      'Algo que encontrar.',
      'Empieza con la generación 0 y termina con 1 objeto liberado.',
      'No más llamadas.',
    ],
    question: {
      belief: 'Una recolección no se puede notar.',
      wrong: [['nada', 'El recolector trabaja en secreto.']],
      why: 'Las funciones de `gc.callbacks` se llaman cuando una recolección empieza y cuando termina.',
    },
  },
};
