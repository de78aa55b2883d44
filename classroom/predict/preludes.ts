/** Lines before a question that give an object references, or seem to. What they come to, the fork says. */
import type { Level } from '../protocol/prediction.ts';
import type { Chance } from './chance.ts';
import { type Ground, isData, type Line, type Spot } from './ground.ts';

export interface Prelude {
  readonly lines: readonly Line[];
  /** What is easily overlooked about it, in a sentence; empty where nothing is. */
  readonly note: string;
}

type Maker = (text: string, name: string, spot: Spot) => readonly [source: string, note: string] | null;

const SIMPLE: readonly Maker[] = [
  (text, name) => [`${name} = ${text}`, ''],
  (text, name) => [`${name} = [${text}, ${text}]`, ''],
  (text, name) => [`${name} = {'key': ${text}}`, ''],
  (text, name) => [`${name} = (${text}, [${text}])`, ''],
];

const TRICKY: readonly Maker[] = [
  ...SIMPLE.slice(1),
  (text, name) => [`${name} = [${text}] * 3`, 'A repeated list holds the same object again and again.'],
  (text, name, { object }) =>
    object.type === 'list'
      ? [`${name} = ${text}[:]`, 'The slice is another list: it refers to the items, not to the list.']
      : null,
  (text, name) => [
    `${name} = lambda: ${text}`,
    'A function looks its global names up when it is called; it holds none of them.',
  ],
  (text) => [
    `[${text}, ${text}]`,
    'The prompt keeps what it printed last as `_`, and so that list with both of its items.',
  ],
  (text) => [`len([${text}, ${text}])`, 'The list inside the call is gone when the call has returned.'],
  (text, name, { object }) =>
    object.repr.startsWith('<') && !object.repr.startsWith('<class')
      ? [`${name} = weakref.ref(${text})`, 'A weak reference does not count.']
      : null,
  (text, _name, { object }) =>
    object.type === 'list'
      ? [`${text}.append(${text})`, 'A list can hold itself: that counts as any other reference.']
      : null,
];

/** So many lines as the level wants, about an object; null where nothing fits. */
export function prelude(ground: Ground, spot: Spot, level: Level, chance: Chance): Prelude {
  const lines: Line[] = spot.imports.map((name) => ({ module: spot.module, source: `import ${name}` }));
  const notes = new Set<string>();
  const names = ground.freshNames(spot.module, 2);
  const makers = chance.shuffled(level === 1 ? SIMPLE : TRICKY);
  const wanted = level === 3 ? 2 : 1;
  let made = 0;
  for (const maker of makers) {
    const name = names[made];
    if (made === wanted || name === undefined) break;
    const found = maker(spot.text, name, spot);
    if (found === null) continue;
    lines.push({ module: spot.module, source: found[0] });
    if (found[1] !== '') notes.add(found[1]);
    made++;
  }
  return { lines, note: [...notes].join(' ') };
}

/** Of each module: in a large heap what is near its names is asked about. */
const NEAREST = 80;

/** Where an object can be asked about: short texts, others' modules from level 2 on. */
export function dataSpots(ground: Ground, level: Level, modules: readonly string[]): Spot[] {
  return modules.flatMap((module) =>
    ground
      .spots(module)
      .slice(0, NEAREST)
      .filter(
        ({ object, text, imports }) =>
          isData(object) &&
          text.length <= 40 &&
          (level > 1 || /^\w+$/.test(text)) &&
          (level > 1 || imports.length === 0),
      ),
  );
}
