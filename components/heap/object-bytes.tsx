import type { BlockLayout, ByteRole, FieldView } from '../../heap/index.ts';
import { classes } from '../design/classes.ts';
import { useWords, type Words } from '../language/words.ts';
import { byteRows, ROW_BYTES } from './byte-rows.ts';
import { hex } from './words.ts';

const LOOKS: Readonly<Record<ByteRole, string>> = {
  gc: 'bg-sunken',
  refcount: 'bg-accent-soft font-semibold text-accent-ink',
  type: 'bg-accent-soft/60',
  field: 'bg-surface',
  content: 'bg-ink/10',
  room: 'bg-[repeating-linear-gradient(-45deg,var(--line)_0_3px,transparent_3px_7px)]',
  slack: 'bg-[radial-gradient(var(--line-strong)_1px,transparent_1px)] bg-size-[6px_6px] text-faint',
};

function place(block: BlockLayout, words: Words['inspector']): string {
  if (block.where === 'base') return words.base;
  if (block.where === 'K') return words.constants;
  if (block.where.startsWith('L')) return words.outside;
  const [arena = '', pool = '', number = ''] = block.where.split('.');
  return words.place(arena, pool, number);
}

function standing({ value }: FieldView, words: Words['inspector']): string | null {
  return value === null || typeof value === 'string' ? value : words.contents(value);
}

/** The blocks of an object, every byte to scale: 32 to a row. */
export function ObjectBytes({ blocks }: { readonly blocks: readonly BlockLayout[] }) {
  const { inspector: words } = useWords('inspector');
  const nameOf = ({ name, unnamed }: FieldView) => (unnamed === null ? name : words.unnamed[unnamed]);
  return (
    <div className="flex flex-col gap-3">
      {blocks.map((block) => (
        <figure key={block.address} className="min-w-0">
          <figcaption className="mb-1 flex flex-wrap items-baseline gap-x-2 text-sm">
            <span className="font-medium">{words.blocks[block.part]}</span>
            <span className="text-xs text-muted tabular">
              {words.blockSize(block.bytes, block.room)}, {place(block, words)},{' '}
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
                      title={words.field(nameOf(field), field.bytes, offset(field.offset))}
                    >
                      {first ? (
                        <>
                          <span className="block truncate">{nameOf(field)}</span>
                          <span className="block truncate text-muted">
                            {standing(field, words) ?? offset(field.offset)}
                            <span className="sr-only">
                              {words.fieldSpoken(field.bytes, offset(field.offset))}
                            </span>
                          </span>
                        </>
                      ) : null}
                    </span>
                  ))}
                </div>
                {row.cut === 0 ? null : (
                  <p className="border-t border-dashed border-edge bg-sunken px-1 text-center text-muted">
                    {words.moreBytes(row.cut)}
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
