import { transact, type Context } from '@tongxin/db';
import { and, asc, eq, gt } from 'drizzle-orm';
import { issues } from '../schema.ts';
import { resealIdentity } from '../vault.ts';

export type Resealed = { seen: number; resealed: number; next: string | null };

/**
 * Encrypts contact details that lie under an older key again under the current one, so that the older key can be
 * destroyed. Works through matters by id from after `after`, at most `limit`; call again with `next` until it is
 * null. For the operator's command, as the clock: nobody reads anything.
 */
export async function resealIdentities(
  ctx: Context,
  { after, limit = 100 }: { after?: string | undefined; limit?: number },
): Promise<Resealed> {
  return transact(ctx, async (tx, inside) => {
    const rows = await tx
      .select({ matterId: issues.matterId })
      .from(issues)
      .where(and(eq(issues.contactKept, true), after === undefined ? undefined : gt(issues.matterId, after)))
      .orderBy(asc(issues.matterId))
      .limit(limit);
    let resealed = 0;
    for (const { matterId } of rows) if (await resealIdentity(tx, inside, matterId)) resealed += 1;
    return { seen: rows.length, resealed, next: rows.length < limit ? null : rows.at(-1)!.matterId };
  });
}
