/** What a live page keeps so that a collection can be watched later, however long ago it was. */
import { expect, test } from 'vitest';
import { Session } from '../../classroom/session.ts';
import { Past } from '../../components/live/past.ts';
import { startLesson, TEACHER } from '../classroom/lesson.ts';

test('collections can be watched after so many entries that most snapshots have been given up', async () => {
  const lesson = startLesson();
  const first = lesson.log[0];
  if (first?.kind !== 'open') throw new Error('no opening');
  const copy = Session.open(first).session;
  const past = new Past(3, 4);
  past.begin(copy);

  lesson.run(TEACHER, 'def ring(n):\n    for _ in range(n):\n        a = []\n        a.append(a)');
  for (let n = 1; n <= 15; n++) {
    lesson.run(TEACHER, `ring(${n})`);
    lesson.run(TEACHER, 'print(gc.collect())');
  }
  for (const entry of lesson.log.slice(1)) {
    copy.apply(entry);
    past.took(entry, copy);
  }

  const unasked = () => Promise.reject(new Error('the server was asked'));
  let watched = 0;
  for (const entry of lesson.log) {
    if (entry.kind !== 'run' || !entry.source.startsWith('print')) continue;
    // gc.collect() returns how many objects it found, and Python printed that.
    const film = await past.film(entry.seq, 0, unasked);
    expect(film).toMatchObject({ generation: 2, collected: Number(entry.outcome?.output) });
    expect(film?.collected).toBe(++watched);
  }
  expect(watched).toBe(15);
  expect(await past.film(lesson.log.length - 1, 0, unasked)).toBeNull();
});
