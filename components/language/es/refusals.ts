import type { Words } from '../words.ts';

export const refusals: Words['refusals'] = {
  badShape: 'Heaproom no conoce esta petición.',
  unknownEvent: 'Heaproom no conoce ese evento.',
  tooLarge: 'Es demasiado grande para enviarlo. Divídelo en sentencias más pequeñas.',
  tooFast: 'Demasiadas peticiones a la vez. Espera un momento y vuelve a intentarlo.',
  wrongOrigin: 'Esta petición vino de otro sitio web y no se ha llevado a cabo.',
  wrongWire: 'Esta página es más antigua que el servidor. Vuelve a cargarla.',
  notSignedIn: 'Entra primero como docente, con el enlace que el servidor mostró al arrancar.',
  badToken:
    'Este enlace de entrada ya se usó o es de un arranque anterior. Usa el enlace más reciente que mostró el servidor.',
  notFound: 'Aquí no hay nada, o no es tuyo.',
  unknownCode: 'Ninguna clase tiene este código. Compruébalo con tu docente.',
  noSession: 'Ahora mismo no hay ninguna sesión en marcha en esta clase. Pide a tu docente que empiece una.',
  sessionEnded: 'Esta sesión ha terminado. Todavía puedes repasarla.',
  classFull: 'Esta clase está llena.',
  nicknameRefused:
    'Elige otro nombre: de 1 a 24 caracteres, al menos una letra y nada que pueda herir a otras personas.',
  notMember: 'Únete primero a la clase.',
  removed: 'Tu docente te ha sacado de esta sesión.',
  notAllowed: 'Eso solo puede hacerlo el docente.',
  viewOnly: 'Esta pantalla solo muestra la clase; no puede cambiar nada.',
  locked: 'El docente ha cerrado la sala: ahora mismo no puede entrar nadie nuevo.',
  frozen: 'El docente ha congelado el heap por ahora; tu sentencia no se ha ejecutado.',
  syntaxError: 'La sentencia no es Python válido.',
  limit: 'La sentencia superó un límite; no ha cambiado nada.',
  challengeOpen: 'Ya hay un reto abierto. Ciérralo primero.',
  noChallenge: 'No hay ningún reto abierto.',
  wrongChallenge: 'Esta respuesta es de un reto que ya no está abierto.',
  tooEarly: 'Todavía no ha empezado.',
  tooLate: 'El tiempo para esta respuesta ha terminado.',
  paused: 'El reloj está parado; se aceptarán respuestas cuando siga.',
  judging: 'Se están evaluando las respuestas. Tarda un momento.',
  taskOpen: 'El heap de la clase está quieto mientras haya una tarea abierta.',
  predictionOpen: 'El heap de la clase está quieto mientras haya una predicción abierta.',
  heapMoved: 'El heap ha cambiado desde que se hizo esta predicción. Toma otra.',
  badAnswer: 'Esta respuesta no encaja con la pregunta.',
  stale:
    'Mientras tanto esto se cambió en otra pestaña u otro navegador, así que no se ha guardado encima. Lo que ves aquí sigue como lo dejaste.',
  engineFault: 'El intérprete falló con esto; no ha cambiado nada. La sala se ha restaurado.',
  notSaved: 'El servidor no pudo guardarlo, así que no se ha hecho. Vuelve a intentarlo.',
  restarting: 'El servidor se está reiniciando. Tu página se vuelve a conectar sola.',
};

export const refusalDetails: Words['refusalDetails'] = {
  begun: 'Ya ha empezado.',
  closedAlready: 'Este reto ya no acepta respuestas.',
  votedTwice: 'Ya hubo dos votaciones.',
  solutionShown: 'Se está mostrando una solución: ya no queda nada que votar.',
  noClock: 'No hay ningún reloj en marcha.',
  clockRuns: 'El reloj ya está en marcha.',
  predictionGiven: 'Una predicción se hace a partir del heap, no se da.',
  noPrediction: 'Este heap no da para esa predicción.',
  noTask: 'No existe esa tarea.',
  closeFirst: 'Cierra primero las respuestas: después se puede mostrar una solución.',
  notTried: 'Este estudiante no ha intentado la tarea.',
  notAskedHowSure: 'Aquí no se pregunta a nadie lo seguro que está.',
  noStudent: 'Este estudiante no está en la clase.',
  oneIsNoStudent: 'Uno de estos estudiantes no está en la clase.',
  noMember: 'Este miembro no está en la clase.',
  teacherStays: 'No se puede sacar al docente.',
  noMoment: 'La sesión todavía no tiene ese momento.',
  noScenario: 'No existe ese escenario, o no tiene ese paso.',
  noCollection: 'En la clase no hubo esa recolección.',
  endFirst: 'Termina primero la sesión: sus nombres todavía se usan.',
  noSolution: 'Una pregunta necesita su solución.',
  otherKey: 'La solución no corresponde a esta forma de pregunta.',
  sameOptions: 'Dos opciones de esta pregunta son iguales.',
  beliefs: 'Hay más ideas que opciones.',
  keyNotThere: 'La solución nombra una opción que no existe.',
  keyTwice: 'La solución nombra una opción dos veces.',
  noneRight: 'Al menos una opción tiene que ser correcta.',
  keyOrder: 'El orden correcto necesita cada elemento una vez.',
  otherKind: 'Es una respuesta a otra clase de reto.',
  otherForm: 'Es una respuesta a otra forma de pregunta.',
  answerNotThere: 'La respuesta nombra una opción que no existe.',
  answerTwice: 'La respuesta nombra una opción dos veces.',
  answerOrder: 'La respuesta tiene que ordenar todos los elementos.',
  serverFailed: 'El servidor falló con esta petición.',
  unreachable: 'No se puede llegar al servidor. Comprueba tu conexión y vuelve a intentarlo.',
};

export const limits: Words['limits'] = {
  fuel: () => 'La sentencia corrió demasiado tiempo y se detuvo; no ha cambiado nada.',
  memory: (n) => `El heap de esta clase está limitado a ${n} MiB; no ha cambiado nada.`,
  output: (n) => `Una sentencia puede mostrar ${n} caracteres; no ha cambiado nada.`,
  depth: () => 'La sentencia llama más hondo de lo que este ordenador puede seguir; no ha cambiado nada.',
  source: (n) => `Una sentencia puede tener ${n} caracteres.`,
};

function otherCourse(what: string): string {
  return `Esta sesión no puede ejecutarse con otros nombres, porque ${what} daría otro resultado: alguien usó cómo se escribe un nombre. No ha cambiado nada. Puedes borrarla en su lugar.`;
}

export const precisely: Words['precisely'] = {
  inputsAllowed: (n) => `Esta tarea permite ${n} ${n === '1' ? 'entrada' : 'entradas'}.`,
  input: (n, says) => `Entrada ${n}: ${says}`,
  statementDiffers: (n) => otherCourse(`la sentencia ${n}`),
  roundDiffers: (n) => otherCourse(`la ronda ${n}`),
};
