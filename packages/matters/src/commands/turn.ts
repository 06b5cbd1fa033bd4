import { DomainError } from '@tongxin/core';
import type { Context } from '@tongxin/db';
import { workCalendar } from '../queries/calendar.ts';
import { ownerUnit } from '../queries/offices.ts';
import {
  dueAt,
  officeOfLevel,
  refusals,
  type Levels,
  type MatterFacts,
  type OwnerRole,
  type Workflow,
} from '../rules/index.ts';

type Stands = Levels & Pick<MatterFacts, 'organisationId' | 'handlerUnitId'>;

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
  return { ...(await ownerOf(ctx, rule.owner, matter)), dueAt: due, closedAt: null };
}

async function ownerOf(ctx: Context, owner: OwnerRole | 'organiser' | 'office', matter: Stands) {
  // What a unit organises is that unit's to bring to its end, in the role of its level.
  if (owner === 'organiser') {
    return { ownerRole: officeOfLevel(matter), ownerUnitId: matter.organisationId };
  }
  const above = matter.countyCode === null ? 'city_office' : 'county_office';
  const ownerRole = owner === 'office' ? above : owner;
  return { ownerRole, ownerUnitId: await ownerUnit(ctx, ownerRole, matter) };
}
