import { holds, no, yes, type Actor, type Decision, type Messages } from '@tongxin/core';
import { codesOf, type DivisionPath } from '@tongxin/divisions/rules';
import type { Refusal } from './refusals.ts';
import type { SiteRole } from './roles.ts';

type Levels = Pick<DivisionPath, 'cityCode' | 'countyCode' | 'townshipCode' | 'villageCode'>;

/** The host of the ground and the offices above look after its sites. */
export function mayKeep(actor: Actor, place: Levels): Decision<Refusal> {
  const mine = holds(actor, ['host', 'county_office', 'city_office'], { divisionCodes: codesOf(place) });
  return actor.kind === 'system' || mine !== undefined ? yes : no('platforms.not_yours');
}

/**
 * Whether this unit may open a site with these roles here. A site in a township or village is hosted by the
 * township's own liaison group; one of a county or the city by a body of the CPPCC there. A hall stands in a
 * township.
 */
export function mayAdd(
  actor: Actor,
  place: DivisionPath,
  unit: { kind: string; divisionCode: string },
  roles: readonly SiteRole[],
): Decision<Refusal> {
  const keeps = mayKeep(actor, place);
  if (!keeps.allowed) return keeps;
  if (place.level === 'province') return no('platforms.place');
  const inTownship = place.townshipCode !== null;
  const hosts = inTownship
    ? unit.kind === 'township_group' && unit.divisionCode === place.townshipCode
    : unit.kind !== 'township_group' && unit.kind !== 'department' && unit.divisionCode === place.code;
  if (!hosts) return no('platforms.organisation');
  return mayCarry(roles, place);
}

/** A hall stands in a township: there its sessions have their ground. Source: domain §1.2. */
export function mayCarry(roles: readonly SiteRole[], place: Levels): Decision<Refusal> {
  return roles.includes('hall') && place.townshipCode === null ? no('platforms.hall_township') : yes;
}

/** Who may read what a site's page for everybody does not show: its keepers and the auditor. */
export function mayReadDesk(actor: Actor, place: Levels): boolean {
  const readers = ['host', 'county_office', 'city_office', 'auditor'] as const;
  return actor.kind === 'system' || holds(actor, readers, { divisionCodes: codesOf(place) }) !== undefined;
}

/** Members are placed by the offices of the CPPCC, not by the hosts who would like to have them. */
export function mayPlace(actor: Actor, place: Levels): Decision<Refusal> {
  const mine = holds(actor, ['county_office', 'city_office'], { divisionCodes: codesOf(place) });
  return actor.kind === 'system' || mine !== undefined ? yes : no('platforms.not_yours');
}

export const demonstrationStates = ['nominated', 'active', 'kept', 'removed'] as const;
export type DemonstrationState = (typeof demonstrationStates)[number];

export const demonstrationStateNames: Messages<DemonstrationState> = {
  nominated: { 'zh-CN': '已提名', en: 'Nominated' },
  active: { 'zh-CN': '示范点', en: 'Demonstration site' },
  kept: { 'zh-CN': '示范点（年度复核保留）', en: 'Demonstration site, kept after review' },
  removed: { 'zh-CN': '已撤销', en: 'Removed' },
};

export const fourParts = ['sponsor', 'guarantorId', 'taskForce', 'plan'] as const;
export type FourParts = { [Part in (typeof fourParts)[number]]: string | null };

/** One sponsor, one guarantor committee, one task force, one plan: what is not named yet. Source: domain §4.9. */
export function missingParts(demonstration: FourParts): (typeof fourParts)[number][] {
  return fourParts.filter((part) => demonstration[part] === null || demonstration[part] === '');
}

/** A county nominates and fills in; the city's office decides, so nobody makes a model of their own. */
export function mayDecide(
  actor: Actor,
  place: Levels,
  demonstration: FourParts & { state: DemonstrationState },
  step: 'activate' | 'review',
): Decision<Refusal> {
  const office = holds(actor, ['city_office'], { divisionCodes: codesOf(place) });
  if (actor.kind !== 'system' && office === undefined) return no('platforms.not_yours');
  const { state } = demonstration;
  if (step === 'review')
    return state === 'active' || state === 'kept' ? yes : no('platforms.demonstration_state');
  if (state !== 'nominated') return no('platforms.demonstration_state');
  return missingParts(demonstration).length === 0 ? yes : no('platforms.demonstration_incomplete');
}

/** So many days before a review is due the city's office is reminded of it, until it has taken place. */
export const reviewNoticeDays = 30;

/** A demonstration site is looked at again within a year of the day on which that was last decided. */
export function reviewDue(decidedOn: Temporal.PlainDate): Temporal.PlainDate {
  return decidedOn.add({ years: 1 });
}
