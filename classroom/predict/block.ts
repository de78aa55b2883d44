/** Which block the next object gets: [PM1] of the heap. Blocks are told by their addresses, as `id` gives them. */
import type { Level } from '../protocol/prediction.ts';
import type { Chance } from './chance.ts';
import { type Ground, isData, type Line } from './ground.ts';
import { type Kind, type Made, one, target } from './kind.ts';
import { code, prompted } from './words.ts';

/**
 * Types that keep no blocks back for their next object: how one is made, and the bytes it asks for.
 */
const NEW: Readonly<Record<string, { readonly make: string; readonly bytes: number }>> = {
  object: { make: 'object()', bytes: 16 },
  complex: { make: 'complex(1, 2)', bytes: 32 },
  bytearray: { make: 'bytearray()', bytes: 56 },
  set: { make: 'set()', bytes: 216 },
};

function addressIn(said: string | undefined): number {
  return Number(/^'(0x[0-9a-f]+)'$/.exec(said ?? '')?.[1]);
}

function hex(address: number): string {
  return `0x${address.toString(16)}`;
}

/** What happens before, by level: names that are made, names that go, in order, and names that are made then. */
const PLANS: Readonly<
  Record<
    Level,
    readonly { readonly made: number; readonly gone: readonly number[]; readonly again: number }[]
  >
> = {
  1: [
    { made: 2, gone: [0], again: 1 },
    { made: 3, gone: [1], again: 1 },
    { made: 3, gone: [2], again: 1 },
  ],
  2: [
    { made: 3, gone: [0, 2], again: 1 },
    { made: 3, gone: [2, 0], again: 1 },
    { made: 4, gone: [1, 2], again: 1 },
  ],
  3: [
    { made: 3, gone: [0, 1], again: 2 },
    { made: 3, gone: [2, 0], again: 2 },
    { made: 4, gone: [3, 0, 1], again: 2 },
  ],
};

export const block: Kind = {
  targets: (ground, _level, modules) =>
    modules
      .filter((module) => ground.names(module).some(({ object }) => isData(object)))
      .flatMap((module) => Object.keys(NEW).map((type) => target(module, type))),
  make(ground: Ground, wanted: string, level: Level, chance: Chance): Made | null {
    const { block: say } = ground.say;
    const [module = '', type = ''] = wanted.split('\n');
    const made = NEW[type];
    const plan = chance.pick(PLANS[level]);
    if (made === undefined || plan === undefined || !ground.modules.includes(module)) return null;
    const names = ground.freshNames(module, plan.made + plan.again);
    const line = (source: string): Line => ({ module, source });
    const before: Line[] = [
      ...names.slice(0, plan.made).map((name) => line(`${name} = ${made.make}`)),
      ...plan.gone.map((at) => line(`del ${names[at] ?? ''}`)),
    ];
    const last = names.slice(plan.made);
    const lines: Line[] = [
      ...before,
      ...last.map((name) => line(`${name} = ${made.make}`)),
      line(`hex(id(${last.at(-1) ?? ''}))`),
    ];
    // Where the first ones come to lie is told with the question.
    const places = names.slice(0, plan.made).map((name) => {
      const here = [...before.slice(0, plan.made), line(`hex(id(${name}))`)];
      return addressIn(ground.attempt(here)?.said);
    });
    const right = addressIn(ground.attempt(lines)?.said);
    if ([right, ...places].some(Number.isNaN)) return null;
    const known = new Map(places.map((at, index) => [at, names[index] ?? '']));
    // What the pool gives has to be a block that was given back here, or the reason would be another.
    if (!known.has(right)) return null;
    const room = (made.bytes + 15) & ~15;
    const others = [...places.filter((at) => at !== right), Math.max(...places) + room].slice(0, 3);
    const words = (at: number): string => {
      const name = known.get(at);
      if (name !== undefined) return say.place(code(hex(at)), code(name));
      return code(hex(at));
    };
    const given = plan.gone.map((at) => code(names[at] ?? ''));
    const explanation = say.why(
      code(hex(right)),
      code(made.make),
      made.bytes,
      given,
      code(known.get(right) ?? ''),
      last.length > 1 ? code(last[0] ?? '') : null,
    );
    const options = [right, ...others].sort((a, b) => a - b).map(words);
    const shownPlaces = places.map((at, index) => say.at(code(names[index] ?? ''), code(hex(at))));
    const asks = say.asks(made.bytes, shownPlaces);
    return options.length < 3
      ? null
      : one({ prompt: prompted(ground, lines, asks), explanation, lines }, options, words(right));
  },
};
