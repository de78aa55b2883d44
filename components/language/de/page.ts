import type { Words } from '../words.ts';

export const page: Words['page'] = {
  skip: 'Zum Inhalt springen',
  language: 'Sprache',
  scheme: { label: 'Farbschema', light: 'Hell', dark: 'Dunkel', system: 'Wie das System' },
  loading: 'Wird geladen …',
  toStart: 'Zur Startseite',
  nowhere: {
    title: 'Hier ist nichts, oder es ist nicht für Sie bestimmt',
    text: 'Eine Stunde können die ansehen, die dabei waren, und ihre Lehrkraft, jeweils im Browser von damals.',
  },
  failed: {
    title: 'Diese Seite ist ausgefallen',
    text: 'Das ist ein Fehler von Heaproom. Was die Klasse getan hat, ist auf dem Server gespeichert und nicht betroffen.',
    again: 'Noch einmal versuchen',
  },
};
