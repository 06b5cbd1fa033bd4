import { meantTime, pageOf, type Actor } from '@tongxin/core';
import type { Context } from '@tongxin/db';
import { and, asc, eq, isNull, lte, or, sql, type SQL } from 'drizzle-orm';
import { z } from 'zod';
import { matters } from '../schema.ts';
import { matterKinds, reminderLimit, type MatterKind } from '../rules/index.ts';

const pageSize = 50;

export const ListOpenItems = z.strictObject({
  kind: z.enum(matterKinds).optional(),
  /** The last row of the page before: its due instant and id. */
  after: z
    .strictObject({ dueAt: z.iso.datetime({ offset: true }).regex(meantTime), id: z.uuid() })
    .optional(),
});
export type ListOpenItems = z.infer<typeof ListOpenItems>;

const db = (ctx: Context) => ctx.tx ?? ctx.municipality.db;

/** What waits for this actor's roles, most overdue first, 50 a page. Only what their grants reach. */
export async function listOpenItems(ctx: Context, { kind, after }: ListOpenItems) {
  const reach = reachOf(ctx.actor);
  if (reach === undefined) return { rows: [], next: null };
  const found = await db(ctx)
    .select({
      id: matters.id,
      kind: matters.kind,
      number: matters.number,
      state: matters.state,
      townshipCode: matters.townshipCode,
      ownerRole: matters.ownerRole,
      dueAt: matters.dueAt,
      openedAt: matters.openedAt,
    })
    .from(matters)
    .where(
      and(
        isNull(matters.closedAt),
        reach,
        kind === undefined ? undefined : eq(matters.kind, kind),
        after === undefined
          ? undefined
          : sql`(${matters.dueAt}, ${matters.id}) > (${after.dueAt}::timestamptz, ${after.id}::uuid)`,
      ),
    )
    .orderBy(asc(matters.dueAt), asc(matters.id))
    .limit(pageSize + 1);
  // Open matters have a due date: the table refuses others.
  return pageOf(found, pageSize, ({ id, dueAt }) => ({ dueAt: dueAt!.toString(), id }));
}

/** Turns the actor's grants into the rows whose turn is theirs. */
function reachOf(actor: Actor): SQL | undefined {
  if (actor.kind !== 'account') return undefined;
  const parts = actor.grants.map((grant) => {
    if (grant.matterId !== null) return eq(matters.id, grant.matterId);
    if (grant.role === 'department_clerk' && grant.organisationId !== null) {
      return and(eq(matters.ownerRole, 'department_clerk'), eq(matters.ownerUnitId, grant.organisationId));
    }
    if (grant.divisionCode === null) return undefined;
    if (grant.role === 'host')
      return and(eq(matters.ownerRole, 'host'), eq(matters.townshipCode, grant.divisionCode));
    if (grant.role === 'county_office') {
      return and(eq(matters.ownerRole, 'county_office'), eq(matters.countyCode, grant.divisionCode));
    }
    return grant.role === 'city_office'
      ? and(eq(matters.ownerRole, 'city_office'), eq(matters.cityCode, grant.divisionCode))
      : undefined;
  });
  const known = parts.filter((part) => part !== undefined);
  return known.length === 0 ? undefined : or(...known);
}

/**
 * Open matters whose date has passed and for which there is something to do now, longest overdue first: a state
 * that passes by itself, or a reminder that is not yet sent (one a day, `reminderLimit` of them and an escalation).
 */
export async function listDue(
  ctx: Context,
  { limit, passing }: { limit: number; passing: readonly { kind: MatterKind; state: string }[] },
) {
  const passes = passing.map(({ kind, state }) => and(eq(matters.kind, kind), eq(matters.state, state)));
  const now = ctx.now().toString();
  const reminderDue = sql`${matters.reminders} <= ${reminderLimit}
    and ${matters.dueAt} + ${matters.reminders} * interval '24 hours' <= ${now}::timestamptz`;
  return db(ctx)
    .select({ id: matters.id, kind: matters.kind, state: matters.state })
    .from(matters)
    .where(and(isNull(matters.closedAt), lte(matters.dueAt, ctx.now()), or(...passes, reminderDue)))
    .orderBy(asc(matters.dueAt), asc(matters.id))
    .limit(limit);
}

/** Open matters without exactly one owner and one due date. Always empty; the tables refuse such rows. */
export async function listUnowned(ctx: Context) {
  return db(ctx)
    .select({ id: matters.id, state: matters.state })
    .from(matters)
    .where(and(isNull(matters.closedAt), or(isNull(matters.ownerRole), isNull(matters.dueAt))))
    .limit(100);
}
