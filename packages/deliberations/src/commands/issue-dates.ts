import type { Context, Tx } from '@tongxin/db';
import { issueWorkflow } from '@tongxin/issues/rules';
import { advance } from '@tongxin/matters/commands';
import { inArray } from 'drizzle-orm';
import { issuesInTopics, issuesOfLines, linesOfIssues } from '../queries/lineage.ts';
import { settledBy } from '../rules/index.ts';
import { outcomeLines } from '../schema/index.ts';
import { lockMatters } from './lock.ts';

type Inside = Context & { tx: Tx };

/** Residents' matters in these topics wait for their date: each hears the new one. Locks them, by id. */
export async function moveTalkDates(
  inside: Inside,
  topicIds: readonly string[],
  { due, data }: { due: Temporal.Instant; data: Record<string, unknown> },
): Promise<void> {
  const held = await issuesInTopics(inside, topicIds);
  const ids = held.map(({ id }) => id);
  for (const issue of await lockMatters(inside.tx, ids)) {
    // Its resident may have withdrawn it between the reading and the lock.
    if (issue.state !== 'in_talks') continue;
    const step = { matterId: issue.id, move: 'date_follows', due, data, follows: true } as const;
    await advance(inside, issueWorkflow, step);
  }
}

/**
 * The matters that a line answers are settled when the last of their open lines is: when a line's day has moved, the
 * residents are told the new date. Locks the matters, in the order of their ids.
 */
export async function moveSettleDates(inside: Inside, lineId: string): Promise<void> {
  const answered = await issuesOfLines(inside, [lineId]);
  const issues = await lockMatters(
    inside.tx,
    answered.map(({ id }) => id),
  );
  for (const issue of issues.filter(({ state }) => state === 'in_hand')) {
    const due = settledBy(await lastDay(inside, issue.id));
    if (issue.dueAt !== null && Temporal.Instant.compare(due, issue.dueAt) === 0) continue;
    await advance(inside, issueWorkflow, {
      matterId: issue.id,
      move: 'date_follows',
      due,
      data: { lineId },
      follows: true,
    });
  }
}

/** The latest day of the open lines that answer this matter. */
async function lastDay(inside: Inside, issueId: string): Promise<Temporal.PlainDate> {
  const open = (await linesOfIssues(inside, [issueId])).filter(
    ({ state }) => state !== 'closed' && state !== 'not_adopted',
  );
  const days = await inside.tx
    .select({ dueOn: outcomeLines.dueOn })
    .from(outcomeLines)
    .where(
      inArray(
        outcomeLines.matterId,
        open.map(({ id }) => id),
      ),
    )
    .limit(open.length);
  return days.map(({ dueOn }) => dueOn).reduce((a, b) => (Temporal.PlainDate.compare(a, b) < 0 ? b : a));
}
