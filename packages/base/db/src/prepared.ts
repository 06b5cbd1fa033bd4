import { sql, type AnyColumn, type Placeholder, type SQL } from 'drizzle-orm';
import type { Db } from './municipality.ts';

const known = new WeakMap<object, Map<string, unknown>>();

/**
 * A statement that is built and named once per connection and then only run. Building a query costs more than
 * running it, so what runs with every request or every move is prepared (docs/adr/0018). The name is the statement's
 * for good: two statements never share one. Values come in through `sql.placeholder`.
 */
export function prepared<T>(db: Db, name: string, build: (db: Db, name: string) => T): T {
  let statements = known.get(db);
  if (statements === undefined) known.set(db, (statements = new Map()));
  let statement = statements.get(name) as T | undefined;
  if (statement === undefined) statements.set(name, (statement = build(db, name)));
  return statement;
}

/** A placeholder for each of these columns, under the column's name: what a prepared insert takes its values by. */
export function placeholders<const Name extends string>(...names: Name[]): Record<Name, Placeholder<Name>> {
  return Object.fromEntries(names.map((name) => [name, sql.placeholder(name)])) as Record<
    Name,
    Placeholder<Name>
  >;
}

/** The same for the columns that a prepared update sets: each takes the value of its name, as the column writes it. */
export function given<Table, const Name extends keyof Table & string>(
  table: Table,
  ...names: Name[]
): Record<Name, SQL> {
  const value = (name: Name) => sql`${sql.param(sql.placeholder(name), table[name] as unknown as AnyColumn)}`;
  return Object.fromEntries(names.map((name) => [name, value(name)])) as Record<Name, SQL>;
}
