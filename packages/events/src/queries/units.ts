import { pageOf, type Actor } from '@tongxin/core';
import type { Context } from '@tongxin/db';
import { organisations } from '@tongxin/organisations/schema';
import { and, asc, eq, exists, gt, inArray, isNotNull, ne, or, sql, type SQL } from 'drizzle-orm';
import { longestDays, mayAnswerForUnit, type ListMine } from '../rules/index.ts';
import { eventInvitees, events } from '../schema/index.ts';
import { pageSize } from './ground.ts';
import { notices } from './lists.ts';

const db = (ctx: Context) => ctx.tx ?? ctx.municipality.db;

/** Units that the actor answers for, as a condition; undefined when there are none. The same as `answersFor`. */
export function unitsOf(actor: Actor): SQL | undefined {
  if (actor.kind !== 'account') return undefined;
  const parts = actor.grants.flatMap(({ role, divisionCode, organisationId, matterId }) => {
    if (matterId !== null) return [];
    if (role === 'department_clerk')
      return organisationId === null || divisionCode !== null
        ? []
        : [and(eq(organisations.id, organisationId), eq(organisations.kind, 'department'))];
    const level = { city_office: 4, county_office: 6, host: 9 }[role as string];
    if (divisionCode === null || divisionCode.length !== level) return [];
    return [and(eq(organisations.divisionCode, divisionCode), ne(organisations.kind, 'department'))];
  });
  return parts.length === 0 ? undefined : or(...parts);
}

/** The units of the actor that are asked to an event, by name, with what they said and may say. At most 100. */
export async function askedUnitsOf(
  ctx: Context,
  event: { id: string; state: string; startsAt: Temporal.Instant },
) {
  const units = unitsOf(ctx.actor);
  if (units === undefined) return [];
  const rows = await db(ctx)
    .select({
      id: organisations.id,
      name: organisations.name,
      answer: eventInvitees.answer,
    })
    .from(eventInvitees)
    .innerJoin(organisations, eq(organisations.id, eventInvitees.organisationId))
    .where(and(eq(eventInvitees.eventId, event.id), units))
    .orderBy(asc(organisations.name), asc(organisations.id))
    .limit(100);
  return rows.map((row) => ({ ...row, may: mayAnswerForUnit(event, ctx.now()) }));
}

/**
 * What units of the actor are asked to come to, not over yet, by date; 20 a page. `waits` while one of them has not
 * answered. Nothing for whoever answers for no unit.
 */
export async function listAskedOfUnits(ctx: Context, { after }: ListMine) {
  const units = unitsOf(ctx.actor);
  if (units === undefined) return { rows: [], next: null };
  const asked = db(ctx)
    .select({ answer: eventInvitees.answer })
    .from(eventInvitees)
    .innerJoin(organisations, eq(organisations.id, eventInvitees.organisationId))
    .where(and(eq(eventInvitees.eventId, events.matterId), units));
  const found = await notices(ctx)
    .where(
      and(
        exists(asked),
        isNotNull(events.publishedAt),
        gt(events.startsAt, ctx.now().subtract({ hours: 24 * longestDays })),
        gt(events.endsAt, ctx.now()),
        after === undefined
          ? undefined
          : sql`(${events.startsAt}, ${events.matterId}) > (${after.startsAt}::timestamptz, ${after.id}::uuid)`,
      ),
    )
    .orderBy(asc(events.startsAt), asc(events.matterId))
    .limit(pageSize + 1);
  const waiting = await waitingAmong(
    ctx,
    units,
    found.map(({ id }) => id),
  );
  const rows = found.map((row) => ({ ...row, waits: waiting.has(row.id) }));
  return pageOf(rows, pageSize, ({ startsAt, id }) => ({ startsAt: startsAt.toString(), id }));
}

async function waitingAmong(ctx: Context, units: SQL, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await db(ctx)
    .selectDistinct({ id: eventInvitees.eventId })
    .from(eventInvitees)
    .innerJoin(organisations, eq(organisations.id, eventInvitees.organisationId))
    .where(and(inArray(eventInvitees.eventId, [...ids]), eq(eventInvitees.answer, 'waiting'), units))
    .limit(ids.length);
  return new Set(rows.map(({ id }) => id));
}
