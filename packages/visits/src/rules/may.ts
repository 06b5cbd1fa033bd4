import { holds, no, yes, type Actor, type Decision, type Role } from '@tongxin/core';
import type { Refusal } from './refusals.ts';

/** Who visits members: the offices of committees, Members' Affairs among them. Townships have no committee. */
export const visitors = ['county_office', 'city_office'] as const satisfies readonly Role[];

export type VisitPlace = { cityCode: string; countyCode: string | null };

/** The division whose committee visits: its office alone reads the private note. */
export const officeCodeOf = ({ cityCode, countyCode }: VisitPlace) => countyCode ?? cityCode;

/** Whether this actor works in the office of the committee that visits, and not in one above it. */
export function isOfCommittee(actor: Actor, place: VisitPlace): boolean {
  if (actor.kind === 'system') return true;
  const role = place.countyCode === null ? 'city_office' : 'county_office';
  return holds(actor, [role], { divisionCodes: [officeCodeOf(place)] }) !== undefined;
}

/**
 * Whether a committee visits this person: one of its own members, and for the city's also the members of its counties.
 */
export function mayVisit(
  actor: Actor,
  place: VisitPlace,
  memberships: readonly VisitPlace[],
): Decision<Refusal> {
  if (!isOfCommittee(actor, place)) return no('visits.not_yours');
  const known = memberships.some(
    ({ cityCode, countyCode }) =>
      cityCode === place.cityCode && (place.countyCode === null || countyCode === place.countyCode),
  );
  return known ? yes : no('visits.member_unknown');
}
