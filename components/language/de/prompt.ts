import type { Words } from '../words.ts';

export const prompt: Words['prompt'] = {
  label: 'Python-Eingabe',
  off: 'Eingaben sind im Moment abgeschaltet.',
  run: 'Ausführen',
  runHint: 'Ausführen (Enter). Umschalt+Enter beginnt eine neue Zeile.',
  wrong: (line, message) => `Zeile ${line}: ${message}`,
  palette: {
    label: 'Fertige Anweisungen',
    name: 'Name',
    notAName: 'Ein Name besteht aus Buchstaben, Ziffern und _ und beginnt nicht mit einer Ziffer.',
    list: 'Liste',
    object: 'Objekt',
    generation: 'Generation',
    generations: { young: 'Generation 0', middle: '0 und 1', all: 'Alle' },
    phrases: {
      list: {
        label: 'Neue Liste',
        title: 'Neue Liste',
        does: 'Erzeugt eine leere Liste und einen Namen, der auf sie verweist.',
      },
      dict: {
        label: 'Neues dict',
        title: 'Neues dict',
        does: 'Erzeugt ein leeres dict und einen Namen, der darauf verweist.',
      },
      point: {
        label: 'Verweisen',
        title: 'Einen Namen auf ein Objekt verweisen lassen',
        does: 'Bindet einen Namen an ein Objekt, das es schon gibt: eine Referenz mehr, keine Kopie.',
      },
      append: {
        label: 'Anhängen',
        title: 'An eine Liste anhängen',
        does: 'Die Liste verweist von nun an auf das Objekt.',
      },
      delete: {
        label: 'Name löschen',
        title: 'Einen Namen löschen',
        does: 'Nimmt den Namen weg, nicht das Objekt. Das Objekt stirbt, wenn nichts mehr darauf verweist.',
      },
      collect: {
        label: 'Sammeln',
        title: 'Müll sammeln',
        does: 'Lässt den Garbage Collector für Zyklen laufen.',
      },
    },
  },
};
