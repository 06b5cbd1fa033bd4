import { DomainError, holds, unlessRefused, type Actor } from '@tongxin/core';
import type { Context } from '@tongxin/db';
import { matters } from '@tongxin/matters/schema';
import { movesFor, placeOf, refusals as spine, type MatterFacts } from '@tongxin/matters/rules';
import { groups } from '@tongxin/members/schema';
import { eq } from 'drizzle-orm';
import { eventWorkflow, refusals } from '../rules/index.ts';
import { events } from '../schema/index.ts';
import { organisers, readers } from './ground.ts';
import { notices } from './lists.ts';

const db = (ctx: Context) => ctx.tx ?? ctx.municipality.db;

const facts = {
  organisationId: matters.organisationId,
  ownerUnitId: matters.ownerUnitId,
  handlerUnitId: matters.handlerUnitId,
  villageCode: matters.villageCode,
  dueAt: matters.dueAt,
};

/** An event with its state, owner and what only its own page shows. Refuses: events.not_found. */
export async function findEvent(ctx: Context, id: string) {
  const [row] = await notices(ctx).where(eq(events.matterId, id)).limit(1);
  if (row === undefined) throw notFound();
  const [more] = await db(ctx)
    .select({
      ...facts,
      summary: events.summary,
      onlineUrl: events.onlineUrl,
      othersPresent: events.othersPresent,
      publishedAt: events.publishedAt,
      groupId: events.groupId,
      groupName: groups.name,
    })
    .from(events)
    .innerJoin(matters, eq(matters.id, events.matterId))
    .leftJoin(groups, eq(groups.id, events.groupId))
    .where(eq(events.matterId, id))
    .limit(1);
  return { ...row, ...more! };
}

/** Whether the event lies on the ground of an office of this actor, or of an auditor who may read it by now. */
export function worksOn(
  event: Parameters<typeof placeOf>[0] & { publishedAt: unknown },
  actor: Actor,
): boolean {
  const roles = event.publishedAt === null ? organisers : readers;
  return actor.kind === 'system' || holds(actor, roles, placeOf(event)) !== undefined;
}

/** Whether the event is this actor's to organise, in whatever state it is. */
export function organises(event: Omit<MatterFacts, 'doneBy'>, actor: Actor): boolean {
  const standing = { ...event, state: 'published', doneBy: {} };
  return movesFor(eventWorkflow, standing, actor, ['record']).record.allowed;
}

export function notFound(): DomainError {
  return new DomainError('events.not_found', refusals['events.not_found']);
}

/** An event for the office that organises it or may see it. Refuses: matters.not_found. */
export async function forOffice(ctx: Context, id: string) {
  const event = await unlessRefused(findEvent(ctx, id), 'events.not_found');
  if (event === null || !worksOn(event, ctx.actor))
    throw new DomainError('matters.not_found', spine['matters.not_found']);
  return event;
}

/** Whether the actor reads what is planned and what is kept: both are the offices' own; an auditor reads what happened. */
export function seesDrafts(event: Parameters<typeof placeOf>[0], actor: Actor): boolean {
  return actor.kind === 'system' || holds(actor, organisers, placeOf(event)) !== undefined;
}
