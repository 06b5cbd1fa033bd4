import type { Tx } from '@tongxin/db';
import { desc, lt, sql } from 'drizzle-orm';
import { journal } from '../schema.ts';

export { journal };

/** Every column of an entry, by name: what is sealed is all of it. */
export const entryColumns = {
  matterId: journal.matterId,
  seq: journal.seq,
  position: journal.position,
  kind: journal.kind,
  move: journal.move,
  fromState: journal.fromState,
  toState: journal.toState,
  at: journal.at,
  recordedAt: journal.recordedAt,
  actorKind: journal.actorKind,
  accountId: journal.accountId,
  role: journal.role,
  unitId: journal.unitId,
  unitName: journal.unitName,
  reason: journal.reason,
  data: journal.data,
  cityCode: journal.cityCode,
  countyCode: journal.countyCode,
  townshipCode: journal.townshipCode,
};

/**
 * The position up to which nothing can appear any more. A transaction lasts at most five seconds (the
 * application's `transaction_timeout`); whoever drew a smaller position than an entry that began ten seconds ago
 * has therefore ended.
 */
export async function settledPosition(tx: Tx): Promise<bigint> {
  const [row] = await tx
    .select({ position: journal.position })
    .from(journal)
    .where(lt(journal.recordedAt, sql`now() - interval '10 seconds'`))
    .orderBy(desc(journal.position))
    .limit(1);
  return row?.position ?? 0n;
}
