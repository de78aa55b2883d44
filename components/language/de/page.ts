import type { Words } from '../words.ts';

export const page: Words['page'] = {
  skip: 'Zum Inhalt springen',
  language: 'Sprache',
  settings: 'Sprache und Farben',
  scheme: { label: 'Farbschema', light: 'Hell', dark: 'Dunkel', system: 'Wie das System' },
  toStart: 'Zur Startseite',
  about: 'Ein Klassenzimmer im Browser, in dem sich alle einen simulierten CPython-Heap teilen.',
  aboutSandbox: 'Ein simulierter CPython-Heap in deinem Browser: Gib Python ein und sieh den Speicher dazu.',
  titles: {
    sandbox: 'Sandbox',
    results: 'Meine Ergebnisse',
    lesson: 'Stunde',
    lessons: 'Stunden',
    replay: 'Wiedergabe',
    projector: 'Beamer',
    class: 'Klasse',
    progress: 'Fortschritt',
    teach: 'Unterrichten',
    deck: 'Fragensammlung',
    decks: 'Fragensammlungen',
  },
  nowhere: {
    title: 'Hier ist nichts, oder es ist nicht für dich bestimmt',
    text: 'Eine Stunde können alle ansehen, die dabei waren, und ihre Lehrkraft, jeweils im Browser von damals. Was die Lehrkraft gelöscht oder wovon sie die Namen entfernt hat, ist für die Teilnehmenden nicht mehr da.',
  },
  failed: {
    title: 'Diese Seite ist ausgefallen',
    text: 'Das ist ein Fehler von Heaproom. Was die Klasse getan hat, ist auf dem Server gespeichert und nicht betroffen.',
    again: 'Noch einmal versuchen',
  },
};
