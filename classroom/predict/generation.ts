/** Where an object stands after a collection: [GC2] and [GC4] of the heap. */
import type { GenerationNumber, ObjectView } from '../../heap/index.ts';
import type { Level } from '../protocol/prediction.ts';
import type { Chance } from './chance.ts';
import type { Ground, Line } from './ground.ts';
import { type Kind, type Made, one, target } from './kind.ts';
import type { Phrases } from './phrases/index.ts';
import { dataSpots } from './preludes.ts';
import { code, holdings, lifeWords, objectOf, prompted, shownBeside } from './words.ts';

type Pick = readonly GenerationNumber[];
const CALLS: Readonly<Record<Level, readonly Pick[]>> = {
  1: [[0], [1]],
  2: [[0], [1], [2]],
  3: [
    [0, 0],
    [0, 1],
    [1, 0],
    [1, 2],
  ],
};

function place(object: ObjectView | undefined, say: Phrases['generation']): string | null {
  if (object === undefined) return say.gone;
  if (object.generation === 'permanent') return null;
  return object.generation === null ? say.none : (say.places[object.generation] ?? null);
}

/** Level 1 asks about what moves, level 2 also about what stays or is not tracked, level 3 also about what is let go. */
function suits(level: Level, { generation, tracked }: ObjectView): boolean {
  if (generation === 'permanent') return false;
  return level > 1 || (tracked && generation !== 2);
}

export const generation: Kind = {
  targets: (ground, level, modules) =>
    dataSpots(ground, level, modules)
      .filter(({ object, imports }) => imports.length === 0 && suits(level, object))
      .map(({ module, text }) => target(module, text)),
  make(ground: Ground, wanted: string, level: Level, chance: Chance): Made | null {
    const { generation: say } = ground.say;
    const [module = '', text = ''] = wanted.split('\n');
    const spot = ground.spot(module, text);
    if (spot === null || !suits(level, spot.object)) return null;
    const { object } = spot;
    const calls = chance.pick(CALLS[level]) ?? [2];
    const goes = level === 3 && /^\w+$/.test(text) && chance.below(3) > 0;
    const lines: Line[] = [
      ...(goes ? [{ module, source: `del ${text}` }] : []),
      ...calls.map((each) => ({ module: ground.collector, source: `gc.collect(${each})` })),
    ];
    const started = object.generation;
    const tried = ground.attempt(lines.slice(0, goes ? 1 : 0));
    const before = ground.fork.inspect();
    const held = ground.holders(object.serial, before);
    const line = ground.lifeline(object.serial, before);
    if (tried === null) return null;
    // Where it stands before each collection: one that does not look there leaves it where it is.
    const stands: (GenerationNumber | null)[] = [];
    for (const at of calls.keys()) {
      if (ground.attempt(lines.slice(0, (goes ? 1 : 0) + at)) === null) return null;
      const now = objectOf(ground.fork.inspect(), object.serial)?.generation;
      stands.push(typeof now === 'number' ? now : null);
    }
    if (ground.attempt(lines) === null) return null;
    const after = objectOf(ground.fork.inspect(), object.serial);
    const right = place(after, say);
    if (right === null || (held === null && line.kind !== 'gone')) return null;
    if (level === 1 && after?.generation === started) return null;
    // Stays in the oldest, whatever runs: nobody has to think.
    if (started === 2 && after?.generation === 2 && calls.includes(2)) return null;
    const story: string[] = [];
    story.push(
      typeof started === 'number'
        ? say.stands(shownBeside(ground, object, text), started)
        : say.untracked(shownBeside(ground, object, text)),
    );
    if (goes) story.push(say.del);
    const kept = held === null ? '' : say.held(holdings(ground, held), lifeWords(ground, line));
    if (line.kind === 'gone') story.push(say.last);
    else {
      story.push(kept);
      for (const [at, each] of calls.entries()) {
        const where = stands[at] ?? null;
        const call = code(`gc.collect(${each})`);
        story.push(where !== null && where > each ? say.passes(call, each, where) : say.looks(call, each));
      }
      if (right === say.none && started !== null) story.push(say.untracks);
    }
    const asks = say.asks(code(text), ground.alone ? null : code(module));
    const explanation = `${right}. ${story.join(' ')}`;
    return one(
      { prompt: prompted(ground, lines, asks), explanation, lines },
      [...say.places, say.none, say.gone],
      right,
    );
  },
};
