import { ActionButton } from '@tongxin/web/action-button';
import { useText } from '@tongxin/web/locale';
import type { ReactNode } from 'react';
import { shellText } from '../text/shell.ts';
import { Problem } from './Problem.tsx';
import type { Pages } from './pages.ts';
import { Waiting } from './Waiting.tsx';

export type Column<Row> = {
  title: string;
  show: (row: Row) => ReactNode;
  /** The cell that names the row: heading of its card on a narrow screen. */
  names?: boolean;
  number?: boolean;
};

type Props<Row> = {
  caption: string;
  columns: readonly Column<Row>[];
  pages: Pages<Row>;
  keyOf: (row: Row) => string;
  /** What to do when there is nothing. */
  empty: ReactNode;
};

/** A list that is a table where there is room and cards on a telephone. */
export function Listing<Row>({ caption, columns, pages, keyOf, empty }: Props<Row>) {
  const t = useText(shellText);
  if (pages.rows === undefined) {
    return pages.error ? <Problem error={pages.error} onRetry={pages.retry} /> : <Waiting />;
  }
  if (pages.rows.length === 0) return <div className="empty">{empty}</div>;
  return (
    <>
      <Rows caption={caption} columns={columns} rows={pages.rows} keyOf={keyOf} />
      {pages.error && <Problem error={pages.error} onRetry={pages.retry} />}
      {pages.more && (
        <p className="more">
          <ActionButton busy={pages.isFetchingMore} onClick={pages.more}>
            {pages.isFetchingMore ? t.loadingMore : t.more}
          </ActionButton>
        </p>
      )}
    </>
  );
}

type RowsProps<Row> = Omit<Props<Row>, 'pages' | 'empty'> & { rows: readonly Row[] };

/** The rows alone, for lists that come whole. The roles keep it a table when it is laid out as cards. */
export function Rows<Row>({ caption, columns, rows, keyOf }: RowsProps<Row>) {
  return (
    <table className="listing" role="table">
      <caption className="only-read-out">{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map(({ title, number }) => (
            <th key={title} role="columnheader" scope="col" className={number ? 'number' : undefined}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={keyOf(row)} role="row">
            {columns.map(({ title, show, names, number }) => (
              <td
                key={title}
                role="cell"
                data-title={title}
                className={[names ? 'names' : '', number ? 'number' : ''].join(' ').trim() || undefined}
              >
                {show(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
