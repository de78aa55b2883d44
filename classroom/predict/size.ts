/** What `sys.getsizeof` returns after a change: header, collector's header, room for more. [PM2] of the heap. */

import type { HeapView, ObjectView } from '../../heap/index.ts';
import type { Level } from '../protocol/prediction.ts';
import type { Chance } from './chance.ts';
import { type Ground, isData, type Line } from './ground.ts';
import { type Kind, type Made, number, one, target } from './kind.ts';
import { dataSpots } from './preludes.ts';
import { code, ifTyped, prompted } from './words.ts';

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
function parts({ say }: Ground, { type, size, capacity }: ObjectView, items: number): string | null {
  switch (type) {
    case 'list':
      return capacity === null || size !== 56 + 8 * capacity.allocated
        ? null
        : say.size.list(capacity.allocated, capacity.used, size);
    case 'tuple':
      return size !== 40 + 8 * items ? null : say.size.tuple(items, size);
    case 'dict':
      return capacity === null || size < 64 ? null : say.size.dict(capacity.allocated, capacity.used, size);
    case 'set': {
      if (capacity === null) return null;
      const table = capacity.allocated === 8 ? 0 : 16 * capacity.allocated;
      if (size !== 216 + table) return null;
      return table === 0 ? say.size.smallSet(capacity.used) : say.size.set(capacity.allocated, size);
    }
    default:
      return null;
  }
}

/** The object that a name or path leads to on the fork as it stands. */
function found(ground: Ground, view: HeapView, module: string, text: string, before: ObjectView) {
  const space = view.namespaces.find(({ kind, title }) => kind === 'module' && title === module);
  const named = space?.names.find(({ name }) => name === text)?.target;
  const known = ground.spot(module, text)?.object.serial;
  const serial = known ?? named ?? before.serial;
  return view.objects.find((object) => object.serial === serial);
}

export const size: Kind = {
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
    const explained = parts(ground, after, Number(said));
    if (explained === null) return null;
    const { size: say } = ground.say;
    const explanation = say.why(code(String(value)), explained);
    const asked = { prompt: prompted(ground, lines, ifTyped(ground, lines)), explanation, lines };
    if (level === 3) return number(asked, value, say.unit);
    // Without the collector's header; as before the change; one item more; exactly its items; a whole word off.
    const items = 56 + 8 * Number(said);
    const wrong = [value - 16, spot.object.size, items, value + 8, value + 16, 8 * Number(said), value - 8];
    const others = [...new Set(wrong)].filter((each) => each !== value && each > 0).slice(0, 3);
    const options = [...others, value].sort((a, b) => a - b).map(say.bytes);
    return options.length < 4 ? null : one(asked, options, say.bytes(value));
  },
};
