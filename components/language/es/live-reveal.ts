import type { Words } from '../words.ts';

const veces = (n: number) => (n === 1 ? 'una vez' : `${n} veces`);

export const liveReveal: Words['liveReveal'] = {
  parts:
    'El número cuenta también partes de clases y funciones que ningún dibujo muestra; nadie tenía que marcarlas.',
  nobody: 'Nadie ha respondido.',
  answered: (n) => (n === 1 ? '1 respuesta.' : `${n} respuestas.`),
  fullyRight: (right, answered) => `${right} de ${answered} lo acertaron todo.`,
  points: (n) => (n === 1 ? 'punto' : 'puntos'),
  inARow: (n) => `${n} aciertos seguidos`,
  verdict: {
    right: '¡Correcto!',
    partly: 'Correcto en parte',
    wrong: 'Esta vez no',
    ungraded: 'Gracias por tus palabras',
    unanswered: 'No has respondido',
  },
  standing: (total, rank) => {
    const points = `${total} ${total === 1 ? 'punto' : 'puntos'} hasta ahora`;
    return rank === null ? points : `${points}, puesto ${rank.rank} de ${rank.of}`;
  },
  why: 'Por qué',
  ownWords: 'Lo que se ha respondido',
  returned: 'devolvió',
  marks: {
    freed: {
      title: (n) => (n === 0 ? 'No liberó nada.' : `Liberados: ${n}`),
      so: 'Marcados como «se liberará»',
      inVain: 'Marcados en vano: estos se quedaron',
    },
    moved: {
      title: (n) =>
        n === 0 ? 'Nada pasó a una generación más vieja.' : `Pasaron a una generación más vieja: ${n}`,
      so: 'Marcados como «pasará de generación»',
      inVain: 'Marcados en vano: estos no pasaron',
    },
    howOften: '(cuántos marcaron cada uno)',
    howOftenVoted: '(cuántos marcaron cada uno, primera votación → segunda)',
    mine: 'lo marcaste',
    missed: 'no lo marcaste',
    moreRight: (objects, marks) =>
      objects === 1
        ? `y uno más, marcado ${veces(marks)}`
        : `y ${objects} más, marcados ${veces(marks)} en total`,
    moreOthers: (objects, marks) =>
      objects === 1
        ? `y otro objeto, marcado ${veces(marks)}`
        : `y otros ${objects} objetos, marcados ${veces(marks)} en total`,
    nothing: (n) => (n === 1 ? 'Una persona no marcó nada.' : `${n} personas no marcaron nada.`),
    all: 'Mostrar todos los objetos',
    fewer: 'Mostrar menos objetos',
  },
  goneObject: (serial) => `objeto ${serial}, ya no está`,
  behindMost: (n) =>
    n === 1
      ? 'Una respuesta incorrecta viene de esta idea.'
      : `La respuesta incorrecta más frecuente: la dieron ${n}.`,
  behindYours: 'Tu respuesta viene de esta idea. Python no lo hace así.',
  noSingle: 'No hay una única respuesta correcta.',
  yourAnswer: 'Tu respuesta:',
  right: '(correcta)',
  your: 'tu respuesta',
  solution: 'Una solución',
  shownMine: 'Tu solución, mostrada a todos',
  oneWay: 'Una manera de hacerlo',
  way: (name) => `Cómo lo hizo ${name}`,
  given: {
    title: 'Respuestas dadas',
    returned: (call) => `Lo que se dijo que devolvería ${call}`,
    votes: '(primera votación → segunda)',
    right: 'correcta',
    wrong: 'incorrecta',
    within: 'dentro de la tolerancia',
    belief: (belief) => `«${belief}»`,
    near: (values, answers) =>
      values === 1
        ? `y un número más dentro de la tolerancia, dado ${veces(answers)}`
        : `y ${values} números más dentro de la tolerancia, dados ${veces(answers)} en total`,
    rest: (values, answers) =>
      values === 1
        ? `y otra respuesta, dada ${veces(answers)}`
        : `y otras ${values} respuestas, dadas ${veces(answers)} en total`,
  },
  votes: {
    first: 'Primera votación',
    second: 'Segunda votación',
    chosen: 'Elegida',
    option: (vote, option) => `${vote}, opción ${option}`,
    of: (n, all) => `${n} de ${all}`,
    compared: 'Antes y después de hablarlo',
    comparedTitle: 'Aciertos antes y después de hablarlo',
    rightFirst: 'Aciertos en la primera votación',
    rightSecond: 'Aciertos en la segunda votación',
    soFar: 'Cómo se ha votado hasta ahora',
    hide: 'Ocultar los votos',
  },
};
