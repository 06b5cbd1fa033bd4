import type { KeyObject } from 'node:crypto';
import { transact, type Context, type Tx } from '@tongxin/db';
import { and, asc, desc, gt, lte, sql } from 'drizzle-orm';
import { firstHash, sealOf, signHead, type Head } from '../sealing.ts';
import { journalHeads, journalSeals } from '../schema.ts';
import { entryColumns, journal, settledPosition } from '../queries/entries.ts';

const batchSize = 2000;

/**
 * Seals the entries that can no longer change place: hashes each onto the one before it and signs the head.
 * Returns the new head, to be copied out of the house, or null when there was nothing to seal. At most one batch
 * of 2,000; call again until null. Two sealers at once: one of them finds the batch taken and seals nothing.
 */
export async function sealJournal(
  ctx: Context,
  privateKey: KeyObject,
): Promise<(Head & { signature: string }) | null> {
  return transact(ctx, async (tx) => {
    const last = await lastHead(tx);
    const settled = await settledPosition(tx);
    const entries = await tx
      .select(entryColumns)
      .from(journal)
      .where(and(gt(journal.position, last.upTo), lte(journal.position, settled)))
      .orderBy(asc(journal.position))
      .limit(batchSize);
    if (entries.length === 0) return null;
    let hash = last.hash;
    const seals = entries.map((entry) => {
      hash = sealOf(entry, hash);
      return { position: entry.position, hash };
    });
    const head = {
      upTo: entries.at(-1)!.position,
      entryCount: last.entryCount + BigInt(entries.length),
      hash,
    };
    const signed = { ...head, signature: signHead(head, privateKey) };
    await tx.insert(journalSeals).values(seals);
    await tx.insert(journalHeads).values({ ...signed, sealedAt: ctx.now() });
    return signed;
  });
}

async function lastHead(tx: Tx): Promise<Head> {
  // A hint that keeps two sealers apart; the primary key of the heads is what decides.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('journal-seal'))`);
  const [head] = await tx
    .select({ upTo: journalHeads.upTo, entryCount: journalHeads.entryCount, hash: journalHeads.hash })
    .from(journalHeads)
    .orderBy(desc(journalHeads.upTo))
    .limit(1);
  return head ?? { upTo: 0n, entryCount: 0n, hash: firstHash };
}
