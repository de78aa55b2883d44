/** What `sys.getsizeof` returns after a change: header, collector's header, room for more. [PM2] of the heap. */

import type { HeapView, ObjectView } from '../../heap/index.ts';
import type { Level } from '../protocol/prediction.ts';
import type { Chance } from './chance.ts';
import { type Ground, isData, type Line } from './ground.ts';
import { type Kind, type Made, number, one, target } from './kind.ts';
import { dataSpots } from './preludes.ts';
import { code, counted, ifTyped, prompted } from './words.ts';

type Change = (text: string, fresh: string) => readonly [source: string, asked: string];

const COPIES: Readonly<Record<string, readonly Change[]>> = {
  list: [
    (text, fresh) => [`${fresh} = ${text}[:]`, fresh],
    (text, fresh) => [`${fresh} = ${text} + [None]`, fresh],
    (text, fresh) => [`${fresh} = tuple(${text})`, fresh],
  ],
  tuple: [
    (text, fresh) => [`${fresh} = ${text} + (None,)`, fresh],
    (text, fresh) => [`${fresh} = list(${text})`, fresh],
    (text, fresh) => [`${fresh} = ${text} * 2`, fresh],
  ],
  dict: [
    (text, fresh) => [`${fresh} = tuple(${text})`, fresh],
    (text, fresh) => [`${fresh} = list(${text})`, fresh],
    (text, fresh) => [`${fresh} = set(${text})`, fresh],
  ],
  set: [
    (text, fresh) => [`${fresh} = tuple(${text})`, fresh],
    (text, fresh) => [`${fresh} = list(${text})`, fresh],
  ],
};

const CHANGES: Readonly<Record<string, readonly Change[]>> = {
  list: [
    (text) => [`${text}.append(None)`, text],
    (text) => [`${text}.extend([None, None])`, text],
    (text) => [`${text}.clear()`, text],
    (text) => [`${text} *= 2`, text],
  ],
  tuple: COPIES.tuple ?? [],
  dict: [
    (text) => [`${text}['new'] = None`, text],
    (text) => [`${text}.clear()`, text],
    (text, fresh) => [`${fresh} = dict(${text})`, fresh],
  ],
  set: [(text) => [`${text}.add('new')`, text], (text) => [`${text}.clear()`, text]],
};

const HARDER: Readonly<Record<string, readonly Change[]>> = {
  ...CHANGES,
  list: [
    (text) => [`for i in range(5): ${text}.append(i)`, text],
    (text) => [`${text}.append(None); ${text}.append(None)`, text],
    (text, fresh) => [`${fresh} = ${text} * 3; ${fresh}.append(None)`, fresh],
  ],
  set: [(text) => [`${text}.update(range(10))`, text], (text) => [`${text}.update('abc')`, text]],
  dict: [
    (text) => [`${text}.update({1: 1, 2: 2, 3: 3, 4: 4, 5: 5, 6: 6})`, text],
    (text, fresh) => [`${fresh} = {**${text}, 'new': None}`, fresh],
  ],
};

const CHANGED = { 1: COPIES, 2: CHANGES, 3: HARDER } as const;

function typed(change: Change, text: string, fresh: string, module: string): readonly [Line[], string] {
  const [source, asked] = change(text, fresh);
  const lines = source.startsWith('for ')
    ? [{ module, source: `${source}\n` }]
    : source.split('; ').map((each) => ({ module, source: each }));
  return [lines, asked];
}

/** The parts that a size adds up to, in a sentence; null where they do not. */
function parts({ type, size, capacity }: ObjectView, items: number): string | null {
  const collector = 'the 16 bytes in front of it that the collector uses included';
  switch (type) {
    case 'list':
      return capacity === null || size !== 56 + 8 * capacity.allocated
        ? null
        : `56 bytes for the list itself, ${collector}, and 8 for each place for an item, of which it has ${capacity.allocated}: 56 + 8 × ${capacity.allocated} = ${size}. ${counted(capacity.used, 'place is', 'places are')} in use.`;
    case 'tuple':
      return size !== 40 + 8 * items
        ? null
        : `40 bytes for the tuple itself, ${collector}, and 8 for each item: 40 + 8 × ${items} = ${size}. A tuple has no room to spare.`;
    case 'dict':
      return capacity === null || size < 64
        ? null
        : `64 bytes for the dict itself, ${collector}, and ${size - 64} for its table, which has room for ${counted(capacity.allocated, 'key')}: 64 + ${size - 64} = ${size}. ${counted(capacity.used, 'key is', 'keys are')} in it.`;
    case 'set': {
      if (capacity === null) return null;
      const table = capacity.allocated === 8 ? 0 : 16 * capacity.allocated;
      if (size !== 216 + table) return null;
      return table === 0
        ? `216 bytes, ${collector}: a set has a table for 8 inside itself, and ${counted(capacity.used, 'item needs', 'items need')} no other.`
        : `216 bytes for the set itself, ${collector}, and 16 for each of the ${capacity.allocated} places of its table: 216 + 16 × ${capacity.allocated} = ${size}. The small table inside counts although it is not used any more.`;
    }
    default:
      return null;
  }
}

const ITEMS = ' What the items take themselves is not counted.';

/** The object that a name or path leads to on the fork as it stands. */
function found(ground: Ground, view: HeapView, module: string, text: string, before: ObjectView) {
  const space = view.namespaces.find(({ kind, title }) => kind === 'module' && title === module);
  const named = space?.names.find(({ name }) => name === text)?.target;
  const known = ground.spot(module, text)?.object.serial;
  const serial = known ?? named ?? before.serial;
  return view.objects.find((object) => object.serial === serial);
}

export const size: Kind = {
  missing: 'Make a list, tuple, dict or set first, such as `a = [1, 2, 3]`.',
  targets: (ground, level, modules) =>
    dataSpots(ground, level, modules)
      .filter(({ object, imports }) => imports.length === 0 && object.type in CHANGED[level])
      .map(({ module, text }) => target(module, text)),
  make(ground: Ground, wanted: string, level: Level, chance: Chance): Made | null {
    const [module = '', text = ''] = wanted.split('\n');
    const spot = ground.spot(module, text);
    if (spot === null || !isData(spot.object)) return null;
    const [fresh = 'x'] = ground.freshNames(module, 1);
    const change = chance.pick(CHANGED[level][spot.object.type] ?? []);
    if (change === undefined) return null;
    const [before, subject] = typed(change, text, fresh, module);
    const lines: Line[] = [...before, { module, source: `sys.getsizeof(${subject})` }];
    const said = ground.attempt([...before, { module, source: `len(${subject})` }])?.said ?? '';
    const after = found(ground, ground.fork.inspect(), module, subject, spot.object);
    const value = Number(ground.attempt(lines)?.said ?? '');
    if (after === undefined || after.size !== value || value > 4000) return null;
    const explained = parts(after, Number(said));
    if (explained === null) return null;
    const explanation = `It prints ${code(String(value))}: ${explained}${ITEMS}`;
    const asked = { prompt: prompted(ground, lines, ifTyped(lines)), explanation, lines };
    if (level === 3) return number(asked, value, 'bytes');
    // Without the collector's header; as before the change; one item more; exactly its items; a whole word off.
    const items = 56 + 8 * Number(said);
    const wrong = [value - 16, spot.object.size, items, value + 8, value + 16, 8 * Number(said), value - 8];
    const others = [...new Set(wrong)].filter((each) => each !== value && each > 0).slice(0, 3);
    const options = [...others, value].sort((a, b) => a - b).map((each) => `${each} bytes`);
    return options.length < 4 ? null : one(asked, options, `${value} bytes`);
  },
};
