import { system, type Actor } from '@tongxin/core';
import { sql } from 'drizzle-orm';
import type { Tx } from './municipality.ts';
import { scopeStatement, type Context } from './transact.ts';

type Inside = Context & { tx: Tx };

/**
 * Runs `work` in the open transaction as the house itself: for what has to be known to take a step and is not the
 * actor's to see, such as whether the other residents have judged. What it reads must not reach the answer.
 */
export function asSystem<T>(inside: Inside, work: (house: Inside) => Promise<T>): Promise<T> {
  return asActor(inside, system, work);
}

/** The same as somebody else: for rows that go in as theirs, such as those of a resident whose words another one brings. */
export async function asActor<T>(
  inside: Inside,
  other: Actor,
  work: (asOther: Inside) => Promise<T>,
): Promise<T> {
  if (inside.isReading) throw new Error('the scope is changed in a transaction, not in a read');
  const scopeTo = (actor: Actor) => inside.tx.execute(sql.raw(scopeStatement(actor)));
  await scopeTo(other);
  try {
    return await work({ ...inside, actor: other });
  } finally {
    // After a failed statement the transaction is over, and its scope with it.
    await scopeTo(inside.actor).catch(() => undefined);
  }
}
