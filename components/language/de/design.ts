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
};
