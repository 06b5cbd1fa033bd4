import { transact, type Context } from '@tongxin/db';
import { rebook, release } from '@tongxin/events/commands';
import { advance } from '@tongxin/matters/commands';
import { workCalendar } from '@tongxin/matters/queries';
import { eq, sql } from 'drizzle-orm';
import { recordBy, sessionWorkflow, type Cancel, type Postpone } from '../rules/index.ts';
import { sessions } from '../schema/index.ts';
import { bringTopics, freeTopics, lockAgenda } from './agenda.ts';
import { ensureImpersonal } from './refuse.ts';
import { ensureAhead } from './schedule-session.ts';
import { namingSessions } from './taken.ts';

/**
 * Moves an announced session to another time; seats that residents have taken stay theirs. Hall, convenor and members
 * are taken for the new time, or nothing changes. Locks the session, its topics and their matters.
 * Refuses: matters.not_found, matters.not_now, matters.not_yours, matters.reason_missing,
 * deliberations.in_the_past, personal_words, and `taken` with the sessions in the way and the next free times.
 */
export async function postponeSession(
  ctx: Context,
  { id, startsAt, endsAt, reason }: Postpone,
): Promise<void> {
  ensureImpersonal(reason);
  try {
    await transact(ctx, async (tx, inside) => {
      const calendar = await workCalendar(inside);
      ensureAhead(inside, startsAt);
      const { matter } = await advance(inside, sessionWorkflow, {
        matterId: id,
        move: 'postpone',
        reason,
        due: recordBy(endsAt, calendar),
        data: { startsAt: startsAt.toString(), endsAt: endsAt.toString() },
      });
      await tx
        .update(sessions)
        .set({ startsAt, endsAt, sequence: sql`${sessions.sequence} + 1`, changedAt: inside.now() })
        .where(eq(sessions.matterId, id));
      const topicIds = await lockAgenda(inside, id);
      await bringTopics(inside, { sessionId: id, number: matter.number, endsAt, topicIds });
      await rebook(inside, { matterId: id, during: { start: startsAt, end: endsAt } });
    });
  } catch (error) {
    throw await namingSessions(ctx, error);
  }
}

/**
 * Calls an announced session off. Hall and people are free again, its topics wait for another date, and its notice
 * says so with the reason to everybody, those who have taken a seat included. Locks the session, its topics and their
 * matters. Refuses: matters.not_found, matters.not_now, matters.not_yours, deliberations.personal_words.
 */
export async function cancelSession(ctx: Context, { id, reason }: Cancel): Promise<void> {
  ensureImpersonal(reason);
  await transact(ctx, async (tx, inside) => {
    const { matter } = await advance(inside, sessionWorkflow, { matterId: id, move: 'cancel', reason });
    await tx
      .update(sessions)
      .set({
        cancelledAt: inside.now(),
        cancelReason: reason,
        sequence: sql`${sessions.sequence} + 1`,
        changedAt: inside.now(),
      })
      .where(eq(sessions.matterId, id));
    await freeTopics(inside, { sessionId: id, number: matter.number });
    await release(inside, id);
  });
}
