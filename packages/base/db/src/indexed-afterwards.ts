import pg from 'pg';
import { schemaOf } from './migrate.ts';

/** What is about to be filled, and by whom the tables are owned. */
export type Filling = { ownerUrl: string; municipality: string; tables: readonly string[] };

/**
 * Runs `work`, which fills these tables of an empty municipality, while they have no index but those that hold a
 * rule (keys, uniqueness); the others are built afterwards in one go, also when `work` fails. Keeping a dozen of them
 * current with every write costs more than the writes (docs/adr/0018).
 */
export async function indexedAfterwards<T>(filling: Filling, work: () => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: filling.ownerUrl });
  await client.connect();
  try {
    const indexes = await plainIndexesOf(client, filling);
    for (const { name } of indexes) await client.query(`drop index ${name}`);
    try {
      return await work();
    } finally {
      for (const { definition } of indexes) await client.query(definition);
      for (const table of filling.tables)
        await client.query(`analyze ${schemaOf(filling.municipality)}.${pg.escapeIdentifier(table)}`);
    }
  } finally {
    await client.end();
  }
}

async function plainIndexesOf(
  client: pg.Client,
  { municipality, tables }: Filling,
): Promise<{ name: string; definition: string }[]> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `select format('%I.%I', space.nspname, built.relname) as name, pg_get_indexdef(built.oid) as definition
       from pg_index as index
       join pg_class as built on built.oid = index.indexrelid
       join pg_class as indexed on indexed.oid = index.indrelid
       join pg_namespace as space on space.oid = indexed.relnamespace
      where space.nspname = $1 and indexed.relname = any($2) and not index.indisunique and not index.indisexclusion
      order by built.relname`,
    [schemaOf(municipality), tables],
  );
  return rows;
}
