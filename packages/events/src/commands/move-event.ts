import { advance } from '@tongxin/matters/commands';
import type { Context } from '@tongxin/db';
import { eq, sql } from 'drizzle-orm';
import { eventWorkflow, partsAtMost, type MoveEvent } from '../rules/index.ts';
import { events } from '../schema/index.ts';
import { book, heldBy, release } from './bookings.ts';
import { lockForMove, type Inside, type LockedEvent } from './event-row.ts';
import { placeToTake } from './publish-event.ts';
import { ensureImpersonal, refuse } from './refuse.ts';
import { ensurePlace } from './sites.ts';
import { taking } from './taken.ts';
import { tellAsked } from './tell-asked.ts';

/**
 * Moves an event in time or place, with its reason; answers stay as they are, and whoever is asked is told. What it has taken is taken at the new
 * time, or nothing changes. An event with parts is moved part by part, each within the whole. Locks the event.
 * Refuses: as advance, events.in_the_past, place_missing, site_closed, parent, personal_words, taken.
 */
export async function moveEvent(ctx: Context, input: MoveEvent): Promise<void> {
  const { id, startsAt, endsAt, platformId, placeWords, reason } = input;
  await taking(ctx, async (inside) => {
    const { tx } = inside;
    ensureImpersonal(reason, placeWords);
    await lockWhole(inside, id);
    // Drafts are changed and announced events moved; which of the two it is, is read behind the lock.
    const event = await lockForMove(inside, id, 'change');
    const draft = event.state === 'draft';
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
    if (draft) return;
    await takeElsewhere(inside, event, input);
    await tellAsked(inside, { eventId: id, event: 'moved' });
  });
}

/** A part's whole is locked before the part, so that neither moves away from the other meanwhile. */
async function lockWhole({ tx }: Inside, id: string): Promise<void> {
  const [row] = await tx
    .select({ parentEventId: events.parentEventId })
    .from(events)
    .where(eq(events.matterId, id))
    .limit(1);
  const wholeId = row?.parentEventId ?? null;
  if (wholeId === null) return;
  const whole = eq(events.matterId, wholeId);
  await tx.select({ id: events.matterId }).from(events).where(whole).limit(1).for('share');
}

/** Takes the new time and place for the site and for everybody whose time was taken. */
async function takeElsewhere(
  inside: Inside,
  event: LockedEvent,
  { startsAt, endsAt, platformId }: MoveEvent,
) {
  const held = await heldBy(inside.tx, event.id);
  const people = held
    .filter(({ kind }) => kind !== 'platform')
    .map(({ kind, resourceId }) => ({ kind, id: resourceId }));
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
    .limit(partsAtMost);
  const wholes =
    event.parentEventId === null
      ? []
      : await inside.tx.select(columns).from(events).where(eq(events.matterId, event.parentEventId)).limit(1);
  const fits =
    parts.every((part) => part.cancelledAt !== null || within(part, { startsAt, endsAt })) &&
    wholes.every((whole) => within({ startsAt, endsAt }, whole));
  if (!fits) refuse('events.parent');
}
