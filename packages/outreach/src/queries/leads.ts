import { DomainError, holds, pageOf, type Role } from '@tongxin/core';
import type { Context } from '@tongxin/db';
import { events } from '@tongxin/events/schema';
import { listHistory } from '@tongxin/matters/queries';
import { movesFor, placeOf, refusals as spine } from '@tongxin/matters/rules';
import { matters } from '@tongxin/matters/schema';
import { organisations } from '@tongxin/organisations/schema';
import { and, asc, desc, eq, isNotNull, isNull, or, sql, type SQL } from 'drizzle-orm';
import { isQuiet, leadWorkflow, type ListLeads } from '../rules/index.ts';
import { leadFollowUps, leads } from '../schema.ts';

const db = (ctx: Context) => ctx.tx ?? ctx.municipality.db;
const pageSize = 20;
const readers = ['host', 'county_office', 'city_office'] as const satisfies readonly Role[];

const columns = {
  id: leads.matterId,
  number: matters.number,
  state: matters.state,
  subject: leads.subject,
  organisation: leads.organisation,
  eventId: leads.eventId,
  eventTitle: events.title,
  organiser: organisations.name,
  lastOn: leads.lastOn,
  nextOn: leads.nextOn,
  dueAt: matters.dueAt,
  openedAt: matters.openedAt,
  closedAt: matters.closedAt,
};

const rows = <More extends object>(ctx: Context, more: More) =>
  db(ctx)
    .select({ ...columns, ...more })
    .from(leads)
    .innerJoin(matters, eq(matters.id, leads.matterId))
    .innerJoin(events, eq(events.matterId, leads.eventId))
    .innerJoin(organisations, eq(organisations.id, matters.organisationId));

/** Leads of the actor's offices and of what lies below them; undefined when there is none. */
function onGroundOf({ actor }: Context): SQL | undefined {
  if (actor.kind !== 'account') return undefined;
  const parts = actor.grants.flatMap(({ role, divisionCode, matterId }) => {
    if (!readers.some((one) => one === role) || divisionCode === null || matterId !== null) return [];
    if (divisionCode.length === 4) return [eq(matters.cityCode, divisionCode)];
    if (divisionCode.length === 6) return [eq(matters.countyCode, divisionCode)];
    return divisionCode.length === 9 ? [eq(matters.townshipCode, divisionCode)] : [];
  });
  return parts.length === 0 ? undefined : or(...parts);
}

/**
 * Leads of the actor's offices and of what lies below them: open ones by the date they wait until, the most overdue
 * first, or those that have ended, the newest first; 20 a page. `quiet` says that nobody followed it up for 90 days.
 */
export async function listLeads(ctx: Context, { show, eventId, after }: ListLeads) {
  const ground = onGroundOf(ctx);
  if (ground === undefined) return { rows: [], next: null };
  const isOpen = show === 'open';
  const at = isOpen ? matters.dueAt : matters.closedAt;
  const beyond = after && sql`(${after.at}::timestamptz, ${after.id}::uuid)`;
  const found = await rows(ctx, {})
    .where(
      and(
        ground,
        eq(matters.kind, 'lead'),
        isOpen ? isNull(matters.closedAt) : isNotNull(matters.closedAt),
        eventId === undefined ? undefined : eq(leads.eventId, eventId),
        beyond &&
          (isOpen ? sql`(${at}, ${matters.id}) > ${beyond}` : sql`(${at}, ${matters.id}) < ${beyond}`),
      ),
    )
    .orderBy(...(isOpen ? [asc(at), asc(matters.id)] : [desc(at), desc(matters.id)]))
    .limit(pageSize + 1);
  const page = pageOf(found, pageSize, (row) => ({
    at: (isOpen ? row.dueAt : row.closedAt)!.toString(),
    id: row.id,
  }));
  return {
    ...page,
    rows: page.rows.map((row) => ({ ...row, quiet: isOpen && isQuiet(row.lastOn, ctx.now()) })),
  };
}

/**
 * One lead for the offices of its ground: what it is, what was done about it, the newest first and at most 100, what
 * happened, and what this actor may do. Refuses: matters.not_found.
 */
export async function getLead(ctx: Context, { id }: { id: string }) {
  const [row] = await rows(ctx, {
    what: leads.what,
    contactPost: leads.contactPost,
    organisationId: matters.organisationId,
    ownerUnitId: matters.ownerUnitId,
    handlerUnitId: matters.handlerUnitId,
    cityCode: matters.cityCode,
    countyCode: matters.countyCode,
    townshipCode: matters.townshipCode,
    villageCode: matters.villageCode,
  })
    .where(eq(leads.matterId, id))
    .limit(1);
  if (row === undefined || holds(ctx.actor, readers, placeOf(row)) === undefined)
    throw new DomainError('matters.not_found', spine['matters.not_found']);
  const { organisationId: _o, ownerUnitId: _w, handlerUnitId: _h, villageCode: _v, ...shown } = row;
  return {
    ...shown,
    quiet: row.closedAt === null && isQuiet(row.lastOn, ctx.now()),
    followUps: await db(ctx)
      .select({
        seq: leadFollowUps.seq,
        onDay: leadFollowUps.onDay,
        what: leadFollowUps.what,
        nextOn: leadFollowUps.nextOn,
      })
      .from(leadFollowUps)
      .where(eq(leadFollowUps.leadId, id))
      .orderBy(desc(leadFollowUps.seq))
      .limit(100),
    history: await listHistory(ctx, id),
    may: movesFor(leadWorkflow, { ...row, doneBy: {} }, ctx.actor),
  };
}
