import { describe, expect, it } from 'vitest';
import { de } from '../../components/language/de/index.ts';
import { en } from '../../components/language/en/index.ts';
import { es } from '../../components/language/es/index.ts';
import { loggedLine } from '../../components/live/console.ts';
import { Bench, benchPast } from '../../components/sandbox/bench.ts';
import { effectWords, tellEffect } from '../../components/time/effect.ts';
import { people, said } from '../../components/transcript/people.ts';
import type { TranscriptLine } from '../../components/transcript/transcript.tsx';
import { heap, object } from './views.ts';

const going = () => new AbortController().signal;

function benchOf(...statements: readonly string[]) {
  const bench = new Bench(en);
  for (const source of statements) bench.run(source);
  const { view, statements: all } = bench.state();
  const serial = (repr: string): number => {
    const found = view.objects.find((each) => each.repr === repr && !each.builtin);
    if (found === undefined) throw new Error(`no ${repr}`);
    return found.serial;
  };
  return { view, serial, past: benchPast(all) };
}

describe('what an entry did', () => {
  it('names what was made and what was changed, whatever happened since', async () => {
    const { past, serial, view } = benchOf('a = []', 'b = {}', 'a.append(b)', 'c = (a,)', 'del c');
    const effect = await tellEffect(past, 3, going());
    expect(effect).toMatchObject({ id: 3, source: 'a.append(b)', made: [], freed: 0 });
    // The list holds one more, the dict is held once more.
    expect(new Set(effect?.changed)).toEqual(new Set([serial('[{}]'), serial('{}')]));
    const tuple = await tellEffect(past, 4, going());
    expect(tuple?.made).toHaveLength(1);
    expect(tuple?.changed).toEqual([serial('[{}]')]);
    if (tuple === null) throw new Error('no effect');
    expect(effectWords(tuple, view, en.time)).toBe(
      'It made 1 object and changed 1 object. Of these, 1 is gone by now.',
    );
    expect((await tellEffect(past, 5, going()))?.freed).toBe(1);
  });

  it('says so where nothing changed, and where there is no such entry', async () => {
    const { past } = benchOf('1 + 1');
    const effect = await tellEffect(past, 1, going());
    expect(effect).toMatchObject({ made: [], changed: [], freed: 0 });
    if (effect === null) throw new Error('no effect');
    expect(effectWords(effect, heap([object(1)], []), en.time)).toBe('It changed no object.');
    expect(await tellEffect(past, 9, going())).toBeNull();
  });

  it('stops when nobody wants it any more', async () => {
    const controller = new AbortController();
    controller.abort();
    await expect(tellEffect(benchOf('a = 1').past, 1, controller.signal)).rejects.toThrow();
  });
});

function line(id: number, handle: string, author = handle): TranscriptLine {
  return { id, handle, author, source: '', output: '', error: null, state: 'done' };
}

describe('lines of one person', () => {
  const lines = [line(1, 'teacher'), line(2, 'ana', 'Ana'), line(3, 'ana2', 'Ana'), line(4, 'ana', 'Ana')];

  it('are told apart by module, myself first', () => {
    expect(people(lines, 'ana2').map(({ handle, lines: number }) => `${handle} ${number}`)).toEqual([
      'ana2 1',
      'teacher 1',
      'ana 2',
    ]);
    expect(said(lines, 'ana').map(({ id }) => id)).toEqual([2, 4]);
    expect(said(lines, null)).toBe(lines);
  });
});

describe('a logged line', () => {
  const logged = {
    seq: 3,
    at: 0,
    actor: 'x',
    source: 'a = 1',
    rewoundTo: null,
    output: '',
    raised: null,
    born: 0,
    died: 0,
    collections: [],
  };

  it('stays the same value until its author is called otherwise', () => {
    const first = loggedLine(logged, [{ id: 'x', handle: 'ana', nickname: 'Ana' }], en);
    const ben = { id: 'y', handle: 'ben', nickname: 'Ben' };
    expect(loggedLine(logged, [ben, { id: 'x', handle: 'ana', nickname: 'Ana' }], en)).toBe(first);
    expect(loggedLine(logged, [{ id: 'x', handle: 'ana', nickname: 'Anna' }], en).author).toBe('Anna');
    expect(loggedLine(logged, [ben], en).author).toBe('Heaproom');
  });

  it('says what a statement did in the language that is asked for', () => {
    const freeing = { ...logged, died: 2, collections: [{ generation: 2, automatic: false, collected: 3 }] };
    const note = (words: typeof en) => loggedLine(freeing, [], words).note;
    expect([en, de, es, en].map(note)).toEqual([
      'generation 2 collected, 3 found, 2 objects freed',
      'Generation 2 gesammelt, 3 gefunden, 2 Objekte freigegeben',
      'generación 2 recolectada, 3 encontrados, 2 objetos liberados',
      'generation 2 collected, 3 found, 2 objects freed',
    ]);
    expect(loggedLine({ ...logged, rewoundTo: 1 }, [], de).note).toBe('Der Heap wurde geleert.');
  });

  it('says once how often the collector did the same', () => {
    const young = { generation: 0, automatic: true, collected: 0 };
    const collections = [young, young, { ...young, collected: 2 }, young];
    expect(loggedLine({ ...logged, collections }, [], en).note).toBe(
      'automatic collection of generation 0 found 0 (3×), automatic collection of generation 0 found 2',
    );
  });
});

it('a statement that a limit stopped is refused in the sandbox, in a sentence, and changes nothing', () => {
  const bench = new Bench(de);
  bench.run('a = [1]');
  const before = bench.state().machine.digest();
  bench.run('b = [0] * 10**9');
  expect(bench.state().lines.at(-1)).toMatchObject({ state: 'refused', error: de.limits.memory(64) });
  expect(bench.state().machine.digest()).toBe(before);
});
