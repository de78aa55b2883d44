import type { Words } from '../words.ts';
import { numbers } from './numbers.ts';

const { count } = numbers;

export const sandbox: Words['sandbox'] = {
  title: 'Banco de pruebas',
  starting: 'Iniciando un intérprete…',
  bar: {
    scenarios: 'Escenarios',
    predict: 'Predecir',
    undo: 'Deshacer la última sentencia',
    reset: 'Reiniciar: un heap vacío',
    copyLink: 'Copiar enlace',
    around: 'Enséñame todo esto',
  },
  tabs: {
    heap: 'El heap',
    views: 'Vistas del heap',
    graph: 'Grafo',
    table: 'Tabla',
    tree: 'Árbol',
    memory: 'Memoria',
    time: 'Tiempo',
    details: 'Detalles',
    object: 'Objeto',
    names: 'Nombres',
    generations: 'Generaciones',
    transcript: 'Transcripción',
    predict: 'Predecir',
  },
  picker: 'Guiones cortos sobre una idea cada uno, paso a paso. Un escenario empieza con un heap vacío.',
  closingQuestion: 'Pregunta final',
  share: {
    moment: {
      title: 'Un momento de una sesión no tiene enlace',
      text: 'Su heap lo ha hecho toda la clase. Pasa a los demás el enlace de la repetición.',
    },
    long: { title: 'Demasiado para un enlace', text: 'Reinicia y comparte una historia más corta.' },
    copied: { title: 'Enlace copiado', text: 'Ejecuta las mismas sentencias y da el mismo heap.' },
    shown: {
      title: 'El enlace está en la barra de direcciones',
      text: 'Aquí no se puede copiar por sí solo.',
    },
  },
  link: {
    title: 'Este enlace no se abre',
    dismiss: 'Ocultar',
    meanwhile: 'Mientras tanto puedes empezar con un heap vacío o con un escenario.',
    momentGone:
      'Este momento de una sesión ya no está en este navegador. Ve a la repetición y ábrelo otra vez desde allí.',
    /** `moment`: the class and the entry. */
    momentOlder: (moment) =>
      `${moment} se guardó con otra versión del motor y no se puede abrir. Ve a la repetición y ábrelo de nuevo desde allí, si aún se dibuja.`,
    long: 'El enlace es más largo que cualquiera de los que hace el banco de pruebas.',
    noScenario: 'Aquí no hay ningún escenario con ese nombre. Búscalo en la lista de escenarios.',
    other: 'Esto no es un enlace del banco de pruebas, o lo hizo una versión más reciente.',
    damaged: 'Falta una parte del enlace o ha cambiado. Copia el enlace entero e inténtalo de nuevo.',
    tooMany: 'El enlace contiene más sentencias de las que abre el banco de pruebas.',
    notPython: (statement, line, message) =>
      `La sentencia ${statement} del enlace no es Python válido: línea ${line}, ${message}. No se ha ejecutado nada.`,
  },
  ground: {
    moment: (classroom, entry) => `${classroom}, entrada ${entry}`,
    title: (moment) => `El heap de ${moment}`,
    text: (module) => [
      'Escribes como ',
      module,
      ', y nadie más lo ve. «Reiniciar» empieza con un heap vacío.',
    ],
  },
  fault: {
    title: 'Algo va mal por nuestra parte',
    text: (source, what) =>
      `El intérprete simulado ha fallado en «${source}» (${what}). El heap está como estaba antes.`,
  },
  note: {
    collected: (generation, unreachable) =>
      `generación ${generation} recolectada: ${count(unreachable, 'objeto inalcanzable', 'objetos inalcanzables')}`,
    collectedAutomatically: (generation, unreachable) =>
      `generación ${generation} recolectada automáticamente: ${count(unreachable, 'objeto inalcanzable', 'objetos inalcanzables')}`,
    made: (n) => count(n, 'objeto creado', 'objetos creados'),
    freed: (n) => count(n, 'objeto liberado', 'objetos liberados'),
  },
  practice: {
    title: 'Predecir',
    tally: (right, asked) => `${right} de ${asked} correctas`,
    leave: 'Dejar las predicciones',
    asking: 'Preguntando a una copia del heap.',
    check: 'Comprobar',
    another: 'Otra',
    right: 'Correcto.',
    wrong: 'No del todo.',
    answer: (answer) => `Tu respuesta: ${answer}`,
    next: 'Siguiente',
    runHere: 'Ejecutarlo aquí',
  },
};
