import type { Words } from '../words.ts';

const many = (n: number) => (n === 1 ? '1 entrada' : `${n} entradas`);
const marked = (n: number) => (n === 1 ? '1 marcado' : `${n} marcados`);

export const liveAnswer: Words['liveAnswer'] = {
  title: (n, challenge) => {
    if (challenge.kind === 'round') return `Ronda ${n}: gc.collect(${challenge.generation})`;
    if (challenge.kind === 'task') return `Tarea ${n}`;
    return challenge.predicts === undefined ? `Pregunta ${n}` : `Predicción ${n}`;
  },
  closeResult: 'Cerrar el resultado',
  showSteps: 'Mostrarlo paso a paso',
  watchSteps: 'Verlo paso a paso',
  closed: 'Ya no se aceptan respuestas. Tu docente revelará pronto el resultado.',
  yours: 'Tu respuesta:',
  none: 'No has respondido.',
  secondVote: 'Segunda votación',
  secondVoteText: 'Habladlo y elige otra vez. Si no cambias nada, vale tu primera respuesta.',
  stopped: 'El reloj está parado; se aceptarán respuestas cuando siga.',
  predicts:
    'Cada cual predice qué se liberará y qué devolverá la llamada. Mientras tanto, lo perdido no se marca en el dibujo.',
  allAnswered: 'Todos han respondido.',
  nobodyYet: 'Todavía no hay estudiantes.',
  thinking: (names, more) => `Todavía pensando: ${names.join(', ')}${more > 0 ? ` y ${more} más` : ''}.`,
  judging: (done, of) => `Evaluadas ${done} de ${of}`,
  judgingLabel: 'Respuestas evaluadas',
  judgingText: 'Ya no se aceptan respuestas. Todas se ejecutan de nuevo y se evalúan.',
  howSure: '¿Qué seguridad tienes?',
  sure: { guess: 'Lo adivino', fairly: 'Bastante', certain: 'Total' },
  sent: 'Enviada',
  send: 'Enviar la respuesta',
  isIn: 'Ha llegado. Puedes cambiarla hasta que tu docente cierre la pregunta.',
  your: 'Tu respuesta',
  yourSeveral: 'Tu respuesta: todo lo que sea correcto',
  yourIn: (unit) => `Tu respuesta, en ${unit}`,
  chooseWhere: 'Elígelo aquí, o en el grafo, la tabla o el árbol.',
  yourObject: 'Tu respuesta: el objeto del que se trata',
  yourWords: 'Tu respuesta, con tus palabras',
  yourOrder: 'Tu respuesta: del primero al último',
  up: (item) => `Subir: ${item}`,
  down: (item) => `Bajar: ${item}`,
  pausedAt: (left) => `parado en ${left}`,
  timeOver: 'se acabó el tiempo',
  meant: 'tu respuesta',
  chooseMeant: 'Elige el objeto del que se trata.',
  chosen: (object) => `Elegido: ${object}. Envíalo con la pregunta.`,
  toQuestion: 'A la pregunta',
  round: {
    willRun: (call) => [
      'Tu docente ejecutará ',
      call,
      '. Marca lo que liberará, en el grafo o aquí, y di qué devolverá.',
    ],
    willFree: 'Objetos que liberará',
    willMove: 'Objetos que pasarán a una generación más vieja',
    marked: (title, n, drawn) => [`${title}: `, drawn, n === 1 ? ' marcado' : ' marcados'],
    returns: (call) => `${call} devuelve`,
    wholeNumber: 'Un número entero, 0 o más.',
    sent: 'Enviada',
    send: 'Enviar la predicción',
    isIn: 'Ha llegado. Puedes cambiarla hasta que tu docente recolecte.',
    nothing: 'Todavía no hay nada que el recolector examine.',
    by: (owner) => `de ${owner}`,
    goes: 'se liberará',
    moves: 'pasará de generación',
    freeing: (n) => `Elige un objeto para marcarlo como uno que la recolección liberará. ${marked(n)}.`,
    moving: (n) =>
      `Elige un objeto para marcarlo como uno que pasará a una generación más vieja. ${marked(n)}.`,
    meaning: 'Qué significa elegir un objeto',
    freed: 'Se liberará',
    moved: 'Pasará de generación',
    toRound: 'A la ronda',
  },
  task: {
    you: 'Tú',
    noFuel: 'Tus entradas han gastado lo que puede gastar un heap propio. Quita alguna o empieza de nuevo.',
    prompt: 'Entrada de tu propio heap',
    closed: 'Ya no se aceptan respuestas.',
    full: (n) =>
      `${n === 1 ? 'La única entrada está usada' : `Las ${n} entradas están usadas`}. Quita una para seguir.`,
    takeBack: 'Quitar la última',
    startOver: 'Empezar de nuevo',
    sent: (n, most) =>
      `${most === null ? many(n) : `${n} de ${many(most)}`}, ${n === 1 ? 'enviada' : 'enviadas'} como tu respuesta`,
    goals: 'Objetivos',
    met: 'cumplido',
    notMet: 'todavía no',
  },
  said: {
    round: (returned, n) => `devuelve ${returned}, ${marked(n)}`,
    object: (serial) => `objeto ${serial}`,
  },
};
