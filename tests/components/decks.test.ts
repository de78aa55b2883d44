/** The deck editor without the page around it: steps back and forth, saving, forms, search, pictures in words. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { itemFaults } from '../../classroom/deck/faults.ts';
import { pictureHeap } from '../../classroom/deck/run.ts';
import { type Deck, type DeckAnswer, type DeckItem, deckAnswerShape } from '../../classroom/protocol/deck.ts';
import { refuse } from '../../classroom/protocol/refusal.ts';
import { Autosave, type Save } from '../../components/deck/autosave.ts';
import { beginEditing, deckOf, type Edit, type Editing, edited } from '../../components/deck/editing.ts';
import { fileName, titleOfFile } from '../../components/deck/file-name.ts';
import { NEW_QUESTION, NEW_TASK, withForm } from '../../components/deck/new-items.ts';
import { pictureWords } from '../../components/deck/picture-words.ts';
import { bankQuestions, bankTasks, searched } from '../../components/deck/sources.ts';
import { de } from '../../components/language/de/index.ts';
import { en } from '../../components/language/en/index.ts';
import { es } from '../../components/language/es/index.ts';

const named = (prompt: string): DeckItem => ({ ...NEW_QUESTION, prompt });
const START = beginEditing(
  'Deck',
  ['a', 'b', 'c'].map((key) => ({ key, item: named(key) })),
);

function done(...edits: readonly Edit[]): Editing {
  return edits.reduce(edited, START);
}

const order = (state: Editing) => state.slots.map(({ key }) => key).join('');

describe('editing', () => {
  it('moves, duplicates, adds behind the chosen one, and removes', () => {
    expect(order(done({ kind: 'move', key: 'a', to: 2 }))).toBe('bca');
    expect(order(done({ kind: 'move', key: 'c', to: -5 }))).toBe('cab');
    const twice = done({ kind: 'duplicate', key: 'b', copy: 'x' });
    expect([order(twice), twice.chosen]).toEqual(['abxc', 'x']);
    const more = done({ kind: 'choose', key: 'b' }, { kind: 'add', slots: [{ key: 'n', item: named('n') }] });
    expect([order(more), more.chosen]).toEqual(['abnc', 'n']);
    const less = done({ kind: 'choose', key: 'c' }, { kind: 'remove', key: 'c' });
    expect([order(less), less.chosen]).toEqual(['ab', 'b']);
    expect(
      done({ kind: 'remove', key: 'a' }, { kind: 'remove', key: 'b' }, { kind: 'remove', key: 'c' }).chosen,
    ).toBe(null);
  });

  it('takes typing in one field back at once', () => {
    const typed = done(
      { kind: 'change', key: 'a', item: named('ab') },
      { kind: 'change', key: 'a', item: named('abc') },
      { kind: 'change', key: 'b', item: named('bc') },
    );
    const back = edited(typed, { kind: 'undo' });
    expect(back.slots.map(({ item }) => item.prompt)).toEqual(['abc', 'b', 'c']);
    expect(edited(back, { kind: 'undo' }).slots).toEqual(START.slots);
    expect(edited(back, { kind: 'redo' }).slots).toEqual(typed.slots);
  });

  it('goes all the way back and forth, whatever was done', () => {
    const key = fc.constantFrom('a', 'b', 'c', 'n0', 'n1');
    const edit: fc.Arbitrary<Edit> = fc.oneof(
      fc.record({ kind: fc.constant('title' as const), title: fc.string() }),
      fc.record({ kind: fc.constant('change' as const), key, item: fc.string().map(named) }),
      fc.record({ kind: fc.constant('move' as const), key, to: fc.integer({ min: -1, max: 6 }) }),
      fc.record({ kind: fc.constant('remove' as const), key }),
      fc.record({ kind: fc.constant('choose' as const), key }),
    );
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 30 }), (edits) => {
        const end = done(...edits);
        let state = end;
        const steps = state.past.length;
        for (let n = 0; n < steps; n++) state = edited(state, { kind: 'undo' });
        expect([state.title, state.slots]).toEqual([START.title, START.slots]);
        for (let n = 0; n < steps; n++) state = edited(state, { kind: 'redo' });
        expect([state.title, state.slots]).toEqual([end.title, end.slots]);
      }),
    );
  });

  it('a deck without a title keeps the one it had', () => {
    expect(deckOf(done({ kind: 'title', title: ' ' }), 'Deck').title).toBe('Deck');
    expect(deckOf(done({ kind: 'title', title: ' New ' }), 'Deck').title).toBe('New');
  });
});

describe('saving', () => {
  const deck = (title: string): Deck => ({ heaproom: 'deck', version: 1, title, items: [] });

  /** A server whose answers are given by hand, and a clock that is wound by hand. */
  function desk() {
    const asked: { title: string; revision: number; answer: (ok: Awaited<ReturnType<Save>>) => void }[] = [];
    let due: (() => void) | null = null;
    const autosave = new Autosave({
      revision: 1,
      save: ({ title }, revision) => new Promise((answer) => asked.push({ title, revision, answer })),
      later: (work) => {
        due = work;
        return () => {
          due = null;
        };
      },
    });
    const wind = () => due?.();
    const answer = async (given: Awaited<ReturnType<Save>>) => {
      asked.at(-1)?.answer(given);
      // The answer is taken up in the next turns of the queue.
      for (let turn = 0; turn < 5; turn++) await Promise.resolve();
    };
    const said = () => asked.map(({ title, revision }) => `${title} over ${revision}`);
    return { autosave, wind, answer, said };
  }
  const saved = (revision: number) => ({ ok: true, value: { revision } }) as const;
  const refused = (code: 'stale' | 'restarting') => ({ ok: false, refusal: refuse(code) }) as const;

  it('waits for a pause, and saves the last of several changes', async () => {
    const { autosave, wind, answer, said } = desk();
    autosave.change(deck('a'));
    autosave.change(deck('b'));
    expect([autosave.state().kind, said()]).toEqual(['changed', []]);
    wind();
    expect([autosave.state().kind, said()]).toEqual(['saving', ['b over 1']]);
    await answer(saved(2));
    expect(autosave.state().kind).toBe('saved');
  });

  it('what is changed during a save is saved after it, over the new revision', async () => {
    const { autosave, wind, answer, said } = desk();
    autosave.change(deck('a'));
    wind();
    autosave.change(deck('b'));
    wind();
    expect(said()).toEqual(['a over 1']);
    await answer(saved(2));
    expect(said()).toEqual(['a over 1', 'b over 2']);
    await answer(saved(3));
    expect(autosave.state().kind).toBe('saved');
  });

  it('a save that failed is kept and tried again', async () => {
    const { autosave, wind, answer, said } = desk();
    autosave.change(deck('a'));
    wind();
    await answer(refused('restarting'));
    expect(autosave.state().kind).toBe('failed');
    void autosave.flush();
    expect(said()).toEqual(['a over 1', 'a over 1']);
    await answer(saved(2));
    expect(autosave.state().kind).toBe('saved');
  });

  it('a deck that was changed elsewhere is not written over, unless one says so', async () => {
    const { autosave, wind, answer, said } = desk();
    autosave.change(deck('a'));
    wind();
    await answer(refused('stale'));
    expect(autosave.state().kind).toBe('stale');
    autosave.change(deck('b'));
    wind();
    expect(said()).toEqual(['a over 1']);
    void autosave.overwrite(5);
    expect(said()).toEqual(['a over 1', 'b over 5']);
    await answer(saved(6));
    expect(autosave.state().kind).toBe('saved');
  });
});

describe('forms', () => {
  const options = [
    { text: '56', right: false, belief: 'x' },
    { text: '`88`', right: true, belief: '' },
  ];

  it('keep texts and marks when they change', () => {
    const several = withForm({ form: 'one', options }, 'several');
    expect(several).toEqual({ form: 'several', options });
    expect(withForm(several, 'order')).toEqual({ form: 'order', items: ['56', '`88`'] });
    expect(withForm({ form: 'one', options }, 'number')).toEqual({
      form: 'number',
      value: 88,
      tolerance: 0,
      unit: '',
    });
    expect(withForm({ form: 'text', model: '' }, 'number')).toMatchObject({ value: null });
  });

  it.each(['one', 'several', 'number', 'order', 'object', 'text'] as const)(
    '%s can be saved from any other',
    (form) => {
      const others: DeckAnswer[] = [
        { form: 'one', options },
        { form: 'order', items: ['a', 'b', 'c'] },
        { form: 'text', model: 'm' },
        { form: 'object', expression: 'a' },
      ];
      for (const other of others) expect(deckAnswerShape.parse(withForm(other, form)).form).toBe(form);
    },
  );

  it('new items lack their text and nothing that is invisible', () => {
    expect(itemFaults(NEW_QUESTION).map(({ field }) => field)).toEqual(['prompt', 'options']);
    expect(itemFaults(NEW_TASK).map(({ field }) => field)).toEqual(['prompt']);
  });
});

describe('the bank and decks', () => {
  it('all words are looked for, in text, code, options and beliefs', () => {
    const questions = bankQuestions(en);
    expect(searched(questions, '')).toHaveLength(questions.length);
    expect(searched(questions, 'GETSIZEOF emoji')).toHaveLength(0);
    expect(searched(questions, 'getrefcount').length).toBeGreaterThan(2);
    expect(searched(questions, 'timer memory').map(({ id }) => id)).toEqual(['when-it-runs']);
  });

  it('names of files', () => {
    expect(fileName('Lists/dicts: "growth"')).toBe('Lists dicts growth');
    expect(fileName('../..')).toBe('deck');
    expect(titleOfFile('Counts.deck.json', 'Imported deck')).toBe('Counts');
    expect(titleOfFile('quiz.gift', 'Imported deck')).toBe('quiz');
    expect(titleOfFile('.txt', 'Imported deck')).toBe('Imported deck');
  });

  it('every ready item can be asked', () => {
    for (const { id, item } of [en, de, es].flatMap((words) => [
      ...bankQuestions(words),
      ...bankTasks(words),
    ]))
      expect(itemFaults(item), id).toEqual([]);
  });
});

describe('a picture in words', () => {
  it('says what names and slots refer to', () => {
    const heap = pictureHeap('a = [1]\nb = a\nc = [a]\n');
    if (heap === null) throw new Error('no heap');
    expect(pictureWords(heap, en.deck.picture)).toBe(
      'A picture of a heap. a is the list [1]; b is the same object as a; c is the list [[1]]; c [0]: a.',
    );
  });
});
