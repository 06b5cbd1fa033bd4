import { transact, type Context, type Tx } from '@tongxin/db';
import { leaveTalks } from '@tongxin/issues/commands';
import { advance, unlink } from '@tongxin/matters/commands';
import { issuesInTopics } from '../queries/lineage.ts';
import { topicWorkflow, type AddIssues, type DropTopic, type RemoveIssue } from '../rules/index.ts';
import { takeIn } from './create-topic.ts';
import { lockKnown, lockMatters } from './lock.ts';
import { refuse } from './refuse.ts';

type Inside = Context & { tx: Tx };

/**
 * Takes further accepted matters of the same township into a topic, also when its date is set already.
 * Locks the topic and the matters. Refuses: matters.not_found, matters.not_now, matters.not_yours,
 * issues.copy_missing, deliberations.other_township.
 */
export async function addIssues(ctx: Context, { topicId, issueIds }: AddIssues): Promise<void> {
  await transact(ctx, async (tx, inside) => {
    const { matter, dueAt } = await advance(inside, topicWorkflow, {
      matterId: topicId,
      move: 'change',
      data: { added: issueIds.length },
    });
    const issues = await lockKnown(tx, inside.actor, { kind: 'issue', ids: issueIds });
    if (issues.some(({ townshipCode }) => townshipCode !== matter.townshipCode))
      refuse('deliberations.other_township');
    await takeIn(inside, { topicId, due: dueAt!, issues });
  });
}

/**
 * Takes a matter out of a topic; it is accepted again, its resident reads the reason. Locks the topic and the matter.
 * Refuses: matters.not_found, matters.not_now, matters.not_yours, deliberations.not_in_topic, and
 * deliberations.last_issue, because a topic about nothing is dropped instead.
 */
export async function removeIssue(ctx: Context, { topicId, issueId, reason }: RemoveIssue): Promise<void> {
  await transact(ctx, async (_tx, inside) => {
    await advance(inside, topicWorkflow, { matterId: topicId, move: 'change', data: { removed: 1 } });
    const held = await issuesInTopics(inside, [topicId]);
    if (!held.some(({ id }) => id === issueId)) refuse('deliberations.not_in_topic');
    if (held.length === 1) refuse('deliberations.last_issue');
    await letGo(inside, { topicId, issueIds: [issueId], reason });
  });
}

/**
 * Gives a topic up before it has a date. Its matters are accepted again and their residents read the reason.
 * Locks the topic and the matters. Refuses: matters.not_found, matters.not_now, matters.not_yours,
 * matters.reason_missing.
 */
export async function dropTopic(ctx: Context, { topicId, reason }: DropTopic): Promise<void> {
  await transact(ctx, async (_tx, inside) => {
    await advance(inside, topicWorkflow, { matterId: topicId, move: 'drop', reason });
    const held = await issuesInTopics(inside, [topicId]);
    await letGo(inside, { topicId, issueIds: held.map(({ id }) => id), reason });
  });
}

async function letGo(
  inside: Inside,
  { topicId, issueIds, reason }: { topicId: string; issueIds: readonly string[]; reason: string },
): Promise<void> {
  for (const issue of await lockMatters(inside.tx, issueIds)) {
    // Its resident may have withdrawn it between the reading and the lock.
    if (issue.state !== 'in_talks') continue;
    await leaveTalks(inside, { id: issue.id, topicId, reason, follows: true });
    await unlink(inside.tx, inside, { fromId: issue.id, toId: topicId, kind: 'taken_into' });
  }
}
