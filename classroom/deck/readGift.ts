/**
 * A GIFT file of Moodle as a deck. Follows question/format/gift/format.php: a blank line ends a question, // begins a
 * comment, what stands in { } decides the kind of question. What is broken is refused with its line; kinds that
 * Heaproom does not have are left out with a note.
 */
import { DECK, type DeckAnswer, type DeckItem, deckItemShape, deckVersion } from '../protocol/deck.ts';
import { itemFaults } from './faults.ts';
import { ENGLISH_FILES, type FilePhrases } from './filePhrases.ts';
import { giftAnswers } from './giftAnswers.ts';
import { findPlain, textOf, unescaped } from './giftText.ts';
import { type DeckPhrases, ENGLISH_DECK } from './phrases.ts';
import type { Problem, Read } from './problem.ts';
import { splitPrompt } from './text.ts';

/** The lines of one question, comments emptied; `line`: where they begin, from 1. */
interface Chunk {
  readonly text: string;
  readonly line: number;
}

export function readGift(
  text: string,
  title: string,
  phrases: FilePhrases = ENGLISH_FILES,
  ofItems: DeckPhrases = ENGLISH_DECK,
): Read {
  const { gift } = phrases;
  const problems: Problem[] = [];
  const notes: Problem[] = [];
  const items: DeckItem[] = [];
  let name = title;
  for (const chunk of chunksOf(text)) {
    if (chunk.text.startsWith('$CATEGORY:')) {
      const path = unescaped(chunk.text.slice('$CATEGORY:'.length).trim());
      name = path.replaceAll('//', '\u0000').split('/').at(-1)?.replaceAll('\u0000', '/').trim() || name;
      continue;
    }
    const placeAt = (at: number) => {
      const line = chunk.line + chunk.text.slice(0, at).split('\n').length - 1;
      return { where: phrases.line(line), spot: { line, column: null } };
    };
    const read = itemOf(chunk.text, gift);
    for (const note of read.notes) notes.push({ ...placeAt(0), says: note });
    if (read.problem !== null) problems.push({ ...placeAt(read.problem.at), says: read.problem.says });
    else if (read.item !== null) {
      const shaped = deckItemShape.safeParse(read.item);
      if (!shaped.success) problems.push({ ...placeAt(0), says: phrases.tooLong });
      else {
        const { where, spot } = placeAt(0);
        for (const { field, says } of itemFaults(shaped.data, ofItems))
          problems.push({ where: phrases.fieldOf(where, field), says, spot });
        items.push(shaped.data);
      }
    }
  }
  if (items.length > DECK.items)
    problems.push({
      where: '',
      says: phrases.tooMany(items.length, DECK.items),
    });
  if (problems.length > 0) return { ok: false, problems };
  if (items.length === 0) {
    const says = notes.length > 0 ? gift.noKind : gift.none;
    return { ok: false, problems: [{ where: '', says }, ...notes] };
  }
  return {
    ok: true,
    deck: { heaproom: 'deck', version: deckVersion, title: name.slice(0, DECK.title), items },
    notes,
  };
}

function chunksOf(text: string): Chunk[] {
  const chunks: Chunk[] = [];
  let lines: string[] = [];
  let begin = 1;
  const end = () => {
    const first = lines.findIndex((line) => line.trim() !== '');
    if (first >= 0) chunks.push({ text: lines.slice(first).join('\n').trim(), line: begin + first });
    lines = [];
  };
  for (const [at, raw] of text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .entries()) {
    const line = raw.trim().startsWith('//') ? '' : raw;
    if (raw.trim() === '') end();
    else {
      if (lines.length === 0) begin = at + 1;
      lines.push(line);
      // A category has its line for itself.
      if (lines.length === 1 && line.startsWith('$CATEGORY:')) end();
    }
  }
  end();
  return chunks;
}

interface ItemRead {
  readonly item: DeckItem | null;
  /** Why it was left out, or what was. */
  readonly notes: readonly string[];
  readonly problem: { readonly at: number; readonly says: string } | null;
}

function itemOf(text: string, gift: FilePhrases['gift']): ItemRead {
  const failed = (at: number, says: string): ItemRead => ({ item: null, notes: [], problem: { at, says } });
  const left = (note: string): ItemRead => ({ item: null, notes: [note], problem: null });
  let begin = 0;
  if (text.startsWith('::')) {
    const end = text.indexOf('::', 2);
    if (end < 0) return failed(0, gift.openName);
    begin = end + 2;
  }
  const open = findPlain(text, '{', begin);
  const stray = findPlain(text, '}', begin, open < 0 ? text.length : open);
  if (stray >= 0) return failed(stray, gift.strayBrace);
  if (open < 0) return left(gift.description);
  const close = findPlain(text, '}', open);
  if (close < 0) return failed(open, gift.openBrace);
  const second = findPlain(text, '{', open + 1);
  if (second >= 0) return failed(second, second < close ? gift.braceInside : gift.twice);
  const behind = findPlain(text, '}', close + 1);
  if (behind >= 0) return failed(behind, gift.strayBrace);
  const after = text.slice(close + 1).trim();
  const { text: whole, format } = textOf(
    `${text.slice(begin, open)}${after === '' ? '' : `_____${text.slice(close + 1)}`}`,
    'moodle',
  );
  const read = giftAnswers(text.slice(open + 1, close), format, gift);
  if (!read.ok) return failed(open + 1 + read.at, read.says);
  const { answer, explanation, notes } = read;
  if (answer === null) return { item: null, notes, problem: null };
  return { item: question(whole, answer, explanation), notes, problem: null };
}

function question(text: string, answer: DeckAnswer, explanation: string): DeckItem {
  const rules = { seconds: null, confidence: false };
  return { kind: 'question', ...splitPrompt(text), picture: '', answer, explanation, rules };
}
