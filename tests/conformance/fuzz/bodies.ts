/** Random functions, loops and guarded blocks whose bodies are random statements themselves. */
import type { Random } from '../random.ts';
import { anyValue } from './expressions.ts';
import { KINDS, Scope } from './scope.ts';
import { fill } from './templates.ts';
import { FLOWS } from './themes/flows.ts';
import { MAPPINGS } from './themes/mappings.ts';
import { NUMBERS } from './themes/numbers.ts';
import { SEQUENCES } from './themes/sequences.ts';
import { TEXTS } from './themes/texts.ts';

const LOCALS = ['u', 'v', 'w', 'm', 'n'] as const;
// Expression statements without effect are left out of bodies, and what loops might make grow without end.
const BODY = [...SEQUENCES, ...SEQUENCES, ...MAPPINGS, ...FLOWS, ...TEXTS, ...NUMBERS].filter((template) =>
  / [-+|&]?= |append|insert|pop|del |try:|raise|clear|sort|update/.test(template),
);

export function indent(text: string): string {
  return text.replace(/^/gm, '    ');
}

/** A few random statements that share a scope. */
export function blockOf(s: Scope, most: number, depth = 1): string {
  const lines: string[] = [];
  const wanted = s.random.between(1, most);
  while (lines.length < wanted) {
    if (depth > 0 && s.random.oneIn(5)) lines.push(nested(s, depth - 1));
    else {
      const line = fill(s, s.random.pick(BODY));
      if (line !== null) lines.push(line);
    }
  }
  return lines.join('\n');
}

/** A compound statement around a block. */
export function nested(s: Scope, depth: number): string {
  const { random } = s;
  const body = (most: number): string => indent(blockOf(s, most, depth));
  const sort = random.below(8);
  switch (sort) {
    case 0:
      return `for ${s.bind(s.freshName(), 'int')} in range(${random.below(5)}):\n${body(3)}`;
    case 1:
      return `for ${s.bind(s.freshName(), 'list')} in [${anyValue(s, 0)}, ${anyValue(s, 0)}]:\n${body(3)}`;
    case 2:
      return `if ${anyValue(s, 0)}:\n${body(2)}\nelse:\n${body(2)}`;
    case 3:
      return `try:\n${body(3)}\nexcept Exception as ${s.freshName()}:\n${body(2)}`;
    case 4:
      return `try:\n${body(3)}\nexcept (TypeError, KeyError, IndexError, AttributeError):\n${body(1)}\nfinally:\n${body(2)}`;
    case 5:
      return `try:\n${body(2)}\nfinally:\n${body(1)}`;
    case 6:
      return `while not ${s.anyName() ?? '1'}:\n${body(2)}\n    break`;
    default:
      return `for i in range(3):\n${body(2)}\n    if i == ${random.below(3)}: ${random.pick(['break', 'continue'])}\nelse:\n${body(1)}`;
  }
}

/** A function with random locals, and how it is called. */
export function functionOf(s: Scope, name: string): { readonly text: string; readonly arity: number } {
  const { random } = s;
  const inner = new Scope(random, LOCALS);
  inner.classes.push(...s.classes);
  inner.functions.push(...s.functions.filter((one) => one.name !== name));
  const parameters = ['p', 'q'].slice(0, random.below(3));
  for (const parameter of parameters) inner.bind(parameter, random.pick(KINDS));
  const lines = [blockOf(inner, 6, 2)];
  if (random.oneIn(3)) lines.push(closure(inner, random));
  else if (random.oneIn(4)) lines.unshift(`${inner.anyName() ?? 'p'} = yield ${anyValue(inner, 0)}`);
  lines.push(`return ${anyValue(inner, 1)}`);
  const text = `def ${name}(${parameters.join(', ')}):\n${indent(lines.join('\n'))}`;
  return { text, arity: parameters.length };
}

function closure(s: Scope, random: Random): string {
  const free = s.anyName() ?? '1';
  return random.pick([
    `def inner(k=${free}):\n    return k, ${free}\nkept.append(inner)`,
    `def inner():\n    return [${free}, inner]\ninner()`,
    `${s.bind('w', 'list')} = [lambda: ${free} for i in range(2)]`,
    `def inner():\n    yield ${free}\n    yield inner\n${s.bind('w', 'list')} = next(inner())`,
  ]);
}
