/**
 * A long lesson of the usual kinds, the same for a seed: thirty students who type, err, refer to each other and leave
 * cycles; questions, rounds and tasks that all answer; somebody who is removed; the heap taken back. Made by the
 * classroom's own rules, as a room makes it.
 */
import type { Command } from '../../classroom/protocol/command.ts';
import type { Entry } from '../../classroom/protocol/entry.ts';
import { openingDraft, Session, type Submitted } from '../../classroom/session.ts';

/** Distributes over the union of commands. */
type Wish = Command extends infer C ? (C extends Command ? Omit<C, 'id'> : never) : never;

const STUDENTS = 30;
const START = Date.UTC(2026, 0, 12, 8);
/** Entries between two challenges. */
const APART = 400;

/** Numbers 0 … below, from a seed (a linear congruence: the quality of chance does not matter here). */
function chance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 0x1_0000_0000) * below);
  };
}

/** What somebody types: about the objects of a class that has been at work for an hour. */
function statement(random: (below: number) => number, others: readonly string[]): string {
  const [a, b, n] = [`v${random(12)}`, `v${random(12)}`, random(50)];
  const other = others[random(others.length)] ?? 'teacher';
  switch (random(16)) {
    case 0:
      return `${a} = [${n}, ${n + 1}, [${n}]]`;
    case 1:
      return `${a} = {'number': ${n}, 'items': [${n}, ${n}]}`;
    case 2:
      return `${a} = [[i] for i in range(${n})]`;
    case 3:
      return `class Node:\n    def __init__(self, value):\n        self.value = value\n        self.next = None\n`;
    case 4:
      return `${a} = []; ${a}.append(${a})`;
    case 5:
      return `${a} = ${b}`;
    case 6:
      return `del ${a}`;
    case 7:
      return `import ${other}; ${a} = ${other}.v${random(12)}`;
    case 8:
      return `sys.getrefcount(${a})`;
    case 9:
      return `${a}.append(${n})`;
    case 10:
      return `def total(items):\n    result = 0\n    for item in items:\n        result += item\n    return result\n`;
    case 11:
      return `total(range(${n}))`;
    case 12:
      return `${a} = Node(${n}); ${a}.next = ${a}`;
    case 13:
      return `board.shared${random(8)} = [${n}]`;
    case 14:
      return `print(gc.get_count(), ${n} * 'ab')`;
    default:
      return `${a} = tuple(str(i) for i in range(${n}))`;
  }
}

export interface Part {
  readonly entries: readonly Entry[];
  /** Where the lesson stands after them. */
  readonly session: Session;
}

/** The lesson's first entry and whoever is in it, then its entries in portions of `portion`, `length` of them in all. */
export function* longLesson(
  teacher: { readonly id: string; readonly nickname: string },
  length: number,
  portion: number,
  seed = 7,
): Generator<Part> {
  const random = chance(seed);
  const opened = Session.open(
    openingDraft({ id: teacher.id, nickname: teacher.nickname, handle: 'teacher', role: 'teacher' }, START),
  );
  const { session } = opened;
  let now = START;
  let commands = 0;
  let entries: Entry[] = [opened.entry];
  const students: string[] = [];

  const keep = (submitted: Submitted): void => {
    if (submitted.kind === 'applied') entries.push(submitted.entry);
    else if (submitted.kind === 'refused' && submitted.refusal.code !== 'limit')
      throw new Error(`the lesson was refused something: ${submitted.refusal.message}`);
  };
  const teach = (wish: Wish): void =>
    keep(session.submit({ role: 'teacher', id: teacher.id }, { ...wish, id: `command-${++commands}` }, now));
  const answer = (student: string, wish: Wish): void =>
    keep(session.submit({ role: 'student', id: student }, { ...wish, id: `command-${++commands}` }, now));

  /** Opens one, has everybody answer, and reveals it. */
  const challenge = (number: number): void => {
    const kind = number % 3;
    const rules = { seconds: null, confidence: kind !== 2, speed: false };
    if (kind === 0) teach({ kind: 'challenge.open', challenge: { kind: 'round', generation: 2 }, rules });
    else if (kind === 1)
      teach({
        kind: 'challenge.open',
        challenge: {
          kind: 'question',
          prompt: `What does \`del v${number}\` do?`,
          answer: { form: 'one', options: ['It frees the object', 'It removes a name', 'It empties it'] },
        },
        rules,
        solution: {
          key: { form: 'one', correct: 1 },
          explanation: 'The object lives while anything refers to it.',
          beliefs: ['del frees the object.', '', 'del empties the object.'],
        },
      });
    else
      teach({
        kind: 'challenge.open',
        challenge: {
          kind: 'task',
          prompt: 'Leak exactly one list.',
          setup: '',
          goals: [{ goal: 'leak', objects: 1 }],
          statements: null,
        },
        rules,
      });
    for (const student of students) {
      now += random(3_000);
      const sure = rules.confidence ? { confidence: 2 as const } : {};
      answer(student, {
        kind: 'challenge.answer',
        challenge: number,
        answer:
          kind === 0
            ? { kind: 'round', returned: random(40), freed: [], moved: [], ...sure }
            : kind === 1
              ? { kind: 'one', choice: random(3), ...sure }
              : { kind: 'task', inputs: ['a = []', 'a.append(a)', 'del a'].slice(0, 1 + random(3)) },
      });
    }
    teach({ kind: 'challenge.reveal' });
  };

  for (let index = 0; index < STUDENTS; index++) {
    now += 500;
    const id = `student-${index}`;
    keep(session.join(id, `Student ${index + 1}`, now));
    students.push(id);
  }
  let number = 0;
  while (session.state.seq < length - 1) {
    const due = Math.floor(session.state.seq / APART) > number;
    if (due && session.state.seq + students.length + 3 < length) challenge(++number);
    else {
      now += random(400);
      const student = students[random(students.length)] ?? '';
      const present = session.state.members.map(({ handle }) => handle);
      answer(student, { kind: 'run', source: statement(random, present) });
    }
    while (entries.length >= portion) {
      yield { entries: entries.slice(0, portion), session };
      entries = entries.slice(portion);
    }
  }
  teach({ kind: 'end' });
  yield { entries, session };
}
