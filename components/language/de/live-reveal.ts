import type { Words } from '../words.ts';

export const liveReveal: Words['liveReveal'] = {
  parts:
    'Die Zahl zählt auch Teile von Klassen und Funktionen mit, die kein Bild zeigt; die musste niemand markieren.',
  nobody: 'Niemand hat geantwortet.',
  answered: (n) => (n === 1 ? 'Eine Antwort.' : `${n} Antworten.`),
  fullyRight: (right, answered) => `${right} von ${answered} lagen ganz richtig.`,
  points: (n) => (n === 1 ? 'Punkt' : 'Punkte'),
  inARow: (n) => `${n} in Folge richtig`,
  verdict: {
    right: 'Richtig!',
    partly: 'Zum Teil richtig',
    wrong: 'Diesmal nicht',
    ungraded: 'Danke für deine Worte',
    unanswered: 'Keine Antwort von dir',
  },
  standing: (total, rank) => {
    const points = `Bisher ${total} ${total === 1 ? 'Punkt' : 'Punkte'}`;
    return rank === null ? points : `${points}, Platz ${rank.rank} von ${rank.of}`;
  },
  why: 'Warum',
  ownWords: 'Was geantwortet wurde',
  returned: 'gab zurück:',
  marks: {
    freed: {
      title: (n) => (n === 0 ? 'Nichts wurde freigegeben.' : `Freigegeben: ${n}`),
      so: 'Markiert als „wird freigegeben“',
      inVain: 'Vergeblich markiert: diese blieben',
    },
    moved: {
      title: (n) =>
        n === 0 ? 'Nichts kam in eine ältere Generation.' : `In eine ältere Generation gekommen: ${n}`,
      so: 'Markiert als „rückt auf“',
      inVain: 'Vergeblich markiert: diese rückten nicht auf',
    },
    howOften: '(wie viele es jeweils markierten)',
    howOftenVoted: '(wie viele es jeweils markierten, erste → zweite Abstimmung)',
    mine: 'von dir markiert',
    missed: 'von dir übersehen',
    moreRight: (objects, marks) =>
      objects === 1
        ? `und noch eins, ${marks}-mal markiert`
        : `und ${objects} weitere, zusammen ${marks}-mal markiert`,
    moreOthers: (objects, marks) =>
      objects === 1
        ? `und ein anderes Objekt, ${marks}-mal markiert`
        : `und ${objects} andere Objekte, zusammen ${marks}-mal markiert`,
    nothing: (n) => (n === 1 ? 'Eine Person hat nichts markiert.' : `${n} Personen haben nichts markiert.`),
    all: 'Alle Objekte zeigen',
    fewer: 'Weniger Objekte zeigen',
  },
  goneObject: (serial) => `Objekt ${serial}, inzwischen weg`,
  behindMost: (n) =>
    n === 1
      ? 'Eine falsche Antwort kommt von dieser Vorstellung.'
      : `Die häufigste falsche Antwort: ${n} gaben sie.`,
  behindYours: 'Deine Antwort kommt von dieser Vorstellung. Python macht es anders.',
  noSingle: 'Es gibt nicht die eine richtige Antwort.',
  yourAnswer: 'Deine Antwort:',
  right: '(richtig)',
  your: 'deine Antwort',
  solution: 'Eine Lösung',
  shownMine: 'Deine Lösung, allen gezeigt',
  oneWay: 'Eine mögliche Lösung',
  way: (name) => `So hat es ${name} gemacht`,
  given: {
    title: 'Gegebene Antworten',
    returned: (call) => `Was ${call} zurückgeben sollte`,
    votes: '(erste → zweite Abstimmung)',
    right: 'richtig',
    wrong: 'falsch',
    within: 'innerhalb der Toleranz',
    belief: (belief) => `„${belief}“`,
    near: (values, answers) =>
      values === 1
        ? `und noch eine Zahl innerhalb der Toleranz, ${answers}-mal gegeben`
        : `und ${values} weitere Zahlen innerhalb der Toleranz, zusammen ${answers}-mal gegeben`,
    rest: (values, answers) =>
      values === 1
        ? `und eine andere Antwort, ${answers}-mal gegeben`
        : `und ${values} andere Antworten, zusammen ${answers}-mal gegeben`,
  },
  votes: {
    first: 'Erste Abstimmung',
    second: 'Zweite Abstimmung',
    chosen: 'Gewählt',
    option: (vote, option) => `${vote}, Möglichkeit ${option}`,
    of: (n, all) => `${n} von ${all}`,
    compared: 'Vor und nach dem Gespräch',
    comparedTitle: 'Richtig vor und nach dem Gespräch',
    rightFirst: 'Richtig in der ersten Abstimmung',
    rightSecond: 'Richtig in der zweiten Abstimmung',
    soFar: 'Wie bisher abgestimmt wurde',
    hide: 'Stimmen ausblenden',
  },
};
