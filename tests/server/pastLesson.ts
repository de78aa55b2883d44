/** A lesson that was held: a teacher, three students, a question with a second vote, a round, words of one's own. */
import type { Command } from '../../classroom/protocol/command.ts';
import { joined, newCommandId, startLesson, Tab, type TestServer } from './lesson.ts';

type Wish = Command extends infer C ? (C extends Command ? Omit<C, 'id'> : never) : never;

export const FORMULA = '+Zoe';

/** With `end` false the lesson is left running. */
export async function heldLesson(server: TestServer, end = true) {
  const lesson = await startLesson(server);
  const { code, teacher } = lesson;
  const ana = await joined(server.url, code, 'Ana');
  const ben = await joined(server.url, code, 'Ben');
  const zoe = await joined(server.url, code, FORMULA);
  const board = await Tab.open(teacher, code);
  const tabs = {
    ana: await Tab.open(ana.person, code),
    ben: await Tab.open(ben.person, code),
    zoe: await Tab.open(zoe.person, code),
  };
  const must = async (tab: Tab, wish: Wish): Promise<number> => {
    const seq = await tab.send({ ...wish, id: newCommandId() });
    if (typeof seq !== 'number') throw new Error(`${wish.kind}: ${seq}`);
    return seq;
  };
  const run = (tab: Tab, source: string) => must(tab, { kind: 'run', source });

  await run(tabs.ana, 'a = [1, 2, 3]  # Ana made this');
  await run(tabs.ben, 'import ana; b = ana.a');
  await run(tabs.zoe, "print('=1+2')");
  await run(tabs.zoe, 'missing');
  await run(tabs.ana, 'x = []; x.append(x); del x');

  await must(board, {
    kind: 'challenge.open',
    challenge: {
      kind: 'question',
      prompt: 'What does `del x` do?',
      answer: { form: 'one', options: ['It frees the object', 'It removes a name', 'It clears the object'] },
    },
    rules: { seconds: null, confidence: true, speed: false },
    solution: {
      key: { form: 'one', correct: 1 },
      explanation: 'The object lives while anything refers to it.',
      beliefs: ['del frees the object.', '', 'del empties the object.'],
    },
  });
  const one = (challenge: number, choice: number, confidence: 1 | 2 | 3): Wish => ({
    kind: 'challenge.answer',
    challenge,
    answer: { kind: 'one', choice, confidence },
  });
  await must(tabs.ana, one(1, 0, 3));
  await must(tabs.ben, one(1, 0, 2));
  await must(tabs.zoe, one(1, 2, 1));
  await must(board, { kind: 'challenge.close' });
  await must(board, { kind: 'challenge.again' });
  await must(tabs.ana, one(1, 1, 3));
  await must(board, { kind: 'challenge.reveal' });

  await must(board, { kind: 'challenge.open', challenge: { kind: 'round', generation: 2 } });
  const round = (returned: number): Wish => ({
    kind: 'challenge.answer',
    challenge: 2,
    answer: { kind: 'round', returned, freed: [], moved: [] },
  });
  await must(tabs.ana, round(1));
  await must(tabs.ben, round(0));
  await must(board, { kind: 'challenge.reveal' });

  await must(board, {
    kind: 'challenge.open',
    challenge: { kind: 'question', prompt: 'Who made the list?', answer: { form: 'text' } },
    solution: { key: { form: 'text', model: '' }, explanation: '' },
  });
  await must(tabs.ben, {
    kind: 'challenge.answer',
    challenge: 3,
    answer: { kind: 'text', text: 'It was Ana, as ana.a says' },
  });
  await must(board, { kind: 'challenge.reveal' });
  if (end) await must(board, { kind: 'end' });
  return { ...lesson, board, tabs, people: { ana, ben, zoe }, run, must };
}
