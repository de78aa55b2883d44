/** What dies if a name goes: [RC2] and [RC3] of the heap. */
import type { Serial } from '../../heap/index.ts';
import type { Level } from '../protocol/prediction.ts';
import type { Chance } from './chance.ts';
import { type Ground, isData, type Spot } from './ground.ts';
import { type Kind, type Made, several, target } from './kind.ts';
import { code, holdings, lifeWords, prompted, saysTypeOnly, shown } from './words.ts';

const MOST = 6;

/** Objects of the program that one leads to, itself first, nearest first. */
export function ledTo(ground: Ground, from: Serial): Serial[] {
  const found: Serial[] = [from];
  const seen = new Set(found);
  for (const serial of found) {
    for (const slot of ground.objects.get(serial)?.slots ?? []) {
      if (slot.weak || seen.has(slot.target) || !isData(ground.objects.get(slot.target))) continue;
      seen.add(slot.target);
      found.push(slot.target);
    }
  }
  return found;
}

/** With how it is written and what it is, so that it can be found in any picture. */
export function spotWords(ground: Ground, { text, object }: Spot): string {
  const { say } = ground;
  return say.dies.spot(code(text), saysTypeOnly(object) ? say.kind(object.type) : shown(ground, object));
}

export const dies: Kind = {
  targets: (ground, _level, modules) =>
    modules.flatMap((module) =>
      ground
        .names(module)
        .filter(({ object }) => isData(object) && ledTo(ground, object.serial).length > 1)
        .map(({ name }) => target(module, name)),
    ),
  make(ground: Ground, wanted: string, level: Level, chance: Chance): Made | null {
    const { dies: say } = ground.say;
    const [module = '', name = ''] = wanted.split('\n');
    const root = ground.names(module).find((one) => one.name === name)?.object;
    if (!isData(root)) return null;
    const [first = 0, ...rest] = ledTo(ground, root.serial);
    const led = [first, ...chance.shuffled(rest.slice(0, 20)).slice(0, (level === 1 ? 3 : MOST) - 1)];
    // Something that the name does not lead to: else whoever ticks everything is right too often.
    const known = new Set([first, ...rest]);
    const apart = ground
      .names(module)
      .flatMap(({ object }) => (isData(object) && !known.has(object.serial) ? [object.serial] : []));
    const asked = [...led, ...chance.shuffled([...new Set(apart)]).slice(0, 1)];
    const spots = asked.map((serial) => ground.written(serial, module));
    const lines = [{ module, source: `del ${name}` }];
    const begun = ground.atStart().inspect();
    const before = asked.map((serial) => ground.holders(serial, begun));
    const tried = ground.attempt(lines);
    if (tried === null || led.length < 2) return null;
    const died = new Set(tried.steps.flatMap((step) => step.died.map(({ serial }) => serial)));
    const left = ground.fork.inspect();
    const right = new Set<string>();
    /** By option. */
    const why = new Map<string, string>();
    let cyclic = false;
    for (const [at, serial] of asked.entries()) {
      const spot = spots[at] ?? null;
      const heldBefore = before[at] ?? null;
      if (spot === null || heldBefore === null) return null;
      const words = spotWords(ground, spot);
      if (why.has(words)) return null;
      if (died.has(serial)) {
        right.add(words);
        why.set(words, say.dies(code(spot.text), holdings(ground, heldBefore)));
        continue;
      }
      const held = ground.holders(serial, left);
      const line = ground.lifeline(serial, left);
      if (held === null || line.kind === 'gone') return null;
      if (line.kind === 'leaked') cyclic = true;
      why.set(words, say.lives(code(spot.text), holdings(ground, held), lifeWords(ground, line)));
    }
    const some = right.size > 0;
    const lives = right.size < led.length;
    if (level === 1 && (!some || cyclic)) return null;
    if (level === 2 && !(some && lives)) return null;
    // A cycle, or references from elsewhere among many objects.
    if (level === 3 && !(cyclic || (some && lives && led.length > 3))) return null;
    if (!some) right.add(say.nothing);
    const prompt = prompted(ground, lines, say.asks);
    // In the order of the options, so that each finds its own.
    const shuffled = chance.shuffled([...why]);
    const explanation = [say.del, ...shuffled.map(([, sentence]) => sentence)].join('\n');
    const options = [...shuffled.map(([words]) => words), say.nothing];
    return several({ prompt, explanation, lines }, options, right);
  },
};
