import type { Words } from '../words.ts';

export const transcript: Words['transcript'] = {
  title: 'Verlauf',
  entriesOf: 'Einträge von:',
  everybody: 'Alle',
  shown: (shown, all) => `${shown} von ${all}`,
  empty: 'Noch nichts eingegeben',
  emptyText: 'Was eingegeben wird, erscheint hier mit seiner Ausgabe.',
  latest: 'Neueste',
  showEffect: (id) => `Zeigen, was Eintrag ${id} bewirkt hat`,
  pending: 'unterwegs',
  refused: 'abgelehnt',
};
