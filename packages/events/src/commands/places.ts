import { and, eq, isNull, lt, or, sql } from 'drizzle-orm';
import { events } from '../schema/index.ts';
import { book, giveBack } from './bookings.ts';
import type { EventRow, Inside } from './event-row.ts';
import { refuse } from './refuse.ts';

type Seated = Pick<EventRow, 'id' | 'startsAt' | 'endsAt' | 'parentEventId'>;

/** Takes one place. The row counts: the last place goes to one. Refuses: events.full. */
export async function takePlace(inside: Inside, eventId: string): Promise<void> {
  const counted = await inside.tx
    .update(events)
    .set({ placesTaken: sql`${events.placesTaken} + 1` })
    .where(
      and(eq(events.matterId, eventId), or(isNull(events.capacity), lt(events.placesTaken, events.capacity))),
    )
    .returning({ placesTaken: events.placesTaken });
  if (counted.length === 0) refuse('events.full');
}

export async function givePlaceBack(inside: Inside, eventId: string): Promise<void> {
  await inside.tx
    .update(events)
    .set({ placesTaken: sql`${events.placesTaken} - 1` })
    .where(eq(events.matterId, eventId));
}

/** Keeps a member's time free for the event. Whoever is at the whole is not taken a second time for one of its parts. */
export async function keepTime(inside: Inside, event: Seated, memberIds: readonly string[]): Promise<void> {
  if (event.parentEventId !== null) return;
  await book(inside, {
    matterId: event.id,
    during: { start: event.startsAt, end: event.endsAt },
    resources: memberIds.map((id) => ({ kind: 'member' as const, id })),
  });
}

export async function freeTime(inside: Inside, event: Seated, memberId: string): Promise<void> {
  await giveBack(inside, { matterId: event.id, resources: [{ kind: 'member', id: memberId }] });
}
