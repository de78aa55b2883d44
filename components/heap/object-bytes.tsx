import type { BlockLayout, ByteRole } from '../../heap/index.ts';
import { classes } from '../design/classes.ts';
import { byteRows, ROW_BYTES } from './byte-rows.ts';
import { grouped, hex } from './words.ts';

const LOOKS: Readonly<Record<ByteRole, string>> = {
  gc: 'bg-sunken',
  refcount: 'bg-accent-soft font-semibold text-accent-ink',
  type: 'bg-accent-soft/60',
  field: 'bg-surface',
  content: 'bg-ink/10',
  room: 'bg-[repeating-linear-gradient(-45deg,var(--line)_0_3px,transparent_3px_7px)]',
  slack: 'bg-[radial-gradient(var(--line-strong)_1px,transparent_1px)] bg-size-[6px_6px] text-faint',
};

const TITLES = {
  object: 'The object',
  items: 'Its items, a block of their own',
  keys: 'Its table, a block of its own',
  'shared keys': 'Names that its instances share',
  values: 'Its attributes, a block of their own',
  table: 'Its table, a block of its own',
  text: 'Its text, a block of its own',
  state: 'Its own data, a block of no bytes',
  callback: 'A function to call at the end, a block of its own',
} as const;

function place(block: BlockLayout): string {
  if (block.where === 'base') return 'made with the interpreter';
  if (block.where === 'K') return 'kept with the compiled code';
  if (block.where.startsWith('L')) return 'outside the pools, above 512 bytes';
  const [arena = '', pool = '', number = ''] = block.where.split('.');
  return `arena ${arena}, pool ${pool}, block ${number}`;
}

/** The blocks of an object, every byte to scale: 32 to a row. */
export function ObjectBytes({ blocks }: { readonly blocks: readonly BlockLayout[] }) {
  return (
    <div className="flex flex-col gap-3">
      {blocks.map((block) => (
        <figure key={block.address} className="min-w-0">
          <figcaption className="mb-1 flex flex-wrap items-baseline gap-x-2 text-sm">
            <span className="font-medium">{TITLES[block.part]}</span>
            <span className="text-xs text-muted tabular">
              {grouped(block.bytes)} bytes
              {block.room > block.bytes ? ` in a block of ${grouped(block.room)}` : ''}, {place(block)},{' '}
              <span className="font-mono">{hex(block.address)}</span>
            </span>
          </figcaption>
          <ol className="overflow-hidden rounded-md border border-edge font-mono text-[0.6875rem] leading-4">
            {byteRows(block.fields).map((row) => (
              <li key={row.offset} className="border-b border-edge last:border-0">
                <div className="flex min-h-8">
                  {row.segments.map(({ field, bytes, first }) => (
                    <span
                      key={field.offset}
                      className={classes(
                        'min-w-0 overflow-hidden border-r border-edge px-1 py-0.5 last:border-0',
                        LOOKS[field.role],
                      )}
                      style={{ width: `${(100 * bytes) / ROW_BYTES}%` }}
                      title={`${field.name}, ${grouped(field.bytes)} bytes at ${offset(field.offset)}`}
                    >
                      {first ? (
                        <>
                          <span className="block truncate">{field.name}</span>
                          <span className="block truncate text-muted">
                            {field.value ?? offset(field.offset)}
                            <span className="sr-only">
                              , {grouped(field.bytes)} bytes at {offset(field.offset)}
                            </span>
                          </span>
                        </>
                      ) : null}
                    </span>
                  ))}
                </div>
                {row.cut === 0 ? null : (
                  <p className="border-t border-dashed border-edge bg-sunken px-1 text-center text-muted">
                    {grouped(row.cut)} bytes more
                  </p>
                )}
              </li>
            ))}
          </ol>
        </figure>
      ))}
    </div>
  );
}

function offset(value: number): string {
  return value < 0 ? `−${-value}` : `+${value}`;
}
