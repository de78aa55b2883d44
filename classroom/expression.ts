import type { HeapView, NamespaceView, ObjectView, Serial } from '../heap/index.ts';
import { isLiteral } from './literal.ts';
import { isName } from './pythonName.ts';

/**
 * How a member writes an object: the shortest way from the names of their module along references that Python can
 * follow. Evaluating such an expression gives the object itself; tests evaluate them.
 */
export interface Expression {
  readonly text: string;
  /** Modules that have to be imported first: another member's names are read as `ana.a`. */
  readonly imports: readonly string[];
}

export type Reach = ReadonlyMap<Serial, Expression>;

/** The module that everybody may write to. */
export const BOARD = 'board';

/** References that are attributes of the same name. */
const ATTRIBUTES: ReadonlySet<string> = new Set([
  '__class__',
  '__base__',
  '__dict__',
  '__defaults__',
  '__kwdefaults__',
  '__closure__',
  '__func__',
  '__self__',
  '__callback__',
  '__traceback__',
  '__cause__',
  '__context__',
  'args',
  'cell_contents',
  'tb_next',
  'tb_frame',
]);
/** What a reference of these is called is the name of a local variable; no expression reads it. */
const OPAQUE: ReadonlySet<string> = new Set(['generator', 'frame', 'coroutine', 'async_generator']);
/** Reading the attribute of a class gives what is wrapped in these, or something new, not the object itself. */
const UNWRAPPED: ReadonlySet<string> = new Set(['staticmethod', 'classmethod', 'classmethod_descriptor']);

/** What the heap calls an item of a set, and a key of a dict. */
const IN_SET = 'key';
const IN_DICT = 'me_key';

/** Every object that an expression of this member reaches, with the expression of the fewest steps. */
export function reachFrom(view: HeapView, me: string): Reach {
  const objects = new Map(view.objects.map((object) => [object.serial, object]));
  const spaces = new Map<string, NamespaceView>();
  for (const each of view.namespaces) if (each.kind === 'module') spaces.set(each.title, each);
  const reach = new Map<Serial, Expression>();
  let edge: Serial[] = [];
  const take = (serial: Serial, expression: Expression) => {
    if (reach.has(serial) || !objects.has(serial)) return;
    reach.set(serial, expression);
    edge.push(serial);
  };
  const takeNames = (space: NamespaceView | undefined, prefix: string, imports: readonly string[]) => {
    for (const { name, target } of space?.names ?? [])
      if (isName(name)) take(target, { text: prefix + name, imports });
  };
  /** Everything that hangs on what was taken, nearest first. */
  const spread = () => {
    while (edge.length > 0) {
      const layer = edge;
      edge = [];
      for (const serial of layer) {
        const object = objects.get(serial);
        const from = reach.get(serial);
        if (object === undefined || from === undefined) continue;
        for (const { target, text } of steps(object, from.text, objects))
          take(target, { text, imports: from.imports });
      }
    }
  };
  const own = spaces.get(me);
  takeNames(own, '', []);
  /** Modules of the class are not among the objects; what they hold is reached through their names. */
  const takeModule = (space: NamespaceView) => {
    const expression = moduleExpression(space, own);
    if (space.object === null || expression === null) return;
    reach.set(space.object, expression);
    takeNames(space, `${expression.text}.`, expression.imports);
  };
  const board = spaces.get(BOARD);
  if (me !== BOARD && board !== undefined) takeModule(board);
  spread();
  for (const space of spaces.values()) {
    if (space.title === me || space.title === BOARD) continue;
    takeModule(space);
    spread();
  }
  return reach;
}

/** How a module of the class is written where these names are; null where it cannot be said. */
function moduleExpression(
  { title, object }: NamespaceView,
  own: NamespaceView | undefined,
): Expression | null {
  const bound = own?.names.find(({ name }) => name === title);
  if (bound === undefined && isName(title)) return { text: title, imports: title === BOARD ? [] : [title] };
  if (bound?.target === object) return { text: title, imports: [] };
  // A name of mine that is the same would be overwritten by the import.
  const other = own?.names.find(({ name, target }) => target === object && isName(name));
  return other === undefined ? null : { text: other.name, imports: [] };
}

/** The expressions that go one reference on. */
function steps(
  object: ObjectView,
  text: string,
  objects: ReadonlyMap<Serial, ObjectView>,
): { readonly target: Serial; readonly text: string }[] {
  if (OPAQUE.has(object.type)) return [];
  const out: { target: Serial; text: string }[] = [];
  const inside = /^[\w.[\]'"()]+$/.test(text) ? text : `(${text})`;
  let values = 0;
  let items = 0;
  for (const { label, target, weak } of object.slots) {
    const next = step(label, weak, object, objects.get(target));
    if (next !== null) out.push({ target, text: `${inside}${next}` });
    else if (label === IN_SET) out.push({ target, text: `list(${text})[${items}]` });
    else if (label === IN_DICT) out.push({ target, text: `list(${text})[${values}]` });
    // A key that no literal stands for: the value is still the n-th.
    else if (label.startsWith('[')) out.push({ target, text: `list(${inside}.values())[${values}]` });
    if (label === IN_SET) items++;
    if (label.startsWith('[')) values++;
  }
  return out;
}

function step(
  label: string,
  weak: boolean,
  object: ObjectView,
  target: ObjectView | undefined,
): string | null {
  if (weak) return label === 'wr_object' && object.type.endsWith('ReferenceType') ? '()' : null;
  if (label.startsWith('.')) {
    if (target === undefined || UNWRAPPED.has(target.type)) return null;
    return isName(label.slice(1)) ? label : null;
  }
  if (label.startsWith('[')) return isLiteral(label.slice(1, -1)) ? label : null;
  return ATTRIBUTES.has(label) ? `.${label}` : null;
}
