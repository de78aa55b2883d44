/** Choosing objects in pictures of the heap: what can be chosen, what is said, and what a list offers. */
import { expect, it } from 'vitest';
import { namesOf } from '../../components/heap/referrers.ts';
import { en } from '../../components/language/en/index.ts';
import { listedObjects, marked, pointable } from '../../components/live/marking.ts';
import { keepsLeaksSecret } from '../../components/live/round.ts';
import { roundMarks } from '../../components/live/round-marks.ts';
import { living } from '../../components/live/use-picking.ts';
import { pointingMarks } from '../../components/live/use-pointing.ts';
import { Machine } from '../../heap/index.ts';

function heapOf(...sources: string[]) {
  const machine = new Machine({ modules: ['ana'], preimported: ['gc', 'sys'] });
  for (const source of sources) machine.run('ana', source);
  return machine.inspect();
}

const nothing = () => {};

function draft(freed: number[], moves: number[], mode: 'freed' | 'moves') {
  return {
    number: 1,
    marks: new Set(freed),
    moves: new Set(moves),
    mode,
    returned: '',
    confidence: 1 as const,
    problem: null,
    sending: false,
    sent: false,
    toggle: nothing,
    toggleMove: nothing,
    setMode: nothing,
    setReturned: nothing,
    setConfidence: nothing,
    submit: async () => {},
  };
}

it('in a round over a younger generation a choice marks what goes or what moves, as the mode says', () => {
  const heap = heapOf('a = [[1]]', 'gc.collect(1)', 'b = [2]');
  const old = heap.objects.find(({ repr }) => repr === '[[1]]');
  const young = heap.objects.find(({ repr }) => repr === '[2]');
  if (old === undefined || young === undefined) throw new Error('no lists');
  expect([old.generation, young.generation]).toEqual([2, 0]);
  const freeing = roundMarks(draft([young.serial], [], 'freed'), 0, undefined, en);
  expect(freeing.can(old)).toBe(true);
  expect(freeing.marks.get(young.serial)?.text).toBe('will be freed');
  expect(freeing.says).toContain('1 marked');
  const moving = roundMarks(draft([], [young.serial], 'moves'), 0, nothing, en);
  expect([moving.can(old), moving.can(young)]).toEqual([false, true]);
  expect(moving.marks.get(young.serial)?.text).toBe('will move on');
  expect(moving.actions?.map(({ label }) => label)).toEqual(['To the round']);
  // A round over everything asks for no moves.
  expect(roundMarks(draft([], [], 'moves'), 2, undefined, en).modes).toBe(undefined);
});

it('what has a name comes first, and a search finds types, values and names', () => {
  const heap = heapOf('a = [[1], {}]');
  const names = namesOf(heap);
  const all = listedObjects(heap, names, '');
  expect(all.every(({ object }) => pointable(object))).toBe(true);
  expect(all[0]?.names).not.toBe('');
  expect(all.at(-1)?.names).toBe('');
  const found = (query: string) => listedObjects(heap, names, query).map(({ object }) => object.repr);
  expect(found('ana.a')).toEqual(['[[1], {}]']);
  expect(found('DICT')).toEqual(['{}']);
  expect(found('nowhere')).toEqual([]);
});

it('a question that points keeps to what is alive, and says what is chosen', () => {
  const heap = heapOf('a = [1]');
  const list = heap.objects.find(({ repr }) => repr === '[1]');
  if (list === undefined) throw new Error('no list');
  expect(living([list.serial, 999_999], heap)).toEqual([list.serial]);
  const marking = pointingMarks({ picked: list.serial, pick: nothing }, heap, undefined, en);
  expect(marking.says).toContain('list [1]');
  expect([...marking.marks.keys()]).toEqual([list.serial]);
  expect(pointingMarks({ picked: null, pick: nothing }, heap, undefined, en).marks.size).toBe(0);
  expect(marked([1, 2], { text: 'x', tone: 'accent' }).size).toBe(2);
});

it('leaks are not marked while a round or a prediction is open, but for an ordinary question', () => {
  const state = {
    number: 1,
    rules: { seconds: null, confidence: false, speed: false },
    phase: 'open',
    vote: 1,
    openedSeq: 1,
    openedAt: 0,
    closesAt: null,
    pausedAt: null,
    answers: [],
  } as const;
  const question = { kind: 'question', prompt: 'p', answer: { form: 'object' } } as const;
  expect(keepsLeaksSecret({ ...state, challenge: { kind: 'round', generation: 2 }, answers: [] })).toBe(true);
  expect(
    keepsLeaksSecret({
      ...state,
      answers: [],
      challenge: { ...question, predicts: { about: 'collect', level: 1 } },
    }),
  ).toBe(true);
  expect(keepsLeaksSecret({ ...state, answers: [], challenge: question })).toBe(false);
});
