import type { ObjectView } from '../../../heap/index.ts';
import type { Words } from '../words.ts';
import { numbers } from './numbers.ts';

const { whole, bytes, count } = numbers;

function generationOf({ generation, tracked }: Pick<ObjectView, 'generation' | 'tracked'>): string {
  if (generation === 'permanent') return 'permanent';
  if (generation !== null) return `Gen ${generation}`;
  return tracked ? 'beobachtet' : 'nicht beobachtet';
}

function references(n: number): string {
  return count(n, 'Referenz', 'Referenzen');
}

function objects(n: number): string {
  return count(n, 'Objekt', 'Objekte');
}

function some(parts: readonly string[], more: number): string {
  return more === 0 ? parts.join(', ') : `${parts.join(', ')} und ${more} weitere`;
}

export const heap: Words['heap'] = {
  generationOf,
  objects,
  refs: (n) => `${n} ${n === 1 ? 'Ref' : 'Refs'}`,
  sentence(object) {
    const parts = [`${object.type} ${object.repr}`];
    parts.push(object.refcount === null ? 'vom Interpreter mitbenutzt' : references(object.refcount));
    parts.push(`${whole(object.size)} Bytes`);
    parts.push(generationOf(object));
    if (object.owner !== null) parts.push(`angelegt von ${object.owner}`);
    if (!object.reachable) parts.push('verloren: Nichts, was läuft, erreicht es');
    return parts.join(', ');
  },
  leaked: 'verloren',
  freed: 'freigegeben',
  newborn: 'neu',
  weak: 'schwach',
  made: 'davon erzeugt',
  changed: 'davon geändert',
  names: 'Namen',
  myNames: 'meine Namen',
  frame: 'Frame',
  frameIn: (module) => `Frame in ${module}`,
  namesOf: (title) => `Namen von ${title}`,
  frameOf: (title) => `Frame von ${title}`,
  noNames: 'noch keine Namen',
  noNamesTitle: 'Noch keine Namen',
  noNamesText: 'Ein Name erscheint, wenn eine Anweisung ihn bindet.',
  pointsTo: 'verweist auf',
  nameCount: (n) => count(n, 'Name', 'Namen'),
  more: (n) => `${n} weitere`,
  pile: (type, n) => (type === null ? objects(n) : `${type} × ${whole(n)}`),
  pilePress: (size, off) => `${bytes(size)}, drücken: ${off} abheben`,
  aPile: 'ein Stapel von Objekten',
  pileSpoken: (title, leaked, size) => `Stapel: ${title}, ${leaked ? 'verloren, ' : ''}${size} Bytes`,
  news: {
    born: (parts, more) => `Neu: ${some(parts, more)}.`,
    freed: (parts, more) => `Freigegeben: ${some(parts, more)}.`,
    leaked: (parts, more) => `Verloren: ${some(parts, more)}.`,
    counted: (name, refs) => `${name}: ${references(refs)}`,
    counts: (parts, more) => `${some(parts, more)}.`,
    moved: (n) => `${count(n, 'Objekt ist', 'Objekte sind')} in eine andere Generation gekommen.`,
  },
  legend: {
    title: 'Legende',
    generation: (n) => `Gen ${n}`,
    freed: 'eben freigegeben',
    mine: 'meins',
    weak: 'schwache Referenz',
  },
  bar: {
    objects: (n) => (n === 1 ? 'Objekt' : 'Objekte'),
    leaked: () => 'verloren',
    meter: 'Benutzte Bytes von den Bytes des Systems',
    meterAt: (used, all) => `${bytes(used)} benutzt von ${bytes(all)} des Systems`,
    of: (used, all) => `${bytes(used)} von ${bytes(all)}`,
    blocks: (arenas, blocks) => `${count(arenas, 'Arena', 'Arenen')}, ${count(blocks, 'Block', 'Blöcke')}`,
  },
  effect: {
    running: (id) => `Das Protokoll läuft noch einmal bis Eintrag ${id}`,
    entry: (id, author) => `Eintrag ${id}, ${author}:`,
    close: 'Schließen, was der Eintrag bewirkt hat',
  },
  noCanvas: {
    title: 'Dieser Browser zeichnet keine Bilder',
    text: 'Er gibt der Seite keine Zeichenfläche, deshalb gibt es keine Karten und Pfeile. Die Tabelle hat dieselben Objekte, und alles andere geht.',
  },
};
