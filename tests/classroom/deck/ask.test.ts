/** From decks to challenges, and what the machine says about a question. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { questionFault } from '../../../classroom/decideChallenge.ts';
import { ask } from '../../../classroom/deck/ask.ts';
import { pointable, withoutLasting } from '../../../classroom/deck/pointable.ts';
import { checkQuestion, locate, OWN_MODULE, pictureHeap, runInputs } from '../../../classroom/deck/run.ts';
import { grade } from '../../../classroom/marking.ts';
import { challengeShape, rulesShape, solutionShape } from '../../../classroom/protocol/challenge.ts';
import type { DeckQuestion } from '../../../classroom/protocol/deck.ts';
import { Machine } from '../../../heap/index.ts';
import { allDecks } from './decks.ts';

const PLAIN: DeckQuestion = {
  kind: 'question',
  prompt: 'What does the last line print?',
  code: '',
  picture: '',
  answer: { form: 'text', model: '' },
  explanation: '',
  rules: { seconds: null, confidence: false },
};

const reversed = (length: number) => Array.from({ length }, (_, at) => length - 1 - at);

it('[DK4] every item that has no fault is taken by the class', () => {
  const pieces = (program: string) => (expression: string) =>
    locate(runInputs(program).machine, OWN_MODULE, expression);
  fc.assert(
    fc.property(allDecks, ({ items }) => {
      for (const item of items) {
        const picture = item.kind === 'question' ? item.picture : '';
        const asked = ask(item, { shuffle: reversed, locate: pieces(picture) });
        if (!asked.ok) throw new Error(asked.says);
        expect(challengeShape.safeParse(asked.challenge).error).toBe(undefined);
        expect(rulesShape.safeParse(asked.rules).error).toBe(undefined);
        if (asked.challenge.kind !== 'question') continue;
        expect(solutionShape.safeParse(asked.solution).error).toBe(undefined);
        if (asked.solution !== undefined)
          expect(questionFault(asked.challenge.answer, asked.solution)).toBe(null);
      }
    }),
    { numRuns: 30 },
  );
});

it('[DK4] items in their right order are right, however they were shuffled', () => {
  const items = ['a', 'b', 'c', 'd'];
  const asked = ask(
    { ...PLAIN, answer: { form: 'order', items } },
    { shuffle: () => [2, 0, 3, 1], locate: () => '' },
  );
  if (!asked.ok || asked.challenge.kind !== 'question' || asked.challenge.answer.form !== 'order')
    throw new Error();
  const shown = asked.challenge.answer.items;
  expect(shown).toEqual(['c', 'a', 'd', 'b']);
  if (asked.solution === undefined) throw new Error('no solution');
  const order = items.map((item) => shown.indexOf(item));
  expect(grade({ kind: 'order', order }, { kind: 'question', solution: asked.solution }, 2, null).share).toBe(
    1,
  );
});

it('[DK4] a fault is said instead', () => {
  const asked = ask({ ...PLAIN, prompt: ' ' }, { shuffle: reversed, locate: () => '' });
  expect(asked).toEqual({ ok: false, says: 'The text is missing.' });
});

describe('[DK4] objects by expression', () => {
  const machine = new Machine({
    modules: ['teacher', 'ana'],
    preimported: ['gc', 'sys', 'weakref', 'board'],
  });
  machine.run('ana', 'a = [1, [2]]; b = a[1]');

  const named = (expression: string) => {
    const found = locate(machine, 'teacher', expression);
    return machine.inspect().objects.find(({ serial }) => serial === found)?.repr ?? found;
  };

  it('are found in another member’s module, without a change to the heap', () => {
    const before = machine.digest();
    expect(named('ana.a')).toBe('[1, [2]]');
    expect(named('ana.a[1]')).toBe('[2]');
    expect(locate(machine, 'teacher', 'ana.b')).toBe(locate(machine, 'teacher', 'ana.a[1]'));
    expect(machine.digest()).toBe(before);
  });

  it('or it is said why there is none', () => {
    expect(named('ana.c')).toMatch(/^There is no object ana\.c: AttributeError: /);
    expect(named('nobody')).toMatch(/^There is no object nobody: NameError: /);
    expect(named('[]')).toBe('[] makes a new object; name one that is there already.');
  });

  it('are the same on every screen, as pictures are', () => {
    const program = 'a = [[], {}]\nb = a[0]\n';
    const found = locate(runInputs(program).machine, OWN_MODULE, 'b');
    expect(pictureHeap(program)?.objects.find(({ serial }) => serial === found)?.type).toBe('list');
    expect(pictureHeap('a = [')).toBe(null);
    expect(pictureHeap('a = nobody')).toBe(null);
  });
});

it('[DK4] objects of a picture are called as its program writes them', () => {
  const heap = pictureHeap('class Node: pass\n\na = Node(); a.next = Node()\nb = [a, []]\ndef f(): pass\n');
  if (heap === null) throw new Error('no heap');
  const called = pointable(heap).objects.map(({ type, repr }) => `${type} ${repr}`);
  expect(called.sort()).toEqual(['Node a', 'Node a.next', 'list b: [<Node object>, []]', 'list b[1]: []']);
  const bare = withoutLasting(heap);
  expect(bare.namespaces.flatMap(({ names }) => names.map(({ name }) => name)).sort()).toEqual(['a', 'b']);
});

describe('[DK5] checked by running', () => {
  const one = (code: string, right: string, ...wrong: readonly string[]) =>
    checkQuestion({
      ...PLAIN,
      code,
      answer: {
        form: 'one',
        options: [right, ...wrong].map((text) => ({ text, right: text === right, belief: '' })),
      },
    });
  const number = (code: string, value: number, tolerance = 0) =>
    checkQuestion({ ...PLAIN, code, answer: { form: 'number', value, tolerance, unit: '' } });

  it.each([
    [
      'the right option',
      one('import sys\nsys.getrefcount([])', '`1`', '`2`'),
      'right',
      'The last line prints 1, as the right option says.',
    ],
    [
      'a wrong option',
      one('sys.getrefcount([])', '2', '1'),
      'wrong',
      'The last line prints 1: that is option 2, which is not marked as right.',
    ],
    [
      'none of the options',
      one('sys.getrefcount([])', 'One', 'Two'),
      'open',
      'The last line prints 1, which is none of the options.',
    ],
    [
      'silence',
      one('a = 1', 'nothing', '1'),
      'right',
      'The last line prints nothing, as the right option says.',
    ],
    [
      'an exception that is asked for',
      one('del a', 'NameError', 'nothing'),
      'right',
      'The last line raises NameError, as the right option says.',
    ],
    [
      'an exception on the way',
      one('b\n1', '1', '2'),
      'wrong',
      "The code stops before its last line: NameError: name 'b' is not defined",
    ],
    [
      'no Python',
      one('a = = 1', 'SyntaxError', '1'),
      'right',
      'The last line raises SyntaxError, as the right option says.',
    ],
    ['no code', one('', '1', '2'), 'nothing', undefined],
    ['a number', number('sys.getsizeof([])', 56), 'right', 'The last line prints 56, as the answer says.'],
    [
      'a number within its tolerance',
      number('sys.getsizeof([])', 60, 4),
      'right',
      'The last line prints 56, as the answer says.',
    ],
    [
      'another number',
      number('sys.getsizeof([])', 60, 3),
      'wrong',
      'The last line prints 56; the answer says 60.',
    ],
    ['no number', number('[]', 1), 'open', 'The last line prints [], which is no number.'],
    ['a limit', one('while True: pass', '1', '2'), 'open', expect.stringMatching(/^The last line raises /)],
    [
      'a picture that stops',
      checkQuestion({ ...PLAIN, picture: 'a = b' }),
      'wrong',
      "The picture’s program raises NameError: name 'b' is not defined",
    ],
    [
      'an object',
      checkQuestion({ ...PLAIN, picture: 'a = [1]', answer: { form: 'object', expression: 'a' } }),
      'right',
      'a is the list [1].',
    ],
    [
      'no object',
      checkQuestion({ ...PLAIN, picture: 'a = [1]', answer: { form: 'object', expression: 'b' } }),
      'wrong',
      "There is no object b: NameError: name 'b' is not defined",
    ],
  ])('%s', (_, found, kind, says) => {
    expect(found).toEqual(says === undefined ? { kind } : { kind, says });
  });
});
