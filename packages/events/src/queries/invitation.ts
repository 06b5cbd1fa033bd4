import type { Context } from '@tongxin/db';
import { and, eq, or } from 'drizzle-orm';
import { attendances, eventInvitees, events } from '../schema/index.ts';

const db = (ctx: Context) => ctx.tx ?? ctx.municipality.db;

/** Whether something is written down of a member here, or at a part of it: their record leads to it. */
export async function isRecorded(ctx: Context, eventId: string, memberId: string): Promise<boolean> {
  const [fact] = await db(ctx)
    .select({ eventId: attendances.eventId })
    .from(events)
    .innerJoin(attendances, eq(attendances.eventId, events.matterId))
    .where(
      and(
        or(eq(events.matterId, eventId), eq(events.parentEventId, eventId)),
        eq(attendances.memberId, memberId),
      ),
    )
    .limit(1);
  return fact !== undefined;
}

/** What a member was asked and said, or null. */
export async function invitationOf(ctx: Context, eventId: string, memberId: string) {
  const [row] = await db(ctx)
    .select({ answer: eventInvitees.answer, leavesAsked: eventInvitees.leavesAsked })
    .from(eventInvitees)
    .where(and(eq(eventInvitees.eventId, eventId), eq(eventInvitees.memberId, memberId)))
    .limit(1);
  return row ?? null;
}
