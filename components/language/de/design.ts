import type { Words } from '../words.ts';

export const design: Words['design'] = {
  close: 'Schließen',
  cancel: 'Abbrechen',
  copied: 'Kopiert',
  noCopy: 'Kopieren geht hier nicht',
  nothing: 'Hier ist noch nichts.',
  notOpened: 'Das ließ sich nicht öffnen',
  notLoaded: 'Dieser Teil ließ sich nicht laden',
  offline: 'Prüfe deine Verbindung. Wenn es so bleibt, lade die Seite neu: Von dir geht nichts verloren.',
  again: 'Noch einmal versuchen',
  loading: 'Wird geladen …',
  of: (value, max) => `${value} von ${max}`,
  message: 'Mitteilung',
  messages: (key) => `Mitteilungen (${key})`,
  number: {
    none: 'Bitte eine Zahl.',
    ambiguous: (whole, decimal) => `Das lässt sich auf zwei Arten lesen. Schreib ${whole} oder ${decimal}.`,
    grouped: (instead) => `Bitte nichts zwischen die Tausender: ${instead}.`,
    comma: (instead) => `Bitte einen Punkt vor die Nachkommastellen: ${instead}.`,
    large: 'Das ist zu groß für eine Antwort.',
    hint: 'Komma oder Punkt vor den Nachkommastellen, nichts zwischen den Tausendern.',
  },
};
