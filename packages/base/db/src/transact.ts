import { scopeOf, type Actor } from '@tongxin/core';
import { drizzle } from 'drizzle-orm/node-postgres';
import type { PoolClient } from 'pg';
import { Connection } from './connection.ts';
import type { Municipality, Tx } from './municipality.ts';
import { isRetryable } from './sql-state.ts';

/** What every query and command gets: whose records, who asks, and what time it is. */
export type Context = {
  municipality: Municipality;
  actor: Actor;
  now: () => Temporal.Instant;
  /** Set inside `transact`, so that one command calling another joins the same transaction. */
  tx?: Tx;
  /** Set inside `read`, where each message has its scope anew. */
  isReading?: true;
  requestId?: string;
  /** The past is being told (an import, the demo's year): nobody is notified of what happened long ago. */
  retelling?: boolean;
  /** Secrets from configuration; absent where nothing is sealed or derived. */
  keys?: Keys;
};

/** What seals residents' identities and derives their PINs. Never in the database, never in a log. */
export type Keys = {
  vault: { current: string; keys: Readonly<Record<string, Uint8Array>> };
  receipt: Uint8Array;
  /** Finds accounts by their telephone; absent where nobody signs in. Stays with the backups. */
  telephone?: Uint8Array;
};

const attempts = 4;

/**
 * Runs `work` in one transaction whose row-level security scope is the actor's. Joins the transaction that is
 * already open, if any. A deadlock or serialization failure runs `work` again, at most three times more.
 */
export async function transact<T>(
  ctx: Context,
  work: (tx: Tx, inside: Context & { tx: Tx }) => Promise<T>,
): Promise<T> {
  if (ctx.tx !== undefined) return work(ctx.tx, { ...ctx, tx: ctx.tx });
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await attemptOnce(ctx, work);
    } catch (error) {
      if (attempt >= attempts || !isRetryable(error)) throw error;
    }
  }
}

async function attemptOnce<T>(
  ctx: Context,
  work: (tx: Tx, inside: Context & { tx: Tx }) => Promise<T>,
): Promise<T> {
  const client = await ctx.municipality.pool.connect();
  let broken: Error | undefined;
  let isGone = false;
  // Not waited for: it travels with the work's first statements.
  const begun = Promise.all([client.query('begin'), client.query(scopeStatement(ctx.actor))]);
  begun.catch((error: Error) => {
    // Work that has not begun as a transaction must not go on as something else.
    isGone = true;
    client.release(error);
  });
  try {
    const tx = builderOf(client);
    const result = await work(tx, { ...ctx, tx });
    await begun;
    await client.query('commit');
    return result;
  } catch (error) {
    broken = await rollBack(client);
    throw error;
  } finally {
    if (!isGone) client.release(broken);
  }
}

/**
 * Reads in the actor's row-level security scope; nothing can be written, and nothing read by another's (`asSystem`).
 * Statements that do not wait for one another (`Promise.all`) travel together, which costs hardly more than one
 * statement without a scope. Joins the transaction that is already open, if any.
 */
export async function read<T>(
  ctx: Context,
  work: (tx: Tx, inside: Context & { tx: Tx }) => Promise<T>,
): Promise<T> {
  if (ctx.tx !== undefined) return work(ctx.tx, { ...ctx, tx: ctx.tx });
  const client = await ctx.municipality.pool.connect();
  // A municipality that lends connections of another make reads in an ordinary transaction.
  if (!(client instanceof Connection)) {
    client.release();
    return transact(ctx, work);
  }
  client.beginEachWith({ name: 'scope', text: scoped, values: [scopeOf(ctx.actor).join(',')] });
  try {
    const tx = builderOf(client);
    return await work(tx, { ...ctx, tx, isReading: true });
  } finally {
    client.beginEachWith();
    client.release();
  }
}

// A prepared read has the one index it was written for; planning it anew each time costs more than running it.
const scoped = `select set_config('app.scope', $1, true), set_config('transaction_read_only', 'on', true),
  set_config('plan_cache_mode', 'force_generic_plan', true)`;

// One builder per connection: what it has prepared is there in the next transaction.
const builders = new WeakMap<PoolClient, Tx>();

function builderOf(client: PoolClient): Tx {
  let builder = builders.get(client);
  if (builder === undefined) builders.set(client, (builder = drizzle(client)));
  return builder;
}

/** SET takes no parameters, so every token is checked by form. */
export function scopeStatement(actor: Actor): string {
  const tokens = scopeOf(actor);
  for (const token of tokens) {
    if (!/^[a-z]*:?[0-9a-f-]*$/.test(token)) throw new Error('a scope token has an unknown form');
  }
  return `set local app.scope = '${tokens.join(',')}'`;
}

async function rollBack(client: PoolClient): Promise<Error | undefined> {
  try {
    await client.query('rollback');
    return undefined;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}
