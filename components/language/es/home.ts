import type { Words } from '../words.ts';

export const home: Words['home'] = {
  title: 'Un solo heap de Python, y toda la clase está en él',
  lead: 'Escribe Python y observa la memoria: cada objeto, cada referencia, cada contador y el recolector de basura en acción.',
  sandbox: 'Banco de pruebas',
  results: 'Mis resultados',
  start: 'Empezar una clase',
  alone: 'Probarlo a solas',
  starters: 'O recorre una idea paso a paso:',
  points: {
    shared: {
      title: 'Todos en una misma memoria',
      text: 'Cada estudiante es un módulo con sus propios nombres. Las referencias cruzan de uno a otro, y todos ven el mismo heap en el mismo momento.',
    },
    real: {
      title: 'Lo que CPython hace de verdad',
      text: 'Contadores de referencias, tamaños, generaciones, qué libera una recolección, qué bloque recibe el siguiente objeto: como en CPython 3.11 de 64 bits, y comprobado con él.',
    },
    predict: {
      title: 'Predice y luego mira',
      text: 'Antes de que pase el recolector, cada cual marca lo que va a liberar. Luego pasa, y los puntos salen de lo que ha ocurrido. Toda la sesión se puede volver a ver.',
    },
  },
  join: {
    code: 'Código de la clase',
    missing: 'Escribe el código que muestra tu docente.',
    go: 'Entrar en la clase',
  },
  stage: {
    label: 'Un heap pequeño, sentencia a sentencia',
    starting: 'Iniciando un heap…',
    statements: 'Sentencias',
    previous: 'Sentencia anterior',
    next: 'Sentencia siguiente',
    play: 'Reproducir',
    pause: 'Pausa',
  },
  story: {
    first: 'Se crea una lista, y el nombre a se refiere a ella.',
    second: 'Una segunda, con su propio nombre.',
    holds: 'La primera contiene la segunda: la lista de b cuenta ahora dos referencias.',
    cycle: 'Y al revés: un ciclo.',
    gone: 'El nombre desaparece. La lista se queda, porque la otra todavía se refiere a ella.',
    leaked: 'Ya nadie puede alcanzarlas, pero ningún contador es cero: se han perdido.',
    collected: 'El recolector encuentra las dos y las libera.',
  },
};
