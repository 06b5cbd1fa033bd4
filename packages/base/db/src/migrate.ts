import { fileURLToPath } from 'node:url';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import pg from 'pg';
import { appRole, createRoles, grantSchema, vaultRole } from './roles.ts';

const folder = (name: string) => fileURLToPath(new URL(`../migrations/${name}`, import.meta.url));

/** One municipality, one schema. `3307` lives in `m3307`. */
export function schemaOf(code: string): string {
  if (!/^[0-9]{4}$/.test(code)) throw new Error(`a municipality's code has four digits: ${code}`);
  return `m${code}`;
}

/** Residents' identities live apart from everything else that the municipality keeps. */
export function vaultOf(code: string): string {
  return `${schemaOf(code)}_vault`;
}

/**
 * Brings a database to the current form: reference tables that all cities read, the municipality's own schema,
 * and its identity vault. Forward only; runs again without effect. One process at a time per database.
 */
export async function migrateAll(ownerUrl: string, municipality: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query(`select pg_advisory_lock(hashtext('tongxin-migrate'))`);
    await client.query('create extension if not exists btree_gist schema public');
    await client.query('create extension if not exists pg_trgm schema public');
    await createRoles(client);
    await migrateSchema(client, { schema: 'public', name: 'reference' });
    const schema = schemaOf(municipality);
    const vault = vaultOf(municipality);
    await migrateSchema(client, { schema, name: 'municipality' });
    await migrateSchema(client, { schema: vault, name: 'vault' });
    await grantSchema(client, 'public', { role: appRole, rights: 'read-write' });
    await grantSchema(client, schema, { role: appRole, rights: 'read-write' });
    await grantSchema(client, vault, { role: vaultRole, rights: 'read-write' });
    await client.query(`grant usage on schema ${vault} to ${appRole}`);
  } finally {
    await client.end();
  }
}

async function migrateSchema(
  client: pg.Client,
  { schema, name }: { schema: string; name: string },
): Promise<void> {
  await client.query(`create schema if not exists ${schema}`);
  await client.query(`set search_path = ${schema === 'public' ? 'public' : `${schema}, public`}`);
  await migrate(drizzle(client), {
    migrationsFolder: folder(name),
    migrationsSchema: schema,
    migrationsTable: 'schema_migrations',
  });
  await client.query('reset search_path');
}
