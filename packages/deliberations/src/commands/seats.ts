import { secretWord } from '@tongxin/core';
import { once, transact, type Context, type Tx } from '@tongxin/db';
import { and, eq, gt, isNull, lt, sql } from 'drizzle-orm';
import type { TakeSeat } from '../rules/index.ts';
import { sessions, sessionSeats } from '../schema/index.ts';
import { refuse } from './refuse.ts';

/**
 * Takes a seat for a resident who gives no name; the ticket is all there is, so it is shown once and again to whoever
 * sends the same key. The database counts: the last seat goes to one, whoever else reaches for it.
 * It is no step of the session and leaves no journal entry: the seat's own row says when.
 * Refuses: deliberations.not_found, deliberations.full, deliberations.seats_closed (begun or cancelled).
 */
export async function takeSeat(ctx: Context, { sessionId, key }: TakeSeat): Promise<{ ticket: string }> {
  return once(ctx, { key: `deliberations.seat:${key}`, input: { sessionId } }, async (tx, inside) => {
    const counted = await tx
      .update(sessions)
      .set({ seatsTaken: sql`${sessions.seatsTaken} + 1` })
      .where(
        and(
          eq(sessions.matterId, sessionId),
          lt(sessions.seatsTaken, sessions.residentSeats),
          isNull(sessions.cancelledAt),
          gt(sessions.startsAt, inside.now()),
        ),
      )
      .returning({ seatsTaken: sessions.seatsTaken });
    if (counted.length === 0) return refuseSeat(tx, inside, sessionId);
    const ticket = secretWord(8);
    await tx.insert(sessionSeats).values({ ticket, sessionId, takenAt: inside.now() });
    return { ticket };
  });
}

async function refuseSeat(tx: Tx, ctx: Context, sessionId: string): Promise<never> {
  const [session] = await tx
    .select({ startsAt: sessions.startsAt, cancelledAt: sessions.cancelledAt })
    .from(sessions)
    .where(eq(sessions.matterId, sessionId))
    .limit(1);
  if (session === undefined) return refuse('deliberations.not_found');
  return refuse(isOpen(ctx, session) ? 'deliberations.full' : 'deliberations.seats_closed');
}

function isOpen(
  ctx: Context,
  session: { startsAt: Temporal.Instant; cancelledAt: Temporal.Instant | null },
): boolean {
  return session.cancelledAt === null && Temporal.Instant.compare(ctx.now(), session.startsAt) < 0;
}

/**
 * Gives a seat back for somebody else. A second time changes nothing.
 * Refuses: deliberations.ticket_unknown, deliberations.seats_closed (begun or cancelled).
 */
export async function giveBackSeat(
  ctx: Context,
  { ticket }: { ticket: string },
): Promise<{ sessionId: string }> {
  return transact(ctx, async (tx, inside) => {
    const [seat] = await tx
      .select({
        sessionId: sessionSeats.sessionId,
        givenBackAt: sessionSeats.givenBackAt,
        startsAt: sessions.startsAt,
        cancelledAt: sessions.cancelledAt,
      })
      .from(sessionSeats)
      .innerJoin(sessions, eq(sessions.matterId, sessionSeats.sessionId))
      .where(eq(sessionSeats.ticket, ticket))
      .limit(1);
    if (seat === undefined) return refuse('deliberations.ticket_unknown');
    if (seat.givenBackAt !== null) return { sessionId: seat.sessionId };
    if (!isOpen(inside, seat)) return refuse('deliberations.seats_closed');
    const given = await tx
      .update(sessionSeats)
      .set({ givenBackAt: inside.now() })
      .where(and(eq(sessionSeats.ticket, ticket), isNull(sessionSeats.givenBackAt)))
      .returning({ ticket: sessionSeats.ticket });
    // Of two that give it back at once, the second finds nothing left to give.
    if (given.length === 1) {
      await tx
        .update(sessions)
        .set({ seatsTaken: sql`${sessions.seatsTaken} - 1` })
        .where(eq(sessions.matterId, seat.sessionId));
    }
    return { sessionId: seat.sessionId };
  });
}
