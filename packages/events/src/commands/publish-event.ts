import { allInParts, transact, type Context } from '@tongxin/db';
import { advance } from '@tongxin/matters/commands';
import { workCalendar } from '@tongxin/matters/queries';
import { matters } from '@tongxin/matters/schema';
import { and, asc, eq, gt, isNotNull, sql } from 'drizzle-orm';
import { eventWorkflow, partsAtMost, settleBy, type CancelEvent, type ChangeEvent } from '../rules/index.ts';
import { eventInvitees, events } from '../schema/index.ts';
import { book, release } from './bookings.ts';
import { ensureOpen, ensureSites, writeSites } from './sites.ts';
import { lockForMove, type Inside, type LockedEvent } from './event-row.ts';
import { ensureImpersonal, refuse } from './refuse.ts';
import { taking } from './taken.ts';
import { tellAsked } from './tell-asked.ts';

/**
 * Announces an event and its parts that are still drafts: the place is taken, and where coming is a duty everybody who
 * is asked, all of it or nothing. Whoever is asked is told. Locks the event.
 * Refuses: as advance, events.in_the_past, events.personal_words, events.site_closed, events.taken.
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
  ensureImpersonal(event.title, event.summary, event.speaker, event.placeWords);
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
  const unlessAskedTo = follows ? event.parentEventId : null;
  await tellAsked(inside, { eventId: event.id, event: 'asked', unlessAskedTo });
}

/** A part that is held where the whole is held finds its place taken by the whole already. Refuses: events.site_closed. */
export async function placeToTake(inside: Inside, event: Pick<LockedEvent, 'platformId' | 'parentEventId'>) {
  if (event.platformId === null) return [];
  if (event.parentEventId !== null) {
    const [whole] = await inside.tx
      .select({ platformId: events.platformId })
      .from(events)
      .where(eq(events.matterId, event.parentEventId))
      .limit(1);
    if (whole?.platformId === event.platformId) return [];
  }
  await ensureOpen(inside, event.platformId);
  return [{ kind: 'platform' as const, id: event.platformId }];
}

async function askedMembers({ tx }: Inside, eventId: string): Promise<string[]> {
  const rows = await allInParts<{ id: string }>((after, most) =>
    tx
      .select({ id: eventInvitees.inviteeId })
      .from(eventInvitees)
      .where(
        and(
          eq(eventInvitees.eventId, eventId),
          isNotNull(eventInvitees.memberId),
          after === undefined ? undefined : gt(eventInvitees.inviteeId, after.id),
        ),
      )
      .orderBy(asc(eventInvitees.inviteeId))
      .limit(most),
  );
  return rows.map(({ id }) => id);
}

async function partsOf({ tx }: Inside, eventId: string, ...states: string[]): Promise<string[]> {
  const rows = await tx
    .select({ id: events.matterId, state: matters.state })
    .from(events)
    .innerJoin(matters, eq(matters.id, events.matterId))
    .where(eq(events.parentEventId, eventId))
    .orderBy(asc(events.matterId))
    .limit(partsAtMost);
  return rows.filter(({ state }) => states.includes(state)).map(({ id }) => id);
}

/**
 * Changes what an event says; its time and place are moved by themselves. Locks the event.
 * Refuses: as advance, events.capacity_taken, events.personal_words, events.site_unknown.
 */
export async function changeEvent(ctx: Context, input: ChangeEvent): Promise<void> {
  const { id, title, summary = null, speaker = null, siteIds, answerBy = null, capacity = null } = input;
  await transact(ctx, async (tx, inside) => {
    const event = await lockForMove(inside, id, 'change');
    if (event.state !== 'draft') ensureImpersonal(title, summary, speaker);
    if (siteIds !== undefined) await writeSites(inside, id, await ensureSites(inside, siteIds));
    if (capacity !== null && event.placesTaken > capacity)
      refuse('events.capacity_taken', { taken: event.placesTaken });
    await advance(inside, eventWorkflow, { matterId: id, move: 'change' });
    await tx
      .update(events)
      .set({ title, summary, speaker, answerBy, capacity, changedAt: inside.now() })
      .where(eq(events.matterId, id));
  });
}

/**
 * Calls an event off with all its parts; place and people are free again. Whoever was asked is told, and reads the
 * reason. Locks the event. Refuses: as advance, events.personal_words.
 */
export async function cancelEvent(ctx: Context, { id, reason }: CancelEvent): Promise<void> {
  ensureImpersonal(reason);
  await transact(ctx, async (_tx, inside) => {
    // The whole before its parts, as when it is announced: so two never wait for each other.
    const { state } = await lockForMove(inside, id, 'cancel');
    const told = state === 'published' ? id : null;
    for (const part of await partsOf(inside, id, 'draft', 'published'))
      await callOff(inside, { id: part, reason, unlessAskedTo: told });
    await callOff(inside, { id, reason, unlessAskedTo: null });
  });
}

type CallingOff = CancelEvent & { unlessAskedTo: string | null };

async function callOff(inside: Inside, { id, reason, unlessAskedTo }: CallingOff): Promise<void> {
  const { state } = await lockForMove(inside, id, 'cancel');
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
  // Of a draft nobody has heard.
  if (state === 'published') await tellAsked(inside, { eventId: id, event: 'called_off', unlessAskedTo });
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
