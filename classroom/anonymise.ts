/**
 * A lesson without its students' names. Nicknames and module names are replaced wherever they stand as whole words,
 * in statements too, because a module's name is the nickname in small letters. The lesson is then run again with the
 * new names: sizes and addresses of the renamed modules differ a little from what the class saw, so outputs and
 * digests are made anew, and every copy agrees on them. What people called each other otherwise stays.
 */
import type { Label } from '../heap/index.ts';
import type { Answer, ChallengeBody, Mark, NamedObject, Solution, Truth } from './protocol/challenge.ts';
import type { Entry } from './protocol/entry.ts';
import type { Reason, Standing } from './protocol/reason.ts';
import { type Past, Session } from './session.ts';

export interface Renamed {
  readonly nickname: string;
  readonly handle: string;
}

/** Member id to the new names; the teacher is not among them. */
export type Renaming = ReadonlyMap<string, { readonly before: Renamed; readonly after: Renamed }>;

const STEMS = ['student', 'person', 'member', 'somebody'] as const;

/** Students are numbered in the order in which they joined. */
export function renamingOf(entries: readonly Entry[]): Renaming {
  const students = entries.flatMap((entry) =>
    entry.kind === 'join' && entry.member.role === 'student' ? [entry.member] : [],
  );
  const words = JSON.stringify(entries).toLowerCase();
  const free = (stem: string) =>
    !new RegExp(`(?<![\\p{L}\\p{N}_])${stem}_?\\d+(?![\\p{L}\\p{N}_])`, 'u').test(words);
  const stem = STEMS.find(free) ?? 'renamed_student';
  return new Map(
    students.map(({ id, nickname, handle }, index) => [
      id,
      {
        before: { nickname, handle },
        after: { nickname: `Student ${index + 1}`, handle: `${stem}_${index + 1}` },
      },
    ]),
  );
}

interface Words {
  /** In Python source. */
  code(text: string): string;
  /** In prose and output. */
  text(text: string): string;
}

const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

function replacer(pairs: ReadonlyMap<string, string>): (text: string) => string {
  const words = [...pairs.keys()].sort((a, b) => b.length - a.length).map(escaped);
  if (words.length === 0) return (text) => text;
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}_])(?:${words.join('|')})(?![\\p{L}\\p{N}_])`, 'gu');
  return (text) => text.replace(pattern, (word) => pairs.get(word) ?? word);
}

function wordsOf(renaming: Renaming): Words {
  const code = new Map<string, string>();
  const text = new Map<string, string>();
  for (const { before, after } of renaming.values()) {
    text.set(before.nickname, after.nickname);
    // Module names win over nicknames that are spelt the same.
    text.set(before.handle, after.handle);
    // In code a nickname is replaced where it cannot be one of Python's own words: where the module could be called
    // the same (a handle never means something else), and where it has a space in it.
    if (/\p{L}\s+\p{L}/u.test(before.nickname)) code.set(before.nickname, after.nickname);
    else if (before.nickname.toLowerCase() === before.handle) {
      code.set(before.nickname, `${after.handle.charAt(0).toUpperCase()}${after.handle.slice(1)}`);
    }
  }
  for (const { before, after } of renaming.values()) code.set(before.handle, after.handle);
  return { code: replacer(code), text: replacer(text) };
}

function renameAnswer(answer: Answer, words: Words): Answer {
  if (answer.kind === 'text') return { ...answer, text: words.text(answer.text) };
  if (answer.kind === 'task') return { ...answer, inputs: answer.inputs.map(words.code) };
  return answer;
}

/** Every string of a value that holds prose, at any depth; the shape stays. */
function renameChallenge(body: ChallengeBody, words: Words): ChallengeBody {
  if (body.kind === 'round') return body;
  const prompt = words.text(body.prompt);
  if (body.kind === 'task') {
    const goals = body.goals.map((goal) =>
      goal.goal === 'true' ? { ...goal, expression: words.code(goal.expression) } : goal,
    );
    return { ...body, prompt, setup: words.code(body.setup), goals };
  }
  const { answer } = body;
  const picture = body.picture === undefined ? {} : { picture: words.code(body.picture) };
  if (answer.form === 'one' || answer.form === 'several') {
    return { ...body, prompt, ...picture, answer: { ...answer, options: answer.options.map(words.text) } };
  }
  if (answer.form === 'order') {
    return { ...body, prompt, ...picture, answer: { ...answer, items: answer.items.map(words.text) } };
  }
  return { ...body, prompt, ...picture };
}

function renameSolution(solution: Solution, words: Words): Solution {
  const { key, explanation, beliefs, from } = solution;
  return {
    ...solution,
    ...(from === undefined ? {} : { from: { ...from, target: words.code(from.target) } }),
    key: key.form === 'text' ? { ...key, model: words.text(key.model) } : key,
    explanation: words.text(explanation),
    ...(beliefs === undefined ? {} : { beliefs: beliefs.map(words.text) }),
  };
}

function renameTruth(truth: Truth, words: Words): Truth {
  if (truth.kind === 'round') return { ...truth, freedNames: truth.freedNames.map(words.text) };
  if (truth.kind === 'task') return { ...truth, goals: truth.goals.map(words.text) };
  return { ...truth, solution: renameSolution(truth.solution, words) };
}

function renameMark(mark: Mark, words: Words): Mark {
  return {
    ...mark,
    ...(mark.answer === undefined ? {} : { answer: renameAnswer(mark.answer, words) }),
    ...(mark.first === undefined ? {} : { first: renameAnswer(mark.first, words) }),
    ...(mark.reasons === undefined
      ? {}
      : { reasons: mark.reasons.map((reason) => renameReason(reason, words)) }),
  };
}

function renameReason(reason: Reason, words: Words): Reason {
  if (typeof reason === 'string') return words.text(reason);
  if (reason.kind === 'goal') return { ...reason, standing: renameStanding(reason.standing, words) };
  if (!('object' in reason)) return reason;
  const { object } = reason;
  const renamed = object === null ? null : { type: words.text(object.type), repr: words.text(object.repr) };
  if (reason.kind === 'went')
    return { ...reason, object: renamed, cycle: reason.cycle === null ? null : words.text(reason.cycle) };
  if (reason.kind === 'stayed') {
    const { path } = reason;
    if (typeof path === 'string') return { ...reason, object: renamed, path: words.text(path) };
    return {
      ...reason,
      object: renamed,
      path: path === null ? null : path.map((label) => renameLabel(label, words)),
    };
  }
  return { ...reason, object: renamed };
}

function renameObject(object: NamedObject, words: Words): NamedObject {
  const { type, repr, name } = object;
  return {
    ...object,
    type: words.text(type),
    repr: words.text(repr),
    name: name === null ? null : words.code(name),
  };
}

function renameStanding(standing: Standing, { code, text }: Words): Standing {
  return standing.goal === 'true'
    ? { ...standing, expression: code(standing.expression), says: text(standing.says) }
    : standing;
}

function renameLabel(label: Label, { text }: Words): Label {
  switch (label.kind) {
    case 'python':
      return { ...label, text: text(label.text) };
    case 'last':
    case 'module':
      return { ...label, module: text(label.module) };
    default:
      return label;
  }
}

function renameEntry(entry: Entry, renaming: Renaming, words: Words): Entry {
  switch (entry.kind) {
    case 'join': {
      const names = renaming.get(entry.member.id)?.after;
      return names === undefined ? entry : { ...entry, member: { ...entry.member, ...names } };
    }
    case 'run': {
      const { outcome } = entry;
      return {
        ...entry,
        source: words.code(entry.source),
        ...(outcome === undefined
          ? {}
          : {
              outcome: {
                ...outcome,
                output: words.text(outcome.output),
                raised: outcome.raised === null ? null : words.text(outcome.raised),
              },
            }),
      };
    }
    case 'challenge.open':
      return {
        ...entry,
        challenge: renameChallenge(entry.challenge, words),
        ...(entry.solution === undefined ? {} : { solution: renameSolution(entry.solution, words) }),
      };
    case 'challenge.answer':
      return entry.answer === undefined ? entry : { ...entry, answer: renameAnswer(entry.answer, words) };
    case 'challenge.reveal': {
      const { outcome } = entry;
      if (outcome === undefined) return entry;
      const marks = outcome.marks.map((mark) => renameMark(mark, words));
      const { objects } = outcome;
      return {
        ...entry,
        outcome: {
          ...outcome,
          truth: renameTruth(outcome.truth, words),
          marks,
          ...(objects === undefined ? {} : { objects: objects.map((one) => renameObject(one, words)) }),
        },
      };
    }
    case 'challenge.show': {
      const { shown } = entry;
      return shown === null ? entry : { ...entry, shown: { ...shown, inputs: shown.inputs.map(words.code) } };
    }
    case 'arrange': {
      const { team } = entry.arrangement;
      return typeof team === 'string'
        ? { ...entry, arrangement: { ...entry.arrangement, team: words.text(team) } }
        : entry;
    }
    case 'teams':
      return {
        ...entry,
        teams: entry.teams.map(({ member, team }) => ({
          member,
          team: team === null ? null : words.text(team),
        })),
      };
    default:
      return entry;
  }
}

/** The log with other names. Digests are those of the old names: see `runAgain`. */
export function rename(entries: readonly Entry[], renaming: Renaming): Entry[] {
  const words = wordsOf(renaming);
  return entries.map((entry) => renameEntry(entry, renaming, words));
}

/** The lesson took another course under its new names: somebody had made use of a name's text. */
export class OtherCourse extends Error {
  readonly what: 'statement' | 'round';
  readonly number: number;

  constructor(what: OtherCourse['what'], number: number) {
    super(`${what} ${number} came out differently`);
    this.what = what;
    this.number = number;
  }
}

/**
 * Runs a renamed log and gives its entries one by one with the outcomes and digests that follow, each with the session
 * that stands after it. The heap of the class and its marks have to come out as they were.
 * @throws OtherCourse where they do not
 */
export function* runAgain(entries: readonly Entry[]): Generator<{ entry: Entry; session: Session }> {
  const [first, ...rest] = entries;
  if (first?.kind !== 'open') throw new Error('a log begins with its opening entry');
  const wanted = new Set(entries.flatMap((entry) => (entry.kind === 'rewind' ? [entry.to] : [])));
  const machines = new Map<number, Uint8Array>();
  const past: Past = (seq) => machines.get(seq) ?? null;
  const opened = Session.open(first);
  const { session } = opened;
  if (wanted.has(1)) machines.set(1, session.machine.snapshot());
  yield { entry: opened.entry, session };
  for (const before of rest) {
    const { entry, step } = session.rewrite(before, past);
    if (before.kind === 'run' && entry.kind === 'run') {
      const raised = (outcome: typeof entry.outcome) => typeof outcome?.raised === 'string';
      if (before.outcome !== undefined && raised(before.outcome) !== raised(entry.outcome)) {
        throw new OtherCourse('statement', before.seq);
      }
    }
    if (before.kind === 'challenge.reveal' && before.outcome?.truth.kind === 'round') {
      const collected = step?.collections.findLast((one) => !one.automatic)?.collected ?? 0;
      if (collected !== before.outcome.truth.returned) {
        throw new OtherCourse('round', before.number);
      }
    }
    if (wanted.has(entry.seq)) machines.set(entry.seq, session.machine.snapshot());
    yield { entry, session };
  }
}
