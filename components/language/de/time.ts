import type { Words } from '../words.ts';
import { numbers } from './numbers.ts';

const { whole, bytes, count } = numbers;

function objects(n: number): string {
  return count(n, 'Objekt', 'Objekte');
}

const collection: Words['time']['collection'] = ({ generation, automatic, collected }) =>
  `Generation ${generation}${automatic ? ' automatisch' : ''} gesammelt, ${whole(collected)} gefunden`;

export const time: Words['time'] = {
  nothing: 'Noch nichts zu vergleichen',
  nothingText: 'Nach jeder Anweisung steht hier, wie viele Objekte es gibt und wie viele Bytes sie brauchen.',
  sinceHere: 'Du kamst nach der letzten Anweisung. Was vorher war, steht im Protokoll.',
  form: 'Form des Verlaufs',
  chart: 'Diagramm',
  table: 'Tabelle',
  reading: 'Das Protokoll wird gelesen …',
  fromBeginning: 'Von Anfang an',
  statement: 'Die Anweisung',
  inTranscript: 'Im Verlauf',
  objects: 'Objekte',
  liveObjects: 'Lebende Objekte',
  used: 'Benutzte Bytes',
  system: 'Bytes vom System',
  fromSystem: 'Vom System',
  arenas: 'Arenen',
  collections: 'Sammlungen',
  generations: 'Generation 0 · 1 · 2',
  slider: 'Anweisung',
  newest: (n) =>
    n === 1 ? 'Die neueste Anweisung' : `Die neuesten ${whole(n)} Anweisungen, die neueste zuerst`,
  by: 'Von',
  inUse: 'Benutzt',
  collection,
  collectionSentence: (it) => `${collection(it)}.`,
  moment: (statement, figures, collections) =>
    [
      statement,
      objects(figures.objects),
      `${bytes(figures.bytesUsed)} benutzt`,
      `${bytes(figures.bytesFromSystem)} vom System`,
      ...collections.map(collection),
    ].join('; '),
  effect(made, changed, freed, gone) {
    const [first, second, third] = [
      ...(made > 0 ? [`${objects(made)} erzeugt`] : []),
      ...(changed > 0 ? [`${objects(changed)} geändert`] : []),
      ...(freed > 0 ? [`${objects(freed)} freigegeben`] : []),
    ];
    if (first === undefined) return 'Sie hat kein Objekt geändert.';
    const rest =
      third === undefined ? (second === undefined ? '' : ` und ${second}`) : `, ${second} und ${third}`;
    const later =
      gone === 0 ? '' : ` Davon ${gone === 1 ? 'ist eines' : `sind ${gone}`} inzwischen nicht mehr da.`;
    return `Sie hat ${first}${rest}.${later}`;
  },
  noEntry: 'Das Protokoll hat diesen Eintrag nicht mehr.',
  notTold: {
    otherHeap: (entry) =>
      `Noch einmal ausgeführt, führt Eintrag ${entry} hier zu einem anderen Heap als dem gespeicherten. Lade die Seite neu; hilft das nicht, hat eine andere Version von Heaproom diese Stunde ausgeführt, und was vorher war, lässt sich nicht zeigen.`,
    fault:
      'Das Protokoll ließ sich hier nicht noch einmal ausführen. Lade die Seite neu, und versuche es noch einmal.',
  },
  removed: (nickname) => `${nickname} wird entfernt`,
};
