import { DomainError } from '@tongxin/core';
import type { Context } from '@tongxin/db';
import { countLineSilence } from '@tongxin/deliberations/commands';
import { lineWorkflow, sessionWorkflow, topicWorkflow } from '@tongxin/deliberations/rules';
import { endEvent } from '@tongxin/events/commands';
import { eventWorkflow } from '@tongxin/events/rules';
import { expertWorkflow } from '@tongxin/experts/rules';
import { countSilence } from '@tongxin/issues/commands';
import { issueWorkflow } from '@tongxin/issues/rules';
import { advance, remind } from '@tongxin/matters/commands';
import { listDue } from '@tongxin/matters/queries';
import type { MatterKind, Workflow } from '@tongxin/matters/rules';
import { objectionWorkflow } from '@tongxin/record/rules';
import { leadWorkflow, orderWorkflow } from '@tongxin/outreach/rules';
import { turnWorkflow } from '@tongxin/rotas/rules';
import { visitWorkflow } from '@tongxin/visits/rules';

const workflows: Readonly<Partial<Record<MatterKind, Workflow>>> = {
  issue: issueWorkflow as Workflow,
  topic: topicWorkflow as Workflow,
  session: sessionWorkflow as Workflow,
  outcome_line: lineWorkflow as Workflow,
  event: eventWorkflow as Workflow,
  turn: turnWorkflow as Workflow,
  expert_request: expertWorkflow as Workflow,
  member_visit: visitWorkflow as Workflow,
  record_objection: objectionWorkflow as Workflow,
  lead: leadWorkflow as Workflow,
  village_order: orderWorkflow as Workflow,
};

/** Moves that the clock makes and that do more than change the state. */
const passing: Record<string, (ctx: Context, matterId: string) => Promise<unknown>> = {
  'event.end': endEvent,
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
    const workflow = workflows[matter.kind];
    const rule = workflow?.states[matter.state];
    const move = rule === undefined || rule.final ? undefined : rule.atDue;
    if (workflow === undefined || move === undefined) {
      await remind(ctx, matter.id);
      continue;
    }
    if (await pass(ctx, { workflow, id: matter.id, move })) moved += 1;
  }
  return moved;
}

/** Makes the move; somebody who moved the matter a moment ago was faster, and that is all right. */
async function pass(
  ctx: Context,
  { workflow, id, move }: { workflow: Workflow; id: string; move: string },
): Promise<boolean> {
  const count = passing[`${workflow.kind}.${move}`];
  try {
    await (count === undefined ? advance(ctx, workflow, { matterId: id, move }) : count(ctx, id));
    return true;
  } catch (error) {
    if (error instanceof DomainError && error.code === 'matters.not_now') return false;
    throw error;
  }
}
