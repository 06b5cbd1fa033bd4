import { holds, no, yes, type Actor, type Decision, type Grant, type Role } from '@tongxin/core';
import { officeOfLevel } from './levels.ts';
import type { MoveRule, Workflow } from './workflow.ts';

export const refusals = {
  'matters.not_found': 'NOT_FOUND',
  'matters.not_yours': 'FORBIDDEN',
  'matters.not_now': 'CONFLICT',
  'matters.same_person': 'FORBIDDEN',
  'matters.reason_missing': 'BAD_REQUEST',
  'matters.due_missing': 'BAD_REQUEST',
  'matters.owner_missing': 'BAD_REQUEST',
} as const;
export type Refusal = keyof typeof refusals;

/** What a decision needs to know of a matter. `doneBy` holds, per earlier move, the accounts that made it. */
export type MatterFacts = {
  id: string;
  state: string;
  cityCode: string;
  countyCode: string | null;
  townshipCode: string | null;
  villageCode: string | null;
  organisationId: string;
  ownerUnitId: string | null;
  handlerUnitId: string | null;
  doneBy: Readonly<Record<string, readonly string[]>>;
};

/** Whether this actor may make this move on this matter now; the same answer for button and command. */
export function mayMove(
  workflow: Workflow,
  matter: MatterFacts,
  actor: Actor,
  move: string,
): Decision<Refusal> {
  const rule = workflow.moves[move];
  if (rule === undefined || !rule.from.includes(matter.state)) return no('matters.not_now');
  if (actor.kind === 'system') {
    return rule.by.includes('clock') || rule.by.includes('follows') ? yes : no('matters.not_yours');
  }
  if (actor.kind === 'resident') {
    return rule.by.includes('resident') && actor.matterId === matter.id ? yes : no('matters.not_yours');
  }
  if (grantFor(rule, matter, actor) === undefined) return no('matters.not_yours');
  return actor.kind === 'account' && hasDoneApart(rule, matter, actor.accountId)
    ? no('matters.same_person')
    : yes;
}

/** The grant through which the actor makes the move, which the journal keeps with the role. */
export function grantFor(rule: MoveRule, matter: MatterFacts, actor: Actor): Grant | undefined {
  const movers = rule.by.map((mover) => (mover === 'organiser' ? officeOfLevel(matter) : mover));
  const roles = movers.filter((mover): mover is Role => !['resident', 'clock', 'follows'].includes(mover));
  // A department acts only on what it handles; offices and hosts on what lies in their division.
  const clerk = roles.includes('department_clerk')
    ? holds(actor, ['department_clerk'], {
        divisionCodes: [],
        organisationIds: [matter.handlerUnitId, matter.ownerUnitId].filter((id) => id !== null),
        matterId: matter.id,
      })
    : undefined;
  const others = roles.filter((role) => role !== 'department_clerk');
  return clerk ?? holds(actor, others, placeOf(matter));
}

export function placeOf(
  matter: Pick<MatterFacts, 'id' | 'cityCode' | 'countyCode' | 'townshipCode' | 'villageCode'>,
) {
  return {
    divisionCodes: [matter.cityCode, matter.countyCode, matter.townshipCode, matter.villageCode].filter(
      (code) => code !== null,
    ),
    matterId: matter.id,
  };
}

function hasDoneApart(rule: MoveRule, matter: MatterFacts, accountId: string): boolean {
  return (rule.apart ?? []).some((earlier) => matter.doneBy[earlier]?.includes(accountId) ?? false);
}

/**
 * Every move of the workflow, or those that are asked for, with its decision: what a row sends along so that buttons
 * know their reason.
 */
export function movesFor<Move extends string, Wanted extends Move = Move>(
  workflow: Workflow<string, Move>,
  matter: MatterFacts,
  actor: Actor,
  wanted: readonly Wanted[] = Object.keys(workflow.moves) as Wanted[],
): Record<Wanted, Decision<Refusal>> {
  return Object.fromEntries(
    wanted.map((move) => [move, mayMove(workflow as Workflow, matter, actor, move)]),
  ) as Record<Wanted, Decision<Refusal>>;
}
