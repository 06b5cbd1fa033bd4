import { DomainError } from '@tongxin/core';
import type { Context } from '@tongxin/db';
import { countLineSilence } from '@tongxin/deliberations/commands';
import { lineWorkflow, sessionWorkflow, topicWorkflow } from '@tongxin/deliberations/rules';
import { countSilence } from '@tongxin/issues/commands';
import { issueWorkflow } from '@tongxin/issues/rules';
import { advance, remind } from '@tongxin/matters/commands';
import { listDue } from '@tongxin/matters/queries';
import type { MatterKind, Workflow } from '@tongxin/matters/rules';

const workflows: Readonly<Record<MatterKind, Workflow>> = {
  issue: issueWorkflow as Workflow,
  topic: topicWorkflow as Workflow,
  session: sessionWorkflow as Workflow,
  outcome_line: lineWorkflow as Workflow,
};

/** Moves that the clock makes and that do more than change the state. */
const passing: Record<string, (ctx: Context, matterId: string) => Promise<unknown>> = {
  'issue.count_silence': countSilence,
  'outcome_line.count_silence': (ctx, id) => countLineSilence(ctx, { id }),
};

/** The states that pass by themselves when their date has come. */
const passingStates = Object.values(workflows).flatMap(({ kind, states }) =>
  Object.entries(states)
    .filter(([, rule]) => !rule.final && rule.atDue !== undefined)
    .map(([state]) => ({ kind, state })),
);

/**
 * Looks at what is overdue, the longest overdue first, at most 500: makes the move that its state makes by itself
 * (silence, setting aside), or reminds its owner. Returns how many moved. Safe to run in several processes.
 */
export async function passDue(ctx: Context): Promise<number> {
  let moved = 0;
  for (const matter of await listDue(ctx, { limit: 500, passing: passingStates })) {
    const rule = workflows[matter.kind].states[matter.state];
    const move = rule === undefined || rule.final ? undefined : rule.atDue;
    if (move === undefined) {
      await remind(ctx, matter.id);
      continue;
    }
    if (await pass(ctx, matter, move)) moved += 1;
  }
  return moved;
}

/** Makes the move; somebody who moved the matter a moment ago was faster, and that is all right. */
async function pass(
  ctx: Context,
  { id, kind }: { id: string; kind: MatterKind },
  move: string,
): Promise<boolean> {
  const count = passing[`${kind}.${move}`];
  try {
    await (count === undefined ? advance(ctx, workflows[kind], { matterId: id, move }) : count(ctx, id));
    return true;
  } catch (error) {
    if (error instanceof DomainError && error.code === 'matters.not_now') return false;
    throw error;
  }
}
