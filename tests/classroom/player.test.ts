import { expect, it } from 'vitest';
import { refuseLead, refusePlayer } from '../../classroom/player.ts';
import { Timeline } from '../../classroom/timeline.ts';
import { startLesson, TEACHER } from './lesson.ts';

function lessonWithRounds() {
  const lesson = startLesson();
  const ana = lesson.join('Ana');
  lesson.run(ana, 'x = []; y = [x]; x.append(y); keep = []');
  lesson.run(ana, 'del x, y');
  lesson.must(TEACHER, { kind: 'challenge.open', challenge: { kind: 'round', generation: 2 } });
  lesson.must(ana, {
    kind: 'challenge.answer',
    challenge: 1,
    answer: { kind: 'round', returned: 2, freed: [], moved: [] },
  });
  const reveal = lesson.must(TEACHER, { kind: 'challenge.reveal' });
  return { lesson, ana, reveal };
}

it('[PL1] the teacher moves the player to collections that ran, between challenges, until the end', () => {
  const { lesson, ana, reveal } = lessonWithRounds();
  const teacher = { role: 'teacher', id: TEACHER } as const;
  const there = { seq: reveal.seq, collection: 0, step: 3 };
  const code = (asker: Parameters<typeof refusePlayer>[1], position: typeof there | null) =>
    refusePlayer(lesson.session.state, asker, position)?.code ?? 'done';
  expect(code(teacher, there)).toBe('done');
  expect(code(teacher, null)).toBe('done');
  expect(code({ role: 'student', id: ana }, there)).toBe('notAllowed');
  expect(code({ role: 'student', id: ana }, null)).toBe('notAllowed');
  // What a connection calls itself does not count: what the class knows does.
  expect(code({ role: 'teacher', id: ana }, there)).toBe('notAllowed');
  expect(code({ role: 'viewer' }, there)).toBe('viewOnly');
  expect(code({ role: 'teacher', id: 'nobody' }, there)).toBe('notMember');
  expect(code(teacher, { ...there, collection: 1 })).toBe('notFound');
  expect(code(teacher, { ...there, seq: 3 })).toBe('notFound');
  expect(code(teacher, { ...there, seq: reveal.seq + 1 })).toBe('notFound');
  lesson.must(TEACHER, { kind: 'challenge.open', challenge: { kind: 'round', generation: 0 } });
  expect(code(teacher, there)).toBe('challengeOpen');
  expect(code(teacher, null)).toBe('done');
  lesson.must(TEACHER, { kind: 'challenge.cancel' });
  lesson.must(TEACHER, { kind: 'end' });
  expect(code(teacher, there)).toBe('sessionEnded');
});

it('[PL2] a film made from the log shows the collection that ran', () => {
  const { lesson, ana, reveal } = lessonWithRounds();
  for (let n = 0; n < 120; n++) lesson.run(ana, `n = ${n}`);
  lesson.run(TEACHER, 'import gc; z = []; z.append(z); del z; gc.collect(0); gc.collect(1)');
  const timeline = new Timeline(lesson.log);
  timeline.moveTo(lesson.log.length);
  const digest = timeline.session.machine.digest();
  const film = timeline.film(reveal.seq, 0);
  const challenge = lesson.session.state.challenges[0];
  if (challenge?.truth?.kind !== 'round') throw new Error('no truth');
  expect(film).toMatchObject({ generation: 2, automatic: false, collected: challenge.truth.returned });
  const standing = new Map(
    film?.steps.flatMap((step) => step.changes.map((one) => [one.serial, one.standing])),
  );
  const freed = [...standing].filter(([, where]) => where === 'freed').map(([serial]) => serial);
  expect(freed.sort()).toEqual([...challenge.truth.freed].sort());
  expect(timeline.film(lesson.log.length, 1)).toMatchObject({ generation: 1, collected: 0 });
  expect(timeline.film(lesson.log.length, 0)).toMatchObject({ generation: 0, collected: 1 });
  expect(timeline.film(lesson.log.length, 2)).toBeNull();
  expect(timeline.film(3, 0)).toBeNull();
  expect(timeline.session.machine.digest()).toBe(digest);
});

it('[PL3] only the teacher of a running lesson says what projectors show', () => {
  const lesson = startLesson();
  const ana = lesson.join('Ana');
  const { state } = lesson.session;
  expect(refuseLead(state, { role: 'teacher', id: TEACHER })).toBeNull();
  expect(refuseLead(state, { role: 'student', id: ana })?.code).toBe('notAllowed');
  expect(refuseLead(state, { role: 'student', id: 'nobody' })?.code).toBe('notMember');
  expect(refuseLead(state, { role: 'viewer' })?.code).toBe('viewOnly');
  lesson.must(TEACHER, { kind: 'end' });
  expect(refuseLead(lesson.session.state, { role: 'teacher', id: TEACHER })?.code).toBe('sessionEnded');
});
