/** What `gc.collect` returns: [GC1] and [GC2] of the heap. */
import type { GenerationNumber, HeapView, ObjectView } from '../../heap/index.ts';
import type { Level } from '../protocol/prediction.ts';
import type { Chance } from './chance.ts';
import { ledTo } from './dies.ts';
import { type Ground, isData, type Line } from './ground.ts';
import { type Kind, type Made, number, target } from './kind.ts';
import { code, holdings, ifTyped, itself, lifeWords, prompted, shown } from './words.ts';

const MOST = 12;

function leaks(view: HeapView): ObjectView[] {
  return view.objects.filter((object) => object.tracked && !object.reachable && !object.internal);
}

function inCycle(ground: Ground, from: number): boolean {
  return ledTo(ground, from).some((serial) =>
    ground.objects.get(serial)?.slots.some((slot) => !slot.weak && slot.target === from),
  );
}

export const collect: Kind = {
  targets(ground: Ground, level: Level, modules: readonly string[]): string[] {
    const calls = level === 1 ? [2] : [0, 1, 2];
    const plain = leaks(ground.view).length > 0 ? calls.map((each) => target(String(each))) : [];
    const names = modules.flatMap((module) =>
      ground
        .names(module)
        .filter(({ object }) => isData(object) && inCycle(ground, object.serial))
        .flatMap(({ name }) => (level === 3 ? calls : [2]).map((each) => target(String(each), module, name))),
    );
    return level === 2 ? plain : [...plain, ...names];
  },
  make(ground: Ground, wanted: string, level: Level, _chance: Chance): Made | null {
    const { collect: say, list } = ground.say;
    const [call = '', module, name] = wanted.split('\n');
    const asked: GenerationNumber = call === '0' ? 0 : call === '1' ? 1 : 2;
    const first: Line[] = [];
    if (module !== undefined && name !== undefined) {
      if (!ground.names(module).some((each) => each.name === name && isData(each.object))) return null;
      first.push({ module, source: `del ${name}` });
    }
    const lines = [...first, { module: ground.collector, source: `gc.collect(${asked})` }];
    if (ground.attempt(first) === null) return null;
    const before = ground.fork.inspect();
    const inner = ground.fork.inspect({ internals: true });
    const leaked = leaks(before);
    const life = new Map(
      leaked.map((object) => [object.serial, lifeWords(ground, ground.lifeline(object.serial, before))]),
    );
    const held = new Map(leaked.map((object) => [object.serial, ground.holders(object.serial, before)]));
    const tried = ground.attempt(lines);
    const value = Number(tried?.said);
    const ran = tried?.steps.at(-1)?.collections.findLast(({ automatic }) => !automatic);
    if (ran === undefined || !Number.isInteger(value) || value !== ran.collected) return null;
    if (ran.freed.length !== ran.collected || value > MOST) return null;
    if ((level === 1 || first.length > 0) && asked === 2 && value === 0) return null;
    const found = new Set(ran.freed);
    const known = new Map(inner.objects.map((object) => [object.serial, object]));
    const named = ran.freed.map((serial) => known.get(serial));
    if (named.some((object) => object === undefined)) return null;
    const objects = named.flatMap((object) => (object === undefined ? [] : [shown(ground, object)]));
    const story = [value === 0 ? say.zero : say.value(value, list(objects))];
    for (const object of leaked.filter(({ serial }) => found.has(serial))) {
      const by = held.get(object.serial) ?? null;
      if (by === null) return null;
      story.push(say.held(itself(ground, object), holdings(ground, by), life.get(object.serial) ?? ''));
    }
    const older = leaked.filter(({ serial }) => !found.has(serial));
    if (older.length > MOST) return null;
    for (const object of older) {
      if (typeof object.generation !== 'number' || object.generation <= asked) return null;
      story.push(say.older(shown(ground, object), object.generation, code(`gc.collect(${asked})`)));
    }
    if (value === 0 && older.length === 0) return null;
    const explanation = story.join('\n');
    return number({ prompt: prompted(ground, lines, ifTyped(ground, lines)), explanation, lines }, value);
  },
};
