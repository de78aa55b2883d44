import { BOARD } from '../../classroom/expression.ts';
import { freeName } from '../../classroom/pythonName.ts';
import type { NamespaceView, ObjectView } from '../../heap/index.ts';
import {
  NOT_REACHED,
  type Note,
  nameIt,
  remove,
  room,
  type Said,
  type Speaker,
  type Spot,
} from './statements.ts';

/** What can be done to an object or a set of names: the content of its menu, wherever the menu stands. */
export type Subject =
  | { readonly kind: 'object'; readonly object: ObjectView }
  | { readonly kind: 'namespace'; readonly namespace: NamespaceView };

export interface LineAction {
  readonly label: string;
  readonly spot: Spot;
  /** What takes the reference away. */
  readonly removal: Said;
}

export interface Actions {
  /** How I write it; null where I cannot. */
  readonly expression: string | null;
  /** References that an assignment can change. */
  readonly lines: readonly LineAction[];
  /** Lines beyond those that a menu can list. */
  readonly more: number;
  /** One more reference. */
  readonly fresh: Spot | null;
  /** A name of mine for it. */
  readonly naming: Said | null;
  /** Why nothing of it can be changed, where that is so. */
  readonly note: Note | null;
}

const LISTED = 12;

export function actionsOf(subject: Subject, speaker: Speaker): Actions {
  return subject.kind === 'object'
    ? objectActions(subject.object, speaker)
    : namespaceActions(subject.namespace, speaker);
}

function objectActions(object: ObjectView, speaker: Speaker): Actions {
  const found = speaker.reach.get(object.serial);
  if (found === undefined)
    return { expression: null, lines: [], more: 0, fresh: null, naming: null, note: NOT_REACHED };
  const imported = found.imports.length === 0 ? '' : `import ${found.imports.join(', ')}; `;
  const all = object.slots.flatMap(({ label }): LineAction[] => {
    const spot: Spot = { kind: 'slot', holder: object.serial, label };
    const removal = remove(speaker, spot);
    return 'source' in removal ? [{ label, spot, removal }] : [];
  });
  const spot = room(object);
  return {
    expression: `${imported}${found.text}`,
    lines: all.slice(0, LISTED),
    more: Math.max(0, all.length - LISTED),
    fresh: spot,
    naming: nameIt(speaker, object.serial),
    note: spot === null && all.length === 0 ? { kind: 'unchanged' } : null,
  };
}

function namespaceActions(namespace: NamespaceView, speaker: Speaker): Actions {
  const { module, kind, names } = namespace;
  const mine = kind === 'module' && (module === speaker.me || module === BOARD);
  if (!mine) {
    const note: Note = kind === 'frame' ? { kind: 'frame' } : { kind: 'namesOf', module };
    return { expression: null, lines: [], more: 0, fresh: null, naming: null, note };
  }
  const lines = names.map(({ name }): LineAction => {
    const spot: Spot = { kind: 'name', module, name };
    return { label: name, spot, removal: remove(speaker, spot) };
  });
  const name = freeName([...names.map((each) => each.name), speaker.me, BOARD]);
  return {
    expression: null,
    lines: lines.slice(0, LISTED),
    more: Math.max(0, lines.length - LISTED),
    fresh: { kind: 'name', module, name },
    naming: null,
    note: null,
  };
}
