import { getTableColumns, sql, type Column, type SQLChunk } from 'drizzle-orm';
import { PgArray, type PgTable } from 'drizzle-orm/pg-core';
import type { Tx } from './municipality.ts';

const rowsAtOnce = 2000;

/**
 * Writes many rows, thousands with one statement and one value: a value for each field costs more to build and to plan
 * than the rows cost to write. A field that some row names is written for all of them, as null where it is missing.
 * With `orNothing` a row that the database does not take beside another is left out. Returns how many were written.
 */
export async function insertRows<Table extends PgTable>(
  tx: Tx,
  table: Table,
  rows: readonly Table['$inferInsert'][],
  { orNothing = false } = {},
): Promise<number> {
  const named = Object.entries<Column>(getTableColumns(table)).filter(([name]) =>
    rows.some((row) => (row as Row)[name] !== undefined),
  );
  const columns = named.map(([, column]) => column);
  const otherwise = orNothing ? sql` on conflict do nothing` : sql``;
  let written = 0;
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    const part = rows.slice(from, from + rowsAtOnce).map((row) => fieldsOf(row as Row, named));
    const names = list(columns.map(({ name }) => sql.identifier(name)));
    const typed = list(columns.map((one) => sql`${sql.identifier(one.name)} ${sql.raw(one.getSQLType())}`));
    const given = sql`json_to_recordset(${JSON.stringify(part)}) as given (${typed})`;
    const { rowCount } = await tx.execute(
      sql`insert into ${table} (${names}) select ${names} from ${given}${otherwise}`,
    );
    written += rowCount ?? 0;
  }
  return written;
}

type Row = Readonly<Record<string, unknown>>;

function fieldsOf(row: Row, named: readonly (readonly [string, Column])[]): Row {
  return Object.fromEntries(
    named.map(([name, column]) => [column.name, writtenAs(column, row[name] ?? null)]),
  );
}

/** As the column is written in JSON: its own text, but for what is JSON itself and for lists. */
function writtenAs(column: Column, value: unknown): unknown {
  const isPlain = value === null || column.dataType === 'json' || column instanceof PgArray;
  return isPlain ? value : column.mapToDriverValue(value);
}

const list = (parts: SQLChunk[]) => sql.join(parts, sql`, `);
