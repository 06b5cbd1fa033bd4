import { holds, type Actor, type Role } from '@tongxin/core';

/** Who reads menus and orders. A township orders; the offices above it answer. */
export const orderers = ['host', 'county_office', 'city_office'] as const satisfies readonly Role[];
/** Who keeps menus and answers orders. */
export const menuKeepers = ['county_office', 'city_office'] as const satisfies readonly Role[];

/** Whether this actor works in the office of the committee of this place, and not in one above it. */
export function isOfCommittee(
  actor: Actor,
  { cityCode, countyCode }: { cityCode: string; countyCode: string | null },
): boolean {
  if (actor.kind === 'system') return true;
  const role = countyCode === null ? 'city_office' : 'county_office';
  return holds(actor, [role], { divisionCodes: [countyCode ?? cityCode] }) !== undefined;
}
