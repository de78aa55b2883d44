/** How questions and explanations write lines, objects and what holds them. */
import type { HeapView, Holding, Label, Lifeline, Link, ObjectView, Serial } from '../../heap/index.ts';
import { LABEL_PHRASES, labelWords } from '../labelPhrases.ts';
import type { Ground, Line } from './ground.ts';

/** A backtick would end a piece of code. */
export function code(text: string): string {
  return `\`${text.replaceAll('`', 'ˋ').replaceAll('\n', ' ')}\``;
}

export function prompted(ground: Ground, lines: readonly Line[], asks: string): string {
  const typed = lines.flatMap(({ module, source }) =>
    source.split('\n').map((line, at) => `${ground.alone ? '' : module}${at === 0 ? '>>>' : '...'} ${line}`),
  );
  return `${asks}\n\`\`\`\n${typed.join('\n')}\n\`\`\``;
}

export function ifTyped({ say }: Ground, lines: readonly Line[]): string {
  return lines.length === 1 ? say.ifTypedOne : say.ifTyped;
}

/** `<Node object>` says nothing that the type does not, and all instances of a class the same. */
export function saysTypeOnly({ repr }: Pick<ObjectView, 'repr'>): boolean {
  return /^<.*>$/.test(repr);
}

type Shown = Pick<ObjectView, 'serial' | 'type' | 'repr'>;

/** What an object is by itself: its repr, or the way to it where that tells more. */
export function itself(ground: Ground, object: Shown): string {
  const way = saysTypeOnly(object) ? ground.way(object.serial) : null;
  return code(way === null ? object.repr : label(ground, way));
}

export function shown(ground: Ground, object: Shown): string {
  return ground.say.shown(object.type, itself(ground, object));
}

/** The same beside the text by which it is asked about. */
export function shownBeside({ say }: Ground, object: Shown, text: string): string {
  return saysTypeOnly(object)
    ? say.shown(object.type, code(text))
    : say.beside(say.shown(object.type, code(object.repr)), code(text));
}

/** Names of the only module need no prefix. */
export function label(ground: Ground, text: string): string {
  const [only = ''] = ground.modules;
  return ground.alone && text.startsWith(`${only}.`) ? text.slice(only.length + 1) : text;
}

/** What Python writes as code, the rest in words. */
function through(ground: Ground, one: Label): string {
  if (one.kind !== 'python') return labelWords(one, LABEL_PHRASES[ground.language]);
  return code(one.text === '' ? '…' : label(ground, one.text));
}

/** One holder of an object: `the name ana.a`, `[0] of the list [[]]`. */
function holding(ground: Ground, one: Holding): string {
  const { say } = ground;
  if (one.label.kind === 'local') return say.variable(code(one.label.name), code(`${one.label.function}()`));
  if (one.holder === null) {
    const held = through(ground, one.label);
    return one.label.kind === 'python' ? say.name(held) : held;
  }
  const whose = shown(ground, one.holder);
  if (one.times > 1) return say.times(whose, one.times);
  const unnamed = one.label.kind === 'python' && one.label.text === '';
  return unnamed ? whose : say.inside(through(ground, one.label), whose);
}

export function holdings(ground: Ground, all: readonly Holding[]): string {
  return ground.say.list(all.map((one) => holding(ground, one)));
}

export function times(all: readonly Holding[]): number {
  return all.reduce((total, one) => total + one.times, 0);
}

function chain(ground: Ground, links: readonly Link[]): string {
  return links.map((link) => through(ground, link.label)).join(' → ');
}

/** Why an object lives on, in a sentence's end, or nothing where what holds it says so already; the cycle that keeps it, where nothing else does. */
export function lifeWords(ground: Ground, line: Lifeline): string {
  const { life } = ground.say;
  switch (line.kind) {
    case 'alive':
      // A name of its own is among what holds it, and has been said.
      return line.path.length === 1 ? '' : life.alive(chain(ground, line.path));
    case 'leaked':
      return life.leaked(line.cycle.map((link) => itself(ground, link)).join(' → '));
    case 'builtin':
      return life.builtin;
    case 'gone':
      return life.gone;
  }
}

/** Before the trial, by serial. */
export function objectOf(view: HeapView, serial: Serial): ObjectView | undefined {
  return view.objects.find((object) => object.serial === serial);
}
