import { MousePointerClick, Unlink } from 'lucide-react';
import { type ReactNode, useMemo } from 'react';
import {
  byteLayout,
  type HeapView,
  type HolderView,
  lifelineOf,
  type ObjectView,
  objectOfStart,
  type Serial,
} from '../../heap/index.ts';
import { Badge } from '../design/badge.tsx';
import { Empty } from '../design/empty.tsx';
import { Meter } from '../design/meter.tsx';
import { Repr } from '../design/repr.tsx';
import { useWords } from '../language/words.ts';
import { type HeapSource, pointOfStatement } from '../time/heap-source.ts';
import { CountStory } from './count-story.tsx';
import { Generation } from './generation.tsx';
import { ObjectBytes } from './object-bytes.tsx';
import { ObjectLife } from './object-life.tsx';
import { Reference, References } from './references.tsx';
import { objectOf, type Referrer, referrers } from './referrers.ts';
import { hex } from './words.ts';

export interface ObjectInspectorProps {
  readonly view: HeapView;
  readonly serial: Serial | null;
  readonly onSelect: (serial: Serial) => void;
  /** The machine behind the view and its past: bytes, lifeline and story come from it. */
  readonly source?: HeapSource | undefined;
  /** While the class predicts, nothing says why an object is alive. */
  readonly secret?: boolean;
  /** There is one author only. */
  readonly single?: boolean;
}

/** One object with its bytes as they lie in memory, what it holds and what holds it, and its story. */
export function ObjectInspector({
  view: shown,
  serial,
  onSelect,
  source,
  secret = false,
  single = false,
}: ObjectInspectorProps) {
  const { inspector: words, heap, numbers } = useWords('inspector', 'heap', 'numbers');
  // The map of memory leads to objects that no picture shows.
  const view = useMemo(() => {
    if (serial === null || source === undefined || objectOf(shown, serial) !== null) return shown;
    const whole = source.machine.inspect({ internals: true });
    return secret
      ? { ...whole, objects: whole.objects.map((object) => ({ ...object, reachable: true })) }
      : whole;
  }, [shown, serial, source, secret]);
  if (serial === null) {
    return (
      <Empty icon={MousePointerClick} title={words.none}>
        {words.noneText}
      </Empty>
    );
  }
  const object = objectOf(view, serial);
  if (object === null) {
    const old = source === undefined ? null : objectOfStart(source.machine, serial);
    if (old !== null) return <OfStart object={old} />;
    return (
      <Empty icon={Unlink} title={words.gone}>
        {words.goneText}
      </Empty>
    );
  }
  const holders = referrers(view, serial);
  const blocks = source === undefined ? null : byteLayout(source.machine, serial, object.address);
  const life = source === undefined || secret ? null : lifelineOf(source.machine, serial, object.address);
  return (
    <div className="flex flex-col gap-5 p-4">
      <header>
        <div className="flex flex-wrap items-center gap-2">
          <h3 className="text-base font-semibold">{object.type}</h3>
          {object.reachable ? null : <Badge tone="leaked">{heap.leaked}</Badge>}
          {object.builtin ? <Badge>{words.builtin}</Badge> : null}
          {object.internal ? <Badge>{words.internal}</Badge> : null}
          {object.finalized ? <Badge tone="dying">{words.finalized}</Badge> : null}
        </div>
        <p className="mt-1 font-mono text-sm wrap-anywhere">
          <Repr text={object.repr} />
        </p>
      </header>

      <dl className="overflow-hidden rounded-lg border border-line text-sm">
        <Fact name={words.references}>
          {object.refcount === null ? (
            <span className="text-muted">{words.shared}</span>
          ) : (
            <span
              key={object.refcount}
              className="inline-block font-mono text-lg font-semibold tabular animate-tick"
            >
              {numbers.whole(object.refcount)}
            </span>
          )}
        </Fact>
        <Fact name={words.generation}>
          {object.tracked || object.generation !== null ? (
            <Generation object={object} />
          ) : (
            <span className="text-muted">{words.untracked}</span>
          )}
        </Fact>
        <Fact name="sys.getsizeof">
          <span className="tabular">{words.bytes(object.size)}</span>
        </Fact>
        <Fact name={words.address}>
          <span className="font-mono">{hex(object.address)}</span>
        </Fact>
        <Fact name={words.allocatedBy}>
          <Birth object={object} source={source} />
        </Fact>
      </dl>

      {life === null || life.kind === 'gone' ? null : (
        <Part title={life.kind === 'leaked' ? words.whyDead : words.whyAlive}>
          <ObjectLife life={life} selected={serial} onSelect={onSelect} />
        </Part>
      )}

      {blocks === null ? (
        <Capacity object={object} />
      ) : (
        <Part title={words.itsBytes}>
          <ObjectBytes blocks={blocks} />
        </Part>
      )}

      <References title={words.heldBy} empty={words.heldByNone}>
        {holders.map((holder, at) => (
          // A holder may hold it several times under one label; the list has no other identity than its order.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <Reference key={at} {...held(holder)} onSelect={onSelect} />
        ))}
      </References>
      <References title={words.holds} empty={words.holdsNone}>
        {object.slots.map((slot, at) => (
          <Reference
            // biome-ignore lint/suspicious/noArrayIndexKey: slots are identified by their position
            key={at}
            label={slot.label}
            object={objectOf(view, slot.target)}
            module={slot.module}
            weak={slot.weak}
            onSelect={onSelect}
          />
        ))}
      </References>
      {source === undefined || object.builtin ? null : (
        <Part title={words.story}>
          <CountStory object={object} source={source} single={single} />
        </Part>
      )}
    </div>
  );
}

/** The map of memory also leads to what the interpreter has had from the start. */
function OfStart({ object }: { readonly object: HolderView }) {
  const { inspector: words } = useWords('inspector');
  return (
    <div className="flex flex-col gap-2 p-4">
      <div className="flex flex-wrap items-center gap-2">
        <h3 className="text-base font-semibold">{object.type}</h3>
        <Badge>{words.internal}</Badge>
      </div>
      <p className="font-mono text-sm wrap-anywhere">
        <Repr text={object.repr} />
      </p>
      <p className="text-sm text-muted">{words.ofStart}</p>
    </div>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section aria-label={title}>
      <h4 className="mb-1 text-sm font-medium">{title}</h4>
      {children}
    </section>
  );
}

/** Whose statement made it, and which; pressed, it leads there. */
function Birth({ object, source }: { readonly object: ObjectView; readonly source: HeapSource | undefined }) {
  const { inspector: words } = useWords('inspector');
  if (object.owner === null) return <span className="text-muted">{words.fromStart}</span>;
  const point = source === undefined ? null : pointOfStatement(source.history, object.bornIn);
  if (point === null || source === undefined)
    return (
      <>
        {object.owner}
        <span className="text-muted">{words.statement(object.bornIn)}</span>
      </>
    );
  return (
    <button
      type="button"
      onClick={() => source.goTo(point.id)}
      className="flex max-w-full cursor-pointer items-baseline gap-2 rounded text-left hover:underline"
    >
      <span className="shrink-0">{object.owner}</span>
      <span className="min-w-0 truncate font-mono text-muted">{point.source.split('\n')[0]}</span>
    </button>
  );
}

function Capacity({ object }: { readonly object: ObjectView }) {
  const { inspector: words } = useWords('inspector');
  if (object.capacity === null) return null;
  const { used, allocated } = object.capacity;
  return (
    <div>
      <p className="mb-1.5 flex justify-between text-sm">
        <span className="font-medium">{words.room}</span>
        <span className="text-muted tabular">{words.roomUsed(used, allocated)}</span>
      </p>
      <Meter value={used} max={allocated} label={words.roomMeter} />
    </div>
  );
}

function held(holder: Referrer): { label: string; object: ObjectView | null; weak: boolean } {
  return { label: holder.text, object: holder.holder, weak: holder.weak };
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className="flex min-h-9 items-center gap-3 border-b border-line px-3 py-1 last:border-0">
      <dt className="w-28 shrink-0 text-muted">{name}</dt>
      <dd className="min-w-0 flex-1 truncate">{children}</dd>
    </div>
  );
}
