import { holds, no, yes, type Actor, type Decision, type Role } from '@tongxin/core';
import {
  mayMove,
  type MatterFacts,
  type Refusal as MatterRefusal,
  type Workflow,
} from '@tongxin/matters/rules';
import { hasBegun, type Time } from './limits.ts';
import type { Refusal } from './refusals.ts';
import { turnWorkflow, type TurnMove } from './workflow.ts';

/** Who plans who is at a site when. Source: domain §3.3, the host schedules. */
export const planners = ['host', 'county_office', 'city_office'] as const satisfies readonly Role[];
/** Who reads the board of a site. */
export const boardReaders = [...planners, 'auditor'] as const satisfies readonly Role[];
/** Who writes down what a visitor says; as for every matter at a desk. */
export const receivers = ['host', 'county_office'] as const satisfies readonly Role[];

export type Site = {
  cityCode: string;
  countyCode: string | null;
  townshipCode: string | null;
  villageCode: string | null;
};

export const groundOf = ({ cityCode, countyCode, townshipCode, villageCode }: Site) =>
  [cityCode, countyCode, townshipCode, villageCode].filter((code) => code !== null);

/** The host of the site's place and the offices above plan its turns. */
export function mayPlan(actor: Actor, site: Site): Decision<Refusal> {
  return holds(actor, planners, { divisionCodes: groundOf(site) }) === undefined
    ? no('rotas.site_not_yours')
    : yes;
}

// Whether somebody was there is known when it has begun; whether somebody will be there, only before.
const afterwards: readonly TurnMove[] = ['log', 'miss'];
const before: readonly TurnMove[] = ['vacate', 'cancel', 'swap'];

/** Whether this actor may make this move on this turn now; the same answer for button and command. */
export function mayMoveTurn(
  turn: MatterFacts & Time,
  actor: Actor,
  move: TurnMove,
  now: Temporal.Instant,
): Decision<Refusal | MatterRefusal> {
  const decision = mayMove(turnWorkflow as Workflow, turn, actor, move);
  return decision.allowed ? isTimeFor(move, turn, now) : decision;
}

/** The part of `mayMoveTurn` that the clock decides. */
export function isTimeFor(
  move: TurnMove,
  turn: Pick<Time, 'startsAt'>,
  now: Temporal.Instant,
): Decision<Refusal> {
  if (afterwards.includes(move) && !hasBegun(turn, now)) return no('rotas.not_begun');
  return before.includes(move) && hasBegun(turn, now) ? no('rotas.begun') : yes;
}
