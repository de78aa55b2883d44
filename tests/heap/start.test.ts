/** Machines of one process are copies of one start: none may change what another one, or the next one, is. */
import { expect, test } from 'vitest';
import { Machine } from '../../heap/index.ts';

const BUSY = `
import gc, sys, weakref, tracemalloc
class A:
    def __init__(self): self.me = self
    def __del__(self): gone.append(1)
gone = []
refs = weakref.WeakValueDictionary()
for i in range(2000):
    refs[i] = A()
gc.set_threshold(5, 2, 2)
gc.freeze()
tracemalloc.start()
sys.setrecursionlimit(200)
len = 3
def deep(n): return deep(n + 1)
try: deep(0)
except RecursionError as e: kept = e
gc.collect()
`;

test('what one machine does is unknown to the next one and to one that runs beside it', () => {
  const fresh = new Machine().snapshot();
  const beside = new Machine();
  const busy = new Machine();
  busy.run('__main__', BUSY);
  busy.run('__main__', 'x = [A() for _ in range(100)]; del x; gc.collect()');
  expect(new Machine().snapshot()).toEqual(fresh);
  const after = new Machine();
  for (const source of [BUSY, 'weakref.finalize(kept, print, 1)', 'gc.get_stats(), gc.get_count()']) {
    expect(beside.run('__main__', source)).toEqual(after.run('__main__', source));
  }
  expect(beside.digest()).toBe(after.digest());
});

test('[MA8] a snapshot with a changed or missing byte is refused', () => {
  const machine = new Machine();
  machine.run('__main__', 'x = [1, 2.5, "three"]');
  const bytes = machine.snapshot();
  Machine.restore(bytes);
  for (let at = 0; at < bytes.length; at += 9973) {
    const damaged = bytes.slice();
    damaged[at] = (damaged[at] ?? 0) ^ 1;
    expect(() => Machine.restore(damaged), `byte ${at}`).toThrow(/damaged|not a snapshot/);
  }
  for (const length of [0, 3, 11, 12, bytes.length >> 1, bytes.length - 1]) {
    expect(() => Machine.restore(bytes.slice(0, length))).toThrow(/damaged|not a snapshot/);
  }
});
