import { ArrowRight, ChevronDown, SquareCode, Waypoints } from 'lucide-react';
import { memo, useMemo, useState } from 'react';
import type { HeapView, NamespaceView, ObjectView, Serial } from '../../heap/index.ts';
import { classes } from '../design/classes.ts';
import { Empty } from '../design/empty.tsx';
import { Repr } from '../design/repr.tsx';
import { useWords } from '../language/words.ts';
import { NOBODY, type OwnerLook, ownerLooks, stripe } from './owners.ts';
import { elsewhere, namespaceId } from './picture.ts';

export interface NamesAndFramesProps {
  readonly view: HeapView;
  readonly me?: string | null;
  readonly modules?: readonly string[];
  /** Whose statement is looked at: theirs stand open after one's own. */
  readonly author?: string | null;
  readonly selected: Serial | null;
  readonly onSelect: (serial: Serial) => void;
}

/** More namespaces than this do not stand open side by side: of a class only one's own, the others fold. */
const OPEN = 4;

/** The stack's side of the picture as a list: every namespace with its names and what they point to; mine first. */
export const NamesAndFrames = memo(function NamesAndFrames({
  view,
  me = null,
  modules,
  author = null,
  selected,
  onSelect,
}: NamesAndFramesProps) {
  const { heap } = useWords('heap');
  const [turned, setTurned] = useState<ReadonlyMap<string, boolean>>(new Map());
  const objects = useMemo(() => new Map(view.objects.map((object) => [object.serial, object])), [view]);
  const order = modules ?? view.namespaces.filter((each) => each.kind === 'module').map((each) => each.title);
  const looks = ownerLooks(order, me);
  const first = view.namespaces.filter((each) => each.module === me);
  const second = view.namespaces.filter((each) => each.module !== me && each.module === author);
  const others = view.namespaces.filter((each) => each.module !== me && each.module !== author);
  const few = view.namespaces.length <= OPEN;
  if (view.namespaces.length === 0) return <Empty title={heap.noNamesTitle}>{heap.noNamesText}</Empty>;
  return (
    <div className="flex flex-col gap-3 p-3">
      {[...first, ...second, ...others].map((namespace) => {
        const id = namespaceId(namespace);
        const open = turned.get(id) ?? (few || !others.includes(namespace));
        return (
          <Namespace
            key={id}
            namespace={namespace}
            open={open}
            onTurn={() => setTurned((old) => new Map(old).set(id, !open))}
            objects={objects}
            look={looks.get(namespace.module) ?? NOBODY}
            mine={namespace.kind === 'module' && namespace.title === me}
            selected={selected}
            onSelect={onSelect}
          />
        );
      })}
    </div>
  );
});

function Namespace({
  namespace,
  open,
  onTurn,
  objects,
  look,
  mine,
  selected,
  onSelect,
}: {
  readonly namespace: NamespaceView;
  readonly open: boolean;
  readonly onTurn: () => void;
  readonly objects: ReadonlyMap<Serial, ObjectView>;
  readonly look: OwnerLook;
  readonly mine: boolean;
  readonly selected: Serial | null;
  readonly onSelect: (serial: Serial) => void;
}) {
  const { heap } = useWords('heap');
  const Icon = namespace.kind === 'module' ? Waypoints : SquareCode;
  return (
    <section
      aria-label={(namespace.kind === 'module' ? heap.namesOf : heap.frameOf)(namespace.title)}
      className={classes(
        'relative overflow-hidden rounded-lg border bg-surface',
        mine ? 'border-mine' : 'border-line',
      )}
    >
      <span className="absolute inset-y-0 left-0 w-1" style={stripe(look)} />
      <h3 className="flex text-sm font-semibold">
        <button
          type="button"
          aria-expanded={open}
          onClick={onTurn}
          className={classes(
            'flex min-h-9 min-w-0 flex-1 cursor-pointer items-center gap-2 pr-3 pl-4 text-left -outline-offset-2',
            mine ? 'bg-mine-soft' : 'bg-sunken',
          )}
        >
          <Icon aria-hidden className="size-4 shrink-0 text-muted" />
          <span className="min-w-0 truncate">{namespace.title}</span>
          <span className="ml-auto shrink-0 text-xs font-normal text-muted">
            {namespace.kind === 'frame'
              ? heap.frameIn(namespace.module)
              : mine
                ? heap.myNames
                : open
                  ? heap.names
                  : heap.nameCount(namespace.names.length)}
          </span>
          <ChevronDown
            aria-hidden
            className={classes('size-4 shrink-0 text-muted transition-transform', !open && '-rotate-90')}
          />
        </button>
      </h3>
      {!open ? null : namespace.names.length === 0 ? (
        <p className="py-2 pr-3 pl-4 text-sm text-faint">{heap.noNames}</p>
      ) : (
        <ul>
          {namespace.names.map(({ name, target, module }) => {
            const object = objects.get(target);
            return (
              <li key={name} className="border-t border-line">
                <button
                  type="button"
                  aria-pressed={selected === target}
                  onClick={() => onSelect(target)}
                  className={classes(
                    'flex min-h-9 w-full cursor-pointer items-center gap-2 pr-3 pl-4 text-left font-mono text-sm -outline-offset-2 hover:bg-sunken',
                    selected === target && 'bg-accent-soft!',
                  )}
                >
                  <span className="max-w-[45%] shrink-0 truncate font-semibold">{name}</span>
                  <ArrowRight aria-label={heap.pointsTo} className="size-3.5 shrink-0 text-faint" />
                  <span className="min-w-0 flex-1 truncate text-muted">
                    <Repr text={object?.repr ?? elsewhere({ module })} />
                  </span>
                  {object === undefined || object.refcount === null ? null : (
                    <span className="shrink-0 font-sans text-xs text-faint tabular">
                      {heap.refs(object.refcount)}
                    </span>
                  )}
                </button>
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}
