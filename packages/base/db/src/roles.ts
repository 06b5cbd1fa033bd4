import type pg from 'pg';

/** What the application may do. Owns nothing, so row-level security holds for it. */
export const appRole = 'tongxin_app';
/** What may open the identity vault; taken for one statement at a time by the vault's own code. */
export const vaultRole = 'tongxin_vault';
/** Owns the job queue and nothing else. */
export const queueRole = 'tongxin_queue';
export const queueSchema = 'graphile_worker';
const loginRole = 'tongxin_login';

/** Makes the roles when they are missing. Safe to run again and from several places at once. */
export async function createRoles(client: pg.ClientBase): Promise<void> {
  for (const role of [appRole, vaultRole, queueRole]) await createRole(client, role);
  await client.query(`grant ${vaultRole} to ${appRole} with inherit false, set true`);
  await client.query(`grant ${queueRole} to ${appRole} with inherit false, set true`);
  await client.query(`grant usage on schema public to ${appRole}, ${vaultRole}, ${queueRole}`);
  await client.query(`create schema if not exists ${queueSchema} authorization ${queueRole}`);
}

async function createRole(client: pg.ClientBase, role: string): Promise<void> {
  await client.query(
    `do $$ begin create role ${role} nologin; exception when duplicate_object or unique_violation then null; end $$`,
  );
}

/**
 * Gives the application its rights on every table of a schema. Tables whose comment says `append-only` can be
 * read and added to, never changed: history is not the application's to rewrite.
 */
export async function grantSchema(
  client: pg.ClientBase,
  schema: string,
  { role, rights }: { role: string; rights: 'all' | 'read' | 'read-write' },
): Promise<void> {
  await client.query(`grant usage on schema ${schema} to ${role}`);
  const { rows } = await client.query<{ name: string; comment: string | null }>(
    `select c.relname as name, obj_description(c.oid) as comment
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = $1 and c.relkind in ('r', 'p')
      order by c.relname`,
    [schema],
  );
  for (const { name, comment } of rows) {
    const table = `${schema}."${name}"`;
    await client.query(`revoke all on ${table} from ${role}`);
    await client.query(`grant ${rightsOn(comment, rights)} on ${table} to ${role}`);
  }
  await client.query(`grant usage on all sequences in schema ${schema} to ${role}`);
}

function rightsOn(comment: string | null, rights: 'all' | 'read' | 'read-write'): string {
  if (rights === 'read') return 'select';
  return comment?.includes('append-only') ? 'select, insert' : 'select, insert, update, delete';
}

/**
 * Makes (or re-keys) the login that the application connects with, and returns its address.
 * It may only become the application's role: nothing it does runs with an owner's rights.
 */
export async function appLogin(client: pg.ClientBase, ownerUrl: string, password: string): Promise<string> {
  if (!/^[A-Za-z0-9_-]{16,}$/.test(password))
    throw new Error('the login password needs 16 letters or digits');
  await createRole(client, loginRole);
  await client.query(`alter role ${loginRole} login noinherit password '${password}'`);
  for (const role of [appRole, queueRole]) {
    await client.query(`grant ${role} to ${loginRole} with inherit false, set true`);
  }
  const url = new URL(ownerUrl);
  url.username = loginRole;
  url.password = password;
  return url.toString();
}
