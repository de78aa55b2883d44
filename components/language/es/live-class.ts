import type { Words } from '../words.ts';

export const liveClass: Words['liveClass'] = {
  round: 'Ronda',
  question: 'Pregunta',
  task: 'Tarea',
  names: 'Nombres',
  object: 'Objeto',
  /** Short: three tabs share a narrow panel. */
  collector: 'GC',
  transcript: 'Transcripción',
  class: 'Clase',
  heap: 'Heap',
  player: 'Reproductor',
  views: 'Vistas',
  frozen: 'Heap congelado',
  locked: 'Sala cerrada',
  collectorOpen: 'Recolector abierto',
  heapOfClass: 'El heap de la clase',
  aboutHeap: 'Sobre el heap',
  theClass: 'La clase',
  nothingTyped: 'Lo que escribe la clase aparece aquí, con lo que imprime.',
  forms: {
    label: 'Forma del heap',
    graph: 'Grafo',
    table: 'Tabla',
    tree: 'Árbol',
    memory: 'Memoria',
    time: 'Tiempo',
  },
  leaksHidden: 'Lo perdido no se muestra ni se cuenta mientras la clase predice.',
  playing: {
    again: 'Ejecutando otra vez la recolección',
    cannot: 'Esta recolección no se puede mostrar',
    none: 'Aquí no hubo esa recolección.',
    close: 'Cerrar',
    allFollow: 'Todas las pantallas lo siguen',
    teacherMoves: 'Lo mueve tu docente',
    alone: 'Por mi cuenta',
    follow: 'Seguir al docente',
  },
  prompt: {
    label: 'Entrada',
    frozen: 'Tu docente ha congelado el heap. Se podrán ejecutar sentencias cuando lo abra.',
    taskOpen: 'El heap de la clase está quieto mientras la tarea esté abierta. El tuyo está en la tarea.',
    predictionOpen: 'El heap está quieto mientras la clase predice.',
  },
  past: {
    none: 'No hay ninguna sesión en marcha.',
    otherEngine: 'Esta sesión se empezó con otra versión del intérprete.',
  },
  note: {
    automatic: (generation, found) =>
      `la recolección automática de la generación ${generation} encontró ${found}`,
    collected: (generation, found) =>
      `generación ${generation} recolectada, ${found} ${found === 1 ? 'encontrado' : 'encontrados'}`,
    freed: (n) => (n === 1 ? '1 objeto liberado' : `${n} objetos liberados`),
    cleared: 'El heap se vació.',
    rewound: (entry) => `El heap volvió a la entrada ${entry}.`,
  },
  picking: {
    mark: 'correcto',
    choosing: (n) =>
      `Elige todos los objetos que sean una respuesta correcta. ${n} ${n === 1 ? 'elegido' : 'elegidos'}.`,
    back: 'Volver a la pregunta',
  },
};
