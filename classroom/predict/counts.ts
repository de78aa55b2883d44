/** What `gc.get_count()` says after allocations: [GC3] of the heap. */
import type { Level } from '../protocol/prediction.ts';
import type { Chance } from './chance.ts';
import type { Ground, Line } from './ground.ts';
import { type Kind, type Made, one, target } from './kind.ts';
import { dataSpots } from './preludes.ts';
import { code, counted, ifTyped, prompted } from './words.ts';

/** `stays`: objects that the collector counts and that are there afterwards. */
type Maker = (text: string, name: string) => readonly [source: string, stays: number, note: string];

const EASY: readonly Maker[] = [
  (_text, name) => [`${name} = [[], []]`, 3, 'Three lists are made, and they stay.'],
  (_text, name) => [
    `${name} = [{}, 1, 'two']`,
    2,
    'A list and a dict are made; a number and a text do not count.',
  ],
  (text, name) => [`${name} = [${text}]`, 1, 'One list is made; the object in it was there before.'],
  (_text, name) => [
    `${name} = [[], {}, set()]`,
    4,
    'Four containers are made: the list and the three in it.',
  ],
];

const HARDER: readonly Maker[] = [
  (text, name) => [
    `${name} = len([${text}])`,
    0,
    'The list is gone when the call has returned: allocated and deallocated, it changes nothing.',
  ],
  (text, name) => [
    `${name} = [[${text}] for _ in range(4)]`,
    5,
    'Five lists stay: the four and the one that holds them.',
  ],
  (_text, name) => [
    `${name} = [[]]; ${name} = None`,
    0,
    'Two lists are made and go again, with the name that held them.',
  ],
  (text, name) => [
    `${name} = {'k': (${text}, [])}`,
    3,
    'A dict, a tuple and a list are made, and they stay.',
  ],
  (_text, name) => [
    `${name} = [1.5, 'x', b'y', 10 ** 9]`,
    1,
    'Only the list counts: numbers and texts can hold no references.',
  ],
];

const HARDEST: readonly Maker[] = [
  ...HARDER.slice(1, 4),
  (_text, name) => [`${name} = [[i] for i in range(800)]`, 0, ''],
  (_text, name) => [`${name} = [(i, i) for i in range(750)]`, 0, ''],
  (text, name) => [
    `${name} = [[${text}], [${text}]]; del ${name}[0]`,
    2,
    'Three lists are made, and one of them goes again.',
  ],
];

const MAKERS = { 1: EASY, 2: HARDER, 3: HARDEST } as const;
const ASKED = 'gc.get_count()';

export const counts: Kind = {
  missing: 'Make an object that the collector counts first, such as `a = [1, 2]`.',
  targets: (ground, level, modules) =>
    dataSpots(ground, level, modules)
      .filter(({ imports }) => imports.length === 0)
      .map(({ module, text }) => target(module, text)),
  make(ground: Ground, wanted: string, level: Level, chance: Chance): Made | null {
    const [module = '', text = ''] = wanted.split('\n');
    if (ground.spot(module, text) === null) return null;
    const [name = 'x'] = ground.freshNames(module, 1);
    const maker = chance.pick(MAKERS[level]);
    if (maker === undefined) return null;
    const [source, expected, note] = maker(text, name);
    const before = source.split('; ').map((each): Line => ({ module, source: each }));
    const lines = [...before, { module, source: ASKED }];
    const tried = ground.attempt(lines);
    const said = tried?.said ?? '';
    const figures = /^\((\d+), (\d+), (\d+)\)$/.exec(said)?.slice(1).map(Number);
    const bare = /^\((\d+), /.exec(ground.attempt([{ module, source: ASKED }])?.said ?? '')?.[1];
    if (tried === null || figures === undefined || bare === undefined) return null;
    const [first = 0, second = 0, third = 0] = figures;
    const [was, was1, was2] = ground.view.collector.counts;
    const ran = tried.steps.flatMap(({ collections }) => collections);
    if (level < 3 && ran.length > 0) return null;
    const own = Number(bare) - was;
    const stays = first - was - own;
    // Blocks that were kept for reuse would not be counted: what is told has to be the whole reason.
    if (ran.length === 0 && stays !== expected) return null;
    const now = ground.view.collector;
    const began = `Before, the counts stood at ${code(`(${was}, ${was1}, ${was2})`)}.`;
    const why =
      ran.length > 0
        ? `When the first went above its threshold, ${now.thresholds[0]}, ${ran.map(({ generation }) => `a collection of generation ${generation}`).join(', then ')} ran inside the allocation: it set the first to 0 and counted one more behind it. The first counts what was allocated since, less what went.`
        : `${note} ${change(stays)}`;
    const inside = `${counted(own, 'more is', 'more are')} the ${own === 1 ? 'function object' : 'objects'} in which the prompt runs the last line.`;
    const explanation = `It prints ${code(said)}. ${began} ${why} ${own > 0 ? inside : ''}`.trim();
    const tuple = (a: number) => code(`(${a}, ${second}, ${third})`);
    // One object more or less; nothing counted; as if the collector had or had not run.
    const wrong = [
      code(`(${was + own}, ${was1}, ${was2})`),
      tuple(first + 1),
      ...(first > 1 ? [tuple(first - 1)] : []),
      ran.length > 0
        ? code(`(${was + own + 800}, ${was1}, ${was2})`)
        : code(`(${own}, ${second + 1}, ${third})`),
      tuple(first + 3),
    ];
    const right = code(said);
    const others = [...new Set(wrong)].filter((option) => option !== right).slice(0, 3);
    if (others.length < 3) return null;
    const options = chance.shuffled([right, ...others]);
    return one({ prompt: prompted(ground, lines, ifTyped(lines)), explanation, lines }, options, right);
  },
};

function change(stays: number): string {
  if (stays === 0) return 'So the first is what it was.';
  return stays > 0
    ? `So the first goes up by ${stays}: allocations less deallocations.`
    : `So the first goes down by ${-stays}: more was deallocated than allocated.`;
}
