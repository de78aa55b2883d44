/**
 * One class: its state and its heap, moved on by entries only. Server, browser, replay and tests hold the same
 * object, so they arrive at the same digests.
 */
import { type CollectionWatch, engineVersion, Machine, type Serial, type Step } from '../heap/index.ts';
import { advance, initialState } from './advance.ts';
import { type Asker, type Decision, decide, decideJoin } from './decide.ts';
import type { Predict } from './decideChallenge.ts';
import { goalWords } from './goalPhrases.ts';
import { markAll, summarise } from './marking.ts';
import { isAboutObjects, namedObjects } from './namedObjects.ts';
import type { Mark, Truth } from './protocol/challenge.ts';
import type { Command } from './protocol/command.ts';
import type { Draft, Entry } from './protocol/entry.ts';
import { type Refusal, refuse } from './protocol/refusal.ts';
import type { MemberIdentity } from './protocol/shapes.ts';
import type { ChallengeState, ClassState } from './protocol/state.ts';
import { type BeforeRound, beforeRound, RoundReasons } from './roundReasons.ts';
import { memberOf, openChallenge } from './stateReading.ts';
import { Grading, type TaskResult } from './tasks.ts';

/** Every copy runs with the same limits: small enough for a phone to keep up with thirty writers. */
export const CLASS_LIMITS = {
  fuel: 2_000_000,
  liveBytes: 32 * 1024 * 1024,
  output: 20_000,
  source: 20_000,
  recursion: 1000,
} as const;

/** So many of what died while a class answers are kept, for naming them. */
const REMEMBERED = 5_000;

const BOARD = 'board';
const PREIMPORTED = ['gc', 'sys', 'weakref', BOARD] as const;

export interface Applied {
  readonly entry: Entry;
  /** What the machine did, or null where it ran nothing. */
  readonly step: Step | null;
}

export type Submitted =
  | ({ readonly kind: 'applied' } & Applied)
  | { readonly kind: 'done'; readonly seq: number }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/** The machine's snapshot after entry seq, from whoever has the log; null where it is not at hand. */
export type Past = (seq: number) => Uint8Array | null;

export interface SessionSnapshot {
  readonly state: ClassState;
  readonly machine: Uint8Array;
}

/** An entry that does not follow on what this copy has. */
export class SequenceError extends Error {}

/** This copy came to another digest than the entry says. */
export class DigestError extends Error {
  /** The entry's. */
  readonly seq: number;

  constructor(seq: number, message: string) {
    super(`entry ${seq}: ${message}`);
    this.seq = seq;
  }
}

/** Python's messages begin small and end without a full stop. */
function sentence(message: string | undefined): string | undefined {
  return message === undefined ? undefined : `${message.charAt(0).toUpperCase()}${message.slice(1)}.`;
}

/** The heap is taken back further than this copy can go: it has to start from a snapshot. */
export class PastNeeded extends Error {}

type Opening = Extract<Draft, { kind: 'open' }>;

export function openingDraft(teacher: MemberIdentity, at: number): Opening {
  return {
    kind: 'open',
    at,
    actor: null,
    command: null,
    heap: 'shared',
    engine: engineVersion,
    limits: CLASS_LIMITS,
    teacher,
    settings: { frozen: false, pens: [], locked: false, collectorOpen: false },
  };
}

/**
 * Makes questions from the heap. Only the copy that decides has one (predict/onHeap.ts): those that take entries need
 * not know how.
 */
export type Predictor = (machine: Machine, ...asked: Parameters<Predict>) => ReturnType<Predict>;
const NO_PREDICTIONS: Predictor = () => ({ kind: 'none' });

export class Session {
  #state: ClassState;
  #machine: Machine;
  #grading: { readonly number: number; readonly grading: Grading } | null = null;
  /** What died since the challenge under way was opened, where answers may name it. */
  readonly #died = new Map<Serial, { readonly type: string; readonly repr: string }>();

  private constructor(state: ClassState, machine: Machine) {
    this.#state = state;
    this.#machine = machine;
  }

  /** The first entry of a log: seq 1. */
  static open(draft: Opening): { session: Session; entry: Entry } {
    const machine = new Machine({
      modules: [draft.teacher.handle],
      preimported: PREIMPORTED,
      limits: draft.limits,
      collectorOwner: draft.settings.collectorOpen ? null : draft.teacher.handle,
    });
    const entry = { ...draft, seq: 1, digest: machine.digest() };
    return { session: new Session(initialState(entry), machine), entry };
  }

  static restore(snapshot: SessionSnapshot): Session {
    return new Session(snapshot.state, Machine.restore(snapshot.machine));
  }

  /** A class whose heap stands where this state says. */
  static at(state: ClassState, machine: Machine): Session {
    return new Session(state, machine);
  }

  /** The machine has been led elsewhere, to where this state says. */
  standAt(state: ClassState): void {
    this.#state = state;
    this.#grading = null;
    this.#died.clear();
  }

  get state(): ClassState {
    return this.#state;
  }

  get machine(): Machine {
    return this.#machine;
  }

  snapshot(): SessionSnapshot & { readonly machine: Uint8Array<ArrayBuffer> } {
    return { state: this.#state, machine: this.#machine.snapshot() };
  }

  /** The whole way of a command on the authoritative copy. A statement that hits a limit is refused, not logged. */
  submit(
    asker: Asker,
    command: Command,
    at: number,
    past?: Past,
    predictor: Predictor = NO_PREDICTIONS,
  ): Submitted {
    const predict: Predict = (prediction, digest) => predictor(this.#machine, prediction, digest);
    return this.#carryOut(decide(this.#state, asker, command, at, predict), past);
  }

  join(id: string, nickname: string, at: number): Submitted {
    return this.#carryOut(decideJoin(this.#state, id, nickname, at));
  }

  #carryOut(decision: Decision, past?: Past): Submitted {
    if (decision.kind !== 'entry') return decision;
    const { draft } = decision;
    const before =
      draft.kind === 'challenge.reveal' && draft.source !== null ? beforeRound(this.#machine) : null;
    const step = this.#runMachine(draft, past);
    if (step !== null && step.limit !== null) {
      return { kind: 'refused', refusal: refuse('limit', sentence(step.raised?.message)) };
    }
    return { kind: 'applied', ...this.#finish(draft, step, before) };
  }

  /**
   * Takes the next entry of the log, on any copy.
   * @throws SequenceError where seq does not follow, DigestError where the heap came out differently, PastNeeded where
   * the entry goes back to what is not at hand
   */
  apply(entry: Entry, watch?: CollectionWatch, past?: Past): Applied {
    if (entry.seq !== this.#state.seq + 1) {
      throw new SequenceError(`entry ${entry.seq} does not follow ${this.#state.seq}`);
    }
    const applied = this.#finish(entry, this.#runMachine(entry, past, watch));
    if (applied.entry.digest !== entry.digest) {
      throw new DigestError(entry.seq, `digest ${applied.entry.digest}, the log says ${entry.digest}`);
    }
    return applied;
  }

  /**
   * Takes the next entry without comparing the heap, which takes longer than most statements: on the way to one that
   * is compared.
   * @throws SequenceError, PastNeeded
   */
  pass(entry: Entry, past?: Past): Applied {
    if (entry.seq !== this.#state.seq + 1) {
      throw new SequenceError(`entry ${entry.seq} does not follow ${this.#state.seq}`);
    }
    return this.#finish(entry, this.#runMachine(entry, past), null, entry.digest);
  }

  /**
   * Takes an entry whose names were changed as the next one, and gives it the outcome and the digest that follow.
   * @throws SequenceError, PastNeeded
   */
  rewrite(entry: Entry, past?: Past): Applied {
    if (entry.seq !== this.#state.seq + 1) {
      throw new SequenceError(`entry ${entry.seq} does not follow ${this.#state.seq}`);
    }
    return this.#finish(entry, this.#runMachine(entry, past));
  }

  #runMachine(draft: Draft, past?: Past, watch?: CollectionWatch): Step | null {
    switch (draft.kind) {
      case 'run':
        return this.#machine.run(this.#handle(draft.actor), draft.source, watch);
      case 'challenge.reveal':
        if (draft.source === null) return null;
        return this.#machine.run(this.#handle(draft.actor), draft.source, watch);
      case 'join':
        this.#machine.addModule(draft.member.handle);
        return null;
      case 'remove':
        this.#machine.removeModule(this.#handle(draft.member));
        return null;
      case 'settings':
        if (draft.settings.collectorOpen !== undefined) {
          this.#machine.setCollectorOwner(draft.settings.collectorOpen ? null : this.#teacherHandle());
        }
        return null;
      case 'rewind':
        this.#machine = this.#rewound(draft.to, past);
        return null;
      default:
        return null;
    }
  }

  /** [RM5] The machine after entry seq, with the modules and the collector's owner of today. */
  #rewound(seq: number, past?: Past): Machine {
    const bytes = past?.(seq) ?? null;
    if (bytes === null) throw new PastNeeded(`the heap after entry ${seq} is not at hand`);
    const machine = Machine.restore(bytes);
    const present = this.#state.members.filter((member) => !member.removed).map((member) => member.handle);
    for (const module of machine.modules) {
      if (module !== BOARD && !present.includes(module)) machine.removeModule(module);
    }
    for (const handle of present) if (!machine.modules.includes(handle)) machine.addModule(handle);
    machine.setCollectorOwner(this.#state.settings.collectorOpen ? null : this.#teacherHandle());
    return machine;
  }

  #finish(
    draft: Draft,
    step: Step | null,
    before: BeforeRound | null = null,
    digest = this.#machine.digest(),
  ): Applied {
    const place = { seq: this.#state.seq + 1, digest };
    this.#remember(draft, step);
    const entry = this.#complete(draft, place, step, before);
    this.#state = advance(this.#state, entry, step);
    return { entry, step };
  }

  /** What somebody has pointed at may be gone at the reveal. */
  #remember(draft: Draft, step: Step | null): void {
    if (draft.kind === 'challenge.open') this.#died.clear();
    if (draft.kind !== 'run' || step === null || step.died.length === 0) return;
    const challenge = openChallenge(this.#state);
    if (challenge === undefined || !isAboutObjects(challenge)) return;
    for (const { serial, type, repr } of step.died)
      if (this.#died.size < REMEMBERED) this.#died.set(serial, { type, repr });
  }

  #complete(
    draft: Draft,
    place: { seq: number; digest: string },
    step: Step | null,
    before: BeforeRound | null,
  ): Entry {
    if (draft.kind === 'run' && step !== null) {
      const outcome = {
        output: step.output,
        raised: step.raised?.traceback ?? null,
        fuel: step.fuelUsed,
        born: step.born.length,
      };
      return { ...draft, ...place, outcome };
    }
    if (draft.kind === 'challenge.reveal' && draft.outcome === undefined) {
      const challenge = this.#state.challenges.find((one) => one.number === draft.number);
      if (challenge === undefined) throw new Error(`no challenge ${draft.number}`);
      const truth = this.#truth(challenge, step, before);
      const marks = this.#explained(
        markAll(challenge, truth, this.#taskResults(challenge)),
        challenge,
        truth,
        before,
      );
      return {
        ...draft,
        ...place,
        outcome: {
          truth,
          marks,
          summary: summarise(challenge, truth, marks),
          ...(isAboutObjects(challenge)
            ? {
                objects: namedObjects(
                  challenge,
                  truth,
                  marks,
                  before?.view ?? this.#machine.inspect(),
                  this.#died,
                ),
              }
            : {}),
        },
      };
    }
    return { ...draft, ...place };
  }

  /** [PR6] To a round's marks, why each object that was missed or marked in vain went or stayed. */
  #explained(
    marks: readonly Mark[],
    { challenge }: ChallengeState,
    truth: Truth,
    before: BeforeRound | null,
  ): Mark[] {
    if (challenge.kind !== 'round' || truth.kind !== 'round' || before === null) return [...marks];
    const reasons = new RoundReasons(this.#machine, before, truth, challenge.generation);
    return marks.map((mark) =>
      mark.answer?.kind === 'round'
        ? { ...mark, reasons: [...(mark.reasons ?? []), ...reasons.of(mark.answer)] }
        : mark,
    );
  }

  /** [CH2] What really happened: the collector's own list for a round, the key for a question. */
  #truth({ challenge, solution }: ChallengeState, step: Step | null, before: BeforeRound | null): Truth {
    if (challenge.kind === 'question') {
      if (solution === undefined) throw new Error('a question without its solution');
      return { kind: 'question', solution };
    }
    if (challenge.kind === 'task')
      return { kind: 'task', goals: challenge.goals.map((goal) => goalWords(goal)) };
    const collection = step?.collections.findLast((one) => !one.automatic);
    // Parts of classes that no picture shows cannot be marked.
    const freed = (collection?.freed ?? []).filter((serial) => before?.shown.has(serial) === true);
    return {
      kind: 'round',
      returned: collection?.collected ?? 0,
      freed,
      freedNames: freed.map((serial) => before?.shown.get(serial)?.repr ?? ''),
      moved: (collection?.moved ?? [])
        .map(({ serial }) => serial)
        .filter((serial) => before?.shown.has(serial) === true),
    };
  }

  /** A member whose answer to the task under way has not been judged yet, or null. */
  get unjudged(): string | null {
    const challenge = openChallenge(this.#state);
    if (challenge?.challenge.kind !== 'task') return null;
    const grading = this.#grading?.number === challenge.number ? this.#grading.grading : null;
    const one = challenge.answers.find(
      ({ member, answer }) => answer?.kind === 'task' && grading?.has(member, answer) !== true,
    );
    return one?.member ?? null;
  }

  /** How many answers to the task under way are judged, and how many there are; null where none is under way. */
  get judged(): { readonly number: number; readonly done: number; readonly of: number } | null {
    const challenge = openChallenge(this.#state);
    if (challenge?.challenge.kind !== 'task') return null;
    const { number, answers } = challenge;
    const grading = this.#grading?.number === number ? this.#grading.grading : null;
    const given = answers.flatMap(({ member, answer }) =>
      answer?.kind === 'task' ? [{ member, answer }] : [],
    );
    const done = given.filter(({ member, answer }) => grading?.has(member, answer) === true).length;
    return { number, done, of: given.length };
  }

  /**
   * Goes on judging a member's answer to the task under way, ahead of the reveal: one portion, after which whoever has
   * many to judge can do other things. Nothing that others see changes. True once it is judged, or is none.
   */
  judge(member: string): boolean {
    const challenge = openChallenge(this.#state);
    const answer = challenge?.answers.find((given) => given.member === member)?.answer;
    if (challenge === undefined || answer?.kind !== 'task') return true;
    // To make the copy that forks begin with is a portion of its own.
    const fresh = this.#grading?.number !== challenge.number;
    const grading = this.#gradingOf(challenge);
    if (fresh || grading === null) return grading === null;
    return grading.step({ member, handle: this.#handle(member), answer });
  }

  /** The class's heap stands still while a task is open, so that it is now what every fork began with. */
  #gradingOf({ number, challenge }: ChallengeState): Grading | null {
    if (challenge.kind !== 'task') return null;
    if (this.#grading?.number !== number)
      this.#grading = { number, grading: new Grading(this.#machine.snapshot(), challenge) };
    return this.#grading.grading;
  }

  #tasksGiven({ answers }: ChallengeState) {
    return answers.flatMap(({ member, answer }) =>
      answer?.kind === 'task' ? [{ member, handle: this.#handle(member), answer }] : [],
    );
  }

  #taskResults(challenge: ChallengeState): Map<string, TaskResult> {
    const results = this.#gradingOf(challenge)?.results(this.#tasksGiven(challenge));
    this.#grading = null;
    return results ?? new Map();
  }

  #handle(id: string | null): string {
    const member = id === null ? undefined : memberOf(this.#state, id);
    if (member === undefined) throw new Error(`no member ${id}`);
    return member.handle;
  }

  #teacherHandle(): string {
    const teacher = this.#state.members.find((member) => member.role === 'teacher');
    if (teacher === undefined) throw new Error('a class without a teacher');
    return teacher.handle;
  }
}
