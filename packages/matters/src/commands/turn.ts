import { DomainError } from '@tongxin/core';
import type { Context } from '@tongxin/db';
import { workCalendar } from '../queries/calendar.ts';
import { ownerUnit } from '../queries/offices.ts';
import { dueAt, refusals, type MatterFacts, type Workflow } from '../rules/index.ts';

type Stands = Pick<MatterFacts, 'organisationId' | 'countyCode' | 'cityCode' | 'handlerUnitId'>;

/** Whose turn it is in a state and until when. Refuses: matters.due_missing, matters.owner_missing. */
export async function turnOf(
  ctx: Context,
  workflow: Workflow<string, string>,
  state: string,
  matter: Stands,
  given: Temporal.Instant | undefined,
) {
  const rule = workflow.states[state];
  if (rule === undefined) throw new Error(`${workflow.kind} has no state ${state}`);
  if (rule.final) return { ownerRole: null, ownerUnitId: null, dueAt: null, closedAt: ctx.now() };
  const due = dueAt(rule.clock, ctx.now(), await workCalendar(ctx), given);
  if (due === null) throw new DomainError('matters.due_missing', refusals['matters.due_missing']);
  return {
    ownerRole: rule.owner,
    ownerUnitId: await ownerUnit(ctx, rule.owner, matter),
    dueAt: due,
    closedAt: null,
  };
}
