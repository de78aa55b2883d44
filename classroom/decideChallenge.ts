/** Whether a command about a challenge may happen, and the entry it becomes. Pure, as decide. */
import { parseInput } from '../heap/index.ts';
import type { Answer, Form, Key, Question, Rules, Solution } from './protocol/challenge.ts';
import type { Command } from './protocol/command.ts';
import type { Draft } from './protocol/entry.ts';
import type { Prediction } from './protocol/prediction.ts';
import { PRECISELY, type Refusal, refuse } from './protocol/refusal.ts';
import type { ChallengeState, ClassState, MemberState } from './protocol/state.ts';
import { openChallenge } from './stateReading.ts';

type ChallengeCommand = Extract<Command, { kind: `challenge.${string}` }>;
type Base = Pick<Draft, 'at' | 'actor' | 'command' | 'heap'>;

export const NO_RULES: Rules = { seconds: null, confidence: false, speed: false };
/** [CH4] What the way to the server may take, milliseconds. */
export const GRACE = 1500;

/** The statement by which a round runs the collector, in the teacher's module. */
export function collectSource(generation: 0 | 1 | 2): string {
  return `import gc; gc.collect(${generation})`;
}

/** [CH4] When this member's time is over, by the server's clock and without grace; null: never. */
export function deadline(challenge: ChallengeState, member: Pick<MemberState, 'extraTime'>): number | null {
  const { closesAt, rules } = challenge;
  if (closesAt === null || rules.seconds === null) return null;
  return closesAt + (member.extraTime - 1) * rules.seconds * 1000;
}

/** The question that a prediction stands for on the heap of now. */
export type Predict = (
  prediction: Prediction,
  digest: string,
) =>
  | { readonly kind: 'made'; readonly challenge: Question; readonly solution: Solution }
  /** The heap is not the one with this digest any more. */
  | { readonly kind: 'moved' }
  /** This heap gives no such question. */
  | { readonly kind: 'none' };

export function decideChallenge(
  state: ClassState,
  member: MemberState,
  command: ChallengeCommand,
  base: Base,
  predict: Predict,
): Draft | Refusal {
  const current = openChallenge(state);
  if (command.kind === 'challenge.open') {
    return current === undefined ? open(state, command, base) : refuse('challengeOpen');
  }
  if (command.kind === 'challenge.predict') {
    return current === undefined ? openPrediction(state, command, base, predict) : refuse('challengeOpen');
  }
  if (command.kind === 'challenge.show') return show(state, command, base);
  if (current === undefined) return refuse('noChallenge');
  const { number, phase, pausedAt } = current;
  // [CH7] While the class gathers there is nothing to stop, to tell or to vote on.
  if (phase === 'lobby' && command.kind !== 'challenge.begin' && command.kind !== 'challenge.cancel') {
    return command.kind === 'challenge.answer' && number !== command.challenge
      ? refuse('wrongChallenge')
      : refuse('tooEarly');
  }
  switch (command.kind) {
    case 'challenge.answer':
      if (number !== command.challenge) return refuse('wrongChallenge');
      return answer(current, member, command.answer, base);
    case 'challenge.begin':
      if (phase !== 'lobby') return refuse('badShape', 'It has begun already.');
      return { ...base, kind: 'challenge.begin', number };
    case 'challenge.close':
      if (phase === 'closed') return refuse('tooLate', 'This challenge takes no answers already.');
      return { ...base, kind: 'challenge.close', number };
    case 'challenge.again':
      if (current.vote === 2) return refuse('challengeOpen', 'There were two votes already.');
      if (current.shown !== undefined && current.shown !== null)
        return refuse('challengeOpen', 'A solution is being shown: there is nothing left to vote on.');
      return { ...base, kind: 'challenge.again', number };
    case 'challenge.pause':
      if (phase === 'closed' || pausedAt !== null) return refuse('paused', 'No clock is running.');
      return { ...base, kind: 'challenge.pause', number };
    case 'challenge.resume':
      if (pausedAt === null) return refuse('badShape', 'The clock is running already.');
      return { ...base, kind: 'challenge.resume', number };
    case 'challenge.reveal': {
      const { challenge } = current;
      const source = challenge.kind === 'round' ? collectSource(challenge.generation) : null;
      return { ...base, kind: 'challenge.reveal', number, source };
    }
    case 'challenge.cancel':
      return { ...base, kind: 'challenge.cancel', number };
  }
}

function open(
  state: ClassState,
  { challenge, solution, rules = NO_RULES }: Extract<Command, { kind: 'challenge.open' }>,
  base: Base,
): Draft | Refusal {
  const draft = {
    ...base,
    kind: 'challenge.open',
    number: state.challenges.length + 1,
    challenge,
    rules,
  } as const;
  if (challenge.kind === 'question') {
    if (challenge.predicts !== undefined || solution?.from !== undefined)
      return refuse('badShape', 'A prediction is made from the heap, not given.');
    if (solution === undefined) return refuse('badShape', 'A question needs its solution.');
    const wrong = questionFault(challenge.answer, solution);
    return wrong === null ? { ...draft, solution } : refuse('badShape', wrong);
  }
  if (challenge.kind === 'task') {
    const parsed = challenge.setup.trim() === '' ? ({ ok: true } as const) : parseInput(challenge.setup);
    if (!parsed.ok) {
      const { line, column, message } = parsed;
      return { ...refuse('syntaxError', message), line, column };
    }
  }
  return draft;
}

/** [PR4] Neither question nor key comes from a browser. */
function openPrediction(
  state: ClassState,
  { prediction, digest, rules = NO_RULES }: Extract<Command, { kind: 'challenge.predict' }>,
  base: Base,
  predict: Predict,
): Draft | Refusal {
  const made = predict(prediction, digest);
  if (made.kind === 'moved') return refuse('heapMoved');
  if (made.kind === 'none') return refuse('notFound', 'This heap gives no such prediction.');
  const { challenge, solution } = made;
  const number = state.challenges.length + 1;
  return { ...base, kind: 'challenge.open', number, challenge, rules, solution };
}

/** What is wrong with a question and its key, in a sentence, or null. */
export function questionFault(
  form: Form,
  { key, beliefs = [] }: Pick<Solution, 'key' | 'beliefs'>,
): string | null {
  if (form.form !== key.form) return 'The solution does not belong to this form of question.';
  const options =
    form.form === 'one' || form.form === 'several' ? form.options : form.form === 'order' ? form.items : null;
  if (options === null) return null;
  if (new Set(options).size !== options.length) return 'Two options of this question are the same.';
  if (beliefs.length > options.length) return 'There are more beliefs than options.';
  const named = indexesOf(key);
  if (named.some((index) => index >= options.length))
    return 'The solution names an option that is not there.';
  if (new Set(named).size !== named.length) return 'The solution names an option twice.';
  if (form.form === 'several' && named.length === 0) return 'At least one option has to be right.';
  if (form.form === 'order' && named.length !== options.length)
    return 'The right order needs every item once.';
  return null;
}

function indexesOf(key: Key): readonly number[] {
  if (key.form === 'one') return [key.correct];
  return key.form === 'several' || key.form === 'order' ? key.correct : [];
}

/** [TK3] A solution is shown when nobody can use it any more. */
function show(
  state: ClassState,
  { challenge: number, member, named }: Extract<Command, { kind: 'challenge.show' }>,
  base: Base,
): Draft | Refusal {
  const challenge = state.challenges.find((one) => one.number === number);
  if (challenge?.challenge.kind !== 'task') return refuse('notFound', 'There is no such task.');
  if (challenge.phase !== 'closed' && challenge.phase !== 'revealed') {
    return refuse('challengeOpen', 'Close the answers first: then a solution can be shown.');
  }
  const draft = { ...base, kind: 'challenge.show', number } as const;
  if (member === null) return { ...draft, shown: null };
  const answer = challenge.answers.find((given) => given.member === member)?.answer;
  if (answer?.kind !== 'task') return refuse('notFound', 'This student has not tried the task.');
  return { ...draft, shown: { member, named, inputs: answer.inputs } };
}

function answer(current: ChallengeState, member: MemberState, given: Answer, base: Base): Draft | Refusal {
  const { challenge, phase, pausedAt, number, rules, openedAt } = current;
  if (phase === 'closed') return refuse('tooLate');
  if (pausedAt !== null) return refuse('paused');
  if (base.at < openedAt) return refuse('tooEarly');
  const end = deadline(current, member);
  if (end !== null && base.at > end + GRACE) return refuse('tooLate');
  const fault = answerFault(current, given);
  if (fault !== null) return refuse('badAnswer', fault);
  if (challenge.kind === 'task' && given.kind === 'task') {
    for (const [index, input] of given.inputs.entries()) {
      const parsed = parseInput(input);
      if (!parsed.ok) return refuse('badAnswer', PRECISELY.input(String(index + 1), parsed.message));
    }
  }
  if ('confidence' in given && given.confidence !== undefined && !rules.confidence) {
    return refuse('badAnswer', 'Nobody is asked here how sure they are.');
  }
  return { ...base, kind: 'challenge.answer', number, answer: given };
}

function answerFault({ challenge }: ChallengeState, given: Answer): string | null {
  if (challenge.kind !== 'question') {
    if (given.kind !== challenge.kind) return 'This is an answer to another kind of challenge.';
    if (
      given.kind === 'task' &&
      challenge.kind === 'task' &&
      given.inputs.length > (challenge.statements ?? Infinity)
    ) {
      return PRECISELY.inputsAllowed(String(challenge.statements));
    }
    return null;
  }
  const form = challenge.answer;
  if (given.kind !== form.form) return 'This is an answer to another form of question.';
  const there =
    form.form === 'one' || form.form === 'several'
      ? form.options.length
      : form.form === 'order'
        ? form.items.length
        : 0;
  const named =
    given.kind === 'one'
      ? [given.choice]
      : given.kind === 'several'
        ? given.choices
        : given.kind === 'order'
          ? given.order
          : [];
  if (named.some((index) => index >= there)) return 'The answer names an option that is not there.';
  if (new Set(named).size !== named.length) return 'The answer names an option twice.';
  if (given.kind === 'order' && named.length !== there) return 'The answer has to put every item in order.';
  return null;
}
