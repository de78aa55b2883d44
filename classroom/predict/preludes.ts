/** Lines before a question that give an object references, or seem to. What they come to, the fork says. */
import type { Level } from '../protocol/prediction.ts';
import type { Chance } from './chance.ts';
import { type Ground, isData, type Line, type Spot } from './ground.ts';
import type { Phrases } from './phrases/index.ts';

export interface Prelude {
  readonly lines: readonly Line[];
  /** What is easily overlooked about it, in a sentence; empty where nothing is. */
  readonly note: string;
}

type Note = keyof Phrases['notes'];

type Maker = (text: string, name: string, spot: Spot) => readonly [source: string, note: Note] | null;

const SIMPLE: readonly Maker[] = [
  (text, name) => [`${name} = ${text}`, 'none'],
  (text, name) => [`${name} = [${text}, ${text}]`, 'none'],
  (text, name) => [`${name} = {'key': ${text}}`, 'none'],
  (text, name) => [`${name} = (${text}, [${text}])`, 'none'],
];

const TRICKY: readonly Maker[] = [
  ...SIMPLE.slice(1),
  (text, name) => [`${name} = [${text}] * 3`, 'repeated'],
  (text, name, { object }) => (object.type === 'list' ? [`${name} = ${text}[:]`, 'slice'] : null),
  (text, name) => [`${name} = lambda: ${text}`, 'lambda'],
  (text) => [`[${text}, ${text}]`, 'echo'],
  (text) => [`len([${text}, ${text}])`, 'inCall'],
  (text, name, { object }) =>
    object.repr.startsWith('<') && !object.repr.startsWith('<class')
      ? [`${name} = weakref.ref(${text})`, 'weak']
      : null,
  (text, _name, { object }) => (object.type === 'list' ? [`${text}.append(${text})`, 'itself'] : null),
];

/** So many lines as the level wants, about an object; null where nothing fits. */
export function prelude(ground: Ground, spot: Spot, level: Level, chance: Chance): Prelude {
  const lines: Line[] = spot.imports.map((name) => ({ module: spot.module, source: `import ${name}` }));
  const notes = new Set<Note>();
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
    if (found[1] !== 'none') notes.add(found[1]);
    made++;
  }
  return { lines, note: [...notes].map((note) => ground.say.notes[note]).join(' ') };
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
