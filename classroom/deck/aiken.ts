/**
 * Moodle's Aiken format, both ways (question/format/aiken/format.php): one line of text, options A. B. C. on a line
 * each, then "ANSWER: B". It holds nothing else, so questions of other forms or with code are left out and listed.
 */
import { DECK, type Deck, type DeckItem, deckItemShape, deckVersion } from '../protocol/deck.ts';
import { MAX } from '../protocol/shapes.ts';
import { itemFaults } from './faults.ts';
import { ENGLISH_FILES, type FilePhrases } from './filePhrases.ts';
import { type DeckPhrases, ENGLISH_DECK } from './phrases.ts';
import type { Made, Problem, Read } from './problem.ts';

const LETTERS = 'ABCDEFGH';
const OPTION = /^([A-Z])[).][ \t]+(.*)$/;
const ANSWER = /^ANSWER:/;
/** What was meant as one of these. */
const SMALL_OPTION = /^([a-h])[).][ \t]+(.*)$/;
const SMALL_ANSWER = /^answer\s*:/i;

export function makeAiken(deck: Deck, phrases: FilePhrases = ENGLISH_FILES): Made {
  const { aiken } = phrases;
  const lost: Problem[] = [];
  const blocks: string[] = [];
  for (const [at, item] of deck.items.entries()) {
    const where = phrases.question(at + 1);
    const why = unheld(item, aiken);
    if (why !== null) lost.push({ where, says: aiken.leftOut(why) });
    if (why !== null || item.kind !== 'question' || item.answer.form !== 'one') continue;
    const { options } = item.answer;
    const lines = options.map(({ text }, index) => `${LETTERS.charAt(index)}. ${text.trim()}`);
    const right = LETTERS.charAt(options.findIndex((option) => option.right));
    blocks.push([item.prompt.trim(), ...lines, `ANSWER: ${right}`].join('\n'));
    if (item.explanation.trim() !== '' || options.some(({ right, belief }) => !right && belief.trim() !== ''))
      lost.push({ where, says: aiken.noBeliefs });
    if (item.picture.trim() !== '') lost.push({ where, says: aiken.noPicture });
    if (item.rules.seconds !== null || item.rules.confidence) lost.push({ where, says: aiken.noRules });
  }
  return { text: blocks.length === 0 ? '' : `${blocks.join('\n\n')}\n`, lost };
}

function unheld(item: DeckItem, aiken: FilePhrases['aiken']): string | null {
  if (item.kind === 'task') return aiken.noTasks;
  if (item.answer.form !== 'one') return aiken.oneRight;
  if (item.code.trim() !== '') return aiken.noCode;
  const texts = [item.prompt, ...item.answer.options.map(({ text }) => text)];
  if (texts.some((text) => text.trim().includes('\n'))) return aiken.oneLine;
  const prompt = item.prompt.trim();
  return prompt.length < 2 || OPTION.test(prompt) || ANSWER.test(prompt) ? aiken.readOtherwise : null;
}

export function readAiken(
  text: string,
  title: string,
  phrases: FilePhrases = ENGLISH_FILES,
  ofItems: DeckPhrases = ENGLISH_DECK,
): Read {
  const { aiken } = phrases;
  const problems: Problem[] = [];
  const items: DeckItem[] = [];
  let prompt: { readonly text: string; readonly line: number } | null = null;
  let options: string[] = [];
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
  for (const [at, raw] of lines.entries()) {
    const line = raw.trim();
    const place = placeOf(at + 1, phrases);
    if (line === '') continue;
    const option = OPTION.exec(line);
    if (option !== null) {
      const [, letter = '', words = ''] = option;
      const expected = LETTERS.charAt(options.length);
      if (prompt === null) {
        // Said once, at the first.
        if (options.length === 0) problems.push({ ...place, says: aiken.strayOption });
      } else if (options.length >= MAX.options)
        problems.push({ ...place, says: aiken.tooManyOptions(MAX.options) });
      else if (letter !== expected) problems.push({ ...place, says: aiken.expected(expected, letter) });
      options.push(words.trim());
    } else if (ANSWER.test(line)) {
      const letter = line.slice(line.indexOf(':') + 1).trim();
      const right = LETTERS.indexOf(letter);
      if (prompt === null) {
        if (options.length === 0) problems.push({ ...place, says: aiken.strayAnswer });
      } else if (options.length < 2) problems.push({ ...place, says: aiken.tooFewOptions });
      else if (letter.length !== 1 || right < 0 || right >= options.length)
        problems.push({
          ...place,
          says: aiken.answerNames(LETTERS.charAt(options.length - 1), letter),
        });
      else {
        const { item, faults } = questionOf(prompt, options, right, phrases, ofItems);
        problems.push(...faults);
        if (item !== null) items.push(item);
      }
      prompt = null;
      options = [];
    } else if (prompt !== null && SMALL_ANSWER.test(line)) {
      problems.push({ ...place, says: aiken.capitalAnswer });
      prompt = null;
      options = [];
    } else if (
      prompt !== null &&
      SMALL_OPTION.exec(line)?.[1] === LETTERS.charAt(options.length).toLowerCase()
    ) {
      problems.push({ ...place, says: aiken.capitalOption });
      options.push(line.slice(2).trim());
    } else if (prompt === null) prompt = { text: line, line: at + 1 };
    else {
      const says = options.length === 0 ? aiken.oneLineQuestion : aiken.noAnswer;
      problems.push({ ...place, says });
      prompt = { text: line, line: at + 1 };
      options = [];
    }
  }
  if (prompt !== null) problems.push({ ...placeOf(prompt.line, phrases), says: aiken.notEnded });
  if (items.length > DECK.items)
    problems.push({
      where: '',
      says: phrases.tooMany(items.length, DECK.items),
    });
  if (items.length === 0 && problems.length === 0) problems.push({ where: '', says: aiken.none });
  if (problems.length > 0) return { ok: false, problems };
  return {
    ok: true,
    deck: { heaproom: 'deck', version: deckVersion, title: title.slice(0, DECK.title), items },
    notes: [],
  };
}

function placeOf(line: number, phrases: FilePhrases) {
  return { where: phrases.line(line), spot: { line, column: null } };
}

function questionOf(
  prompt: { readonly text: string; readonly line: number },
  options: readonly string[],
  right: number,
  phrases: FilePhrases,
  ofItems: DeckPhrases,
): { readonly item: DeckItem | null; readonly faults: readonly Problem[] } {
  const shaped = deckItemShape.safeParse({
    kind: 'question',
    prompt: prompt.text,
    answer: { form: 'one', options: options.map((text, at) => ({ text, right: at === right })) },
  });
  const { where, spot } = placeOf(prompt.line, phrases);
  if (!shaped.success) return { item: null, faults: [{ where, spot, says: phrases.aiken.tooLong }] };
  const faults = itemFaults(shaped.data, ofItems);
  return {
    item: shaped.data,
    faults: faults.map(({ field, says }) => ({ where: phrases.fieldOf(where, field), says, spot })),
  };
}
