import { holds, isId, type Role } from '@tongxin/core';
import { transact, type Context } from '@tongxin/db';
import { desc, eq, gt, min, sql } from 'drizzle-orm';
import { z } from 'zod';
import { notFound } from '../commands/facts.ts';
import { placeOf } from '../rules/index.ts';
import { journal, journalHeads, matters } from '../schema.ts';
import { getMatter } from './chain.ts';
import { listHistory, listReadings } from './history.ts';

/** Offices and auditors of the ground; a department learns nothing of who asked for the resident. */
export const readingReaders = [
  'host',
  'county_office',
  'city_office',
  'auditor',
] as const satisfies readonly Role[];

/** Which offices opened the resident's words, photos or identity, newest first. Refuses: matters.not_found. */
export async function readingsOf(ctx: Context, { id }: { id: string }) {
  return transact(ctx, async (_tx, inside) => {
    const matter = await getMatter(inside, id);
    if (holds(inside.actor, readingReaders, placeOf(matter)) === undefined) throw notFound();
    return listReadings(inside, id);
  });
}

/** A receipt, a session's or a line's number, as people copy it; or the id that links carry. */
export const FindHistory = z.strictObject({
  number: z
    .string()
    .trim()
    .min(1)
    .max(60)
    .regex(/^\P{Cc}+$/u),
});
export type FindHistory = z.infer<typeof FindHistory>;

/**
 * The whole history of one matter with every reading, found by its number: for whoever audits its ground. No words of
 * a resident are in it. Refuses: matters.not_found.
 */
export async function findHistory(ctx: Context, { number }: FindHistory) {
  return transact(ctx, async (tx, inside) => {
    const [matter] = await tx
      .select({
        id: matters.id,
        kind: matters.kind,
        number: matters.number,
        state: matters.state,
        cityCode: matters.cityCode,
        countyCode: matters.countyCode,
        townshipCode: matters.townshipCode,
        villageCode: matters.villageCode,
        organisationId: matters.organisationId,
        ownerUnitId: matters.ownerUnitId,
        handlerUnitId: matters.handlerUnitId,
        openedAt: matters.openedAt,
        closedAt: matters.closedAt,
      })
      .from(matters)
      .where(isId(number) ? eq(matters.id, number) : eq(matters.number, number.toUpperCase()))
      .limit(1);
    if (matter === undefined || holds(inside.actor, ['auditor'], placeOf(matter)) === undefined)
      throw notFound();
    const { id, kind, state, townshipCode, openedAt, closedAt } = matter;
    return {
      matter: { id, kind, number: matter.number, state, townshipCode, openedAt, closedAt },
      history: await listHistory(inside, id),
      readings: await listReadings(inside, id),
    };
  });
}

/** How far the journal is sealed: the last signed head, how many entries have come since, and the first of them. */
export async function sealStanding(ctx: Context) {
  const { db } = ctx.municipality;
  const [head] = await db
    .select({
      upTo: journalHeads.upTo,
      entryCount: sql<string>`${journalHeads.entryCount}::text`,
      hash: journalHeads.hash,
      sealedAt: journalHeads.sealedAt,
    })
    .from(journalHeads)
    .orderBy(desc(journalHeads.upTo))
    .limit(1);
  const [since] = await db
    .select({ count: sql<number>`count(*)::int`, first: min(journal.recordedAt) })
    .from(journal)
    .where(gt(journal.position, head?.upTo ?? 0n));
  const waiting = { unsealed: since?.count ?? 0, waitsSince: since?.first ?? null };
  if (head === undefined) return { head: null, ...waiting };
  const { upTo: _, ...shown } = head;
  return { head: { ...shown, entryCount: Number(shown.entryCount) }, ...waiting };
}
