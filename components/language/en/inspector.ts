import { LABEL_PHRASES } from '../../../classroom/labelPhrases.ts';
import type { Contents, CountCause, Unnamed } from '../../../heap/index.ts';
import { numbers } from './numbers.ts';

const { whole, count } = numbers;

/** Why one reference came or went; `where` is the name or what holds it. */
const causes: Readonly<Record<CountCause, (where: string) => string>> = {
  nameBound: (where) => `${where} bound`,
  nameUnbound: (where) => `${where} no longer bound`,
  slotFilled: (where) => `put into ${where}`,
  slotEmptied: (where) => `taken out of ${where}`,
  localBound: (where) => `local ${where} bound`,
  localGone: (where) => `local ${where} gone`,
  argument: (where) => `passed as argument ${where}`,
  holderDied: (where) => `${where}, which died`,
  collector: (where) => `${where}, which the collector took apart`,
};

const unnamed: Readonly<Record<Unnamed, string>> = {
  characters: 'characters',
  'empty slots': 'empty slots',
  entries: 'entries',
  fields: 'fields',
  'insertion order': 'insertion order',
  items: 'items',
  'room for more': 'room for more',
  unused: 'unused',
  values: 'values',
};

/** One object: its facts, its bytes, why it is alive, and the story of its count. */
export const inspector = {
  none: 'No object selected',
  noneText:
    'Choose a card, a name, a block or a row of the table to see its bytes, what it holds and what holds it.',
  gone: 'This object is gone',
  goneText: 'Its memory was given back to its pool; another object may have the same address by now.',
  ofStart:
    'It is part of the interpreter: it was there before the first statement and stays to the end, so it is not counted among the objects of the heap.',
  builtin: 'built in',
  internal: 'internal',
  finalized: 'finalized',
  references: 'References',
  shared: 'shared with the interpreter',
  generation: 'Generation',
  untracked: 'not tracked by the collector',
  bytes: (n: number) => `${whole(n)} bytes`,
  address: 'Address',
  allocatedBy: 'Allocated by',
  fromStart: 'there from the start',
  statement: (n: number) => `, statement ${n}`,
  whyDead: 'Dead, but still here',
  whyAlive: 'Why it is alive',
  itsBytes: 'Its bytes',
  heldBy: 'Held by',
  heldByNone: 'Nothing refers to it.',
  holds: 'Holds',
  holdsNone: 'It refers to nothing.',
  story: 'Story of its count',
  room: 'Room for items',
  roomUsed: (used: number, all: number) => `${whole(used)} used of ${whole(all)}`,
  roomMeter: 'Items used of allocated',
  life: {
    builtin: 'Part of the interpreter: there from the start to the end.',
    alive: 'A shortest way to it from a name or from the interpreter.',
    inCycle:
      'Nothing that runs reaches it. It stays because this cycle leads back to it: no count in it can fall to zero. A collection of its generation frees it.',
    onCycle:
      'Nothing that runs reaches it. It stays because it hangs on a cycle, in which no count can fall to zero. A collection of its generation frees it.',
    fromCycle: 'From the cycle to this object',
    again: 'again',
  },
  blocks: {
    object: 'The object',
    items: 'Its items, a block of their own',
    keys: 'Its table, a block of its own',
    'shared keys': 'Names that its instances share',
    docstring: 'Its docstring, a copy of its own',
    values: 'Its attributes, a block of their own',
    table: 'Its table, a block of its own',
    text: 'Its text, a block of its own',
    state: 'Its own data, a block of no bytes',
    callback: 'A function to call at the end, a block of its own',
  },
  /** Where a block lies. */
  base: 'made with the interpreter',
  constants: 'kept with the compiled code',
  outside: 'outside the pools, above 512 bytes',
  place: (arena: string, pool: string, block: string) => `arena ${arena}, pool ${pool}, block ${block}`,
  blockSize: (bytes: number, room: number) =>
    `${whole(bytes)} bytes${room > bytes ? ` in a block of ${whole(room)}` : ''}`,
  field: (name: string, bytes: number, offset: string) => `${name}, ${whole(bytes)} bytes at ${offset}`,
  fieldSpoken: (bytes: number, offset: string) => `, ${whole(bytes)} bytes at ${offset}`,
  /** Stretches of a block that CPython has no name for. */
  unnamed,
  contents: ({ kind, n }: Contents) => (kind === 'hashed' ? `${n} entries, spread by hash` : `${n} ${kind}`),
  moreBytes: (n: number) => `${whole(n)} bytes more`,
  /** Through what a reference leads. */
  labels: LABEL_PHRASES.en,
  count: {
    tell: 'Tell the story',
    tellAgain: 'Tell it again, to now',
    running: (done: number, all: number) => `Running the log again: ${whole(done)} of ${whole(all)}`,
    meter: 'Statements run again',
    none: 'No statement changed it.',
    touched: (n: number) => `${count(n, 'statement', 'statements')} touched its count.`,
    label: 'Story of the count',
    madeHere: 'made here',
    goTo: 'Go to statement',
    /** `[0] of list [[]]`. */
    inside: (label: string, holder: string) => `${label} of ${holder}`,
    causes,
    more: (n: number) => `and ${whole(n)} more changes`,
    asArgument: (peak: number) => `up to ${whole(peak)} while it was an argument of a call`,
    onStack: (peak: number) => `up to ${whole(peak)} while it was on the operand stack`,
    counted: 'the count reached zero: freed at once',
    collected: 'freed by the collector',
  },
};
