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

export const IF_TYPED = 'If these lines were typed now, what would the last one print?';
export const IF_TYPED_ONE = 'If this line were typed now, what would it print?';

export function ifTyped(lines: readonly Line[]): string {
  return lines.length === 1 ? IF_TYPED_ONE : IF_TYPED;
}

export function shown({ type, repr }: Pick<ObjectView, 'type' | 'repr'>): string {
  return `the ${type} ${code(repr)}`;
}

/** Names of the only module need no prefix. */
export function label(ground: Ground, text: string): string {
  const [only = ''] = ground.modules;
  return ground.alone && text.startsWith(`${only}.`) ? text.slice(only.length + 1) : text;
}

/** One holder of an object: `the name ana.a`, `[0] of the list [[]]`. */
export function holding(ground: Ground, one: Holding): string {
  if (one.kind === 'local') return `the variable ${code(one.label)}`;
  if (one.holder === null) {
    return one.label.startsWith('the last ') ? one.label : `the name ${code(label(ground, one.label))}`;
  }
  const whose = shown(one.holder);
  if (one.times > 1) return `${whose}, ${one.times} times`;
  return one.label === '' ? whose : `${code(one.label)} of ${whose}`;
}

export function holdings(ground: Ground, all: readonly Holding[]): string {
  return list(all.map((one) => holding(ground, one)));
}

/** `a`, `a and b`, `a; b; and c`: parts may hold commas. */
export function list(parts: readonly string[]): string {
  if (parts.length <= 2) return parts.join(' and ');
  return `${parts.slice(0, -1).join('; ')}; and ${parts.at(-1) ?? ''}`;
}

export function counted(n: number, one: string, many = `${one}s`): string {
  return `${n} ${n === 1 ? one : many}`;
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
  switch (line.kind) {
    case 'alive':
      return `it is reached by ${chain(ground, line.path)}`;
    case 'leaked':
      return `only a cycle keeps it (${line.cycle.map(({ repr }) => code(repr)).join(' → ')}), which nothing that runs reaches`;
    case 'builtin':
      return 'it belongs to the interpreter';
    case 'gone':
      return 'it is gone';
  }
}

/** Before the trial, by serial. */
export function objectOf(view: HeapView, serial: Serial): ObjectView | undefined {
  return view.objects.find((object) => object.serial === serial);
}
