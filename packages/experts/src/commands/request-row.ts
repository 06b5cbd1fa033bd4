import { promise, type Context, type Tx } from '@tongxin/db';
import { advance, lockMatter, notFound, type Step } from '@tongxin/matters/commands';
import { matters } from '@tongxin/matters/schema';
import { eq } from 'drizzle-orm';
import { memberOf } from '../queries/people.ts';
import { expertMoves, expertWorkflow, type RequestMove, type RequestState } from '../rules/index.ts';
import { expertRequests } from '../schema.ts';

export type Inside = Context & { tx: Tx };

const columns = {
  personId: expertRequests.personId,
  memberId: expertRequests.memberId,
  visitOn: expertRequests.visitOn,
  cityCode: expertRequests.cityCode,
  countyCode: expertRequests.countyCode,
  townshipCode: expertRequests.townshipCode,
};

/**
 * Makes a move of a request, by an office or by the expert who is asked, and returns the request as it stood, locked
 * until the transaction ends. A unit whose turn it stays hears of what the expert did. Refuses: as advance.
 */
export async function moveRequest(inside: Inside, step: Omit<Step<RequestState, RequestMove>, 'follows'>) {
  const { tx } = inside;
  const before = await lockMatter(tx, step.matterId);
  const [row] = await tx
    .select(columns)
    .from(expertRequests)
    .where(eq(expertRequests.matterId, step.matterId))
    .limit(1);
  if (row === undefined) throw notFound();
  const me = row.memberId === null || !expertMoves.includes(step.move) ? null : await memberOf(inside);
  const asExpert = me !== null && me.id === row.memberId;
  await advance(inside, expertWorkflow, { ...step, follows: asExpert });
  if (asExpert) await tellOwner(inside, step.matterId, before.ownerUnitId);
  return { ...row, organisationId: before.organisationId };
}

/** The spine tells a unit when its turn comes; here it was the same unit's turn before. */
async function tellOwner(inside: Inside, matterId: string, unitBefore: string | null): Promise<void> {
  const [now] = await inside.tx
    .select({ unitId: matters.ownerUnitId })
    .from(matters)
    .where(eq(matters.id, matterId))
    .limit(1);
  const unitId = now?.unitId ?? null;
  if (unitId === null || unitId !== unitBefore || inside.retelling) return;
  await promise(inside.tx, { task: 'notice', payload: { event: 'turn', matterId, unitId } });
}

/** Writes what the request says now; whoever calls has locked its matter. */
export async function write(
  tx: Tx,
  id: string,
  values: Partial<typeof expertRequests.$inferInsert>,
): Promise<void> {
  await tx.update(expertRequests).set(values).where(eq(expertRequests.matterId, id));
}
