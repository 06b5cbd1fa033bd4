import type { Forgetful } from '../forgetful.ts';

/** What every table of the city holds, as one text per table: rows and a sum over all of them. */
export type Stand = ReadonlyMap<string, string>;

/** Reads all tables of the city, the vault among them, within the transaction under way and past every wall. */
export async function standOf(forgetful: Forgetful): Promise<Stand> {
  const { rows: tables } = await forgetful.query(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
      where schemaname in ('m3307', 'm3307_vault', 'public') order by 1`,
  );
  const parts = tables.map(
    ({ name }: { name: string }) =>
      `select '${name}' as name, count(*) || ' rows ' || coalesce(sum(hashtextextended(t::text, 0)), 0) as holds from ${name} t`,
  );
  // The session's own user is the owner, whom no wall stops; back to the application's role afterwards.
  await forgetful.query('savepoint stand; set local role none');
  const { rows } = await forgetful.query(parts.join(' union all '));
  await forgetful.query('rollback to savepoint stand; release savepoint stand');
  return new Map(rows.map(({ name, holds }: { name: string; holds: string }) => [name, holds]));
}

/** The tables that hold something else than before. */
export function changedTables(before: Stand, after: Stand): string[] {
  return [...after].filter(([name, holds]) => before.get(name) !== holds).map(([name]) => name);
}
