import type { Words } from '../words.ts';
import { numbers } from './numbers.ts';

const { whole, bytes, count } = numbers;

const PARTS: Readonly<Record<Parameters<Words['memory']['holder']>[0], (object: string) => string>> = {
  object: (object) => object,
  items: (object) => `die Elemente von ${object}`,
  keys: (object) => `die Tabelle von ${object}`,
  'shared keys': (object) => `die gemeinsamen Namen der Instanzen von ${object}`,
  docstring: (object) => `der Docstring von ${object}`,
  values: (object) => `die Attribute von ${object}`,
  table: (object) => `die Tabelle von ${object}`,
  text: (object) => `der Text von ${object}`,
  state: (object) => `die eigenen Daten von ${object}`,
  callback: (object) => `eine Funktion, die am Ende aufgerufen wird, aufbewahrt von ${object}`,
};

export const memory: Words['memory'] = {
  title: 'Speicher',
  holder: (part, object, owner) => `${PARTS[part](object)}${owner === null ? '' : `, angelegt von ${owner}`}`,
  states: {
    untouched: 'nie ausgegeben',
    header: 'Kopf des Pools, 48 Bytes',
    tail: 'Rest des Pools, zu kurz für einen Block',
    free: 'frei: zurückgegeben, wird vor unberührten wieder ausgegeben',
    used: 'vom Interpreter benutzt',
    kept: 'von seinem Typ für das nächste Objekt behalten',
  },
  shares: {
    used: 'in Pools benutzt',
    outside: 'über 512 Bytes, außerhalb',
    kept: 'von Typen behalten',
    freeInPools: 'frei in benutzten Pools',
    overhead: 'Köpfe und Reste der Pools',
    emptyPools: 'leere Pools',
    untouched: 'noch nicht benutzt',
  },
  pool: (pool, arena) => `Pool ${pool} von Arena ${arena}`,
  poolEmpty: (name) => `${name}: leer. Jede Größenklasse kann ihn nehmen.`,
  poolUsed: (name, size, used, all) =>
    `${name}: Blöcke von ${size} Bytes, ${whole(used)} von ${whole(all)} benutzt${used === all ? ', voll' : ''}.`,
  poolUntouched: (name) => `${name}: noch nicht benutzt.`,
  block: (block, size, what) => `Block ${block}, ${size} Bytes: ${what}.`,
  noPool: 'Kein Pool ist benutzt.',
  fragmentation: (percent, free) =>
    `${percent} % der benutzten Pools sind frei (${bytes(free)}), und nur für Blöcke von der Größe des Pools.`,
  map: (arenas, pools, rest) =>
    `${count(arenas, 'Arena', 'Arenen')} von 1 MiB, ${count(pools, 'Pool', 'Pools')} benutzt. ${rest}`,
  noCanvas:
    'Er gibt der Seite keine Zeichenfläche, deshalb sind die Arenen nicht gezeichnet. Die Tabelle hat dieselben Pools.',
  noArena: 'Noch keine Arena: Das erste kleine Objekt fordert eine an.',
  pools: 'Pools aller Arenen',
  blocks: 'Blöcke des Pools',
  empty: 'leer',
  form: 'Form des Speichers',
  asMap: 'Karte',
  asTable: 'Tabelle',
  colour: 'Farbe der Blöcke',
  byClass: 'Nach Größenklasse',
  byOwner: 'Nach Besitzer',
  figures: {
    title: 'Bytes vom System',
    used: 'benutzt',
    asked: 'vom System angefordert',
    blocks: (arenas, blocks) => `${count(arenas, 'Arena', 'Arenen')}, ${count(blocks, 'Block', 'Blöcke')}`,
  },
  legend: {
    title: 'Legende der Karte',
    bytes: (size) => `${size} Bytes`,
    interpreter: 'der Interpreter',
    moreOwners: (n) =>
      `und ${count(n, 'weiterer Besitzer', 'weitere Besitzer')}: Zeig auf einen Block, um seinen Besitzer zu lesen`,
    free: 'frei',
    kept: 'von seinem Typ behalten',
    untouched: 'nie ausgegeben',
    header: 'Kopf des Pools',
  },
  outside: {
    title: 'Außerhalb der Pools',
    requests: (n, size) =>
      `${count(n, 'Anforderung', 'Anforderungen')} über 512 Bytes${n === 0 ? '' : `, ${bytes(size)}`}`,
    kept: 'vom Interpreter aufbewahrt',
    smaller: (n) => `und ${count(n, 'kleinere', 'kleinere')}`,
  },
  table: {
    classes: 'Größenklassen',
    noArena: 'Noch keine Arena: Nichts wurde angefordert.',
    blocksOf: 'Blöcke von',
    bytes: (size) => `${size} Bytes`,
    pools: 'Pools',
    used: 'Benutzt',
    free: 'Nicht benutzt',
    usedBytes: 'Benutzte Bytes',
    firstPools: (listed, all) =>
      `Die ersten ${listed} von ${count(all, 'benutzten Pool', 'benutzten Pools')}`,
    allPools: (n) => count(n, 'benutzter Pool', 'benutzte Pools'),
    pool: 'Pool',
    show: 'Auf der Karte zeigen:',
    usedOf: (used, all) => `${whole(used)} von ${whole(all)}`,
    state: 'Zustand',
    full: 'voll',
    hasRoom: 'hat Platz',
    address: 'Adresse',
    others: (n) => `${count(n, 'Pool', 'Pools')} nicht benutzt.`,
  },
};
