/** What stands in the braces of a GIFT question, as an answer of ours. Positions are those inside the braces. */
import { DECK, type DeckAnswer } from '../protocol/deck.ts';
import type { FilePhrases } from './filePhrases.ts';
import { findPlain, type TextFormat, textOf } from './giftText.ts';

export type AnswersRead =
  | {
      readonly ok: true;
      /** Null where Heaproom has no such kind of question; `notes` say so. */
      readonly answer: DeckAnswer | null;
      readonly explanation: string;
      readonly notes: readonly string[];
    }
  | { readonly ok: false; readonly at: number; readonly says: string };

interface Part {
  /** `=` or `~`. */
  readonly mark: string;
  readonly at: number;
  readonly text: string;
  readonly feedback: string;
  /** Per cent, where they are written. */
  readonly weight: number | null;
}

type Says = FilePhrases['gift'];

const WEIGHT = /^%(-?\d{1,3}(?:\.\d+)?)%/;

export function giftAnswers(body: string, format: TextFormat, gift: Says): AnswersRead {
  const general = body.lastIndexOf('####');
  const end = general < 0 ? body.length : general;
  const explanation = general < 0 ? '' : textOf(body.slice(general + 4), format).text;
  const given = body.slice(0, end);
  const done = (answer: DeckAnswer, why = explanation, notes: readonly string[] = []): AnswersRead => ({
    ok: true,
    answer,
    explanation: why,
    notes,
  });
  const left = (note: string): AnswersRead => ({ ok: true, answer: null, explanation, notes: [note] });

  if (given.trim() === '') return done({ form: 'text', model: '' });
  if (given.trimStart().startsWith('#')) return numberOf(given, explanation, format, gift);
  const begins = findPlain(given, '=~');
  const words = given.slice(0, begins < 0 ? given.length : begins).trim();
  if (begins < 0) return trueFalse(words, explanation, format, given.length - given.trimStart().length, gift);
  if (words !== '')
    return {
      ok: false,
      at: begins,
      says: gift.textBefore,
    };

  const parts = partsOf(given, format);
  if (parts.some(({ mark }) => mark === '~')) return choiceOf(parts, explanation, left, gift);
  if (parts.some(({ text }) => text.includes('->'))) return matchOf(parts, explanation, left, gift);
  // Graded by comparing texts in Moodle; here nobody's words are graded.
  const model = parts
    .map(({ text }) => text.replace(WEIGHT, ''))
    .join(' / ')
    .slice(0, 4000);
  return done({ form: 'text', model }, explanation, [gift.ownWords]);
}

function partsOf(given: string, format: TextFormat): Part[] {
  const parts: Part[] = [];
  for (let at = findPlain(given, '=~'); at >= 0; ) {
    const next = findPlain(given, '=~', at + 1);
    const end = next < 0 ? given.length : next;
    const mark = given.charAt(at);
    const raw = given.slice(at + 1, end).trim();
    const weight = mark === '~' ? WEIGHT.exec(raw) : null;
    const rest = weight === null ? raw : raw.slice(weight[0].length);
    const hash = findPlain(rest, '#');
    parts.push({
      mark,
      at,
      text: textOf(hash < 0 ? rest : rest.slice(0, hash), format).text,
      feedback: hash < 0 ? '' : textOf(rest.slice(hash + 1), format).text,
      weight: weight === null ? null : Number(weight[1]),
    });
    at = next;
  }
  return parts;
}

function choiceOf(
  parts: readonly Part[],
  explanation: string,
  left: (note: string) => AnswersRead,
  gift: Says,
): AnswersRead {
  const empty = parts.find(({ text }) => text === '');
  if (empty !== undefined) return { ok: false, at: empty.at, says: gift.noText };
  const [first] = parts;
  if (parts.length < 2) return { ok: false, at: first?.at ?? 0, says: gift.tooFew };
  if (parts.length > 8)
    return {
      ok: false,
      at: parts[8]?.at ?? 0,
      says: gift.tooMany,
    };
  const single = parts.some(({ mark }) => mark === '=');
  const right = (part: Part) => (single ? part.mark === '=' : (part.weight ?? 0) > 0);
  const rights = parts.filter(right);
  if (rights.length === 0)
    return {
      ok: false,
      at: first?.at ?? 0,
      says: gift.noRight,
    };
  if (single && rights.length > 1) return left(gift.oneEnough);
  const notes: string[] = [];
  const partly = single && parts.some((part) => !right(part) && (part.weight ?? 0) > 0);
  if (partly) notes.push(gift.partly);
  const options = parts.map((part) => {
    const wrong = !right(part);
    if (wrong && part.feedback.length > DECK.belief) notes.push(gift.cut);
    return { text: part.text, right: !wrong, belief: wrong ? part.feedback.slice(0, DECK.belief) : '' };
  });
  const praise = rights.map(({ feedback }) => feedback).find((feedback) => feedback !== '') ?? '';
  return {
    ok: true,
    answer: { form: single ? 'one' : 'several', options },
    explanation: explanation === '' ? praise : explanation,
    notes,
  };
}

/** Items matched with 1 … n are an order. */
function matchOf(
  parts: readonly Part[],
  explanation: string,
  left: (note: string) => AnswersRead,
  gift: Says,
): AnswersRead {
  const places = new Map<number, string>();
  for (const { text } of parts) {
    const arrow = text.lastIndexOf('->');
    places.set(Number(text.slice(arrow + 2).trim()), text.slice(0, arrow).trim());
  }
  const items = parts.map((_, at) => places.get(at + 1));
  const whole = items.filter((item) => item !== undefined && item !== '');
  if (whole.length < parts.length) return left(gift.matching);
  return {
    ok: true,
    answer: { form: 'order', items: whole.filter((item) => item !== undefined) },
    explanation,
    notes: [],
  };
}

function trueFalse(
  words: string,
  explanation: string,
  format: TextFormat,
  at: number,
  gift: Says,
): AnswersRead {
  const [head = '', wrong = '', right = ''] = words.split('#').map((bit) => textOf(bit, format).text);
  const truth = /^(?:T|TRUE)$/.test(head) ? true : /^(?:F|FALSE)$/.test(head) ? false : null;
  if (truth === null)
    return {
      ok: false,
      at,
      says: gift.noAnswers,
    };
  const options = [true, false].map((each) => ({
    text: each ? 'True' : 'False',
    right: each === truth,
    belief: each === truth ? '' : wrong.slice(0, DECK.belief),
  }));
  return {
    ok: true,
    answer: { form: 'one', options },
    explanation: explanation === '' ? right : explanation,
    notes: [],
  };
}

/** `#4`, `#4:0.5`, `#3.5..4.5`, or several after = of which the first that is worth all counts. */
function numberOf(given: string, explanation: string, format: TextFormat, gift: Says): AnswersRead {
  const start = given.indexOf('#') + 1;
  // What stands behind ~ is said of wrong numbers.
  const wrong = findPlain(given, '~', start);
  const right = given.slice(0, wrong < 0 ? given.length : wrong);
  const found = numbersIn(right, start);
  const notes = found.length > 1 ? [gift.firstNumber] : [];
  const first = (found[0] ?? '').trim().replace(/^%100(?:\.0*)?%/, '');
  const hash = findPlain(first, '#');
  const text = (hash < 0 ? first : first.slice(0, hash)).trim();
  const feedback = hash < 0 ? '' : textOf(first.slice(hash + 1), format).text;
  const [low = '', high] = text.split('..').map((part) => part.trim());
  const [middle = '', around = '0'] = text.split(':').map((part) => part.trim());
  const numbers = high === undefined ? [middle, around] : [low, high];
  const [a = Number.NaN, b = Number.NaN] = numbers.map((one) => (one === '' ? Number.NaN : Number(one)));
  if (!Number.isFinite(a) || !Number.isFinite(b))
    return {
      ok: false,
      at: start,
      says: gift.noNumber(text),
    };
  const [value, tolerance] = high === undefined ? [a, b] : [decimal((a + b) / 2), decimal((b - a) / 2)];
  if (tolerance < 0) return { ok: false, at: start, says: gift.tolerance };
  return {
    ok: true,
    answer: { form: 'number', value, tolerance, unit: '' },
    explanation: explanation === '' ? feedback : explanation,
    notes,
  };
}

/** The numbers of `given` from `start` on: one, or each behind an `=`. */
function numbersIn(given: string, start: number): string[] {
  const found: string[] = [];
  for (let at = findPlain(given, '=', start); at >= 0; ) {
    const next = findPlain(given, '=', at + 1);
    found.push(given.slice(at + 1, next < 0 ? given.length : next));
    at = next;
  }
  return found.length === 0 ? [given.slice(start)] : found;
}

/** Halves of decimals come out as decimals: 0.0005 and not 0.00049999999999994. */
function decimal(value: number): number {
  return Number(value.toPrecision(12));
}
