import { describe, expect, it } from 'vitest';
import { ShownToAll } from '../../components/live/shown-to-all.ts';

/** A teacher's page with a server that answers when it is told to. */
function page(leads = true) {
  const told: (number | null)[] = [];
  const waiting: (() => void)[] = [];
  let answer: (taken: boolean) => void = () => {};
  const shown = new ShownToAll<number>({
    pause: 60,
    later: (work) => waiting.push(work),
    tell: (value) => {
      told.push(value);
      return new Promise((resolve) => {
        answer = resolve;
      });
    },
    leads: () => leads,
    changed: () => {},
  });
  return {
    shown,
    told,
    pass: () => waiting.shift()?.(),
    reply: async (taken: boolean) => {
      answer(taken);
      await Promise.resolve();
      await Promise.resolve();
    },
  };
}

describe('what a teacher shows to all', () => {
  it('is told once for many moves, and once more for those made meanwhile', async () => {
    const { shown, told, pass, reply } = page();
    for (const step of [1, 2, 3]) shown.show(step);
    pass();
    expect(told).toEqual([3]);
    shown.show(4);
    await reply(true);
    pass();
    expect(told).toEqual([3, 4]);
  });

  it('is told again to a server that has forgotten it, by whoever leads', async () => {
    const { shown, told, pass, reply } = page();
    shown.show(1);
    pass();
    await reply(true);
    shown.connected();
    shown.heard(null);
    expect(shown.value).toBe(1);
    pass();
    expect(told).toEqual([1, 1]);
    // Closed by somebody later on, it stays closed.
    shown.heard(null);
    expect(shown.value).toBeNull();
  });

  it('is only listened to by others', () => {
    const { shown, told } = page(false);
    shown.heard(5);
    shown.connected();
    shown.heard(null);
    expect(shown.value).toBeNull();
    expect(told).toEqual([]);
  });

  it('is gone where the server refuses it', async () => {
    const { shown, pass, reply } = page();
    shown.show(1);
    pass();
    await reply(false);
    expect(shown.value).toBeNull();
  });
});
