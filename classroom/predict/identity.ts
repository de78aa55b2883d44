/** Whether two ways lead to the same object: `a is b`, within a module and across. */
import type { ObjectView } from '../../heap/index.ts';
import type { Level } from '../protocol/prediction.ts';
import type { Chance } from './chance.ts';
import { type Ground, isData, type Line, type Spot } from './ground.ts';
import { type Kind, type Made, one, several, target } from './kind.ts';
import { dataSpots } from './preludes.ts';
import { code, holdings, ifTyped, prompted, shown } from './words.ts';

interface Pair {
  readonly module: string;
  readonly left: string;
  readonly right: string;
}

/** Ways that look like a copy, and ways that do not. */
const WAYS: Readonly<Record<string, readonly ((text: string) => string)[]>> = {
  list: [
    (text) => `${text}[:]`,
    (text) => `list(${text})`,
    (text) => `[${text}][0]`,
    (text) => `${text}.copy()`,
  ],
  tuple: [(text) => `${text}[:]`, (text) => `tuple(${text})`, (text) => `(${text},)[0]`],
  dict: [(text) => `dict(${text})`, (text) => `{'k': ${text}}['k']`, (text) => `${text}.copy()`],
  set: [(text) => `set(${text})`, (text) => `[${text}].pop()`, (text) => `${text} | set()`],
};

/** What would copy any other sequence: CPython's tuple_subscript and tuple_new give the tuple itself. */
const tupleCopies = (text: string): readonly string[] => [`${text}[:]`, `tuple(${text})`];

/** Of each module: in a large heap what is near its names is compared. */
const NEAREST = 80;

/** Other ways to write the same object, or one that looks the same, without an import. */
function partners(ground: Ground, spot: Spot, level: Level): string[] {
  const out: string[] = [];
  const { object, module } = spot;
  for (const { name, object: other } of ground.names(module)) {
    if (name === spot.text) continue;
    if (other.serial === object.serial || (other.type === object.type && other.repr === object.repr))
      out.push(name);
  }
  if (level === 1) return out;
  const near = ground.spots(module).slice(0, NEAREST);
  for (const other of near) {
    if (other.text === spot.text || out.includes(other.text) || other.imports.length > 0) continue;
    if (
      other.object.serial !== object.serial &&
      other.object.type === object.type &&
      other.object.repr === object.repr
    )
      out.push(other.text);
  }
  // An object has one shortest text; the slots that hold it are others.
  for (const holder of near) {
    if (holder.imports.length > 0 || holder.text.length > 30) continue;
    for (const { label, target: held, weak } of holder.object.slots) {
      if (weak || held !== object.serial || !/^\[\d+\]$|^\.\w+$/.test(label)) continue;
      const text = `${holder.text}${label}`;
      if (text !== spot.text && !out.includes(text)) out.push(text);
    }
  }
  if (level === 3) for (const way of WAYS[object.type] ?? []) out.push(way(spot.text));
  return out;
}

function across(ground: Ground, level: Level, modules: readonly string[]): Pair[] {
  if (level === 1) return [];
  const all = modules.flatMap((module) =>
    ground.names(module).map(({ name, object }) => ({ module, name, object })),
  );
  return all.flatMap((mine) =>
    all.flatMap((other): Pair[] => {
      if (mine.module === other.module || !isData(mine.object)) return [];
      const alike =
        mine.object.serial === other.object.serial ||
        (mine.object.type === other.object.type && mine.object.repr === other.object.repr);
      return alike && !ground.names(mine.module).some(({ name }) => name === other.module)
        ? [{ module: mine.module, left: mine.name, right: `${other.module}.${other.name}` }]
        : [];
    }),
  );
}

function pairs(ground: Ground, level: Level, modules: readonly string[]): Pair[] {
  const within = dataSpots(ground, level, modules)
    .filter(({ imports }) => imports.length === 0)
    .flatMap((spot) =>
      partners(ground, spot, level).map((right) => ({ module: spot.module, left: spot.text, right })),
    );
  return [...within, ...across(ground, level, modules)];
}

function linesOf(ground: Ground, { module, left, right }: Pair): Line[] {
  const [other = ''] = right.split('.');
  const imports = ground.modules.includes(other) && other !== module;
  const source = `${left} is ${right}`;
  return imports
    ? [
        { module, source: `import ${other}` },
        { module, source },
      ]
    : [{ module, source }];
}

/** What the right side leads to, if it was there before. The fork is at its start again afterwards. */
function otherOf(ground: Ground, pair: Pair): ObjectView | null {
  const { module, right } = pair;
  const said = (source: string) =>
    ground.attempt([...linesOf(ground, pair).slice(0, -1), { module, source }])?.said;
  const left = ground.spot(module, pair.left)?.object.address ?? 0;
  const apart = Number(said(`id(${right}) - id(${pair.left})`));
  ground.atStart();
  return ground.view.objects.find(({ address }) => address === left + apart) ?? null;
}

/** What a comparison prints, and why. */
function judged(ground: Ground, pair: Pair): { readonly said: string; readonly why: string } | null {
  const spot = ground.spot(pair.module, pair.left);
  if (spot === null || !isData(spot.object)) return null;
  const lines = linesOf(ground, pair);
  const said = ground.attempt(lines)?.said ?? '';
  ground.atStart();
  const held = ground.holdersAtStart(spot.object.serial);
  if ((said !== 'True' && said !== 'False') || held === null) return null;
  const { identity: say } = ground.say;
  const [left, right] = [code(pair.left), code(pair.right)];
  const mine = say.heldBy(shown(ground, spot.object), holdings(ground, held));
  if (said === 'True') {
    const same = say.same(left, right, mine);
    return { said, why: tupleCopies(pair.left).includes(pair.right) ? `${same} ${say.unchanging}` : same };
  }
  const other = otherOf(ground, pair);
  if (other === null) return { said, why: say.fresh(left, right, mine) };
  const theirs = ground.holdersAtStart(other.serial);
  if (theirs === null) return null;
  const another = say.heldBy(shown(ground, other), holdings(ground, theirs));
  return { said, why: say.alike(left, right, mine, another) };
}

function parse(wanted: string): Pair {
  const [module = '', left = '', right = ''] = wanted.split('\n');
  return { module, left, right };
}

export const identity: Kind = {
  targets: (ground, level, modules) =>
    pairs(ground, level, modules).map(({ module, left, right }) => target(module, left, right)),
  make(ground: Ground, wanted: string, level: Level, chance: Chance): Made | null {
    const pair = parse(wanted);
    const known = pairs(
      ground,
      level,
      ground.modules.filter((name) => wanted.includes(name)),
    );
    if (
      !known.some(
        (other) => other.module === pair.module && other.left === pair.left && other.right === pair.right,
      )
    )
      return null;
    const first = judged(ground, pair);
    if (first === null) return null;
    const lines = linesOf(ground, pair);
    if (level < 3) {
      const explanation = ground.say.prints(code(first.said), first.why);
      return one(
        { prompt: prompted(ground, lines, ifTyped(ground, lines)), explanation, lines },
        ['`True`', '`False`'],
        code(first.said),
      );
    }
    const more = known.filter(
      ({ module, right, left }) =>
        module === pair.module &&
        !(left === pair.left && right === pair.right) &&
        linesOf(ground, { module, left, right }).length === 1,
    );
    if (lines.length > 1) return null;
    const texts = new Map([[`${pair.left} is ${pair.right}`, first]]);
    for (const each of chance.shuffled(more)) {
      if (texts.size === 4) break;
      const source = `${each.left} is ${each.right}`;
      const mirrored = `${each.right} is ${each.left}`;
      const verdict = texts.has(source) || texts.has(mirrored) ? null : judged(ground, each);
      if (verdict !== null) texts.set(source, verdict);
    }
    const right = new Set(
      [...texts].filter(([, { said }]) => said === 'True').map(([source]) => code(source)),
    );
    if (texts.size < 3 || right.size === 0 || right.size === texts.size) return null;
    const shuffled = chance.shuffled([...texts]);
    const { identity: say } = ground.say;
    const prompt = say.asks(ground.alone ? null : code(pair.module));
    // In the order of the options, so that each finds its own.
    const explanation = shuffled
      .map(([source, { said, why }]) => say.verdict(code(source), code(said), why))
      .join('\n');
    return several(
      { prompt, explanation, lines: [{ module: pair.module, source: `${pair.left} is ${pair.right}` }] },
      shuffled.map(([source]) => code(source)),
      right,
    );
  },
};
