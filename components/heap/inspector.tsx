import { MousePointerClick, Unlink } from 'lucide-react';
import type { ReactNode } from 'react';
import type { HeapView, ObjectView, Serial } from '../../heap/index.ts';
import { Badge } from '../design/badge.tsx';
import { classes } from '../design/classes.ts';
import { Empty } from '../design/empty.tsx';
import { Meter } from '../design/meter.tsx';
import { Generation } from './generation.tsx';
import { objectOf, type Referrer, referrers } from './referrers.ts';
import { grouped, hex } from './words.ts';

export interface ObjectInspectorProps {
  readonly view: HeapView;
  readonly serial: Serial | null;
  readonly onSelect: (serial: Serial) => void;
}

/** One object with its header as it lies in memory, what it holds and what holds it. */
export function ObjectInspector({ view, serial, onSelect }: ObjectInspectorProps) {
  if (serial === null) {
    return (
      <Empty icon={MousePointerClick} title="No object selected">
        Choose a card, a name or a row of the table to see its header, what it holds and what holds it.
      </Empty>
    );
  }
  const object = objectOf(view, serial);
  if (object === null) {
    return (
      <Empty icon={Unlink} title="This object is gone">
        Its memory was given back to its pool; another object may have the same address by now.
      </Empty>
    );
  }
  const holders = referrers(view, serial);
  return (
    <div className="flex flex-col gap-5 p-4">
      <header>
        <div className="flex flex-wrap items-center gap-2">
          <h3 className="text-base font-semibold">{object.type}</h3>
          {object.reachable ? null : <Badge tone="leaked">leaked</Badge>}
          {object.builtin ? <Badge>built in</Badge> : null}
          {object.internal ? <Badge>internal</Badge> : null}
          {object.finalized ? <Badge tone="dying">finalized</Badge> : null}
        </div>
        <p className="mt-1 font-mono text-sm wrap-anywhere">{object.repr}</p>
      </header>

      <dl className="overflow-hidden rounded-lg border border-line text-sm">
        {object.tracked || object.generation !== null ? (
          <Fact name="gc head" where="−16">
            <Generation object={object} />
          </Fact>
        ) : (
          <Fact name="gc head" where="−16">
            <span className="text-muted">not tracked by the collector</span>
          </Fact>
        )}
        <Fact name="ob_refcnt" where="+0">
          {object.refcount === null ? (
            <span className="text-muted">shared with the interpreter</span>
          ) : (
            <span
              key={object.refcount}
              className="inline-block font-mono text-lg font-semibold tabular animate-tick"
            >
              {grouped(object.refcount)}
            </span>
          )}
        </Fact>
        <Fact name="ob_type" where="+8">
          <span className="font-mono">{object.type}</span>
        </Fact>
        <Fact name="address">
          <span className="font-mono">{hex(object.address)}</span>
        </Fact>
        <Fact name="sys.getsizeof">
          <span className="tabular">{grouped(object.size)} bytes</span>
        </Fact>
        <Fact name="allocated by">
          {object.owner === null ? (
            <span className="text-muted">there from the start</span>
          ) : (
            <>
              {object.owner}
              <span className="text-muted">, statement {object.bornIn}</span>
            </>
          )}
        </Fact>
      </dl>

      {object.capacity === null ? null : (
        <div>
          <p className="mb-1.5 flex justify-between text-sm">
            <span className="font-medium">Room for items</span>
            <span className="text-muted tabular">
              {grouped(object.capacity.used)} used of {grouped(object.capacity.allocated)}
            </span>
          </p>
          <Meter
            value={object.capacity.used}
            max={object.capacity.allocated}
            label="Items used of allocated"
          />
        </div>
      )}

      <References title="Held by" empty="Nothing refers to it.">
        {holders.map((holder, at) => (
          // A holder may hold it several times under one label; the list has no other identity than its order.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <Reference key={at} {...held(holder)} onSelect={onSelect} />
        ))}
      </References>
      <References title="Holds" empty="It refers to nothing.">
        {object.slots.map((slot, at) => (
          <Reference
            // biome-ignore lint/suspicious/noArrayIndexKey: slots are identified by their position
            key={at}
            label={slot.label}
            object={objectOf(view, slot.target)}
            weak={slot.weak}
            onSelect={onSelect}
          />
        ))}
      </References>
    </div>
  );
}

function held(holder: Referrer): { label: string; object: ObjectView | null; weak: boolean } {
  return { label: holder.text, object: holder.holder, weak: holder.weak };
}

function Fact({
  name,
  where,
  children,
}: {
  readonly name: string;
  readonly where?: string;
  readonly children: ReactNode;
}) {
  return (
    <div className="flex min-h-9 items-center gap-3 border-b border-line px-3 py-1 last:border-0">
      <dt className="flex w-28 shrink-0 items-baseline gap-2 text-muted">
        {name}
        {where === undefined ? null : <span className="font-mono text-xs text-faint">{where}</span>}
      </dt>
      <dd className="min-w-0 flex-1 truncate">{children}</dd>
    </div>
  );
}

function References({
  title,
  empty,
  children,
}: {
  readonly title: string;
  readonly empty: string;
  readonly children: readonly ReactNode[];
}) {
  return (
    <section>
      <h4 className="mb-1 flex items-baseline gap-2 text-sm font-medium">
        {title} <span className="text-xs text-faint tabular">{children.length}</span>
      </h4>
      {children.length === 0 ? (
        <p className="text-sm text-muted">{empty}</p>
      ) : (
        <ul className="max-h-56 overflow-auto rounded-lg border border-line">{children}</ul>
      )}
    </section>
  );
}

function Reference({
  label,
  object,
  weak,
  onSelect,
}: {
  readonly label: string;
  readonly object: ObjectView | null;
  readonly weak: boolean;
  readonly onSelect: (serial: Serial) => void;
}) {
  const inside = (
    <>
      <span className={classes('shrink-0 truncate font-mono', object !== null && 'max-w-[50%] text-muted')}>
        {label}
      </span>
      {object === null ? null : (
        <>
          <span className="shrink-0 font-medium">{object.type}</span>
          <span className="min-w-0 flex-1 truncate font-mono text-muted">{object.repr}</span>
        </>
      )}
      {weak ? <Badge className="ml-auto">weak</Badge> : null}
    </>
  );
  const look = 'flex min-h-8 w-full items-center gap-2 px-3 text-left text-sm';
  return (
    <li className="border-b border-line last:border-0">
      {object === null ? (
        <span className={look}>{inside}</span>
      ) : (
        <button
          type="button"
          className={classes(look, 'cursor-pointer -outline-offset-2 hover:bg-sunken')}
          onClick={() => onSelect(object.serial)}
        >
          {inside}
        </button>
      )}
    </li>
  );
}
