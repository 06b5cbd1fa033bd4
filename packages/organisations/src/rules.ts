import { holds, no, yes, type Actor, type Decision, type Kind, type Messages } from '@tongxin/core';
import { codesOf, DivisionCode, type DivisionPath, type Level } from '@tongxin/divisions/rules';
import { z } from 'zod';

/**
 * city_office, county_office: the CPPCC's own offices. township_group: the liaison group that hosts a township's
 * hall (there is no CPPCC committee below the county). department: Party and government units that handle matters.
 */
export const organisationKinds = ['city_office', 'county_office', 'township_group', 'department'] as const;
export type OrganisationKind = (typeof organisationKinds)[number];

export const OrganisationId = z.uuid('organisations.id').brand<'OrganisationId'>();

export const kindNames: Messages<OrganisationKind> = {
  city_office: { 'zh-CN': '市政协办公室', en: 'CPPCC municipal office' },
  county_office: { 'zh-CN': '县（市、区）政协办公室', en: 'CPPCC county office' },
  township_group: { 'zh-CN': '乡镇（街道）联络组', en: 'Township liaison group' },
  department: { 'zh-CN': '承办单位', en: 'Handling unit' },
};

export const NewOrganisation = z.strictObject({
  kind: z.enum(organisationKinds),
  // A control character in a name would break lists and print.
  name: z
    .string()
    .trim()
    .min(2, 'organisations.name')
    .max(60, 'organisations.name')
    .regex(/^\P{Cc}*$/u, 'organisations.name'),
  divisionCode: DivisionCode,
  parentId: z.uuid('organisations.id').nullable().optional(),
});
export type NewOrganisation = z.infer<typeof NewOrganisation>;

/** Which level of division each kind works for. */
export const levelsOf: Record<OrganisationKind, readonly Level[]> = {
  city_office: ['city'],
  county_office: ['county'],
  township_group: ['township'],
  department: ['city', 'county', 'township'],
};

export const refusals = {
  'organisations.not_found': 'NOT_FOUND',
  'organisations.id': 'BAD_REQUEST',
  'organisations.name': 'BAD_REQUEST',
  'organisations.level': 'BAD_REQUEST',
  'organisations.not_yours': 'FORBIDDEN',
  'organisations.exists': 'CONFLICT',
} as const satisfies Record<`organisations.${string}`, Kind>;
export type Refusal = keyof typeof refusals;

/** The municipal office and the operator keep the list of units; each kind at its own level. */
export function mayCreate(actor: Actor, kind: OrganisationKind, place: DivisionPath): Decision<Refusal> {
  const isKeeper = holds(actor, ['city_office', 'operator'], { divisionCodes: codesOf(place) }) !== undefined;
  if (actor.kind !== 'system' && !isKeeper) return no('organisations.not_yours');
  return levelsOf[kind].includes(place.level) ? yes : no('organisations.level');
}
