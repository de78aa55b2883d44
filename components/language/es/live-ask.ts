import type { Words } from '../words.ts';

export const liveAsk: Words['liveAsk'] = {
  cancel: 'Cancelar',
  askNow: 'Preguntar ahora',
  question: {
    title: 'Hacer una pregunta a la clase',
    about: 'La clase ve el texto y las opciones. Qué es correcto y por qué lo ve cuando lo revelas.',
    write: 'Escribir una',
    take: 'Preguntas listas',
    now: 'Preguntar ahora',
  },
  task: {
    title: 'Poner una tarea a la clase',
    about:
      'Cada cual recibe su propia copia del heap y prueba todas las veces que quiera. Mientras tanto el heap de la clase está quieto.',
    write: 'Escribir una',
    take: 'Tareas listas',
    now: 'Poner la tarea',
  },
  whereFrom: 'De dónde',
  use: 'Usar',
  heapNotHere: 'El heap de la clase todavía no está aquí.',
  point: {
    title: 'Pedir a la clase que señale un objeto',
    about:
      'Cada cual elige un objeto en el grafo, la tabla, el árbol o una lista. Cuáles son correctos y por qué lo ven cuando lo revelas.',
    noText: 'Una pregunta necesita su texto.',
    noObject: 'Elige al menos un objeto que sea correcto.',
    question: 'Pregunta',
    questionHint: 'Lo que va entre `comillas invertidas` se muestra como código.',
    example: '¿Qué objeto mantiene viva la lista de `a`?',
    explanation: 'Explicación',
    explanationHint: 'Se muestra después de revelar.',
    right: 'Objetos correctos: cualquiera de ellos vale',
    inGraph: 'Elegir en el grafo',
  },
  round: {
    title: 'Una ronda con predicciones',
    about:
      'Cada cual marca lo que la recolección liberará y dice qué devuelve. Luego recolectas, y se muestra paso a paso.',
    generation: 'Qué se recolecta',
  },
  predict: {
    title: 'Pedir una predicción a la clase',
    about:
      'Una pregunta sobre este mismo heap. Se queda quieto hasta que la reveles; antes la clase no ve ni la respuesta ni la explicación.',
    another: 'Tomar otra',
    withAnswer: 'La pregunta con su respuesta',
    asking: 'Se está preguntando a una copia del heap.',
  },
  rules: {
    time: 'Tiempo',
    noLimit: 'Sin límite de tiempo',
    seconds: (n) => (n === 1 ? '1 segundo' : `${n} segundos`),
    minutes: (n) => (n === 1 ? '1 minuto' : `${n} minutos`),
    gather: 'Reunirse primero',
    gatherHint: 'Todos ven quién está; cuando pulses «Empezar», comienza tras contar hasta tres',
    sure: 'Preguntar lo seguros que están',
    sureHint: 'Acertar con seguridad da todos los puntos; fallar con seguridad cuesta algunos',
    speed: 'Las respuestas rápidas cuentan más',
    speedHint: 'Necesita un límite de tiempo',
  },
  objects: {
    search: (label) => `Buscar entre los objetos: ${label}`,
    searchBy: 'Buscar por nombre, tipo o valor',
    none: 'Ningún objeto es así.',
    more: 'Mostrar más objetos',
  },
};
