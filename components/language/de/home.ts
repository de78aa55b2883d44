import type { Words } from '../words.ts';

export const home: Words['home'] = {
  title: 'Ein Python-Heap, und die ganze Klasse ist darauf',
  lead: 'Gib Python ein und sieh dem Speicher zu: jedes Objekt, jede Referenz, jeder Zähler, und der Garbage Collector bei der Arbeit.',
  sandbox: 'Sandbox',
  results: 'Meine Ergebnisse',
  start: 'Klasse starten',
  alone: 'Allein probieren',
  starters: 'Oder geh eine Idee Schritt für Schritt durch:',
  points: {
    shared: {
      title: 'Alle in einem Speicher',
      text: 'Jede Schülerin und jeder Schüler ist ein Modul mit eigenen Namen. Referenzen führen von einem zum anderen, und alle sehen im selben Moment denselben Heap.',
    },
    real: {
      title: 'Was CPython wirklich tut',
      text: 'Referenzzähler, Größen, Generationen, was eine Sammlung freigibt, welchen Block das nächste Objekt bekommt: wie in CPython 3.11 auf 64 Bit, daran geprüft.',
    },
    predict: {
      title: 'Erst vorhersagen, dann hinsehen',
      text: 'Bevor der Garbage Collector läuft, markieren alle, was er freigeben wird. Dann läuft er, und die Punkte folgen aus dem, was geschah. Die ganze Stunde lässt sich wiedergeben.',
    },
  },
  join: {
    code: 'Klassencode',
    missing: 'Gib den Code ein, den deine Lehrkraft zeigt.',
    go: 'Der Klasse beitreten',
  },
  stage: {
    label: 'Ein kleiner Heap, Anweisung für Anweisung',
    starting: 'Ein Heap wird gestartet …',
    statements: 'Anweisungen',
    previous: 'Vorige Anweisung',
    next: 'Nächste Anweisung',
    play: 'Abspielen',
    pause: 'Pause',
  },
  story: {
    first: 'Eine Liste entsteht, und der Name a verweist auf sie.',
    second: 'Eine zweite, mit einem eigenen Namen.',
    holds: 'Die erste hält die zweite: Die Liste von b zählt jetzt zwei Referenzen.',
    cycle: 'Und umgekehrt: ein Zyklus.',
    gone: 'Der Name verschwindet. Die Liste bleibt, weil die andere noch auf sie verweist.',
    leaked: 'Niemand kann sie mehr erreichen, und doch ist kein Zähler null: Sie sind verloren.',
    collected: 'Der Garbage Collector findet beide und gibt sie frei.',
  },
};
