import { holds, type Actor, type Role } from '@tongxin/core';

/** What deciding who answers for a unit needs to know of it. */
type AskedUnit = { id: string; kind: string; divisionCode: string };

/** The office of a level, by the length of its code. */
export const officeKinds: Readonly<Record<number, 'city_office' | 'county_office' | 'township_group'>> = {
  4: 'city_office',
  6: 'county_office',
  9: 'township_group',
};

const offices: Record<number, Role> = { 4: 'city_office', 6: 'county_office', 9: 'host' };

/**
 * Whether the actor answers for a unit: for a department its own clerks; for every other unit, such as a special
 * committee or a township's liaison group, the office of its own level.
 */
export function answersFor(actor: Actor, { id, kind, divisionCode }: AskedUnit): boolean {
  if (actor.kind !== 'account') return false;
  if (kind === 'department')
    return holds(actor, ['department_clerk'], { divisionCodes: [], organisationIds: [id] }) !== undefined;
  const office = offices[divisionCode.length];
  return office !== undefined && holds(actor, [office], { divisionCodes: [divisionCode] }) !== undefined;
}
