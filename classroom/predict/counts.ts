/** What `gc.get_count()` says after allocations: [GC3] of the heap. */
import type { Level } from '../protocol/prediction.ts';
import type { Chance } from './chance.ts';
import type { Ground, Line } from './ground.ts';
import { type Kind, type Made, one, target } from './kind.ts';
import type { Phrases } from './phrases/index.ts';
import { dataSpots } from './preludes.ts';
import { code, ifTyped, prompted } from './words.ts';

type Note = keyof Phrases['counts']['makes'];

/** `stays`: objects that the collector counts and that are there afterwards. */
type Maker = (text: string, name: string) => readonly [source: string, stays: number, note: Note];

const EASY: readonly Maker[] = [
  (_text, name) => [`${name} = [[], []]`, 3, 'threeLists'],
  (_text, name) => [`${name} = [{}, 1, 'two']`, 2, 'listAndDict'],
  (text, name) => [`${name} = [${text}]`, 1, 'oneList'],
  (_text, name) => [`${name} = [[], {}, set()]`, 4, 'fourContainers'],
];

const HARDER: readonly Maker[] = [
  (text, name) => [`${name} = len([${text}])`, 0, 'goneAtOnce'],
  (text, name) => [`${name} = [[${text}] for _ in range(4)]`, 5, 'fiveLists'],
  (_text, name) => [`${name} = [[]]; ${name} = None`, 0, 'twoGone'],
  (text, name) => [`${name} = {'k': (${text}, [])}`, 3, 'dictTupleList'],
  (_text, name) => [`${name} = [1.5, 'x', b'y', 10 ** 9]`, 1, 'onlyList'],
];

const HARDEST: readonly Maker[] = [
  ...HARDER.slice(1, 4),
  (_text, name) => [`${name} = [[i] for i in range(800)]`, 0, 'none'],
  (_text, name) => [`${name} = [(i, i) for i in range(750)]`, 0, 'none'],
  (text, name) => [`${name} = [[${text}], [${text}]]; del ${name}[0]`, 2, 'oneOfThree'],
];

const MAKERS = { 1: EASY, 2: HARDER, 3: HARDEST } as const;
const ASKED = 'gc.get_count()';

export const counts: Kind = {
  targets: (ground, level, modules) =>
    dataSpots(ground, level, modules)
      .filter(({ imports }) => imports.length === 0)
      .map(({ module, text }) => target(module, text)),
  make(ground: Ground, wanted: string, level: Level, chance: Chance): Made | null {
    const { counts: say } = ground.say;
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
    const why =
      ran.length > 0
        ? [
            say.ran(
              now.thresholds[0],
              ran.map((each) => each.generation),
            ),
          ]
        : [say.makes[note], say.change(stays)];
    const stood = code(`(${was}, ${was1}, ${was2})`);
    const story = [say.before(stood), ...why, own > 0 ? say.prompt(own) : ''];
    const explanation = ground.say.prints(code(said), story.filter((part) => part !== '').join(' '));
    const tuple = (a: number) => code(`(${a}, ${second}, ${third})`);
    const wrong =
      ran.length > 0
        ? [
            // As if none had run, as if it were not counted, as if it came last.
            code(`(${was + own + 800}, ${was1}, ${was2})`),
            code(`(${first}, ${was1}, ${was2})`),
            code(`(${own}, ${second}, ${third})`),
            code(`(${first}, ${second + 1}, ${third})`),
          ]
        : [
            // Nothing counted; one object more or less; as if the collector had run.
            code(`(${was + own}, ${was1}, ${was2})`),
            tuple(first + 1),
            ...(first > 1 ? [tuple(first - 1)] : []),
            code(`(${own}, ${second + 1}, ${third})`),
            tuple(first + 3),
          ];
    const right = code(said);
    const others = [...new Set(wrong)].filter((option) => option !== right).slice(0, 3);
    if (others.length < 3) return null;
    const options = chance.shuffled([right, ...others]);
    return one(
      { prompt: prompted(ground, lines, `${say.now(stood)} ${ifTyped(ground, lines)}`), explanation, lines },
      options,
      right,
    );
  },
};
