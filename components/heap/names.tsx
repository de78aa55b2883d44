import { ArrowRight, SquareCode, Waypoints } from 'lucide-react';
import { memo, useMemo } from 'react';
import type { HeapView, NamespaceView, ObjectView, Serial } from '../../heap/index.ts';
import { classes } from '../design/classes.ts';
import { Empty } from '../design/empty.tsx';
import { Repr } from '../design/repr.tsx';
import { useWords } from '../language/words.ts';
import { NOBODY, type OwnerLook, ownerLooks, stripe } from './owners.ts';
import { namespaceId } from './picture.ts';

export interface NamesAndFramesProps {
  readonly view: HeapView;
  readonly me?: string | null;
  readonly modules?: readonly string[];
  readonly selected: Serial | null;
  readonly onSelect: (serial: Serial) => void;
}

/** The stack's side of the picture as a list: every namespace with its names and what they point to; mine first. */
export const NamesAndFrames = memo(function NamesAndFrames({
  view,
  me = null,
  modules,
  selected,
  onSelect,
}: NamesAndFramesProps) {
  const { heap } = useWords('heap');
  const objects = useMemo(() => new Map(view.objects.map((object) => [object.serial, object])), [view]);
  const order = modules ?? view.namespaces.filter((each) => each.kind === 'module').map((each) => each.title);
  const looks = ownerLooks(order, me);
  const mine = view.namespaces.filter((each) => each.module === me);
  const others = view.namespaces.filter((each) => each.module !== me);
  if (view.namespaces.length === 0) return <Empty title={heap.noNamesTitle}>{heap.noNamesText}</Empty>;
  return (
    <div className="flex flex-col gap-3 p-3">
      {[...mine, ...others].map((namespace) => (
        <Namespace
          key={namespaceId(namespace)}
          namespace={namespace}
          objects={objects}
          look={looks.get(namespace.module) ?? NOBODY}
          mine={namespace.kind === 'module' && namespace.title === me}
          selected={selected}
          onSelect={onSelect}
        />
      ))}
    </div>
  );
});

function Namespace({
  namespace,
  objects,
  look,
  mine,
  selected,
  onSelect,
}: {
  readonly namespace: NamespaceView;
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
      <h3
        className={classes(
          'flex min-h-9 items-center gap-2 pr-3 pl-4 text-sm font-semibold',
          mine ? 'bg-mine-soft' : 'bg-sunken',
        )}
      >
        <Icon aria-hidden className="size-4 text-muted" />
        <span className="min-w-0 truncate">{namespace.title}</span>
        <span className="ml-auto text-xs font-normal text-muted">
          {namespace.kind === 'frame' ? heap.frameIn(namespace.module) : mine ? heap.myNames : heap.names}
        </span>
      </h3>
      {namespace.names.length === 0 ? (
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
                    <Repr text={object?.repr ?? (module === undefined ? '…' : `module ${module}`)} />
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
