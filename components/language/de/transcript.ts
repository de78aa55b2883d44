import type { Words } from '../words.ts';

const call: Words['transcript']['call'] = ({ automatic, generation }) =>
  automatic ? `automatische Sammlung von Generation ${generation}` : `gc.collect(${generation})`;

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
  call,
  watch: (collection) => `Ansehen: ${call(collection)}`,
};
