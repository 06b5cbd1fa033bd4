import { lineWorkflow, sessionWorkflow, topicWorkflow } from '@tongxin/deliberations/rules';
import { eventWorkflow } from '@tongxin/events/rules';
import { expertWorkflow } from '@tongxin/experts/rules';
import { issueWorkflow } from '@tongxin/issues/rules';
import { objectionWorkflow } from '@tongxin/record/rules';
import { leadWorkflow, orderWorkflow } from '@tongxin/outreach/rules';
import { turnWorkflow } from '@tongxin/rotas/rules';
import { visitWorkflow } from '@tongxin/visits/rules';
import type { Locale } from '@tongxin/core';
import type { MatterKind, Workflow } from '@tongxin/matters/rules';

const workflows: Partial<Record<MatterKind, Workflow>> = {
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

/** The word for a state, as the workflow itself has it. */
export function stateLabel(kind: MatterKind, state: string, locale: Locale): string {
  return workflows[kind]?.states[state]?.label[locale] ?? state;
}

/** The word for a move; null for what is no move of the workflow, such as opening. */
export function moveLabel(kind: MatterKind, move: string, locale: Locale): string | null {
  return workflows[kind]?.moves[move]?.label[locale] ?? null;
}

/** Which of the four public words a state belongs to; none where no resident follows. */
export function wordOf(kind: MatterKind, state: string) {
  return workflows[kind]?.states[state]?.word;
}

/** Every state of a kind with its word, in the order of the work: what a filter offers. */
export function statesOf(kind: MatterKind, locale: Locale) {
  return Object.entries(workflows[kind]?.states ?? {}).map(([value, rule]) => ({
    value,
    label: rule.label[locale],
  }));
}

export function isFinal(kind: MatterKind, state: string): boolean {
  return workflows[kind]?.states[state]?.final === true;
}
