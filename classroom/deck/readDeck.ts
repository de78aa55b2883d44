/** Our own deck files: JSON in, a deck or sentences out; and back. Everything is refused that could not be asked. */
import { DECK, type Deck, type DeckItem, deckHeadShape, deckShape, deckVersion } from '../protocol/deck.ts';
import { itemFaults } from './faults.ts';
import { ENGLISH_FILES, type FilePhrases } from './filePhrases.ts';
import { jsonFault } from './jsonFault.ts';
import { jsonPlace } from './jsonPlace.ts';
import { type DeckPhrases, ENGLISH_DECK } from './phrases.ts';
import type { Problem, Read } from './problem.ts';

/** The address of the schema on every installation. */
export const SCHEMA_ADDRESS = '/deck.schema.json';

/** So many problems are looked for in the text: each is a walk over it, and nobody mends more at a time. */
const FOUND = 30;

export function makeDeckFile(deck: Deck): string {
  return `${JSON.stringify({ $schema: SCHEMA_ADDRESS, ...deck }, null, 2)}\n`;
}

export function tooLarge(size: number, phrases: FilePhrases = ENGLISH_FILES): Problem | null {
  if (size <= DECK.size) return null;
  const kib = (length: number) => `${Math.ceil(length / 1024)} KB`;
  return {
    where: '',
    says: phrases.tooLarge(kib(size), kib(DECK.size)),
  };
}

export function readDeckFile(
  file: string,
  phrases: FilePhrases = ENGLISH_FILES,
  ofItems: DeckPhrases = ENGLISH_DECK,
): Read {
  const text = file.replace(/^\uFEFF/, '');
  const large = tooLarge(text.length, phrases);
  if (large !== null) return { ok: false, problems: [large] };
  const fault = jsonFault(text, phrases.json);
  if (fault !== null) {
    const { line, column, says } = fault;
    return {
      ok: false,
      problems: [{ where: phrases.lineColumn(line, column), says, spot: { line, column } }],
    };
  }
  const raw: unknown = JSON.parse(text);
  const placed = (problems: readonly PlacedProblem[]) =>
    problems.map(({ path, ...problem }, at) =>
      path === undefined || at >= FOUND ? problem : { ...problem, spot: jsonPlace(text, path) },
    );
  const parsed = parseDeck(raw, phrases);
  if (!parsed.ok) return { ok: false, problems: placed(parsed.problems) };
  const problems = placed(deckProblems(parsed.deck.items, phrases, ofItems));
  return problems.length > 0 ? { ok: false, problems } : { ok: true, deck: parsed.deck, notes: [] };
}

/** A problem with the part of the deck that it is about. */
interface PlacedProblem extends Problem {
  readonly path?: readonly PropertyKey[];
}

type Parsed =
  | { readonly ok: true; readonly deck: Deck }
  | { readonly ok: false; readonly problems: readonly PlacedProblem[]; readonly tooLarge: boolean };

/** A deck that may have gaps: what can be saved while it is being written. */
export function parseDeck(raw: unknown, phrases: FilePhrases = ENGLISH_FILES): Parsed {
  const failed = (problems: readonly PlacedProblem[]): Parsed => ({ ok: false, problems, tooLarge: false });
  const head = deckHeadShape.safeParse(raw);
  if (!head.success) {
    return failed([{ where: '', says: phrases.deck.none(deckVersion) }]);
  }
  if (head.data.version > deckVersion) {
    return failed([
      { where: '', says: phrases.deck.newer(head.data.version, deckVersion), path: ['version'] },
    ]);
  }
  const parsed = deckShape.safeParse(raw);
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => ({
      where: placeWords(issue.path, phrases.parts),
      says: issueWords(issue, phrases.deck),
      // A field that is not known is what to look at, not all that it stands in.
      path: issue.code === 'unrecognized_keys' ? [...issue.path, ...issue.keys.slice(0, 1)] : issue.path,
    }));
    return failed(problems);
  }
  const { $schema: _, ...deck } = parsed.data;
  const large = tooLarge(JSON.stringify(deck).length, phrases);
  return large === null ? { ok: true, deck } : { ok: false, problems: [large], tooLarge: true };
}

/** Everything that keeps items of a deck from being asked. */
export function deckProblems(
  items: readonly DeckItem[],
  phrases: FilePhrases = ENGLISH_FILES,
  ofItems: DeckPhrases = ENGLISH_DECK,
): PlacedProblem[] {
  return items.flatMap((item, at) =>
    itemFaults(item, ofItems).map(({ field, says }) => ({
      where: phrases.fieldOf(phrases.question(at + 1), field),
      says,
      path: ['items', at, ...(field === 'options' ? ['answer', 'options'] : [field])],
    })),
  );
}

/** `items[2].answer.options[1].text` is said as "Question 3, option 2, text". */
function placeWords(path: readonly PropertyKey[], parts: FilePhrases['parts']): string {
  const known = new Map(Object.entries(parts));
  const words: string[] = [];
  for (const [at, step] of path.entries()) {
    const next = path[at + 1];
    if (typeof step === 'number') continue;
    if (typeof next === 'number') {
      words.push(`${at === 0 ? parts.question : (known.get(String(step)) ?? String(step))} ${next + 1}`);
    } else if (step !== 'answer' || next === undefined) words.push(String(step));
  }
  const place = words.join(', ');
  return place.charAt(0).toUpperCase() + place.slice(1);
}

interface Issue {
  readonly code: string;
  readonly message: string;
  readonly maximum?: number | bigint;
  readonly minimum?: number | bigint;
  readonly origin?: string;
  readonly keys?: readonly string[];
  readonly expected?: string;
  readonly values?: readonly unknown[];
}

function issueWords(issue: Issue, says: FilePhrases['deck']): string {
  const [most, least] = [Number(issue.maximum), Number(issue.minimum)];
  switch (issue.code) {
    case 'unrecognized_keys':
      return says.unknownFields(issue.keys ?? []);
    case 'too_big':
      return issue.origin === 'string'
        ? says.tooLong(most)
        : issue.origin === 'array'
          ? says.tooMany(most)
          : says.tooHigh(most);
    case 'too_small':
      return issue.origin === 'string'
        ? says.empty
        : issue.origin === 'array'
          ? says.tooFew(least)
          : says.tooLow(least);
    case 'invalid_type':
      return says.wrongKind(issue.expected ?? '');
    case 'invalid_value':
      return says.oneOf((issue.values ?? []).map((value) => JSON.stringify(value)));
    case 'invalid_union':
      return says.unknownKind;
    default:
      return `${issue.message}.`;
  }
}
