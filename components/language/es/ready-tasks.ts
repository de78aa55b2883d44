import type { Words } from '../words.ts';

export const readyTasks: Words['readyTasks'] = {
  group: 'Tareas listas',
  leak: {
    title: 'Perder exactamente tres objetos',
    prompt: 'Deja atrás exactamente tres objetos que nada alcance y que ninguna recolección se haya llevado.',
  },
  cycle: {
    title: 'Liberar un ciclo con una sentencia',
    prompt: '`ring` lleva a objetos que se sujetan entre sí. Libéralos todos con una sola sentencia.',
  },
  arena: {
    title: 'Devolver una arena',
    prompt:
      'La lista `keep` llena más de una arena. Devuelve al menos una al sistema, pero conserva el primer elemento.',
  },
  million: {
    title: 'Un millón de números en un kilobyte',
    prompt: 'Haz de `numbers` algo cuya suma sea la de 0 … 999999, en 1000 bytes como mucho.',
  },
  smaller: {
    title: 'Instancias un cuarto más pequeñas',
    prompt:
      'Escribe de nuevo `Point` y crea de nuevo `points`, 200 de ellos con `x` e `y`, de modo que todo ocupe un cuarto menos.',
  },
  ages: {
    title: 'Tres edades',
    prompt:
      '`old` es una lista nueva. Llévala a la generación 2 y crea dos listas propias, `middle` y `young`, de modo que al final `middle` esté en la generación 1 y `young` en la generación 0.',
  },
  cache: {
    title: 'Una caché que suelta',
    prompt:
      'La caché mantiene viva `page` para siempre. Cámbiala de modo que `page` aún se encuentre en ella y se libere con `del page`.',
  },
};
