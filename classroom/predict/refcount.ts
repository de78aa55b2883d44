/** What `sys.getrefcount` returns, and how many references there are: [RC1] of the heap. */
import type { Level } from '../protocol/prediction.ts';
import type { Chance } from './chance.ts';
import { type Ground, isData, type Spot } from './ground.ts';
import { type Kind, type Made, number, target } from './kind.ts';
import { dataSpots, prelude } from './preludes.ts';
import { code, holdings, ifTyped, prompted, shown, shownBeside, times } from './words.ts';

/** The least and the most that is asked for, by level. */
const COUNTS: Readonly<Record<Level, readonly [number, number]>> = { 1: [2, 4], 2: [3, 8], 3: [3, 12] };

function targets(ground: Ground, level: Level, modules: readonly string[]): string[] {
  return dataSpots(ground, level, modules).map(({ module, text }) => target(module, text));
}

function read(ground: Ground, wanted: string): Spot | null {
  const [module = '', text = ''] = wanted.split('\n');
  const spot = ground.spot(module, text);
  return spot !== null && isData(spot.object) ? spot : null;
}

function call(text: string): string {
  return `sys.getrefcount(${text})`;
}

export const refcount: Kind = {
  targets,
  make(ground: Ground, wanted: string, level: Level, chance: Chance): Made | null {
    const spot = read(ground, wanted);
    if (spot === null) return null;
    const before = level === 1 ? { lines: [], note: '' } : prelude(ground, spot, level, chance);
    const { module, text, object } = spot;
    if (ground.attempt(before.lines) === null) return null;
    const holders = ground.holders(object.serial);
    const lines = [...before.lines, { module, source: call(text) }];
    const said = ground.attempt(lines)?.said ?? '';
    const value = Number(said);
    const [least, most] = COUNTS[level];
    // The references that are there, and one for the argument: what does not come to that is not asked.
    if (holders === null || !/^\d+$/.test(said) || value !== times(holders) + 1) return null;
    if (value < least || value > most) return null;
    const why = ground.say.refcount(code(said), value - 1, shown(ground, object), holdings(ground, holders));
    const explanation = `${why} ${before.note}`.trim();
    return number({ prompt: prompted(ground, lines, ifTyped(ground, lines)), explanation, lines }, value);
  },
};

export const holders: Kind = {
  targets,
  make(ground: Ground, wanted: string, level: Level, chance: Chance): Made | null {
    const spot = read(ground, wanted);
    if (spot === null) return null;
    const before = prelude(ground, spot, level, chance);
    const { module, text, object } = spot;
    if (before.lines.length === 0 || ground.attempt(before.lines) === null) return null;
    const found = ground.holders(object.serial);
    const counting = { module, source: call(text) };
    const value = Number(ground.attempt([...before.lines, counting])?.said ?? '') - 1;
    if (found === null || value !== times(found) || value < level || value > COUNTS[level][1]) return null;
    const { lines } = before;
    const { holders: say } = ground.say;
    const asks = say.asks(shownBeside(ground, object, text));
    const why = say.why(value, holdings(ground, found), code(call(text)));
    const explanation = `${why} ${before.note}`.trim();
    return number({ prompt: prompted(ground, lines, asks), explanation, lines: [...lines, counting] }, value);
  },
};
