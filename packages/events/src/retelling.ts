import { newId, type Actor } from '@tongxin/core';
import { insertRows } from '@tongxin/db';
import { link } from '@tongxin/matters/commands';
import { workCalendar } from '@tongxin/matters/queries';
import { numbersFor, retellMatters, type Inside, type ToldMove } from '@tongxin/matters/retelling';
import type { Levels, WorkCalendar } from '@tongxin/matters/rules';
import {
  closingState,
  eventWorkflow,
  settleBy,
  type Answer,
  type AttendanceState,
  type AttendanceWay,
  type CreateEvent,
} from './rules/index.ts';
import { attendances, bookings, eventInvitees, events, leaveReasons } from './schema/index.ts';

/** Somebody who was asked, or put themselves down: what they said, and whether they were seen there. */
type Guest = {
  memberId?: string;
  organisationId?: string;
  answer: Answer;
  answeredAt: Temporal.Instant | null;
  /** When leave was granted or not. */
  decidedAt: Temporal.Instant | null;
  leave?: { accountId: string; reason: string };
  signedUp: boolean;
  seen: { at: Temporal.Instant; how: AttendanceWay } | null;
};

type Said = Pick<
  CreateEvent,
  'category' | 'title' | 'mode' | 'startsAt' | 'endsAt' | 'mustAttend' | 'signUp'
> &
  Partial<
    Pick<
      CreateEvent,
      'kindId' | 'summary' | 'platformId' | 'placeWords' | 'onlineUrl' | 'answerBy' | 'capacity'
    >
  >;

/** An event of the past, from the draft until who was there was settled, or it was called off. */
export type PastEvent = Levels & {
  id: string;
  /** The event that this one is a part of; it stands before it in the list. */
  parentId: string | null;
  organisationId: string;
  /** The office that organised it. */
  by: Actor;
  plannedAt: Temporal.Instant;
  publishedAt: Temporal.Instant;
  said: Said;
  guests: readonly Guest[];
  ending:
    | { how: 'held'; others: number | null; recordedAt: Temporal.Instant; settledAt: Temporal.Instant | null }
    | { how: 'cancelled'; at: Temporal.Instant; reason: string };
};

/**
 * Writes events of the past with their invitations, bookings, attendance and history, many at a time. The rules are the
 * commands' own: a booking that overlaps another is refused by the database, and whoever was expected and not seen is
 * absent or on leave, as `settleEvent` has it.
 */
export async function retellEvents(inside: Inside, all: readonly PastEvent[]): Promise<void> {
  if (all.length === 0) return;
  const calendar = await workCalendar(inside);
  const numbers = await numbersFor(
    inside.tx,
    'event',
    all.map((one) => ({ organ: `E${placeOf(one)}`, at: one.plannedAt })),
  );
  await retellMatters(
    inside,
    eventWorkflow,
    all.map((event, at) => ({
      ...levelsOf(event),
      id: event.id,
      number: numbers[at]!,
      organisationId: event.organisationId,
      villageCode: null,
      at: event.plannedAt,
      by: event.by,
      due: event.said.startsAt,
      data: { category: event.said.category, ...timesOf(event) },
      moves: movesOf(event, calendar),
    })),
  );
  await writeRows(inside, all);
  for (const { id, parentId, plannedAt } of all)
    if (parentId !== null)
      await link(
        inside.tx,
        { ...inside, now: () => plannedAt },
        { fromId: id, toId: parentId, kind: 'part_of' },
      );
}

const levelsOf = ({ cityCode, countyCode, townshipCode }: Levels): Levels => ({
  cityCode,
  countyCode,
  townshipCode,
});
const placeOf = ({ cityCode, countyCode, townshipCode }: Levels) => townshipCode ?? countyCode ?? cityCode;
const timesOf = ({ said }: PastEvent) => ({
  startsAt: said.startsAt.toString(),
  endsAt: said.endsAt.toString(),
});

type Move = ToldMove<keyof typeof eventWorkflow.states, keyof typeof eventWorkflow.moves>;

function movesOf(event: PastEvent, calendar: WorkCalendar): Move[] {
  const { by, said, guests, ending, parentId } = event;
  const asked = said.mustAttend && parentId === null ? guests.filter(({ memberId }) => memberId).length : 0;
  const announced: Move = {
    at: event.publishedAt,
    by,
    move: 'publish',
    due: said.endsAt,
    data: { asked, ...(parentId === null ? {} : { with: parentId }) },
  };
  const decisions = guests
    .filter(({ decidedAt }) => decidedAt !== null)
    .map(({ memberId, decidedAt, answer }): Move => {
      const data = { memberId, granted: answer === 'leave_granted' };
      return { at: decidedAt!, by, move: 'decide_leave', data };
    })
    .toSorted((a, b) => Temporal.Instant.compare(a.at, b.at));
  if (ending.how === 'cancelled')
    return [announced, ...decisions, { at: ending.at, by, move: 'cancel', reason: ending.reason }];
  return [announced, ...decisions, ...afterwards(event, ending, calendar)];
}

type Held = Extract<PastEvent['ending'], { how: 'held' }>;

function afterwards(
  { by, said, guests }: PastEvent,
  { others, recordedAt, settledAt }: Held,
  calendar: WorkCalendar,
) {
  const seen = guests.filter((guest) => guest.seen !== null);
  const counted = others === null ? {} : { others };
  const moves: Move[] = [
    { at: said.endsAt, by: { kind: 'system' }, move: 'end', due: settleBy(said.endsAt, calendar) },
  ];
  if (seen.length > 0 || others !== null)
    moves.push({
      at: recordedAt,
      by,
      move: 'record',
      data: {
        ...(seen.length > 0 ? { attended: seen.length } : {}),
        how: seen[0]?.seen?.how ?? 'list',
        ...counted,
      },
    });
  if (settledAt !== null) {
    const counts: Record<string, number> = {};
    for (const { state } of factsOf(guests, said)) counts[state] = (counts[state] ?? 0) + 1;
    moves.push({ at: settledAt, by, move: 'settle', data: counts });
  }
  return moves;
}

/** What stands of each member once the list is closed. */
function factsOf(guests: readonly Guest[], said: Said) {
  return guests.flatMap(({ memberId, seen, answer }) => {
    const state: AttendanceState | null = seen === null ? closingState(answer, said) : 'attended';
    return memberId === undefined || state === null ? [] : [{ memberId, state, seen }];
  });
}

async function writeRows(inside: Inside, all: readonly PastEvent[]): Promise<void> {
  const { tx } = inside;
  await insertRows(tx, events, all.map(rowOf));
  await insertRows(tx, eventInvitees, all.flatMap(inviteesOf));
  await retellBookings(inside, all.flatMap(bookingsOf));
  await insertRows(tx, attendances, all.flatMap(attendancesOf));
  await insertRows(tx, leaveReasons, all.flatMap(reasonsOf));
}

export type PastBooking = Omit<typeof bookings.$inferInsert, 'id'>;

/** Writes who and what was taken when. The database refuses two at one time, as it does for everybody. */
export async function retellBookings({ tx }: Inside, taken: readonly PastBooking[]): Promise<void> {
  await insertRows(
    tx,
    bookings,
    taken.map((one) => ({ ...one, id: newId<'booking'>() })),
  );
}

function rowOf(event: PastEvent): typeof events.$inferInsert {
  const { said, guests, ending } = event;
  const off = ending.how === 'cancelled' ? ending : null;
  const last = ending.how === 'cancelled' ? ending.at : (ending.settledAt ?? ending.recordedAt);
  return {
    matterId: event.id,
    ...levelsOf(event),
    ...{ kindId: null, summary: null, platformId: null, placeWords: null, onlineUrl: null },
    ...{ answerBy: null, capacity: null, ...said },
    placesTaken: guests.filter(({ answer }) => answer === 'coming').length,
    parentEventId: event.parentId,
    othersPresent: ending.how === 'held' ? ending.others : null,
    sequence: off === null ? 0 : 1,
    publishedAt: event.publishedAt,
    cancelledAt: off?.at ?? null,
    cancelReason: off?.reason ?? null,
    changedAt: last,
  };
}

function inviteesOf({ id, guests }: PastEvent): (typeof eventInvitees.$inferInsert)[] {
  return guests.map(({ memberId = null, organisationId = null, ...guest }) => ({
    eventId: id,
    inviteeId: (memberId ?? organisationId)!,
    memberId,
    organisationId,
    answer: guest.answer,
    answeredAt: guest.answeredAt,
    leavesAsked: guest.answer.startsWith('leave') ? 1 : 0,
    decidedAt: guest.decidedAt,
    signedUp: guest.signedUp,
  }));
}

/** The place, and everybody whose time was kept: of a whole, not once more of its parts. */
function bookingsOf({ id, parentId, said, guests, ending }: PastEvent): PastBooking[] {
  if (parentId !== null) return [];
  const during = { start: said.startsAt, end: said.endsAt };
  const off = ending.how === 'cancelled' ? ending.at : null;
  const taken = { during, matterId: id };
  const people = guests
    .filter(({ memberId, answer }) => memberId && (said.mustAttend || answer === 'coming'))
    .map(({ memberId, answer, decidedAt }) => ({
      ...{ ...taken, resourceKind: 'member' as const, resourceId: memberId! },
      releasedAt: answer === 'leave_granted' ? decidedAt : off,
    }));
  if (said.platformId === undefined) return people;
  const place = { resourceKind: 'platform' as const, resourceId: said.platformId, releasedAt: off };
  return [{ ...taken, ...place }, ...people];
}

function attendancesOf({ id, by, said, guests, ending }: PastEvent): (typeof attendances.$inferInsert)[] {
  if (ending.how === 'cancelled') return [];
  const { recordedAt, settledAt } = ending;
  const recordedBy = by.kind === 'account' ? by.accountId : null;
  return factsOf(guests, said).flatMap(({ memberId, state, seen }) => {
    const written = seen === null ? settledAt : recordedAt;
    if (written === null) return [];
    const how = seen?.how ?? 'list';
    return [
      { eventId: id, memberId, state, at: seen?.at ?? said.startsAt, receivedAt: written, how, recordedBy },
    ];
  });
}

function reasonsOf(event: PastEvent): (typeof leaveReasons.$inferInsert)[] {
  return event.guests.flatMap(({ memberId, leave, answeredAt }) =>
    memberId === undefined || leave === undefined || answeredAt === null
      ? []
      : [
          {
            eventId: event.id,
            memberId,
            askNo: 1,
            officeCode: placeOf(event),
            ...leave,
            askedAt: answeredAt,
          },
        ],
  );
}
