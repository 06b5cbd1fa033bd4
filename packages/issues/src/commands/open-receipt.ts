import type { Context } from '@tongxin/db';
import { eq, or, isNull, lte, and, sql } from 'drizzle-orm';
import { isPin } from '../pin.ts';
import { pinLockMinutes, wrongPins, type OpenReceipt } from '../rules/index.ts';
import { receipts } from '../schema.ts';
import { keysOf } from '../vault.ts';
import { refuse } from './issue-row.ts';

/**
 * The matter that this receipt and PIN open. An unknown receipt and a wrong PIN get the same answer. Each try is
 * counted before it is looked at, so that two hundred at once get five like one after another; the fifth wrong one
 * locks the receipt for 15 minutes. Refuses: issues.receipt_or_pin, issues.receipt_locked.
 */
export async function openReceipt(
  ctx: Context,
  { receipt, pin }: OpenReceipt,
): Promise<{ matterId: string }> {
  const counted = await countTry(ctx, receipt);
  if (counted === undefined && (await isKnown(ctx, receipt))) throw refuse('issues.receipt_locked');
  const right = await isPin(keysOf(ctx), receipt, pin, counted?.pinHash ?? null);
  if (!right || counted === undefined) throw refuse('issues.receipt_or_pin');
  await ctx.municipality.db
    .update(receipts)
    .set({ wrongTries: 0, lockedUntil: null })
    .where(eq(receipts.receipt, receipt));
  return { matterId: counted.matterId };
}

/** Takes one try; none is left while the receipt is locked. A lock that has run out begins again at one. */
async function countTry(ctx: Context, receipt: string) {
  const now = ctx.now();
  const lockedUntil = now.add({ minutes: pinLockMinutes }).toString();
  const tries = sql`case when ${receipts.lockedUntil} is null then ${receipts.wrongTries} + 1 else 1 end`;
  const [row] = await ctx.municipality.db
    .update(receipts)
    .set({
      wrongTries: tries,
      lockedUntil: sql`case when ${tries} >= ${wrongPins} then ${lockedUntil}::timestamptz end`,
    })
    .where(
      and(eq(receipts.receipt, receipt), or(isNull(receipts.lockedUntil), lte(receipts.lockedUntil, now))),
    )
    .returning({ matterId: receipts.matterId, pinHash: receipts.pinHash });
  return row;
}

async function isKnown(ctx: Context, receipt: string): Promise<boolean> {
  const rows = await ctx.municipality.db
    .select({ receipt: receipts.receipt })
    .from(receipts)
    .where(eq(receipts.receipt, receipt))
    .limit(1);
  return rows.length > 0;
}
