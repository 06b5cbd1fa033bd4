import { transact, type Context } from '@tongxin/db';
import { advance } from '@tongxin/matters/commands';
import { workCalendar } from '@tongxin/matters/queries';
import { matters } from '@tongxin/matters/schema';
import { and, asc, eq, isNotNull, isNull, ne, sql } from 'drizzle-orm';
import {
  eventWorkflow,
  settleBy,
  type CancelEvent,
  type ChangeEvent,
  type MoveEvent,
} from '../rules/index.ts';
import { bookings, eventInvitees, events } from '../schema/index.ts';
import { book, release } from './bookings.ts';
import { ensurePlace } from './create-event.ts';
import { lockForMove, type Inside, type LockedEvent } from './event-row.ts';
import { refuse } from './refuse.ts';
import { taking } from './taken.ts';

/**
 * Announces an event and its parts that are still drafts: the place is taken, and where coming is a duty everybody who
 * is asked, all of it or nothing. Locks the event. Refuses: as advance, events.in_the_past, events.taken.
 */
export async function publishEvent(ctx: Context, { id }: { id: string }): Promise<void> {
  await taking(ctx, async (inside) => {
    await announce(inside, await lockForMove(inside, id, 'publish'), false);
    for (const part of await partsOf(inside, id, 'draft'))
      await announce(inside, await lockForMove(inside, part, 'publish'), true);
  });
}

async function announce(inside: Inside, event: LockedEvent, follows: boolean): Promise<void> {
  if (Temporal.Instant.compare(event.startsAt, inside.now()) <= 0) refuse('events.in_the_past');
  const memberIds =
    event.mustAttend && event.parentEventId === null ? await askedMembers(inside, event.id) : [];
  await book(inside, {
    matterId: event.id,
    during: { start: event.startsAt, end: event.endsAt },
    resources: [
      ...(await placeToTake(inside, event)),
      ...memberIds.map((id) => ({ kind: 'member' as const, id })),
    ],
  });
  await advance(inside, eventWorkflow, {
    matterId: event.id,
    move: 'publish',
    due: event.endsAt,
    data: { asked: memberIds.length, ...(follows ? { with: event.parentEventId } : {}) },
  });
  await inside.tx
    .update(events)
    .set({ publishedAt: inside.now(), changedAt: inside.now() })
    .where(eq(events.matterId, event.id));
}

/** A part that is held where the whole is held finds its place taken by the whole already. */
async function placeToTake(inside: Inside, event: Pick<LockedEvent, 'platformId' | 'parentEventId'>) {
  if (event.platformId === null) return [];
  if (event.parentEventId !== null) {
    const [whole] = await inside.tx
      .select({ platformId: events.platformId })
      .from(events)
      .where(eq(events.matterId, event.parentEventId))
      .limit(1);
    if (whole?.platformId === event.platformId) return [];
  }
  return [{ kind: 'platform' as const, id: event.platformId }];
}

async function askedMembers({ tx }: Inside, eventId: string): Promise<string[]> {
  const rows = await tx
    .select({ id: eventInvitees.memberId })
    .from(eventInvitees)
    .where(and(eq(eventInvitees.eventId, eventId), isNotNull(eventInvitees.memberId)))
    .limit(5000);
  return rows.map(({ id }) => id!);
}

async function partsOf({ tx }: Inside, eventId: string, ...states: string[]): Promise<string[]> {
  const rows = await tx
    .select({ id: events.matterId, state: matters.state })
    .from(events)
    .innerJoin(matters, eq(matters.id, events.matterId))
    .where(eq(events.parentEventId, eventId))
    .orderBy(asc(events.matterId))
    .limit(200);
  return rows.filter(({ state }) => states.includes(state)).map(({ id }) => id);
}

/**
 * Changes what an event says; its time and place are moved by themselves. Locks the event.
 * Refuses: as advance, events.capacity_taken.
 */
export async function changeEvent(ctx: Context, input: ChangeEvent): Promise<void> {
  const { id, title, summary = null, answerBy = null, capacity = null } = input;
  await transact(ctx, async (tx, inside) => {
    const event = await lockForMove(inside, id, 'change');
    if (capacity !== null && event.placesTaken > capacity)
      refuse('events.capacity_taken', { taken: event.placesTaken });
    await advance(inside, eventWorkflow, { matterId: id, move: 'change' });
    await tx
      .update(events)
      .set({ title, summary, answerBy, capacity, changedAt: inside.now() })
      .where(eq(events.matterId, id));
  });
}

/**
 * Moves an event in time or place, with its reason; answers stay as they are. What it has taken is taken at the new
 * time, or nothing changes. An event with parts is moved part by part, each within the whole. Locks the event.
 * Refuses: as advance, events.in_the_past, place_missing, parent, taken.
 */
export async function moveEvent(ctx: Context, input: MoveEvent): Promise<void> {
  const { id, startsAt, endsAt, platformId, placeWords, reason } = input;
  await taking(ctx, async (inside) => {
    const { tx } = inside;
    const draft = (await stateOf(inside, id)) === 'draft';
    const event = await lockForMove(inside, id, draft ? 'change' : 'move');
    if (Temporal.Instant.compare(startsAt, inside.now()) <= 0) refuse('events.in_the_past');
    await ensurePlace(inside, { platformId, placeWords, mode: event.mode });
    await ensureWithin(inside, event, input);
    const data = { startsAt: startsAt.toString(), endsAt: endsAt.toString() };
    await advance(inside, eventWorkflow, {
      matterId: id,
      move: draft ? 'change' : 'move',
      due: draft ? startsAt : endsAt,
      reason,
      data,
    });
    await tx
      .update(events)
      .set({
        startsAt,
        endsAt,
        platformId: platformId ?? null,
        placeWords: placeWords ?? null,
        sequence: sql`${events.sequence} + 1`,
        changedAt: inside.now(),
      })
      .where(eq(events.matterId, id));
    if (!draft) await takeElsewhere(inside, event, input);
  });
}

async function stateOf({ tx }: Inside, id: string): Promise<string | undefined> {
  const [row] = await tx.select({ state: matters.state }).from(matters).where(eq(matters.id, id)).limit(1);
  return row?.state;
}

/** Takes the new time and place for the site and for everybody whose time was taken. */
async function takeElsewhere(
  inside: Inside,
  event: LockedEvent,
  { startsAt, endsAt, platformId }: MoveEvent,
) {
  const people = await inside.tx
    .select({ kind: bookings.resourceKind, id: bookings.resourceId })
    .from(bookings)
    .where(
      and(
        eq(bookings.matterId, event.id),
        isNull(bookings.releasedAt),
        ne(bookings.resourceKind, 'platform'),
      ),
    )
    .limit(5000);
  await release(inside, event.id);
  const sites = await placeToTake(inside, { ...event, platformId: platformId ?? null });
  await book(inside, {
    matterId: event.id,
    during: { start: startsAt, end: endsAt },
    resources: [...sites, ...people],
  });
}

/** A part stays within the whole, and the whole around its parts. Refuses: events.parent. */
async function ensureWithin(
  inside: Inside,
  event: LockedEvent,
  { startsAt, endsAt }: MoveEvent,
): Promise<void> {
  const within = (inner: { startsAt: Temporal.Instant; endsAt: Temporal.Instant }, outer: typeof inner) =>
    Temporal.Instant.compare(outer.startsAt, inner.startsAt) <= 0 &&
    Temporal.Instant.compare(inner.endsAt, outer.endsAt) <= 0;
  const columns = { startsAt: events.startsAt, endsAt: events.endsAt, cancelledAt: events.cancelledAt };
  const parts = await inside.tx
    .select(columns)
    .from(events)
    .where(eq(events.parentEventId, event.id))
    .limit(200);
  const wholes =
    event.parentEventId === null
      ? []
      : await inside.tx.select(columns).from(events).where(eq(events.matterId, event.parentEventId)).limit(1);
  const fits =
    parts.every((part) => part.cancelledAt !== null || within(part, { startsAt, endsAt })) &&
    wholes.every((whole) => within({ startsAt, endsAt }, whole));
  if (!fits) refuse('events.parent');
}

/**
 * Calls an event off with all its parts; place and people are free again, and the reason is read by whoever was asked.
 * Locks the event. Refuses: as advance.
 */
export async function cancelEvent(ctx: Context, { id, reason }: CancelEvent): Promise<void> {
  await transact(ctx, async (_tx, inside) => {
    for (const part of await partsOf(inside, id, 'draft', 'published')) await callOff(inside, part, reason);
    await callOff(inside, id, reason);
  });
}

async function callOff(inside: Inside, id: string, reason: string): Promise<void> {
  await lockForMove(inside, id, 'cancel');
  await advance(inside, eventWorkflow, { matterId: id, move: 'cancel', reason });
  await inside.tx
    .update(events)
    .set({
      cancelledAt: inside.now(),
      cancelReason: reason,
      sequence: sql`${events.sequence} + 1`,
      changedAt: inside.now(),
    })
    .where(eq(events.matterId, id));
  await release(inside, id);
}

/**
 * Registers an event that was held without having been announced here: who was there is recorded next.
 * Locks the event. Refuses: as advance, events.not_past.
 */
export async function registerHeld(ctx: Context, { id }: { id: string }): Promise<void> {
  await transact(ctx, async (tx, inside) => {
    const event = await lockForMove(inside, id, 'register');
    if (Temporal.Instant.compare(event.endsAt, inside.now()) > 0) refuse('events.not_past');
    const due = settleBy(inside.now(), await workCalendar(inside));
    await advance(inside, eventWorkflow, { matterId: id, move: 'register', due });
    await tx
      .update(events)
      .set({ publishedAt: inside.now(), changedAt: inside.now() })
      .where(eq(events.matterId, id));
  });
}

/** The clock's own step: its time is over, and who was there is to be settled. Refuses: as advance. */
export async function endEvent(ctx: Context, id: string): Promise<void> {
  await transact(ctx, async (_tx, inside) => {
    const event = await lockForEnd(inside, id);
    const due = settleBy(event.endsAt, await workCalendar(inside));
    await advance(inside, eventWorkflow, { matterId: id, move: 'end', due });
  });
}

async function lockForEnd({ tx }: Inside, id: string) {
  const [row] = await tx
    .select({ endsAt: events.endsAt })
    .from(events)
    .where(eq(events.matterId, id))
    .limit(1);
  return row ?? refuse('events.not_found');
}
