/** A log that does not lead where it says, as wherever the past is told it is met: what the reader is told of it. */
import { describe, expect, it, vi } from 'vitest';
import type { Entry } from '../../classroom/protocol/entry.ts';
import { de } from '../../components/language/de/index.ts';
import { en } from '../../components/language/en/index.ts';
import { es } from '../../components/language/es/index.ts';
import { Past } from '../../components/live/past.ts';
import { classPast } from '../../components/time/class-past.ts';
import { tellEffect } from '../../components/time/effect.ts';
import { tellHistory, tellStory } from '../../components/time/past.ts';
import { pastFault } from '../../components/time/past-fault.ts';
import { startLesson } from '../classroom/lesson.ts';

const going = () => new AbortController().signal;

/** Entry `bad` says of itself another statement than the one whose digest it has. */
function forgedLesson() {
  const lesson = startLesson();
  const ana = lesson.join('Ana');
  lesson.run(ana, 'a = [1]');
  lesson.run(ana, 'a.append(2)');
  lesson.run(ana, 'import gc; gc.collect()');
  const bad = lesson.log.find((entry) => entry.kind === 'run' && entry.source === 'a.append(2)')?.seq ?? 0;
  const forged = lesson.log.map(
    (entry): Entry =>
      entry.seq === bad && entry.kind === 'run' ? { ...entry, source: 'a.append([])' } : entry,
  );
  const list = lesson.session.machine.inspect().objects.find(({ repr }) => repr === '[1, 2]');
  if (list === undefined) throw new Error('no list');
  return { forged, bad, list, last: forged.at(-1)?.seq ?? 0 };
}

async function thrownBy(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => expect.unreachable('it was told'),
    (error: unknown) => error,
  );
}

describe('a log that leads to another heap', () => {
  const { forged, bad, list, last } = forgedLesson();
  const past = classPast(forged);
  const tellings: Readonly<Record<string, () => Promise<unknown>>> = {
    'the story of a count': () => tellStory(past, list, () => undefined, going()),
    'the heap over time': () => tellHistory(past, () => undefined, going()),
    'what an entry did': () => tellEffect(past, last, going()),
    'a collection that is watched again': () => new Past().film(last, 0, async () => forged),
  };
  it.each(Object.keys(tellings))('%s says so, and at which entry, in every language', async (name) => {
    const warned = vi.spyOn(console, 'warn').mockReturnValue();
    const error = await thrownBy(tellings[name]?.() ?? Promise.resolve());
    for (const words of [en, de, es]) {
      const says = pastFault(error, words.time);
      expect(says).toBe(words.time.notTold.otherHeap(bad));
      expect(says).toContain(` ${bad} `);
      expect(says).not.toMatch(/digest|[0-9a-f]{16}/);
    }
    // Whoever looks for the reason finds both digests.
    expect(String(warned.mock.lastCall?.[0])).toMatch(/digest [0-9a-f]{16}, the log says [0-9a-f]{16}/);
    warned.mockRestore();
  });

  it('and any other fault is no English of the engine either', () => {
    const warned = vi.spyOn(console, 'warn').mockReturnValue();
    expect(pastFault(new Error('entry 9 does not follow 7'), de.time)).toBe(de.time.notTold.fault);
    warned.mockRestore();
  });
});
