/** Where a class stands in a scenario: rules [SN1] to [SN3]. */
import { expect, it } from 'vitest';
import type { Entry } from '../../classroom/protocol/entry.ts';
import { redactEntry, redactState } from '../../classroom/redact.ts';
import { scenarioOf } from '../../classroom/scenarios/index.ts';
import { Session } from '../../classroom/session.ts';
import { Timeline } from '../../classroom/timeline.ts';
import { startLesson, TEACHER } from './lesson.ts';

const place = (id: string, step: number) => ({ kind: 'scenario', place: { id, step } }) as const;
const over = { kind: 'scenario', place: null } as const;

it('[SN1] only the teacher moves a scenario; late comers and the replay see where it stood', () => {
  const lesson = startLesson();
  const ana = lesson.join('Ana');
  expect(lesson.refused(ana, place('cycle', 0))).toBe('notAllowed');
  lesson.must(TEACHER, place('cycle', 0));
  const [first] = scenarioOf('cycle')?.steps ?? [];
  if (first?.kind !== 'run') throw new Error('a scenario without a first input');
  lesson.run(TEACHER, first.run);
  lesson.must(TEACHER, place('cycle', 1));
  const shown = { id: 'cycle', step: 1, from: 3 };
  expect(lesson.session.state.scenario).toEqual(shown);
  expect(lesson.session.state.transcript.map(({ source, actor }) => [source, actor])).toEqual([
    [first.run, TEACHER],
  ]);
  const late = Session.restore(lesson.session.snapshot());
  expect(redactState(late.state, { role: 'student', id: ana }, true).scenario).toEqual(shown);
  expect(lesson.refused(ana, over)).toBe('notAllowed');
  lesson.must(TEACHER, over);
  expect(lesson.session.state.scenario).toBe(null);

  const seen = new Timeline(lesson.log.map((entry) => redactEntry(entry, { role: 'viewer' }, true)));
  seen.moveTo(5);
  expect(seen.session.state.scenario).toEqual(shown);
  seen.moveTo(lesson.log.length);
  expect(seen.session.state.scenario).toBe(null);
});

it('[SN2] a place that the library does not have is refused, and one that it had still applies', () => {
  const lesson = startLesson();
  const last = scenarioOf('cycle')?.steps.length ?? 0;
  expect(lesson.refused(TEACHER, place('no-such-scenario', 0))).toBe('notFound');
  expect(lesson.refused(TEACHER, place('cycle', last + 1))).toBe('notFound');
  const entry = lesson.must(TEACHER, place('cycle', last));
  if (entry.kind !== 'scenario') throw new Error('another entry');
  const older: Entry[] = [...lesson.log.slice(0, -1), { ...entry, place: { id: 'dropped-since', step: 4 } }];
  const timeline = new Timeline(older);
  timeline.moveTo(older.length);
  expect(timeline.session.state.scenario).toEqual({ id: 'dropped-since', step: 4, from: entry.seq });
});

it('[SN3] a scenario keeps the entry that began it, until another begins or the same from its start', () => {
  const lesson = startLesson();
  const begun = () => lesson.session.state.scenario?.from;
  const { seq } = lesson.must(TEACHER, place('cycle', 0));
  lesson.run(TEACHER, 'a = []');
  lesson.must(TEACHER, place('cycle', 1));
  expect(begun()).toBe(seq);
  const back = lesson.session.submit(
    { role: 'teacher', id: TEACHER },
    { kind: 'rewind', to: seq, id: 'rewind-to-the-start' },
    50,
    () => lesson.session.machine.snapshot(),
  );
  expect(back.kind).toBe('applied');
  expect(begun()).toBe(seq);
  const again = lesson.must(TEACHER, place('cycle', 0));
  expect(begun()).toBe(again.seq);
  const other = lesson.must(TEACHER, place('tree', 3));
  expect(begun()).toBe(other.seq);
});
