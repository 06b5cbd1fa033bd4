import { DomainError } from '@tongxin/core';
import type { Context } from '@tongxin/db';
import { eq } from 'drizzle-orm';
import { refusals } from '../rules/index.ts';
import { sessionSeats } from '../schema/index.ts';
import { sessionRow } from './session.ts';

/**
 * A seat by its ticket, for whoever holds the ticket: which session, whether it was moved or called off and why, and
 * whether the seat was given back. Refuses: deliberations.ticket_unknown.
 */
export async function getSeat(ctx: Context, ticket: string) {
  const [seat] = await (ctx.tx ?? ctx.municipality.db)
    .select({
      sessionId: sessionSeats.sessionId,
      takenAt: sessionSeats.takenAt,
      givenBackAt: sessionSeats.givenBackAt,
    })
    .from(sessionSeats)
    .where(eq(sessionSeats.ticket, ticket))
    .limit(1);
  if (seat === undefined)
    throw new DomainError('deliberations.ticket_unknown', refusals['deliberations.ticket_unknown']);
  const { number, title, hall, address, startsAt, endsAt, cancelledAt, cancelReason } = await sessionRow(
    ctx,
    seat.sessionId,
  );
  return { ...seat, number, title, hall, address, startsAt, endsAt, cancelledAt, cancelReason };
}
