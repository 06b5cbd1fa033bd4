import { DomainError } from '@tongxin/core';
import type { Tx } from '@tongxin/db';
import { eq, sql } from 'drizzle-orm';
import { nextTry, refusals, stillCounting, type Limit, type Refusal } from '../rules/index.ts';
import { signInThrottle } from '../schema.ts';

/** A place where tries are counted, and what is said when there were too many. */
export type Counted = { key: string; allowed: readonly Limit[]; refusal: Refusal };

/**
 * Counts one try everywhere, before what is tried is looked at, so that of many at once no more than allowed get
 * through. Counts it nowhere when one of the places is full; refuses with that place's code and `until`.
 */
export async function countTry(tx: Tx, now: Temporal.Instant, places: readonly Counted[]): Promise<void> {
  for (const { key, allowed, refusal } of places) {
    const tries = await lockTries(tx, key, now);
    const until = nextTry(allowed, tries, now);
    if (until !== null) throw new DomainError(refusal, refusals[refusal], { until: until.toString() });
    await tx
      .update(signInThrottle)
      .set({ tries: [...stillCounting(allowed, tries, now), now] })
      .where(eq(signInThrottle.key, key));
  }
}

/** The tries so far. The row is made when it is missing, and is locked either way. */
async function lockTries(tx: Tx, key: string, now: Temporal.Instant): Promise<Temporal.Instant[]> {
  const [row] = await tx
    .insert(signInThrottle)
    .values({ key, tries: [], lastTryAt: now })
    .onConflictDoUpdate({ target: signInThrottle.key, set: { lastTryAt: sql`excluded.last_try_at` } })
    .returning({ tries: signInThrottle.tries });
  return row?.tries ?? [];
}

/** A try that succeeded does not count: forgets all under `cleared`, and this one under `shared`. */
export async function forgetTries(
  tx: Tx,
  { cleared, shared, at }: { cleared: string; shared: string; at: Temporal.Instant },
): Promise<void> {
  await tx.delete(signInThrottle).where(eq(signInThrottle.key, cleared));
  await tx
    .update(signInThrottle)
    .set({ tries: sql`array_remove(${signInThrottle.tries}, ${at.toString()}::timestamptz)` })
    .where(eq(signInThrottle.key, shared));
}
