import { expect, it } from 'vitest';
import { type Miniature, miniatureSchema, tileSchema } from '../../classroom/protocol/messages.ts';
import type { Task } from '../../classroom/tasks.ts';
import { de } from '../../components/language/de/index.ts';
import { en } from '../../components/language/en/index.ts';
import { miniature } from '../../components/live/miniature.ts';
import { shuffled, TEAM_NAMES, teamWords } from '../../components/live/teams.ts';
import { type Attempt, byProgress, ForkWall, progressWords, tileOf } from '../../components/live/wall.ts';
import { Machine } from '../../heap/index.ts';

const TASK: Task = {
  kind: 'task',
  prompt: 'p',
  setup: '',
  goals: [
    { goal: 'leak', objects: 2 },
    { goal: 'true', expression: 'done' },
  ],
  statements: null,
};

function wallOf(...handles: string[]) {
  const machine = new Machine({ modules: ['teacher', ...handles] });
  machine.run('teacher', 'everybody = [[], []]');
  return new ForkWall(machine.snapshot(), TASK);
}

function attempt(handle: string, ...inputs: string[]): Attempt {
  return { member: `${handle}-id`, name: handle, handle, inputs };
}

function runAll(wall: ForkWall, attempts: readonly Attempt[]): number {
  let steps = 0;
  while (wall.step(attempts)) steps++;
  return steps;
}

const LEAK = ['a = []; b = [a]; a.append(b)', 'del a, b'] as const;

it('says of each fork how far it is, and runs each only where its inputs are new', () => {
  const wall = wallOf('ana', 'ben', 'cem');
  const ana = attempt('ana', ...LEAK);
  const ben = attempt('ben', 'done = True');
  const cem = attempt('cem');
  expect(wall.lines([ana, ben, cem]).map(({ look, fresh }) => [look, fresh])).toEqual([
    [null, false],
    [null, false],
    [null, true],
  ]);
  expect(runAll(wall, [ana, ben, cem])).toBe(2);
  expect(runAll(wall, [ana, { ...ben, inputs: [...ben.inputs] }, cem])).toBe(0);
  expect(wall.lines([ana, ben, cem]).map(({ look }) => look?.met ?? null)).toEqual([1, 1, null]);

  const further = attempt('ana', ...LEAK, 'done = 1');
  // Until it is run the last look stands, and says that it is old.
  expect(wall.lines([further])[0]).toMatchObject({ fresh: false, look: { met: 1 } });
  expect(runAll(wall, [further])).toBe(1);
  expect(wall.lines([further])[0]).toMatchObject({ fresh: true, look: { met: 2 } });
  // Taken back: run anew from the start, not on what was there.
  const back = attempt('ana', 'done = 1');
  runAll(wall, [back]);
  expect(wall.lines([back])[0]?.look?.verdicts.map(({ met }) => met)).toEqual([false, true]);
});

it('sorts by progress: goals, then fewer inputs, those who have not begun last', () => {
  const wall = wallOf('ana', 'ben', 'cem', 'dora', 'emil');
  const attempts = [
    attempt('ana'),
    attempt('ben', 'x = 1'),
    attempt('cem', ...LEAK, 'done = True', 'x = 1'),
    attempt('dora', `${LEAK[0]}; del a, b; done = True`),
    attempt('emil', 'done = True'),
  ];
  runAll(wall, attempts);
  const sorted = byProgress(wall.lines(attempts), TASK.goals.length);
  expect(sorted.map(({ name }) => name)).toEqual(['dora', 'cem', 'emil', 'ben', 'ana']);
  const tiles = sorted.map((line) => tileOf(line, TASK.goals.length, false));
  expect(tiles.map((tile) => progressWords(tile, en.liveWall))).toEqual([
    'All 2 goals met',
    'All 2 goals met',
    '1 of 2 goals met',
    'Working',
    'Not started',
  ]);
  for (const tile of tiles) {
    expect(tileSchema.parse(tile)).toEqual(tile);
    expect(tile.name).toBeNull();
    // What was typed is not told, and nothing that could be read from the heap.
    expect(JSON.stringify(tile)).not.toMatch(/done|append/);
  }
  const [first] = sorted;
  if (first === undefined) throw new Error('nobody');
  expect(tileOf(first, 2, true).name).toBe('dora');
});

it('one fork leaves nothing behind for the next, and who came after the copy has a fork too', () => {
  const wall = wallOf('ana', 'ben');
  const attempts = [
    attempt('ana', 'import board, gc; board.shared = True; done = True; gc.disable()'),
    attempt('ben', 'import board; done = board.shared'),
    attempt('cem', 'import gc; done = gc.isenabled()'),
  ];
  expect(runAll(wall, attempts)).toBe(3);
  // Ben's board has nothing of Ana's, and Cem's collector is as the class's.
  expect(wall.lines(attempts).map(({ look }) => look?.met)).toEqual([1, 0, 1]);
  const [ana] = attempts;
  if (ana === undefined) throw new Error('nobody');
  // In large: a machine of its own, which the next small one does not touch.
  const fork = wall.forkOf(ana);
  runAll(wall, [attempt('ben', 'done = 2')]);
  expect(fork.judge().map(({ met }) => met)).toEqual([false, true]);
});

it('draws a miniature of what is one student’s: every object once, leaks marked, arrows as there are references', () => {
  const machine = new Machine({ modules: ['ana', 'ben'] });
  machine.run('ben', 'mine = [[], [], []]');
  machine.run('ana', 'a = []; b = [a, a]; c = {"k": b}');
  machine.run('ana', 'x = []; x.append(x); del x');
  const small = miniature(machine.inspect(), 'ana');
  expect(miniatureSchema.parse(small)).toEqual(small);
  const count = (look: Miniature['cards'][number]['look']) =>
    small.cards.filter((card) => card.look === look).length;
  // Three objects that ana's names lead to, and one that leads to itself.
  expect([count('names'), count('alive'), count('leaked'), small.more]).toEqual([1, 3, 1, 0]);
  // a, b and c; b's two slots and c's value; the ring.
  expect(small.arrows).toHaveLength(7);
  const ring = small.cards.findIndex((card) => card.look === 'leaked');
  expect(small.arrows).toContainEqual([ring, ring]);
  for (const { x, y, w, h } of small.cards) {
    expect(x + w).toBeLessThanOrEqual(1.001);
    expect(y + h).toBeLessThanOrEqual(1.001);
  }
});

it('a heap of thousands becomes a miniature that the wire takes', () => {
  const machine = new Machine({ modules: ['ana'] });
  machine.run('ana', 'class N: pass\nns = [N() for i in range(3000)]\nls = [[i] for i in range(3000)]');
  const small = miniature(machine.inspect(), 'ana');
  expect(miniatureSchema.safeParse(small).success).toBe(true);
  expect(small.cards.length).toBeLessThan(60);
});

it('shuffles everybody into even teams', () => {
  const members = Array.from({ length: 11 }, (_, n) => ({ id: `m${n}` }));
  let seed = 7;
  const chance = () => {
    seed = (seed * 16807) % 2147483647;
    return seed / 2147483647;
  };
  const teams = shuffled(members, 3, chance);
  expect(new Set(teams.map(({ member }) => member))).toEqual(new Set(members.map(({ id }) => id)));
  const sizes = TEAM_NAMES.slice(0, 3).map((name) => teams.filter(({ team }) => team === name).length);
  expect(sizes).toEqual([4, 4, 3]);
  expect(shuffled(members, 3, chance)).not.toEqual(teams);
  expect(shuffled([], 3, chance)).toEqual([]);
  expect([teamWords('Blue', de), teamWords('Les bleus', de)]).toEqual(['Blau', 'Les bleus']);
});
