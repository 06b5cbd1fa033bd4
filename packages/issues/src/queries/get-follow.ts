import { asSystem, transact, type Context, type Tx } from '@tongxin/db';
import { listPhotos } from '@tongxin/files/queries';
import { notFound } from '@tongxin/matters/commands';
import { listReadings } from '@tongxin/matters/queries';
import { movesFor } from '@tongxin/matters/rules';
import { matters } from '@tongxin/matters/schema';
import { asc, eq } from 'drizzle-orm';
import { residentMatter, type Inside } from '../commands/issue-row.ts';
import { findTarget } from '../commands/judge.ts';
import { findWords, listMessages } from '../commands/readings.ts';
import { issueWorkflow, type IssueState } from '../rules/index.ts';
import { issues, judgements } from '../schema.ts';
import { readHistory } from './get-issue.ts';
import { issueColumns } from './list-issues.ts';

/**
 * Everything that a resident may see of their own matter: where it stands in the four public words, the next step and
 * its date, the whole public history, their own words, the conversation, the answer, their judgements, and which
 * office opened what they told. Never the contact details: they were given, not asked back. A merged matter shows the
 * other one's course and answer too. Refuses: matters.not_found for anybody but its resident.
 */
export async function getFollow(ctx: Context) {
  const matterId = residentMatter(ctx);
  return transact(ctx, async (tx, inside) => {
    const issue = await readOwn(tx, matterId);
    if (issue === undefined) throw notFound();
    const told = await findWords(tx, matterId);
    const { word, label } = issueWorkflow.states[issue.state];
    return {
      ...issue,
      word,
      stateLabel: label,
      /** The code of the sentence in `nextSteps`. */
      nextStep: issue.state,
      ...told,
      history: await readHistory(inside, matterId, 'resident'),
      messages: await listMessages(tx, matterId),
      photos: await listPhotos(inside, [matterId]),
      judgements: await listOwnJudgements(tx, matterId),
      readings: await listReadings(inside, matterId),
      mergedInto: issue.state === 'merged' ? await readTarget(tx, inside, matterId) : null,
      may: movesFor(issueWorkflow, { ...issue, doneBy: {} }, inside.actor),
    };
  });
}

async function readOwn(tx: Tx, matterId: string) {
  const [row] = await tx
    .select({
      ...issueColumns,
      contactKept: issues.contactKept,
      replyText: issues.replyText,
      divertedTo: issues.divertedTo,
      reopened: issues.reopened,
    })
    .from(matters)
    .innerJoin(issues, eq(issues.matterId, matters.id))
    .where(eq(matters.id, matterId))
    .limit(1);
  return row;
}

async function listOwnJudgements(tx: Tx, issueId: string) {
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

/** The course of the matter that this one went into: its state and answer, nothing that its own resident told. */
async function readTarget(tx: Tx, ctx: Inside, matterId: string) {
  const targetId = await findTarget(ctx, matterId);
  const [row] = await asSystem(ctx, () =>
    tx
      .select({
        id: matters.id,
        state: matters.state,
        dueAt: matters.dueAt,
        replyClass: issues.replyClass,
        replyText: issues.replyText,
        closingClass: issues.closingClass,
      })
      .from(matters)
      .innerJoin(issues, eq(issues.matterId, matters.id))
      .where(eq(matters.id, targetId))
      .limit(1),
  );
  if (row === undefined) return null;
  const state = row.state as IssueState;
  const { word, label } = issueWorkflow.states[state];
  return {
    ...row,
    state,
    word,
    stateLabel: label,
    nextStep: state,
    history: await readHistory(ctx, targetId, 'merged'),
  };
}
