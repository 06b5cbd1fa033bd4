import { civilDay, holds, type Grant } from '@tongxin/core';
import { once, type Context, type Tx } from '@tongxin/db';
import { book } from '@tongxin/events/commands';
import { advance, link, nextNumber, openMatter, type Matter } from '@tongxin/matters/commands';
import { workCalendar } from '@tongxin/matters/queries';
import type { WorkCalendar } from '@tongxin/matters/rules';
import { eq, inArray } from 'drizzle-orm';
import { issuesInTopics } from '../queries/lineage.ts';
import {
  horizonDays,
  noticeWorkingDays,
  publishBy,
  recordBy,
  sessionNumber,
  sessionWorkflow,
  topicWorkflow,
  workingDaysAhead,
  type ScheduleSession,
} from '../rules/index.ts';
import { sessionInvitees, sessions, topics } from '../schema.ts';
import { ensureInvitable, hallOf, membersOf } from './invitations.ts';
import { moveTalkDates } from './issue-dates.ts';
import { lockKnown } from './lock.ts';
import { refuse } from './refuse.ts';
import { namingSessions } from './taken.ts';

type Inside = Context & { tx: Tx };
type Hall = Awaited<ReturnType<typeof hallOf>>;

export type Scheduled = {
  id: string;
  number: string;
  /** Working days that people have between today and the session. */
  workingDaysAhead: number;
  /** Fewer than five: allowed, and worth a second thought. */
  shortNotice: boolean;
};

/**
 * Schedules a sitting of a hall on one or several topics; its notice is public from now on. Hall, convenor and invited
 * members are taken together or not at all. Sent twice with the same key it schedules once.
 * Locks the topics and their matters. Refuses: deliberations.hall_not_yours, in_the_past, too_many_seats,
 * member_unknown, unit_unknown, topic_not_free, and `taken` with the sessions in the way and the next free times;
 * matters.not_found for a topic out of reach; idempotency.other_content.
 */
export async function scheduleSession(ctx: Context, input: ScheduleSession): Promise<Scheduled> {
  const { key, startsAt, endsAt, ...rest } = input;
  const sent = { ...rest, startsAt: startsAt.toString(), endsAt: endsAt.toString(), by: accountOf(ctx) };
  try {
    return await once(ctx, { key: `deliberations.schedule:${key}`, input: sent }, (tx, inside) =>
      schedule(tx, inside, input),
    );
  } catch (error) {
    throw await namingSessions(ctx, error);
  }
}

const accountOf = ({ actor }: Context) => (actor.kind === 'account' ? actor.accountId : actor.kind);

async function schedule(tx: Tx, inside: Inside, input: ScheduleSession): Promise<Scheduled> {
  const hall = await hallOf(inside, input.platformId);
  const ground = { divisionCodes: [hall.cityCode, hall.countyCode, hall.townshipCode] };
  const grant = holds(inside.actor, ['host', 'county_office'], ground) ?? refuse('deliberations.hall_not_yours');
  ensureAhead(inside, input.startsAt);
  if (input.mode !== 'online' && input.residentSeats > hall.seats) {
    refuse('deliberations.too_many_seats', { seats: hall.seats });
  }
  await ensureInvitable(inside, { memberIds: membersOf(input), organisationIds: input.organisationIds });
  const taken = await lockKnown(tx, inside.actor, { kind: 'topic', ids: input.topicIds });
  const busy = taken.filter(({ state }) => state !== 'collected');
  if (busy.length > 0) refuse('deliberations.topic_not_free', { topicIds: busy.map(({ id }) => id) });

  const calendar = await workCalendar(inside);
  const first = taken.find(({ id }) => id === input.topicIds[0])!;
  const session = await open(tx, inside, { input, hall, grant, first, calendar });
  await bringTopics(inside, { sessionId: session.id, number: session.number, endsAt: input.endsAt, topicIds: input.topicIds });
  const during = { start: input.startsAt, end: input.endsAt };
  const people = membersOf(input).map((id) => ({ kind: 'member' as const, id }));
  await book(inside, { matterId: session.id, during, resources: [{ kind: 'platform', id: hall.id }, ...people] });
  const ahead = workingDaysAhead(inside.now(), input.startsAt, calendar);
  return { ...session, workingDaysAhead: ahead, shortNotice: ahead < noticeWorkingDays };
}

/** Refuses: deliberations.in_the_past, also for a day more than a year away. */
export function ensureAhead(ctx: Context, startsAt: Temporal.Instant): void {
  const hours = ctx.now().until(startsAt).total('hours');
  if (hours <= 0 || hours > horizonDays * 24) refuse('deliberations.in_the_past');
}

async function open(
  tx: Tx,
  ctx: Context,
  { input, hall, grant, first, calendar }: {
    input: ScheduleSession;
    hall: Hall;
    grant: Grant;
    first: Matter;
    calendar: WorkCalendar;
  },
) {
  const { cityCode, countyCode, townshipCode, organisationId } = hall;
  const year = civilDay(ctx.now()).year;
  const number = sessionNumber(countyCode, year, await nextNumber(tx, { organ: countyCode, year, kind: 'session' }));
  const invited = membersOf(input);
  const ground = { cityCode, countyCode, townshipCode };
  const { id } = await openMatter(tx, ctx, sessionWorkflow, {
    number,
    chainId: first.chainId,
    organisationId,
    ...ground,
    villageCode: null,
    due: recordBy(input.endsAt, calendar),
    data: {
      startsAt: input.startsAt.toString(),
      endsAt: input.endsAt.toString(),
      platformId: hall.id,
      topics: input.topicIds.length,
      members: invited.length,
      units: input.organisationIds.length,
      seats: input.residentSeats,
    },
    grant,
  });
  const { startsAt, endsAt, mode, onlineUrl, convenorId, residentSeats } = input;
  await tx.insert(sessions).values({
    matterId: id, ...ground, platformId: hall.id, title: await titleOf(tx, input.topicIds), startsAt, endsAt, mode,
    onlineUrl: onlineUrl ?? null, convenorId, residentSeats, changedAt: ctx.now(),
  });
  await tx.insert(sessionInvitees).values([
    ...invited.map((one) => ({ sessionId: id, kind: 'member' as const, memberId: one, inviteeId: one })),
    ...input.organisationIds.map((one) => ({
      sessionId: id, kind: 'organisation' as const, organisationId: one, inviteeId: one,
    })),
  ]);
  return { id, number };
}

/** A session is called by its topics, in the order in which the host put them. */
async function titleOf(tx: Tx, topicIds: readonly string[]): Promise<string> {
  const rows = await tx
    .select({ id: topics.matterId, title: topics.title })
    .from(topics)
    .where(inArray(topics.matterId, [...topicIds]))
    .limit(topicIds.length);
  return topicIds.map((id) => rows.find((row) => row.id === id)!.title).join('；');
}

/** The topics, in the order of the agenda, get the session's date, and so do the residents' matters in them. */
export async function bringTopics(
  inside: Inside,
  session: { sessionId: string; number: string; endsAt: Temporal.Instant; topicIds: readonly string[] },
): Promise<void> {
  const due = publishBy(session.endsAt, await workCalendar(inside));
  const data = { sessionId: session.sessionId, session: session.number };
  for (const topicId of session.topicIds.toSorted()) {
    await advance(inside, topicWorkflow, { matterId: topicId, move: 'schedule', due, data });
    const agendaNo = session.topicIds.indexOf(topicId) + 1;
    await inside.tx.update(topics).set({ sessionId: session.sessionId, agendaNo }).where(eq(topics.matterId, topicId));
    await link(inside.tx, inside, { fromId: topicId, toId: session.sessionId, kind: 'talked_at' });
  }
  const issues = await issuesInTopics(inside, session.topicIds);
  await moveTalkDates(inside, issues.map(({ id }) => id), { due, data });
}
