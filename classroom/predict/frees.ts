/** Which single `del` frees a group of objects: [RC2] of the heap, seen from the end. */
import type { Serial } from '../../heap/index.ts';
import type { Level } from '../protocol/prediction.ts';
import type { Chance } from './chance.ts';
import { ledTo, spotWords } from './dies.ts';
import { type Ground, isData, type Line, type Spot } from './ground.ts';
import { type Kind, type Made, one, target } from './kind.ts';
import { code, holdings, lifeWords } from './words.ts';

const GROUP = 4;
/** Statements that are considered, of each module. */
const CONSIDERED = 60;
/** So many other statements are tried for options. */
const TRIES = 12;

function wordsOf(ground: Ground, { module, source }: Line): string {
  return ground.alone ? code(source) : code(`${module}>>> ${source}`);
}

/** Statements that remove a name or a slot. */
function deletions(ground: Ground, modules: readonly string[], level: Level): Line[] {
  const out: Line[] = [];
  for (const module of modules) {
    for (const { name, object } of ground.names(module).slice(0, CONSIDERED))
      if (isData(object)) out.push({ module, source: `del ${name}` });
    if (level < 3) continue;
    for (const { text, object, imports } of ground.spots(module).slice(0, CONSIDERED)) {
      if (imports.length > 0 || text.length > 30 || !isData(object)) continue;
      for (const { label, target: held, weak } of object.slots) {
        const slot = object.type === 'list' || object.type === 'dict' ? /^\[.{1,20}\]$/ : /^\.\w+$/;
        if (weak || !slot.test(label) || label.includes('…') || !isData(ground.objects.get(held))) continue;
        out.push({ module, source: `del ${text}${label}` });
      }
    }
  }
  return out;
}

function freedBy(ground: Ground, line: Line): Set<Serial> | null {
  const tried = ground.attempt([line]);
  return tried === null ? null : new Set(tried.steps.flatMap(({ died }) => died.map(({ serial }) => serial)));
}

export const frees: Kind = {
  targets: (ground, level, modules) =>
    deletions(ground, modules, level).map(({ module, source }) => target(module, source)),
  make(ground: Ground, wanted: string, level: Level, chance: Chance): Made | null {
    const { frees: say } = ground.say;
    const [module = '', source = ''] = wanted.split('\n');
    const line: Line = { module, source };
    const all = deletions(
      ground,
      level === 1
        ? [module]
        : [module, ...chance.shuffled(ground.modules.filter((each) => each !== module)).slice(0, 5)],
      // Slots of what is asked about are tempting; only the hardest ask for them.
      level === 1 ? 1 : 3,
    );
    if (!all.some((each) => each.module === module && each.source === source)) return null;
    const begun = ground.atStart().inspect();
    const freed = freedBy(ground, line);
    if (freed === null) return null;
    const group: Spot[] = [];
    for (const serial of freed) {
      if (!isData(ground.objects.get(serial))) continue;
      const spot = ground.written(serial, module);
      if (spot !== null && spot.text.length <= 40 && group.length < GROUP) group.push(spot);
    }
    // What the statement names is seen at a glance: an easy question is about what hangs on it, the others about all.
    const hanging = group.filter(({ text }) => source !== `del ${text}`);
    if (level === 1) group.splice(0, group.length, ...hanging);
    if (group.length < (level === 1 ? 1 : 2)) return null;
    ground.atStart();
    const causes: string[] = [];
    for (const { object, text } of group) {
      const held = ground.holders(object.serial, begun);
      if (held === null) return null;
      causes.push(say.held(code(text), holdings(ground, held)));
    }
    // What touches the group is tempting: it comes first.
    const near = new Set(group.flatMap(({ object }) => ledTo(ground, object.serial)));
    const touches = ({ source: other, module: where }: Line): boolean => {
      const spot = ground.spot(where, other.slice('del '.length));
      return (
        spot !== null &&
        (near.has(spot.object.serial) || ledTo(ground, spot.object.serial).some((each) => near.has(each)))
      );
    };
    const others = chance.shuffled(all.filter((each) => !(each.module === module && each.source === source)));
    const ordered = [...others.filter(touches), ...others.filter((each) => !touches(each))].slice(0, TRIES);
    const options: string[] = [wordsOf(ground, line)];
    let tempting = false;
    for (const other of ordered) {
      if (options.length === 4) break;
      const gone = freedBy(ground, other);
      if (gone === null) continue;
      const survivor = group.find(({ object }) => !gone.has(object.serial));
      if (survivor === undefined) continue;
      const words = wordsOf(ground, other);
      if (options.includes(words)) continue;
      const left = ground.fork.inspect();
      const held = ground.holders(survivor.object.serial, left);
      if (held === null) continue;
      options.push(words);
      if (touches(other)) tempting = true;
      const life = lifeWords(ground, ground.lifeline(survivor.object.serial, left));
      causes.push(say.survives(words, code(survivor.text), holdings(ground, held), life));
    }
    if (options.length < (level === 1 ? 2 : 3)) return null;
    // Where nothing else touches the group, names alone give the answer away.
    if (level > 1 && !tempting) return null;
    const asks = say.asks(group.length === 1);
    const where = group.map((spot) => `- ${spotWords(ground, spot)}`).join('\n');
    const right = wordsOf(ground, line);
    const explanation = [say.why(right, group.length === 1), ...causes].join('\n');
    return one({ prompt: `${asks}\n${where}`, explanation, lines: [line] }, chance.shuffled(options), right);
  },
};
