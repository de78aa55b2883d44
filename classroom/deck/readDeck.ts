/** Our own deck files: JSON in, a deck or sentences out; and back. Everything is refused that could not be asked. */
import { DECK, type Deck, type DeckItem, deckHeadShape, deckShape, deckVersion } from '../protocol/deck.ts';
import { itemFaults } from './faults.ts';
import { jsonFault } from './jsonFault.ts';
import type { Problem, Read } from './problem.ts';

/** The address of the schema on every installation. */
export const SCHEMA_ADDRESS = '/deck.schema.json';

export function makeDeckFile(deck: Deck): string {
  return `${JSON.stringify({ $schema: SCHEMA_ADDRESS, ...deck }, null, 2)}\n`;
}

export function tooLarge(size: number): Problem | null {
  if (size <= DECK.size) return null;
  const kib = (length: number) => `${Math.ceil(length / 1024)} KB`;
  return {
    where: '',
    says: `This is too large: ${kib(size)}, where ${kib(DECK.size)} are allowed. Split it into several decks.`,
  };
}

export function readDeckFile(file: string): Read {
  const text = file.replace(/^\uFEFF/, '');
  const large = tooLarge(text.length);
  if (large !== null) return { ok: false, problems: [large] };
  const fault = jsonFault(text);
  if (fault !== null) {
    const where = `Line ${fault.line}, column ${fault.column}`;
    return { ok: false, problems: [{ where, says: fault.says }] };
  }
  const raw: unknown = JSON.parse(text);
  const parsed = parseDeck(raw);
  if (!parsed.ok) return parsed;
  const problems = deckProblems(parsed.deck.items);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, deck: parsed.deck, notes: [] };
}

type Parsed =
  | { readonly ok: true; readonly deck: Deck }
  | { readonly ok: false; readonly problems: readonly Problem[]; readonly tooLarge: boolean };

/** A deck that may have gaps: what can be saved while it is being written. */
export function parseDeck(raw: unknown): Parsed {
  const failed = (problems: readonly Problem[]): Parsed => ({ ok: false, problems, tooLarge: false });
  const head = deckHeadShape.safeParse(raw);
  if (!head.success) {
    const says = `This is JSON, but no deck: a deck begins with {"heaproom": "deck", "version": ${deckVersion}, …}.`;
    return failed([{ where: '', says }]);
  }
  if (head.data.version > deckVersion) {
    const says = `This deck is of version ${head.data.version}; this Heaproom reads version ${deckVersion}. Update Heaproom, or export the deck from there again as GIFT.`;
    return failed([{ where: '', says }]);
  }
  const parsed = deckShape.safeParse(raw);
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => ({
      where: placeWords(issue.path),
      says: issueWords(issue),
    }));
    return failed(problems);
  }
  const { $schema: _, ...deck } = parsed.data;
  const large = tooLarge(JSON.stringify(deck).length);
  return large === null ? { ok: true, deck } : { ok: false, problems: [large], tooLarge: true };
}

/** Everything that keeps items of a deck from being asked. */
export function deckProblems(items: readonly DeckItem[]): Problem[] {
  return items.flatMap((item, at) =>
    itemFaults(item).map(({ field, says }) => ({ where: `Question ${at + 1}, ${field}`, says })),
  );
}

const PARTS: Readonly<Record<string, string>> = { options: 'option', items: 'item', goals: 'goal' };

/** `items[2].answer.options[1].text` is said as "Question 3, option 2, text". */
function placeWords(path: readonly PropertyKey[]): string {
  const words: string[] = [];
  for (const [at, step] of path.entries()) {
    const next = path[at + 1];
    if (typeof step === 'number') continue;
    if (typeof next === 'number') {
      words.push(`${at === 0 ? 'question' : (PARTS[String(step)] ?? String(step))} ${next + 1}`);
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

function issueWords(issue: Issue): string {
  switch (issue.code) {
    case 'unrecognized_keys':
      return `There is no field ${issue.keys?.map((key) => `“${key}”`).join(', ')} here. Remove it or correct its name.`;
    case 'too_big':
      return issue.origin === 'string'
        ? `This is too long: ${issue.maximum} characters are allowed.`
        : issue.origin === 'array'
          ? `There are too many: ${issue.maximum} are allowed.`
          : `The largest value is ${issue.maximum}.`;
    case 'too_small':
      return issue.origin === 'string'
        ? 'This is empty. Fill it in.'
        : issue.origin === 'array'
          ? `At least ${issue.minimum} are needed.`
          : `The smallest value is ${issue.minimum}.`;
    case 'invalid_type':
      return `This is missing or of the wrong kind: ${issue.expected} is expected.`;
    case 'invalid_value':
      return `This has to be ${issue.values?.map((value) => JSON.stringify(value)).join(' or ')}.`;
    case 'invalid_union':
      return 'This names a kind that Heaproom does not know. See the schema for those it knows.';
    default:
      return `${issue.message}.`;
  }
}
