/**
 * Moodle's Aiken format, both ways (question/format/aiken/format.php): one line of text, options A. B. C. on a line
 * each, then "ANSWER: B". It holds nothing else, so questions of other forms or with code are left out and listed.
 */
import { DECK, type Deck, type DeckItem, deckItemShape, deckVersion } from '../protocol/deck.ts';
import { MAX } from '../protocol/shapes.ts';
import { itemFaults } from './faults.ts';
import type { Made, Problem, Read } from './problem.ts';

const LETTERS = 'ABCDEFGH';
const OPTION = /^([A-Z])[).][ \t]+(.*)$/;
const ANSWER = /^ANSWER:/;

export function makeAiken(deck: Deck): Made {
  const lost: Problem[] = [];
  const blocks: string[] = [];
  for (const [at, item] of deck.items.entries()) {
    const where = `Question ${at + 1}`;
    const why = unheld(item);
    if (why !== null) lost.push({ where, says: `${why} It is left out.` });
    if (why !== null || item.kind !== 'question' || item.answer.form !== 'one') continue;
    const { options } = item.answer;
    const lines = options.map(({ text }, index) => `${LETTERS.charAt(index)}. ${text.trim()}`);
    const right = LETTERS.charAt(options.findIndex((option) => option.right));
    blocks.push([item.prompt.trim(), ...lines, `ANSWER: ${right}`].join('\n'));
    if (item.explanation.trim() !== '' || options.some(({ right, belief }) => !right && belief.trim() !== ''))
      lost.push({ where, says: 'Explanation and beliefs are not part of Aiken.' });
    if (item.picture.trim() !== '')
      lost.push({ where, says: 'Aiken has no picture of a heap; the question goes without it.' });
    if (item.rules.seconds !== null || item.rules.confidence)
      lost.push({ where, says: 'Time limit and asking how sure one is are not part of Aiken.' });
  }
  return { text: blocks.length === 0 ? '' : `${blocks.join('\n\n')}\n`, lost };
}

function unheld(item: DeckItem): string | null {
  if (item.kind === 'task') return 'Aiken has no tasks.';
  if (item.answer.form !== 'one') return 'Aiken has only questions with one right option.';
  if (item.code.trim() !== '') return 'Aiken has no code.';
  const texts = [item.prompt, ...item.answer.options.map(({ text }) => text)];
  if (texts.some((text) => text.trim().includes('\n'))) return 'In Aiken every text is a single line.';
  const prompt = item.prompt.trim();
  return prompt.length < 2 || OPTION.test(prompt) || ANSWER.test(prompt)
    ? 'Its text would be read as something else in Aiken.'
    : null;
}

export function readAiken(text: string, title: string): Read {
  const problems: Problem[] = [];
  const items: DeckItem[] = [];
  let prompt: { readonly text: string; readonly line: number } | null = null;
  let options: string[] = [];
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
  for (const [at, raw] of lines.entries()) {
    const line = raw.trim();
    const where = `Line ${at + 1}`;
    if (line === '') continue;
    const option = OPTION.exec(line);
    if (option !== null) {
      const [, letter = '', words = ''] = option;
      const expected = LETTERS.charAt(options.length);
      if (prompt === null) problems.push({ where, says: 'An option without a question before it.' });
      else if (options.length >= MAX.options)
        problems.push({ where, says: `A question has ${MAX.options} options at most here.` });
      else if (letter !== expected)
        problems.push({ where, says: `Option ${expected} is expected here, not ${letter}.` });
      options.push(words.trim());
    } else if (ANSWER.test(line)) {
      const letter = line.slice(line.indexOf(':') + 1).trim();
      const right = LETTERS.indexOf(letter);
      if (prompt === null) problems.push({ where, says: 'ANSWER: without a question before it.' });
      else if (options.length < 2)
        problems.push({ where, says: 'This question has fewer than two options before ANSWER:.' });
      else if (letter.length !== 1 || right < 0 || right >= options.length)
        problems.push({
          where,
          says: `ANSWER: has to name one of the options A to ${LETTERS.charAt(options.length - 1)}; it names “${letter}”.`,
        });
      else add(items, problems, prompt, options, right);
      prompt = null;
      options = [];
    } else if (prompt === null) prompt = { text: line, line: at + 1 };
    else {
      const says =
        options.length === 0
          ? 'The text of a question is one line in Aiken; after it come options such as “A. …”.'
          : 'The line ANSWER: is missing before this one; it ends a question.';
      problems.push({ where, says });
      prompt = { text: line, line: at + 1 };
      options = [];
    }
  }
  if (prompt !== null)
    problems.push({ where: `Line ${prompt.line}`, says: 'This question is not ended by a line ANSWER:.' });
  if (items.length > DECK.items)
    problems.push({
      where: '',
      says: `There are ${items.length} questions; a deck has ${DECK.items} at most.`,
    });
  if (items.length === 0 && problems.length === 0)
    problems.push({ where: '', says: 'There is no question in Aiken here.' });
  if (problems.length > 0) return { ok: false, problems };
  return {
    ok: true,
    deck: { heaproom: 'deck', version: deckVersion, title: title.slice(0, DECK.title), items },
    notes: [],
  };
}

function add(
  items: DeckItem[],
  problems: Problem[],
  prompt: { readonly text: string; readonly line: number },
  options: readonly string[],
  right: number,
): void {
  const shaped = deckItemShape.safeParse({
    kind: 'question',
    prompt: prompt.text,
    answer: { form: 'one', options: options.map((text, at) => ({ text, right: at === right })) },
  });
  const where = `Line ${prompt.line}`;
  if (!shaped.success)
    problems.push({ where, says: 'This question, or one of its options, is too long for Heaproom.' });
  else {
    for (const { field, says } of itemFaults(shaped.data))
      problems.push({ where: `${where}, ${field}`, says });
    items.push(shaped.data);
  }
}
