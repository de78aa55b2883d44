/** How questions and explanations write lines, objects and what holds them. */
import type { HeapView, Holding, Lifeline, Link, ObjectView, Serial } from '../../heap/index.ts';
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

export function shown({ say }: Ground, { type, repr }: Pick<ObjectView, 'type' | 'repr'>): string {
  return say.shown(type, code(repr));
}

/** Names of the only module need no prefix. */
export function label(ground: Ground, text: string): string {
  const [only = ''] = ground.modules;
  return ground.alone && text.startsWith(`${only}.`) ? text.slice(only.length + 1) : text;
}

/** One holder of an object: `the name ana.a`, `[0] of the list [[]]`. */
function holding(ground: Ground, one: Holding): string {
  const { say } = ground;
  if (one.kind === 'local') return say.variable(code(one.label));
  if (one.holder === null) {
    return one.label.startsWith('the last ') ? one.label : say.name(code(label(ground, one.label)));
  }
  const whose = shown(ground, one.holder);
  if (one.times > 1) return say.times(whose, one.times);
  return one.label === '' ? whose : say.inside(code(one.label), whose);
}

export function holdings(ground: Ground, all: readonly Holding[]): string {
  return ground.say.list(all.map((one) => holding(ground, one)));
}

export function times(all: readonly Holding[]): number {
  return all.reduce((total, one) => total + one.times, 0);
}

function chain(ground: Ground, links: readonly Link[]): string {
  return links
    .map(({ label: step }, at) => code(at === 0 ? label(ground, step) : step === '' ? '…' : step))
    .join(' → ');
}

/** Why an object lives on, in a sentence's end; the cycle that keeps it, where nothing else does. */
export function lifeWords(ground: Ground, line: Lifeline): string {
  const { life } = ground.say;
  switch (line.kind) {
    case 'alive':
      return life.alive(chain(ground, line.path));
    case 'leaked':
      return life.leaked(line.cycle.map(({ repr }) => code(repr)).join(' → '));
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
