import { transact, type Context } from '@tongxin/db';
import { advance } from '@tongxin/matters/commands';
import { eq } from 'drizzle-orm';
import { issueWorkflow, triageHints, type PublishIssue } from '../rules/index.ts';
import { publishedIssues } from '../schema.ts';
import { ensureImpersonal, ensureRedacted, lockIssue, refuse } from './issue-row.ts';
import { recountSettled } from './settled-counts.ts';

/**
 * Puts a struck-off matter on the public page: the handling copy and the reply, as they were checked, by somebody
 * who did not write the copy. Publishing again says what changed and why. Refuses: as advance, copy_missing,
 * personal_found, private_matter, change_reason, personal_in_reason.
 */
export async function publishIssue(
  ctx: Context,
  { id, confirmed, changeReason }: PublishIssue,
): Promise<void> {
  if (changeReason !== undefined) ensureImpersonal(changeReason);
  await transact(ctx, async (tx, inside) => {
    const issue = await lockIssue(tx, inside, id);
    await advance(inside, issueWorkflow, {
      matterId: id,
      move: 'publish',
      reason: changeReason,
      data: { confirmed },
    });
    const { handlingTitle: title, handlingText: text, replyText: outcome } = issue;
    if (title === null || text === null) throw refuse('issues.copy_missing');
    if (triageHints(`${title}\n${text}`).includes('private')) throw refuse('issues.private_matter');
    ensureRedacted(confirmed, { title, text, reply: outcome ?? '' });
    const page = { title, text, outcome, closingClass: issue.closingClass, closedAt: issue.closedAt };
    const [before] = await tx
      .select({ closingClass: publishedIssues.closingClass })
      .from(publishedIssues)
      .where(eq(publishedIssues.matterId, id))
      .limit(1);
    if (before !== undefined && changeReason === undefined) throw refuse('issues.change_reason');
    const changed = before === undefined ? {} : { changedAt: inside.now(), changeReason };
    const { cityCode, countyCode, townshipCode } = issue;
    await tx
      .insert(publishedIssues)
      .values({ matterId: id, cityCode, countyCode, townshipCode, ...page, publishedAt: inside.now() })
      .onConflictDoUpdate({ target: publishedIssues.matterId, set: { ...page, ...changed } });
    await recountSettled(tx, issue, before, page);
  });
}
