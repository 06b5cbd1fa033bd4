import { DomainError, ensure, newId } from '@tongxin/core';
import { allInParts, insertRows, transact, type Context, type Tx } from '@tongxin/db';
import { and, asc, eq, gt, isNull, or, sql } from 'drizzle-orm';
import { listConflicts, nextFree } from '../queries/bookings.ts';
import {
  inOrder,
  mayBook,
  refusals,
  type Resource,
  type ResourceKind,
  type Stretch,
  type TakenFacts,
} from '../rules/index.ts';
import { bookings } from '../schema/index.ts';

export type NewBooking = { matterId: string; during: Stretch; resources: readonly Resource[] };

/** A conflict that its owner releases between our try and our look is not in the way any more: then we try again. */
const attempts = 5;

/**
 * Takes all these resources for a matter, or none. Whoever comes second waits until the first has committed, and
 * is told. Joins the caller's transaction, which goes on after a refusal as if nothing had been tried.
 * Refuses: events.taken with `TakenFacts`, events.period.
 */
export async function book(ctx: Context, { matterId, during, resources }: NewBooking): Promise<void> {
  ensure(mayBook(during), refusals);
  const ordered = inOrder(resources);
  if (ordered.length === 0) return;
  await transact(ctx, async (tx, inside) => {
    for (let attempt = 1; attempt <= attempts; attempt += 1) {
      if (await takeAll(tx, { matterId, during, resources: ordered })) return;
      await ensureFree(inside, { during, resources: ordered });
    }
    throw new Error('a booking met conflicts five times that were gone when looked at');
  });
}

/**
 * Takes every resource or, back at the savepoint, none. The exclusion constraint decides; with ON CONFLICT the second
 * one waits before it inserts. A plain insert waits afterwards, and two of the same instant then wait for each other
 * until the server ends one of them as a deadlock.
 */
async function takeAll(tx: Tx, { matterId, during, resources }: NewBooking): Promise<boolean> {
  await tx.execute(sql`savepoint booking`);
  const rows = resources.map(({ kind, id }) => ({
    id: newId<'booking'>(),
    resourceKind: kind,
    resourceId: id,
    during,
    matterId,
  }));
  const all = (await insertRows(tx, bookings, rows, { orNothing: true })) === rows.length;
  await tx.execute(all ? sql`release savepoint booking` : sql`rollback to savepoint booking`);
  return all;
}

/**
 * Says at once what is in the way now. Booking still decides; but whoever asks first does not hold what others wait for,
 * such as the next number of a series, while it turns out that the time was taken long ago.
 * Refuses: events.taken with `TakenFacts`.
 */
export async function ensureFree(
  ctx: Context,
  { during, resources }: Pick<NewBooking, 'during' | 'resources'>,
): Promise<void> {
  const conflicts = await listConflicts(ctx, resources, during);
  if (conflicts.length === 0) return;
  const duration = during.start.until(during.end);
  const from = Temporal.Instant.compare(during.start, ctx.now()) < 0 ? ctx.now() : during.start;
  const free = await nextFree(ctx, resources, duration, from);
  const facts: TakenFacts = {
    conflicts,
    free: free.map(({ start, end }) => ({ start: start.toString(), end: end.toString() })),
  };
  throw new DomainError('events.taken', refusals['events.taken'], facts);
}

/** Gives back everything that a matter has taken; a second time gives back nothing. Returns how many there were. */
export async function release(ctx: Context, matterId: string): Promise<number> {
  return transact(ctx, async (tx) => {
    const { rowCount } = await tx
      .update(bookings)
      .set({ releasedAt: ctx.now() })
      .where(and(eq(bookings.matterId, matterId), isNull(bookings.releasedAt)));
    return rowCount ?? 0;
  });
}

/** Gives back these resources of a matter, whatever else it has taken; what it has not taken stays as it is. */
export async function giveBack(
  ctx: Context,
  { matterId, resources }: { matterId: string; resources: readonly Resource[] },
): Promise<void> {
  if (resources.length === 0) return;
  await transact(ctx, async (tx) => {
    await tx
      .update(bookings)
      .set({ releasedAt: ctx.now() })
      .where(
        and(
          eq(bookings.matterId, matterId),
          isNull(bookings.releasedAt),
          or(
            ...resources.map(({ kind, id }) =>
              and(eq(bookings.resourceKind, kind), eq(bookings.resourceId, id)),
            ),
          ),
        ),
      );
  });
}

/** Everything that a matter has taken and not given back, locked: of a plenary a whole committee and its hall. */
export async function heldBy(tx: Tx, matterId: string) {
  return allInParts<{ id: string; kind: ResourceKind; resourceId: string }>((after, most) =>
    tx
      .select({ id: bookings.id, kind: bookings.resourceKind, resourceId: bookings.resourceId })
      .from(bookings)
      .where(
        and(
          eq(bookings.matterId, matterId),
          isNull(bookings.releasedAt),
          after === undefined ? undefined : gt(bookings.id, after.id),
        ),
      )
      .orderBy(asc(bookings.id))
      .limit(most)
      .for('update'),
  );
}

/**
 * Moves what a matter has taken to another time; when that is refused, the old time stays taken.
 * Locks the matter's bookings. Refuses: events.nothing_booked, events.taken, events.period.
 */
export async function rebook(
  ctx: Context,
  { matterId, during }: { matterId: string; during: Stretch },
): Promise<void> {
  await transact(ctx, async (tx, inside) => {
    const held = await heldBy(tx, matterId);
    if (held.length === 0) throw new DomainError('events.nothing_booked', refusals['events.nothing_booked']);
    await tx.execute(sql`savepoint moving`);
    try {
      const ids = sql.param(held.map(({ id }) => id));
      await tx
        .update(bookings)
        .set({ releasedAt: ctx.now() })
        .where(sql`${bookings.id} = any(${ids}::uuid[])`);
      const resources = held.map(({ kind, resourceId }) => ({ kind, id: resourceId }));
      await book(inside, { matterId, during, resources });
    } catch (error) {
      await tx.execute(sql`rollback to savepoint moving`);
      throw error;
    }
    await tx.execute(sql`release savepoint moving`);
  });
}
