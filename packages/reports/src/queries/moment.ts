import { transact, type Context, type Tx } from '@tongxin/db';
import { sql } from 'drizzle-orm';

/**
 * Runs `work` so that all it reads is of one moment. Inside a transaction that is already open the caller has
 * chosen the moment.
 */
export async function atOneMoment<T>(
  ctx: Context,
  work: (tx: Tx, inside: Context & { tx: Tx }) => Promise<T>,
): Promise<T> {
  if (ctx.tx !== undefined) return transact(ctx, work);
  return transact(ctx, async (tx, inside) => {
    await tx.execute(sql`set transaction isolation level repeatable read, read only`);
    return work(tx, inside);
  });
}
