import { transact, type Context, type Tx } from '@tongxin/db';
import { advance, notFound, recordReading } from '@tongxin/matters/commands';
import { asc, eq } from 'drizzle-orm';
import {
  issueWorkflow,
  triageHints,
  wordReaders,
  type Contact,
  type IssueId,
  type WithReason,
} from '../rules/index.ts';
import { issueMessages, issueWords, judgements } from '../schema.ts';
import { readIdentity } from '../vault.ts';
import { ensureImpersonal, lockIssue, refuse } from './issue-row.ts';

/**
 * Opens the resident's own words, the conversation and the words of their judgements, for a host or the county
 * office. The opening is written down in the same transaction and the resident sees it. Messages oldest first, at
 * most 200. Refuses: matters.not_found outside the scope.
 */
export async function openWords(ctx: Context, { id }: IssueId) {
  return transact(ctx, async (tx, inside) => {
    const issue = await lockIssue(tx, inside, id);
    await recordReading(tx, inside, { matter: issue, what: 'words', roles: wordReaders });
    const told = await findWords(tx, id);
    if (told === undefined) throw notFound();
    return {
      ...told,
      hints: triageHints(told.words),
      messages: await listMessages(tx, id),
      judgements: await listJudgementWords(tx, id),
    };
  });
}

/** What the resident told, or nothing when the row is behind the wall. */
export async function findWords(tx: Tx, matterId: string) {
  const [row] = await tx
    .select({ words: issueWords.words, placeWords: issueWords.placeWords })
    .from(issueWords)
    .where(eq(issueWords.matterId, matterId))
    .limit(1);
  return row;
}

/** Questions of the office and answers of the resident, oldest first, at most 200. */
export async function listMessages(tx: Tx, matterId: string) {
  return tx
    .select({
      seq: issueMessages.seq,
      author: issueMessages.author,
      text: issueMessages.text,
      at: issueMessages.at,
    })
    .from(issueMessages)
    .where(eq(issueMessages.matterId, matterId))
    .orderBy(asc(issueMessages.seq))
    .limit(200);
}

async function listJudgementWords(tx: Tx, issueId: string) {
  return tx
    .select({
      aboutId: judgements.aboutId,
      round: judgements.round,
      solved: judgements.solved,
      stars: judgements.stars,
      words: judgements.words,
      at: judgements.at,
    })
    .from(judgements)
    .where(eq(judgements.issueId, issueId))
    .orderBy(asc(judgements.at))
    .limit(200);
}

/**
 * Opens the contact details, for a reason that the resident reads together with the office and the time. The reason,
 * the reading and the opening are one transaction: what cannot be written down is not shown. Refuses: as advance,
 * no_contact, personal_in_reason.
 */
export async function revealIdentity(ctx: Context, { id, reason }: WithReason): Promise<Contact> {
  ensureImpersonal(reason);
  return transact(ctx, async (tx, inside) => {
    const issue = await lockIssue(tx, inside, id);
    await advance(inside, issueWorkflow, { matterId: id, move: 'reveal', reason });
    if (!issue.contactKept) throw refuse('issues.no_contact');
    await recordReading(tx, inside, { matter: issue, what: 'identity', roles: wordReaders, reason });
    const contact = await readIdentity(tx, inside, id);
    if (contact === null) throw refuse('issues.no_contact');
    return contact;
  });
}
