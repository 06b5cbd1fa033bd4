import type { Context, Tx } from '@tongxin/db';
import { advance, link, unlink } from '@tongxin/matters/commands';
import { workCalendar } from '@tongxin/matters/queries';
import { asc, eq } from 'drizzle-orm';
import { publishBy, topicWorkflow } from '../rules/index.ts';
import { topics } from '../schema/index.ts';
import { moveTalkDates } from './issue-dates.ts';
import { lockMatters } from './lock.ts';

type Inside = Context & { tx: Tx };
type Session = { sessionId: string; number: string };

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

/** The topics, in the order of the agenda, get the session's date, and so do the residents' matters in them. */
export async function bringTopics(
  inside: Inside,
  {
    sessionId,
    number,
    endsAt,
    topicIds,
  }: Session & { endsAt: Temporal.Instant; topicIds: readonly string[] },
): Promise<void> {
  const due = publishBy(endsAt, await workCalendar(inside));
  const data = { sessionId, session: number };
  for (const topicId of topicIds.toSorted()) {
    await advance(inside, topicWorkflow, { matterId: topicId, move: 'schedule', due, data });
    const agendaNo = topicIds.indexOf(topicId) + 1;
    await inside.tx.update(topics).set({ sessionId, agendaNo }).where(eq(topics.matterId, topicId));
    await link(inside.tx, inside, { fromId: topicId, toId: sessionId, kind: 'talked_at' });
  }
  await moveTalkDates(inside, topicIds, { due, data });
}

/** The topics of a session that was called off wait for another date, and so do the residents' matters in them. */
export async function freeTopics(inside: Inside, { sessionId, number }: Session): Promise<void> {
  const topicIds = await lockAgenda(inside, sessionId);
  const data = { sessionId, session: number };
  let due: Temporal.Instant | null = null;
  for (const topicId of topicIds.toSorted()) {
    const step = { matterId: topicId, move: 'unschedule', data, follows: true } as const;
    due = (await advance(inside, topicWorkflow, step)).dueAt;
    await inside.tx
      .update(topics)
      .set({ sessionId: null, agendaNo: null })
      .where(eq(topics.matterId, topicId));
    await unlink(inside.tx, inside, { fromId: topicId, toId: sessionId, kind: 'talked_at' });
  }
  // All topics were freed in the same moment, so they wait until the same day.
  if (due !== null) await moveTalkDates(inside, topicIds, { due, data });
}
