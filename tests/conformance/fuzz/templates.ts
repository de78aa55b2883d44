/**
 * Fills the holes of a statement or expression template. `$list` is any expression of that kind, `$List` the name of
 * one that is bound (no such name, no text), `$new_list` a name that the template binds. The other holes: `$any` a
 * value of any kind, `$name` any bound name, `$small` 0…6, `$index` -4…6, `$count` 1…24, `$big` a number of many
 * digits, `$key` a stable key, `$Class` and `$Func` names of definitions.
 */
import { anyValue, stableKey, value } from './expressions.ts';
import { KINDS, type Kind, type Scope } from './scope.ts';

const BY_NAME: ReadonlyMap<string, Kind> = new Map(KINDS.map((kind) => [kind, kind]));

export function fill(s: Scope, template: string, depth = 1): string | null {
  let whole = true;
  const bound: [string, Kind][] = [];
  const text = template.replace(
    /\$(new_)?(\w+?)(?![a-zA-Z])/g,
    (match, fresh: string | undefined, hole: string, at: number) => {
      const kind = BY_NAME.get(hole.toLowerCase());
      if (fresh !== undefined && kind !== undefined) {
        const name = s.freshName();
        bound.push([name, kind]);
        return name;
      }
      const filled = fillHole(s, hole, kind, depth);
      if (filled === null) whole = false;
      return bracketed(filled ?? '', template.charAt(at - 1), template.charAt(at + match.length));
    },
  );
  if (!whole) return null;
  for (const [name, kind] of bound) s.bind(name, kind);
  return text;
}

/** What is called, indexed or an operand of more than `+` gets brackets where it is more than a name. */
function bracketed(text: string, before: string, next: string): string {
  const alone = /^[a-zA-Z_]\w*$/.test(text) || (!/[.[(]/.test(next) && !/[-~*]/.test(before));
  return alone ? text : `(${text})`;
}

function fillHole(s: Scope, hole: string, kind: Kind | undefined, depth: number): string | null {
  const { random } = s;
  if (kind !== undefined) return hole === kind ? value(s, kind, depth - 1) : s.named(kind);
  switch (hole) {
    case 'any':
      return anyValue(s, depth - 1);
    case 'name':
      return s.anyName() ?? '[]';
    case 'small':
      return String(random.below(7));
    case 'index':
      return String(random.between(-4, 6));
    case 'count':
      return String(random.between(1, 24));
    case 'big':
      return Array.from({ length: random.between(9, 40) }, () => random.between(1, 9)).join('');
    case 'key':
      return stableKey(s);
    case 'Class':
      return s.classes.length === 0 ? null : random.pick(s.classes).name;
    case 'Func':
      return s.functions.length === 0 ? null : random.pick(s.functions).name;
    default:
      throw new Error(`no hole is called ${hole}`);
  }
}
