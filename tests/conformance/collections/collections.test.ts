/** Films of collections against what CPython 3.11.7 did with the same heaps. */
import { describe, expect, it } from 'vitest';
import { type CollectionFilm, filmCollections, Machine, type Standing } from '../../../heap/index.ts';
import { findPython311 } from '../python311.ts';
import { askCPython, readGolden } from './golden.ts';
import { PROGRAMS } from './programs.ts';

const golden = readGolden();

function typesOf(film: CollectionFilm, serials: readonly number[]): string[] {
  const types = new Map(film.examined.map(({ serial, type }) => [serial, type]));
  return serials.map((serial) => types.get(serial) ?? '?');
}

function standingsAfter(film: CollectionFilm, phase: string): Map<number, Standing> {
  const last = film.steps.findLastIndex((step) => step.phase === phase);
  const steps = film.steps.slice(0, last + 1);
  return new Map(steps.flatMap(({ changes }) => changes.map(({ serial, standing }) => [serial, standing])));
}

describe.each(PROGRAMS)('$name', ({ name, prepare, generation }) => {
  const real = golden[name];
  const machine = new Machine();
  for (const source of prepare) machine.run('__main__', source);
  machine.run('__main__', 'log.clear()');
  const { watch, collections } = filmCollections(machine);
  const step = machine.run('__main__', `gc.collect(${generation})`, watch);
  const [film] = collections;

  it('returns what CPython returns, and says so in its last step', () => {
    expect(step.output).toBe(`${real?.returned}\n`);
    expect(film?.steps.at(-1)?.fact).toEqual({ kind: 'end', collected: real?.returned });
  });

  it('finds the same unreachable, frees them in the same order, or brings as many back', () => {
    if (film === undefined || real === undefined) throw new Error('no film');
    const scanned = standingsAfter(film, 'scan');
    const unreachable = film.examined.filter(({ serial }) => scanned.get(serial) === 'unreachable');
    expect(unreachable.map(({ type }) => type).sort()).toEqual([...real.unreachable].sort());
    const freed = step.collections[0]?.freed ?? [];
    if (freed.length === real.unreachable.length) expect(typesOf(film, freed)).toEqual(real.unreachable);
    const end = standingsAfter(film, 'end');
    const gone = unreachable.filter(({ serial }) => end.get(serial) === 'freed');
    const back = unreachable.filter(({ serial }) => end.get(serial) === 'resurrected');
    expect(gone.length + back.length).toBe(unreachable.length);
    expect(back.map(({ type }) => type).sort()).toEqual(real.resurrected);
  });

  it('calls callbacks and finalizers in the same order', () => {
    const told = film?.steps.filter(
      ({ fact }) => fact.kind === 'callback' || fact.kind === 'finalizer',
    ).length;
    expect(machine.run('__main__', 'log').output).toBe(
      `[${real?.log.map((line) => `'${line}'`).join(', ')}]\n`,
    );
    expect(told).toBe(real?.log.filter((line) => line !== 'never').length);
  });

  it('leaves what is named in the same generations', () => {
    const view = machine.inspect();
    const objects = new Map(view.objects.map((object) => [object.serial, object]));
    const names = view.namespaces.find(({ kind }) => kind === 'module')?.names ?? [];
    const places = names.flatMap(({ name: each, target }) => {
      const object = objects.get(target);
      return object?.tracked === true ? [[each, object.generation] as const] : [];
    });
    expect(Object.fromEntries(places)).toEqual(real?.generations);
  });
});

const python = findPython311();

it.skipIf(python === null)('the recorded answers are those of the CPython that is here', () => {
  if (python !== null) expect(askCPython(python)).toEqual(golden);
});
