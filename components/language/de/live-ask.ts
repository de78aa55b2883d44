import type { Words } from '../words.ts';

export const liveAsk: Words['liveAsk'] = {
  cancel: 'Abbrechen',
  askNow: 'Jetzt fragen',
  question: {
    title: 'Der Klasse eine Frage stellen',
    about:
      'Die Klasse sieht den Text und die Möglichkeiten. Was richtig ist und warum, sieht sie, wenn du auflöst.',
    write: 'Selbst schreiben',
    take: 'Fertige Fragen',
    now: 'Jetzt fragen',
  },
  task: {
    title: 'Der Klasse eine Aufgabe geben',
    about:
      'Alle bekommen eine eigene Kopie des Heaps und probieren, so oft sie wollen. Der Heap der Klasse steht derweil still.',
    write: 'Selbst schreiben',
    take: 'Fertige Aufgaben',
    now: 'Aufgabe stellen',
  },
  whereFrom: 'Woher',
  use: 'Nehmen',
  heapNotHere: 'Der Heap der Klasse ist noch nicht da.',
  point: {
    title: 'Die Klasse auf ein Objekt zeigen lassen',
    about:
      'Alle wählen ein Objekt im Graphen, in der Tabelle, im Baum oder in einer Liste. Welche richtig sind und warum, sehen sie, wenn du auflöst.',
    noText: 'Eine Frage braucht ihren Text.',
    noObject: 'Wähle mindestens ein Objekt, das richtig ist.',
    question: 'Frage',
    questionHint: 'Was in `Backticks` steht, wird als Code gezeigt.',
    example: 'Welches Objekt hält die Liste von `a` am Leben?',
    explanation: 'Erklärung',
    explanationHint: 'Wird nach der Auflösung gezeigt.',
    right: 'Richtige Objekte: Jedes davon zählt',
    inGraph: 'Im Graphen wählen',
  },
  round: {
    title: 'Eine Runde mit Vorhersagen',
    about:
      'Alle markieren, was die Sammlung freigibt, und sagen, was sie zurückgibt. Dann sammelst du, und sie wird Schritt für Schritt gezeigt.',
    generation: 'Was gesammelt wird',
  },
  predict: {
    title: 'Die Klasse um eine Vorhersage bitten',
    about:
      'Eine Frage über genau diesen Heap. Er steht still, bis du auflöst; vorher sieht die Klasse weder Antwort noch Erklärung.',
    another: 'Eine andere',
    withAnswer: 'Die Frage mit ihrer Antwort',
    asking: 'Eine Kopie des Heaps wird befragt.',
  },
  rules: {
    time: 'Zeit',
    noLimit: 'Ohne Zeitgrenze',
    seconds: (n) => (n === 1 ? '1 Sekunde' : `${n} Sekunden`),
    minutes: (n) => (n === 1 ? '1 Minute' : `${n} Minuten`),
    gather: 'Erst sammeln',
    gatherHint:
      'Alle sehen, wer da ist; sobald du auf „Starten“ drückst, beginnt es nach einem Countdown von drei',
    sure: 'Fragen, wie sicher alle sind',
    sureHint: 'Richtig und sicher gibt alle Punkte; falsch und sicher kostet welche',
    speed: 'Schnelle Antworten zählen mehr',
    speedHint: 'Braucht eine Zeitgrenze',
  },
  objects: {
    search: (label) => `Objekte durchsuchen: ${label}`,
    searchBy: 'Nach Name, Typ oder Wert suchen',
    none: 'Kein Objekt passt dazu.',
    more: 'Weitere Objekte zeigen',
  },
};
