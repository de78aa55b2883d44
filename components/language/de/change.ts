import type { Words } from '../words.ts';
import { numbers } from './numbers.ts';

const refused: Words['change']['refused'] = (why) => {
  switch (why.kind) {
    case 'notReached':
      return 'Keiner deiner Ausdrücke erreicht dieses Objekt.';
    case 'notOne':
      return 'Eine Referenz verweist auf ein Objekt, nicht auf Namen oder einen Stapel.';
    case 'spelling':
      return 'Ein Name hat Buchstaben, Ziffern und _, und keine Ziffer am Anfang.';
    case 'namesOf':
      return `Nur ${why.module} darf die Namen von ${why.module} ändern.`;
    case 'takesNone':
      return `Zu einem Objekt vom Typ ${why.type} kann nichts hinzugefügt werden.`;
    case 'noKeys':
      return `Ein Objekt vom Typ ${why.type} hat keine Schlüssel.`;
    case 'notKey':
      return "Schreib den Schlüssel als Python: 'k' oder 3.";
    case 'fixed':
      return `Ein Objekt vom Typ ${why.type} kann nicht geändert werden.`;
    case 'noLiteral':
      return 'Dieser Schlüssel lässt sich nicht als Literal schreiben.';
    case 'notAssigned':
      return 'Diese Referenz wird nicht durch eine Zuweisung geändert.';
  }
};

export const change: Words['change'] = {
  refused,
  note(why) {
    switch (why.kind) {
      case 'frame':
        return 'Nur die laufende Funktion ändert die Namen ihres Frames.';
      case 'unchanged':
        return 'Seine Referenzen werden von keiner Anweisung geändert.';
      default:
        return refused(why);
    }
  },
  menu: 'Was mit dieser Karte getan werden kann',
  names: 'Namen',
  copied: 'Kopiert',
  noCopy: 'Kopieren ist hier nicht möglich',
  inspect: 'Im Inspektor zeigen',
  around: 'Nur dies und seine Nachbarn',
  copy: 'Den Ausdruck kopieren',
  pointTo: 'Verweisen auf',
  fresh: {
    item: 'Element hinzufügen',
    key: 'Schlüssel hinzufügen',
    attribute: 'Attribut hinzufügen',
    name: 'Namen hinzufügen',
    slot: 'Verweisen auf',
  },
  nameIt: 'Benennen',
  deleteName: 'Namen löschen',
  deleteReference: 'Referenz löschen',
  more: (n) => `und ${n} weitere: Gib die Anweisung ein`,
  oneMoreItem: (holder) => `${holder}, ein Element mehr`,
  pressOrChoose: 'drück auf eine Karte oder wähle:',
  choose: 'wähle:',
  cancel: 'Abbrechen',
  name: 'Name',
  key: 'Schlüssel',
  attribute: 'Attribut',
  findTarget: 'Das Objekt finden, auf das verwiesen wird',
  find: 'Finden',
  reachable: 'Objekte, die du erreichst',
  moreObjects: (n) =>
    `${numbers.count(n, 'weiteres Objekt', 'weitere Objekte')}: Gib etwas ein, um zu suchen`,
  noneFits: 'Kein Objekt, das du erreichst, passt.',
};
