import type { ReactNode } from 'react';
import { useWords } from '../language/words.ts';
import { classes } from './classes.ts';

export interface Column<Row> {
  readonly id: string;
  readonly head: ReactNode;
  readonly cell: (row: Row) => ReactNode;
  readonly align?: 'left' | 'right';
  /** Left out on narrow screens. */
  readonly wideOnly?: boolean;
}

export interface DataTableProps<Row> {
  /** Read by screen readers; shown as well with `showCaption`. */
  readonly caption: string;
  readonly showCaption?: boolean;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string | number;
  readonly rowClass?: (row: Row) => string | false;
  readonly empty?: ReactNode;
}

/** Rows of facts; the first column heads its row. */
export function DataTable<Row>({
  caption,
  showCaption = false,
  columns,
  rows,
  rowKey,
  rowClass,
  empty,
}: DataTableProps<Row>) {
  const words = useWords('design').design;
  const cell = (column: Column<Row>) =>
    classes(
      'px-3 py-2 align-top first:pl-4 last:pr-4',
      column.align === 'right' ? 'text-right tabular' : 'text-left',
      column.wideOnly === true && 'max-sm:hidden',
    );
  return (
    // Positioned, so that what is only spoken in a column out of sight does not make the page wider.
    <div className="relative overflow-x-auto">
      <table className="w-full border-collapse text-sm">
        <caption className={showCaption ? 'px-4 py-2 text-left text-sm text-muted' : 'sr-only'}>
          {caption}
        </caption>
        <thead>
          <tr className="border-b border-line text-xs text-faint">
            {columns.map((column) => (
              <th key={column.id} scope="col" className={classes(cell(column), 'font-medium')}>
                {column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr
              key={rowKey(row)}
              className={classes(
                'border-b border-line last:border-0',
                rowClass === undefined ? false : rowClass(row),
              )}
            >
              {columns.map((column, index) =>
                index === 0 ? (
                  <th key={column.id} scope="row" className={classes(cell(column), 'font-medium')}>
                    {column.cell(row)}
                  </th>
                ) : (
                  <td key={column.id} className={cell(column)}>
                    {column.cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
          {rows.length === 0 ? (
            <tr>
              <td colSpan={columns.length} className="px-4 py-8 text-center text-muted">
                {empty ?? words.nothing}
              </td>
            </tr>
          ) : null}
        </tbody>
      </table>
    </div>
  );
}
