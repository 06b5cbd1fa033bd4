import { transact, type Context, type Tx } from '@tongxin/db';
import { rebook, release } from '@tongxin/events/commands';
import { advance, unlink } from '@tongxin/matters/commands';
import { workCalendar } from '@tongxin/matters/queries';
import { asc, eq, sql } from 'drizzle-orm';
import { issuesInTopics } from '../queries/lineage.ts';
import { recordBy, sessionWorkflow, topicWorkflow, type Cancel, type Postpone } from '../rules/index.ts';
import { sessions, topics } from '../schema.ts';
import { moveTalkDates } from './issue-dates.ts';
import { lockMatters } from './lock.ts';
import { ensureImpersonal } from './refuse.ts';
import { bringTopics, ensureAhead } from './schedule-session.ts';
import { namingSessions } from './taken.ts';

type Inside = Context & { tx: Tx };

/**
 * Moves an announced session to another time; seats that residents have taken stay theirs. Hall, convenor and members
 * are taken for the new time, or nothing changes. Locks the session, its topics and their matters.
 * Refuses: matters.not_found, matters.not_now, matters.not_yours, matters.reason_missing,
 * deliberations.in_the_past, personal_words, and `taken` with the sessions in the way and the next free times.
 */
export async function postponeSession(ctx: Context, { id, startsAt, endsAt, reason }: Postpone): Promise<void> {
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
    const data = { sessionId: id, session: matter.number };
    const topicIds = await lockAgenda(inside, id);
    const due = await setFree(inside, { sessionId: id, topicIds, data });
    const issues = await issuesInTopics(inside, topicIds);
    if (due !== null) await moveTalkDates(inside, issues.map((issue) => issue.id), { due, data });
    await release(inside, id);
  });
}

/** The topics wait for another date; returns until when, the same for all of them. */
async function setFree(
  inside: Inside,
  { sessionId, topicIds, data }: { sessionId: string; topicIds: readonly string[]; data: Record<string, unknown> },
): Promise<Temporal.Instant | null> {
  let due: Temporal.Instant | null = null;
  for (const topicId of topicIds.toSorted()) {
    const freed = await advance(inside, topicWorkflow, { matterId: topicId, move: 'unschedule', data, follows: true });
    await inside.tx.update(topics).set({ sessionId: null, agendaNo: null }).where(eq(topics.matterId, topicId));
    await unlink(inside.tx, inside, { fromId: topicId, toId: sessionId, kind: 'talked_at' });
    due = freed.dueAt;
  }
  return due;
}

/** The topics of a session, locked, in the order of the agenda. */
export async function lockAgenda(inside: Inside, sessionId: string): Promise<string[]> {
  const agenda = await inside.tx
    .select({ id: topics.matterId })
    .from(topics)
    .where(eq(topics.sessionId, sessionId))
    .orderBy(asc(topics.agendaNo))
    .limit(20);
  const ids = agenda.map(({ id }) => id);
  await lockMatters(inside.tx, ids);
  return ids;
}
