import type { Context, Tx } from '@tongxin/db';
import { asc, eq } from 'drizzle-orm';
import { memberVisits, visitAsks } from '../schema.ts';
import { refuse } from './refuse.ts';

export type Inside = Context & { tx: Tx };

/** The visit's own row; whoever calls has locked its matter. Refuses: visits.not_found. */
export async function visitRow(tx: Tx, id: string) {
  const [row] = await tx
    .select({
      id: memberVisits.matterId,
      memberId: memberVisits.memberId,
      cityCode: memberVisits.cityCode,
      countyCode: memberVisits.countyCode,
    })
    .from(memberVisits)
    .where(eq(memberVisits.matterId, id))
    .limit(1);
  return row ?? refuse('visits.not_found');
}

export async function write(
  tx: Tx,
  id: string,
  values: Partial<typeof memberVisits.$inferInsert>,
): Promise<void> {
  await tx.update(memberVisits).set(values).where(eq(memberVisits.matterId, id));
}

/** To which visit a line belongs, which never changes. Refuses: visits.ask_not_found. */
export async function visitOfAsk(tx: Tx, askId: string): Promise<string> {
  const [row] = await tx
    .select({ visitId: visitAsks.visitId })
    .from(visitAsks)
    .where(eq(visitAsks.id, askId))
    .limit(1);
  return row?.visitId ?? refuse('visits.ask_not_found');
}

/** The lines of a visit in order; whoever calls has locked its matter. */
export async function asksOf(tx: Tx, visitId: string) {
  return tx
    .select({
      id: visitAsks.id,
      orderNo: visitAsks.orderNo,
      followsId: visitAsks.followsId,
      answeredAt: visitAsks.answeredAt,
    })
    .from(visitAsks)
    .where(eq(visitAsks.visitId, visitId))
    .orderBy(asc(visitAsks.orderNo))
    .limit(500);
}
