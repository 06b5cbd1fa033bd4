import { allInParts, insertRows, transact, type Context } from '@tongxin/db';
import { advance } from '@tongxin/matters/commands';
import { members } from '@tongxin/members/schema';
import { and, asc, eq, gt, inArray, isNotNull, isNull } from 'drizzle-orm';
import { membersByDoorCode } from '../queries/door-codes.ts';
import { attendanceOf } from '../queries/event.ts';
import {
  closingState,
  doorHours,
  eventWorkflow,
  isDoorTime,
  plainCode,
  type Answer,
  type AttendanceWay,
  type CorrectAttendance,
  type RecordList,
  type RecordScans,
} from '../rules/index.ts';
import { attendances, eventInvitees, events } from '../schema/index.ts';
import { accountOf, lockForMove, type Inside, type LockedEvent } from './event-row.ts';
import { ensureImpersonal, refuse } from './refuse.ts';

/**
 * What became of one scan: a fact; one that was there already; a code that is nobody's; a moment that cannot belong to
 * this event; or a member who is recorded as absent or on leave, which only a correction changes.
 */
export type ScanOutcome = 'recorded' | 'known' | 'unknown_code' | 'other_time' | 'recorded_differently';

export type Scanned = { code: string; outcome: ScanOutcome; name: string | null };

/**
 * Scans of members' codes at the door, with the moment of each, also when they arrive hours later from a phone that had
 * no network. Sent again, or scanned twice, nothing changes: the first moment stays. Tells of each what became of it,
 * in the order sent. Locks the event. Refuses: as advance, events.scanned_by_another.
 */
export async function recordScans(ctx: Context, { id, scannedBy, scans }: RecordScans): Promise<Scanned[]> {
  return transact(ctx, async (_tx, inside) => {
    // Nobody's name stands under what somebody else has seen.
    if (scannedBy !== undefined && scannedBy !== accountOf(inside)) refuse('events.scanned_by_another');
    const event = await lockForMove(inside, id, 'record');
    const people = await membersByDoorCode(inside, [...new Set(scans.map(({ code }) => plainCode(code)))]);
    const earliest = new Map<string, Temporal.Instant>();
    for (const { code, at } of scans) {
      const person = people.get(plainCode(code));
      if (person === undefined || !isDoorTime(at, event, inside.now())) continue;
      const known = earliest.get(person.id);
      if (known === undefined || Temporal.Instant.compare(at, known) < 0) earliest.set(person.id, at);
    }
    const before = await factsOf(inside, id, [...earliest.keys()]);
    const fresh = [...earliest].filter(([memberId]) => !before.has(memberId));
    await writeFacts(
      inside,
      event,
      fresh.map(([memberId, at]) => ({ memberId, at, state: 'attended' as const, how: 'scan' as const })),
    );
    return scans.map(({ code, at }) => {
      const person = people.get(plainCode(code));
      const told = { code, name: person?.name ?? null };
      if (person === undefined) return { ...told, outcome: 'unknown_code' };
      if (!isDoorTime(at, event, inside.now())) return { ...told, outcome: 'other_time' };
      const state = before.get(person.id);
      if (state === undefined) return { ...told, outcome: 'recorded' };
      return { ...told, outcome: state === 'attended' ? 'known' : 'recorded_differently' };
    });
  });
}

/**
 * Who was there, as the organiser ticked it or keyed it from paper; and how many others. What is recorded so already
 * stays; somebody who is recorded differently is corrected with a reason instead, and nothing of the list is written.
 * Locks the event. Refuses: as advance, events.not_begun, member_unknown, recorded_differently.
 */
export async function recordList(ctx: Context, { id, how, entries, others }: RecordList): Promise<void> {
  await transact(ctx, async (tx, inside) => {
    const event = await lockForMove(inside, id, 'record');
    const opens = event.startsAt.subtract({ hours: doorHours });
    if (Temporal.Instant.compare(inside.now(), opens) < 0) refuse('events.not_begun');
    const memberIds = entries.map(({ memberId }) => memberId);
    await ensureKnown(inside, memberIds);
    const before = await factsOf(inside, id, memberIds);
    const differing = entries.filter(({ memberId, state }) => (before.get(memberId) ?? state) !== state);
    if (differing.length > 0)
      refuse('events.recorded_differently', { memberIds: differing.map(({ memberId }) => memberId) });
    const fresh = entries
      .filter(({ memberId }) => !before.has(memberId))
      .map((entry) => ({ ...entry, at: event.startsAt, how }));
    if (others !== undefined)
      await tx.update(events).set({ othersPresent: others }).where(eq(events.matterId, id));
    await writeFacts(inside, event, fresh, others === undefined ? {} : { others });
  });
}

/** Whoever was there is on the list of members, whether they still serve or not. Refuses: events.member_unknown. */
async function ensureKnown({ tx }: Inside, memberIds: readonly string[]): Promise<void> {
  if (memberIds.length === 0) return;
  const known = await tx.$count(members, inArray(members.id, [...memberIds]));
  if (known !== memberIds.length) refuse('events.member_unknown');
}

type Fact = {
  memberId: string;
  state: 'attended' | 'absent' | 'leave';
  at: Temporal.Instant;
  how: AttendanceWay;
};

/** Writes new facts and the entry that tells of them; when there is nothing new, no entry. */
async function writeFacts(
  inside: Inside,
  event: Pick<LockedEvent, 'id'>,
  facts: readonly Fact[],
  more: Record<string, number> = {},
): Promise<void> {
  if (facts.length > 0) {
    await inside.tx.insert(attendances).values(
      facts.map((fact) => ({
        eventId: event.id,
        receivedAt: inside.now(),
        recordedBy: accountOf(inside),
        ...fact,
      })),
    );
  }
  if (facts.length === 0 && Object.keys(more).length === 0) return;
  const data = { ...countsOf(facts), how: facts[0]?.how ?? 'list', ...more };
  await advance(inside, eventWorkflow, { matterId: event.id, move: 'record', data });
}

function countsOf(facts: readonly Pick<Fact, 'state'>[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { state } of facts) counts[state] = (counts[state] ?? 0) + 1;
  return counts;
}

async function factsOf({ tx }: Inside, eventId: string, memberIds: readonly string[]) {
  if (memberIds.length === 0) return new Map<string, string>();
  const rows = await tx
    .select({ memberId: attendances.memberId, state: attendances.state })
    .from(attendances)
    .where(and(eq(attendances.eventId, eventId), inArray(attendances.memberId, [...memberIds])))
    .limit(memberIds.length);
  return new Map<string, string>(rows.map(({ memberId, state }) => [memberId, state]));
}

/**
 * Corrects what is recorded of one member, with a reason that stays in the journal beside what stood there before.
 * Locks the event. Refuses: as advance, matters.reason_missing, events.no_fact, events.personal_words.
 */
export async function correctAttendance(ctx: Context, input: CorrectAttendance): Promise<void> {
  const { id, memberId, state, reason } = input;
  ensureImpersonal(reason);
  await transact(ctx, async (tx, inside) => {
    await lockForMove(inside, id, 'correct');
    const before = (await factsOf(inside, id, [memberId])).get(memberId);
    if (before === undefined || before === state) refuse('events.no_fact');
    await advance(inside, eventWorkflow, {
      matterId: id,
      move: 'correct',
      reason,
      data: { memberId, from: before, to: state },
    });
    await tx
      .update(attendances)
      .set({ state, receivedAt: inside.now(), recordedBy: accountOf(inside) })
      .where(and(eq(attendances.eventId, id), eq(attendances.memberId, memberId)));
  });
}

/**
 * Closes the list of who was there: whoever has leave is on leave; whoever had to come, or said so, and was not seen is
 * absent. Returns how many of each there are. Locks the event. Refuses: as advance.
 */
export async function settleEvent(ctx: Context, { id }: { id: string }): Promise<Record<string, number>> {
  return transact(ctx, async (tx, inside) => {
    const event = await lockForMove(inside, id, 'settle');
    const open = await unrecorded(inside, id);
    const facts = open.flatMap(({ memberId, answer }) => {
      const state = closingState(answer, event);
      return state === null ? [] : [{ memberId, state, at: event.startsAt, how: 'list' as const }];
    });
    const told = { eventId: id, receivedAt: inside.now(), recordedBy: accountOf(inside) };
    await insertRows(
      tx,
      attendances,
      facts.map((fact) => ({ ...told, ...fact })),
    );
    const counts = await attendanceOf(inside, id);
    await advance(inside, eventWorkflow, { matterId: id, move: 'settle', data: counts });
    return counts;
  });
}

/** Members who are asked and of whom nothing is written down. */
async function unrecorded({ tx }: Inside, eventId: string) {
  return allInParts<{ memberId: string; answer: Answer }>((after, most) =>
    tx
      .select({ memberId: eventInvitees.inviteeId, answer: eventInvitees.answer })
      .from(eventInvitees)
      .leftJoin(
        attendances,
        and(eq(attendances.eventId, eventInvitees.eventId), eq(attendances.memberId, eventInvitees.memberId)),
      )
      .where(
        and(
          eq(eventInvitees.eventId, eventId),
          isNotNull(eventInvitees.memberId),
          isNull(attendances.state),
          after === undefined ? undefined : gt(eventInvitees.inviteeId, after.memberId),
        ),
      )
      .orderBy(asc(eventInvitees.inviteeId))
      .limit(most),
  );
}
