import { holds, no, yes, type Actor, type Decision, type Role } from '@tongxin/core';
import type { Levels } from '@tongxin/matters/rules';
import type { Refusal } from './refusals.ts';
import type { RequestMove } from './workflow.ts';

/** Who asks for experts and reads who is in the teams. Source: inventory row 124, "a hall can request an expert". */
export const requesters = ['host', 'county_office', 'city_office'] as const satisfies readonly Role[];
/** Who keeps teams and finds the expert for a request. */
export const matchers = ['county_office', 'city_office'] as const satisfies readonly Role[];

/** What the expert does about their own request, beside the offices, who write down what was said by word of mouth. */
export const expertMoves: readonly RequestMove[] = ['accept', 'decline', 'reschedule', 'advise'];

export type TeamPlace = { cityCode: string; countyCode: string | null };

/** The office of the team's own level keeps it; a county's team also the city's. */
export function mayKeepTeam(actor: Actor, { cityCode, countyCode }: TeamPlace): Decision<Refusal> {
  if (actor.kind === 'system') return yes;
  const codes = countyCode === null ? [cityCode] : [cityCode, countyCode];
  return holds(actor, matchers, { divisionCodes: codes }) === undefined ? no('experts.not_yours') : yes;
}

/** Whether a team works for this request: the city's teams for everybody, a county's for what lies in the county. */
export function serves(team: TeamPlace, request: Levels): boolean {
  if (team.cityCode !== request.cityCode) return false;
  return team.countyCode === null || request.countyCode === null || team.countyCode === request.countyCode;
}
