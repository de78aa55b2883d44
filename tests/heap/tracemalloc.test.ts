/** tracemalloc's totals: those of a plain CPython 3.11.7 script where free lists cannot help out. */
import { expect, test } from 'vitest';
import { Machine } from '../../heap/index.ts';
import { openPrompt } from './machine.ts';

/** The first lines use up what free lists hold, so that every object afterwards is asked for. */
const MEASURE = `def measure():
    hold = [[[] for i in range(200)], [{} for i in range(200)], [(i, i, i) for i in range(3000)],
            [(i, i) for i in range(3000)], [(i,) for i in range(3000)], [0.5 * i for i in range(300)]]
    now = tracemalloc.get_traced_memory
    out = [None] * 12
    tracemalloc.start()
    a = [None] * 1000
    out[0] = now()
    b = list(range(1000, 1100))
    out[1] = now()
    d = {i: None for i in range(20)}
    out[2] = now()
    s = 'x' * 1000
    out[3] = now()
    a.append(1)
    out[4] = now()
    del a
    out[5] = now()
    tracemalloc.reset_peak()
    out[6] = now()
    g = (i * i for i in range(10 ** 6))
    out[7] = now()
    t = tuple(range(50))
    out[8] = now()
    u = set(range(100))
    out[9] = now()
    s = None
    b.clear()
    out[10] = now()
    tracemalloc.stop()
    out[11] = now()
    return out`;

/** What `python3.11` printed for it. */
const RECORDED =
  '[(8056, 8064), (12232, 12328), (12984, 13472), (13104, 13472), (14280, 14280), (5344, 14400), (5464, 5464), ' +
  '(5992, 5992), (6552, 6648), (15080, 17224), (11200, 17224), (0, 0)]';

test('bytes now and at most, as CPython counts them', () => {
  const prompt = openPrompt();
  prompt.say('import tracemalloc');
  prompt.say(MEASURE);
  expect(prompt.say('measure()')).toBe(RECORDED);
});

test('starting, stopping, asking', () => {
  const prompt = openPrompt();
  prompt.say('import tracemalloc as t');
  expect(prompt.say('t.is_tracing(), t.get_traced_memory(), t.get_tracemalloc_memory()')).toBe(
    '(False, (0, 0), 624)',
  );
  expect(prompt.say('t.start(0)')).toBe('ValueError: the number of frames must be in range [1; 65535]');
  prompt.say('t.start(25)');
  expect(prompt.say('t.is_tracing(), t.get_traceback_limit()')).toBe('(True, 25)');
  prompt.say('x = bytes(5000)');
  expect(prompt.say('t.get_traced_memory()[0] > 5000')).toBe('True');
  prompt.say('t.clear_traces()');
  expect(prompt.say('t.get_traced_memory()[0] < 5000')).toBe('True');
  prompt.say('t.stop()');
  expect(prompt.say('t.is_tracing(), t.get_traced_memory()')).toBe('(False, (0, 0))');
});

test('a snapshot goes on counting, a statement over its limit has not counted', () => {
  const prompt = openPrompt({ limits: { fuel: 20_000 } });
  prompt.say('import tracemalloc as t; t.start(); x = bytes(4000)');
  const before = prompt.machine.digest();
  expect(prompt.step('y = bytes(9000)\nwhile True: pass').limit).toBe('fuel');
  expect(prompt.machine.digest()).toBe(before);
  const other = Machine.restore(prompt.machine.snapshot());
  for (const source of [
    'del x',
    't.get_traced_memory()',
    'z = [[] for i in range(9)]',
    't.get_traced_memory()',
  ]) {
    expect(other.run('__main__', source).output).toBe(prompt.step(source).output);
  }
});
