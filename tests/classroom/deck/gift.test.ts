/** Moodle's GIFT and Aiken, both ways. Examples are those of Moodle's own description of the formats. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeAiken, readAiken } from '../../../classroom/deck/aiken.ts';
import { formatOf, readDeck } from '../../../classroom/deck/formats.ts';
import { makeGift } from '../../../classroom/deck/makeGift.ts';
import { problemWords, type Read } from '../../../classroom/deck/problem.ts';
import { readGift } from '../../../classroom/deck/readGift.ts';
import type { DeckAnswer, DeckQuestion } from '../../../classroom/protocol/deck.ts';
import { aikenDecks, allDecks, giftDecks } from './decks.ts';

function questions(read: Read): DeckQuestion[] {
  if (!read.ok) throw new Error(read.problems.map(problemWords).join('\n'));
  return read.deck.items.flatMap((item) => (item.kind === 'question' ? [item] : []));
}

function problems(read: Read): string[] {
  return read.ok ? [] : read.problems.map(problemWords);
}

function notes(read: Read): string[] {
  return read.ok ? read.notes.map(problemWords) : [];
}

const only = (text: string) => questions(readGift(text, 'x'))[0];
const option = (text: string, right = false, belief = '') => ({ text, right, belief });

it('[DK3] what GIFT can hold comes back the same', () => {
  fc.assert(
    fc.property(giftDecks, (deck) => {
      const { text, lost } = makeGift(deck);
      expect(lost.map(({ says }) => says).filter((says) => !says.startsWith('GIFT has no order'))).toEqual(
        [],
      );
      expect(readGift(text, 'another title')).toEqual({ ok: true, deck, notes: [] });
    }),
    { numRuns: 500 },
  );
});

it('[DK3] what Aiken can hold comes back the same', () => {
  fc.assert(
    fc.property(aikenDecks, (deck) => {
      const { text, lost } = makeAiken(deck);
      expect(lost).toEqual([]);
      expect(readAiken(text, deck.title)).toEqual({ ok: true, deck, notes: [] });
    }),
    { numRuns: 500 },
  );
});

it('[DK3] a question is in the file, or it is listed that it is not', () => {
  fc.assert(
    fc.property(allDecks, (deck) => {
      for (const [make, read] of [
        [makeGift, readGift],
        [makeAiken, readAiken],
      ] as const) {
        const { text, lost } = make(deck);
        const back = read(text, deck.title);
        const left = lost.filter(({ says }) => says.includes('left out')).length;
        expect((back.ok ? back.deck.items.length : 0) + left).toBe(deck.items.length);
      }
    }),
  );
});

describe('[DK3] GIFT as Moodle describes it', () => {
  it.each<[string, DeckAnswer]>([
    [
      "Who's buried in Grant's tomb?{~Grant ~Jefferson =no one}",
      { form: 'one', options: [option('Grant'), option('Jefferson'), option('no one', true)] },
    ],
    [
      'Grant was buried in a tomb in NY.{T}',
      { form: 'one', options: [option('True', true), option('False')] },
    ],
    [
      "Grant is buried in Grant's tomb.{FALSE#No one is buried in Grant's tomb.#Right.}",
      {
        form: 'one',
        options: [option('True', false, "No one is buried in Grant's tomb."), option('False', true)],
      },
    ],
    ['When was Ulysses S. Grant born?{#1822:5}', { form: 'number', value: 1822, tolerance: 5, unit: '' }],
    ['How many are there? {#10..20}', { form: 'number', value: 15, tolerance: 5, unit: '' }],
    [
      'When was Ulysses S. Grant born?{#\n=1822:0\n=%50%1822:2}',
      { form: 'number', value: 1822, tolerance: 0, unit: '' },
    ],
    [
      "What two people are entombed in Grant's tomb? {~%-100%No one ~%50%Grant ~%50%Grant's wife ~%-100%Grant's father}",
      {
        form: 'several',
        options: [
          option('No one'),
          option('Grant', true),
          option("Grant's wife", true),
          option("Grant's father"),
        ],
      },
    ],
    ['Write a short biography of Dag Hammarskjöld. {}', { form: 'text', model: '' }],
    [
      'Put in order.{=first -> 1 =third -> 3 =second -> 2}',
      { form: 'order', items: ['first', 'second', 'third'] },
    ],
    [
      'Which answer equals 5? {~ \\= 2 + 2 = \\= 2 + 3 ~ \\= 2 + 4}',
      { form: 'one', options: [option('= 2 + 2'), option('= 2 + 3', true), option('= 2 + 4')] },
    ],
  ])('%s', (text, answer) => {
    expect(only(text)?.answer).toEqual(answer);
  });

  it.each<[string, DeckAnswer]>([
    // Escaped: ~ = # { } : and the backslash itself, in texts and in what is said of them.
    [
      'Which is no control character? {\n ~ \\~ # \\~ is one.\n ~ \\{ # so is \\{\n = \\\\ # it is \\= to escape\n}',
      {
        form: 'one',
        options: [option('~', false, '~ is one.'), option('{', false, 'so is {'), option('\\', true)],
      },
    ],
    [
      'The loop {= for x in y\\: ~ while x\\: }',
      { form: 'one', options: [option('for x in y:', true), option('while x:')] },
    ],
    // A range is meant in decimals.
    ['How much? {#2.141..2.142}.', { form: 'number', value: 2.1415, tolerance: 0.0005, unit: '' }],
    // What is said of a right number, and behind ~ of wrong ones; an escaped = does not begin another number.
    [
      'What is 2 + 2? {#\n=4:0#Yes, 2+2\\=4\n=%50%4:1#Nearly.\n~#Not even nearly.}',
      { form: 'number', value: 4, tolerance: 0, unit: '' },
    ],
    ['Two plus two equals {=four =%75%fuor#Misspelled. =4}.', { form: 'text', model: 'four / fuor / 4' }],
  ])('%s', (text, answer) => {
    expect(only(text)?.answer).toEqual(answer);
  });

  it('files as other systems write them: a BOM, CRLF, CR, several lines, comments and tags between', () => {
    const lines = [
      '\uFEFF// question: 17  name: Kept',
      '// [id:4711] [tag:memory]',
      '$CATEGORY: $course$/top/Memory\\: part 2',
      '',
      '::Kept::[html]<p>What keeps',
      'an object alive?</p>{',
      '// the right one comes last',
      '~<p>luck</p>',
      '=<p>a reference</p>',
      '}',
      '',
      'Is it so? {TRUE}',
    ];
    for (const end of ['\n', '\r\n', '\r']) {
      const read = readGift(lines.join(end), 'x');
      expect(read.ok && read.deck.title).toBe('Memory: part 2');
      expect(questions(read).map(({ prompt }) => prompt)).toEqual([
        'What keeps\nan object alive?',
        'Is it so?',
      ]);
      const broken = readGift([...lines, '', 'Q {=a', '~b'].join(end), 'x');
      expect(problems(broken)[0]).toMatch(/^Line 14: The answers that begin with this \{ are not closed/);
    }
  });

  it('names, comments, formats, the missing word, feedback', () => {
    const read = readGift(
      "// a comment\n$CATEGORY: Python//3/Counts\n\n::Q1:: [html]<p>Is <code>a &lt; b</code>?</p>{\n  =yes#Well done.\n  ~no#Look again.\n}\n\n// of two lines\nGrant is {~buried =entombed} in Grant's tomb.",
      'x',
    );
    expect(read.ok && read.deck.title).toBe('Counts');
    const [first, second] = questions(read);
    expect(first).toMatchObject({ prompt: 'Is `a < b`?', explanation: 'Well done.' });
    expect(first?.answer).toEqual({
      form: 'one',
      options: [option('yes', true), option('no', false, 'Look again.')],
    });
    expect(second?.prompt).toBe("Grant is _____ in Grant's tomb.");
  });

  it('kinds that are not ours are left out, with their line', () => {
    const read = readGift(
      'Capitals?{=Canada->Ottawa =Italy->Rome}\n\nJust a text.\n\nTwo?{=a =b}\n\nGood{=a ~b}',
      'x',
    );
    expect(questions(read).map(({ prompt }) => prompt)).toEqual(['Two?', 'Good']);
    expect(notes(read)).toEqual([
      'Line 1: A matching is only possible here as an order: items matched with 1, 2, 3 …; it is left out.',
      'Line 3: A text without { } is a description, which asks nothing; it is left out.',
      'Line 5: A short answer is asked for in own words here; it is not graded, and the answers become what a good answer says.',
    ]);
  });

  it.each([
    [
      'Good{=a ~b}\n\nNo end {=a\n~b\n',
      'Line 3: The answers that begin with this { are not closed by a }. A blank line ends a question, also inside { }.',
    ],
    ['// comment\nA } here', 'Line 2: There is a } without a { before it. Write \\} for a brace in a text.'],
    ['A set {=a\n~b} }', 'Line 2: There is a } without a { before it. Write \\} for a brace in a text.'],
    ['A set {=a\n~{1} }', 'Line 2: There is a { inside { }. Write \\{ for a brace in an answer.'],
    ['::Name without end', 'Line 1: The name of this question is not closed by a second “::”.'],
    ['Q{\n~a\n~b\n}', 'Line 2: No answer is right: the right one begins with =, or several with ~%50%.'],
    ['Q{\n=a\n~\n}', 'Line 3: This answer has no text.'],
    ['Q{#four}', 'Line 1: “four” is no number. Write #4, #4:0.5 for a tolerance, or #3.5..4.5 for a range.'],
    [
      'Q{perhaps}',
      'Line 1: These are no answers: they begin with = or ~, with # for a number, or are TRUE or FALSE.',
    ],
    ['Q{=a ~a}', 'Line 1, options: Options 1 and 2 are the same. Change or remove one.'],
    ['{=a ~b}', 'Line 1, prompt: The text is missing.'],
    ['', 'There is no question in GIFT here.'],
  ])('broken: %j', (text, sentence) => {
    expect(problems(readGift(text, 'x'))).toEqual([sentence]);
  });
});

describe('[DK3] Aiken as Moodle describes it', () => {
  const EXAMPLE =
    'What is the correct answer to this question?\nA. Is it this one?\nB. Maybe this answer?\nANSWER: B\n\nWhich LMS has the most quiz import formats?\nA) Moodle\nB) ATutor\nC) Claroline\nANSWER: A\n';

  it('is read', () => {
    const found = questions(readAiken(EXAMPLE, 'x'));
    expect(found.map(({ prompt }) => prompt)).toEqual([
      'What is the correct answer to this question?',
      'Which LMS has the most quiz import formats?',
    ]);
    expect(found[1]?.answer).toEqual({
      form: 'one',
      options: [option('Moodle', true), option('ATutor'), option('Claroline')],
    });
  });

  it.each([
    ['Q?\nA. a\nB. b\nANSWER: C', 'Line 4: ANSWER: has to name one of the options A to B; it names “C”.'],
    ['Q?\nA. a\nC. b\nANSWER: A', 'Line 3: Option B is expected here, not C.'],
    [
      'Q?\nA. a\nB. b\n\nR?\nA. a\nB. b\nANSWER: A',
      'Line 5: The line ANSWER: is missing before this one; it ends a question.',
    ],
    ['Q?\nA. a\nB. b', 'Line 1: This question is not ended by a line ANSWER:.'],
    [
      'Q?\nof two lines\nA. a\nB. b\nANSWER: A',
      'Line 2: The text of a question is one line in Aiken; after it come options such as “A. …”.',
    ],
    ['Q?\na. a\nB. b\nANSWER: A', 'Line 2: Options begin with a capital letter, as in “A. …”.'],
    ['Q?\nA. a\nB. b\nAnswer: A', 'Line 4: This has to be written in capital letters, as in “ANSWER: B”.'],
    ['A. a\nB. b\nANSWER: A', 'Line 1: An option without a question before it.'],
    ['Q?\nA. a\nB. b\nANSWER:', 'Line 4: ANSWER: has to name one of the options A to B; it names “”.'],
    ['Q?\nA. a\nB. a\nANSWER: A', 'Line 1, options: Options 1 and 2 are the same. Change or remove one.'],
  ])('broken: %j', (text, sentence) => {
    expect(problems(readAiken(text, 'x'))).toEqual([sentence]);
  });

  it('what it cannot hold is listed', () => {
    const question = (part: Partial<DeckQuestion>): DeckQuestion => ({
      kind: 'question',
      prompt: 'Which?',
      code: '',
      picture: '',
      answer: { form: 'one', options: [option('a', true), option('b')] },
      explanation: '',
      rules: { seconds: null, confidence: false },
      ...part,
    });
    const items = [
      question({}),
      question({ code: 'x = 1' }),
      question({ answer: { form: 'text', model: '' } }),
      question({ explanation: 'Because.' }),
      question({ prompt: 'A. is this?' }),
    ];
    const { text, lost } = makeAiken({ heaproom: 'deck', version: 1, title: 't', items });
    expect(text).toBe('Which?\nA. a\nB. b\nANSWER: A\n\nWhich?\nA. a\nB. b\nANSWER: A\n');
    expect(lost.map(problemWords)).toEqual([
      'Question 2: Aiken has no code. It is left out.',
      'Question 3: Aiken has only questions with one right option. It is left out.',
      'Question 4: Explanation and beliefs are not part of Aiken.',
      'Question 5: Its text would be read as something else in Aiken. It is left out.',
    ]);
  });

  it('Moodle’s XML is recognised, and what to do is said', () => {
    const xml = '\uFEFF<?xml version="1.0"?>\n<quiz><question type="truefalse"/></quiz>';
    const read = readDeck(xml, formatOf(xml), 'x');
    expect(problems(read)).toEqual([
      'Line 1: This is XML. Export the questions from Moodle again, as GIFT or Aiken.',
    ]);
  });

  it('formats are told apart', () => {
    expect(formatOf(EXAMPLE)).toBe('aiken');
    expect(formatOf('  {"heaproom": 1}')).toBe('deck');
    expect(formatOf('Q {=a ~b}')).toBe('gift');
    expect(formatOf('[html]<p>Q</p> {=a ~b}')).toBe('gift');
    expect(formatOf('[moodle]Q {=a ~b}')).toBe('gift');
    expect(formatOf('[Warm-up] Q {=a ~b}')).toBe('gift');
    expect(formatOf('"Who" said it? {=a ~b}')).toBe('gift');
    expect(formatOf('\uFEFF[ {"heaproom": 1} ]')).toBe('deck');
  });
});
