import { holds } from '@tongxin/core';
import { once, type Context, type Tx } from '@tongxin/db';
import { book, ensureFree } from '@tongxin/events/commands';
import { workCalendar } from '@tongxin/matters/queries';
import { horizonDays, noticeWorkingDays, workingDaysAhead, type ScheduleSession } from '../rules/index.ts';
import { bringTopics } from './agenda.ts';
import { ensureInvitable, hallOf, membersOf } from './invitations.ts';
import { lockKnown } from './lock.ts';
import { openSession } from './open-session.ts';
import { refuse } from './refuse.ts';
import { namingSessions } from './taken.ts';

type Inside = Context & { tx: Tx };

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
 * Locks the topics and their matters. Refuses: deliberations.hall_not_yours, hall_closed, in_the_past, too_many_seats,
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
  const grant =
    holds(inside.actor, ['host', 'county_office'], ground) ?? refuse('deliberations.hall_not_yours');
  ensureAhead(inside, input.startsAt);
  if (input.mode !== 'online' && input.residentSeats > hall.seats) {
    refuse('deliberations.too_many_seats', { seats: hall.seats });
  }
  await ensureInvitable(inside, { memberIds: membersOf(input), organisationIds: input.organisationIds });
  const taken = await lockKnown(tx, inside.actor, { kind: 'topic', ids: input.topicIds });
  const busy = taken.filter(({ state }) => state !== 'collected');
  if (busy.length > 0) refuse('deliberations.topic_not_free', { topicIds: busy.map(({ id }) => id) });

  const during = { start: input.startsAt, end: input.endsAt };
  const people = membersOf(input).map((id) => ({ kind: 'member' as const, id }));
  const resources = [{ kind: 'platform' as const, id: hall.id }, ...people];
  // Before the session takes the next number of its county, for which all other hosts wait until this one is done.
  await ensureFree(inside, { during, resources });
  const first = taken.find(({ id }) => id === input.topicIds[0])!;
  const session = await openSession(tx, inside, { input, hall, grant, first });
  const { topicIds, endsAt } = input;
  await bringTopics(inside, { sessionId: session.id, number: session.number, endsAt, topicIds });
  await book(inside, { matterId: session.id, during, resources });
  const ahead = workingDaysAhead(inside.now(), input.startsAt, await workCalendar(inside));
  return { ...session, workingDaysAhead: ahead, shortNotice: ahead < noticeWorkingDays };
}

/** Refuses: deliberations.in_the_past, also for a day more than a year away. */
export function ensureAhead(ctx: Context, startsAt: Temporal.Instant): void {
  const hours = ctx.now().until(startsAt).total('hours');
  if (hours <= 0 || hours > horizonDays * 24) refuse('deliberations.in_the_past');
}
