import { holds } from '@tongxin/core';
import { transact, type Context, type Tx } from '@tongxin/db';
import { nextFree } from '@tongxin/events/queries';
import { getMatter } from '@tongxin/matters/queries';
import { notFound } from '@tongxin/matters/commands';
import { placeOf } from '@tongxin/matters/rules';
import { and, asc, eq, isNull } from 'drizzle-orm';
import {
  findingsIn,
  publicTexts,
  sessionWorkflow,
  type CheckRedaction,
  type FreeSlots,
} from '../rules/index.ts';
import { minutesDrafts, sessionSeats } from '../schema/index.ts';
import { issuesInTopics } from './lineage.ts';
import { withMoves } from './may.ts';
import { agendaOf, inviteesOf, sessionRow } from './session.ts';

const hosts = ['host', 'county_office'] as const;

/** Refuses: matters.not_found for anybody but the hall's host and the county office. */
async function ensureHost(ctx: Context, sessionId: string): Promise<void> {
  const session = await getMatter(ctx, sessionId);
  if (session.kind !== 'session' || holds(ctx.actor, hosts, placeOf(session)) === undefined) throw notFound();
}

/**
 * What the host prints and holds on the day: agenda with how many residents' matters are behind each topic, who is
 * invited with their sectors, the tickets of the seats that are taken. No resident is named anywhere.
 * Refuses: matters.not_found for anybody but the hall's host and the county office.
 */
export async function runSheet(ctx: Context, id: string) {
  await ensureHost(ctx, id);
  const row = await sessionRow(ctx, id);
  const agenda = await agendaOf(ctx, id);
  const held = await issuesInTopics(
    ctx,
    agenda.map((topic) => topic.id),
  );
  const [session] = await withMoves(ctx, sessionWorkflow, [row]);
  const invitees = await inviteesOf(ctx, id);
  const sectors = Map.groupBy(
    invitees.filter(({ sector }) => sector !== null),
    ({ sector }) => sector!,
  );
  return {
    ...session!,
    agenda: agenda.map((topic) => ({
      ...topic,
      issues: held.filter(({ topicId }) => topicId === topic.id).length,
    })),
    invitees,
    sectors: [...sectors].map(([sector, people]) => ({ sector, count: people.length })),
    seats: await seatsOf(ctx, id),
  };
}

async function seatsOf(ctx: Context, sessionId: string) {
  return (ctx.tx ?? ctx.municipality.db)
    .select({ ticket: sessionSeats.ticket, takenAt: sessionSeats.takenAt, attended: sessionSeats.attended })
    .from(sessionSeats)
    .where(and(eq(sessionSeats.sessionId, sessionId), isNull(sessionSeats.givenBackAt)))
    .orderBy(asc(sessionSeats.takenAt), asc(sessionSeats.ticket))
    .limit(500);
}

/** The minutes as they stand before they are published, or null. Refuses as `runSheet`; a second wall stands behind. */
export async function minutesDraft(ctx: Context, id: string) {
  await ensureHost(ctx, id);
  return transact(ctx, (tx) => draftOf(tx, id));
}

async function draftOf(tx: Tx, sessionId: string) {
  const [draft] = await tx
    .select({
      agreed: minutesDrafts.agreed,
      notAgreed: minutesDrafts.notAgreed,
      summary: minutesDrafts.summary,
      savedAt: minutesDrafts.savedAt,
    })
    .from(minutesDrafts)
    .where(eq(minutesDrafts.sessionId, sessionId))
    .limit(1);
  return draft ?? null;
}

/**
 * What in the minutes and the planned lines may tell who somebody is, in the order of the texts: the host changes it
 * or confirms each piece by its key. Empty when there are no minutes yet. Refuses as `runSheet`.
 */
export async function checkRedaction(ctx: Context, { id, lines = [] }: CheckRedaction) {
  const draft = await minutesDraft(ctx, id);
  return { findings: draft === null ? [] : findingsIn(publicTexts(draft, lines)) };
}

/**
 * The next three times of the wished length, from the wished start on, at which the hall, the convenor and all these
 * members are free. Tells nothing of what takes them otherwise.
 */
export async function freeSlots(
  ctx: Context,
  { platformId, convenorId, memberIds, startsAt, endsAt }: FreeSlots,
) {
  const people = [...(convenorId === undefined ? [] : [convenorId]), ...memberIds];
  const resources = [
    { kind: 'platform' as const, id: platformId },
    ...people.map((id) => ({ kind: 'member' as const, id })),
  ];
  const from = Temporal.Instant.compare(startsAt, ctx.now()) < 0 ? ctx.now() : startsAt;
  const free = await nextFree(ctx, resources, startsAt.until(endsAt), from);
  return free.map(({ start, end }) => ({ startsAt: start, endsAt: end }));
}
