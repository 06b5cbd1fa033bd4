import { system, type Actor } from '@tongxin/core';
import { sql } from 'drizzle-orm';
import type { Tx } from './municipality.ts';
import { scopeStatement, type Context } from './transact.ts';

/**
 * Runs `work` in the open transaction as the house itself: for what has to be known to take a step and is not the
 * actor's to see, such as whether the other residents have judged. What it reads must not reach the answer.
 */
export async function asSystem<T>(
  inside: Context & { tx: Tx },
  work: (house: Context & { tx: Tx }) => Promise<T>,
): Promise<T> {
  if (inside.isReading) throw new Error('the scope is changed in a transaction, not in a read');
  const scopeTo = (actor: Actor) => inside.tx.execute(sql.raw(scopeStatement(actor)));
  await scopeTo(system);
  try {
    return await work({ ...inside, actor: system });
  } finally {
    // After a failed statement the transaction is over, and its scope with it.
    await scopeTo(inside.actor).catch(() => undefined);
  }
}
