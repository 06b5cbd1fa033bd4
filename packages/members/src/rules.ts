import { holds, no, yes, type Actor, type Decision, type Kind, type Role } from '@tongxin/core';
import { codesOf, DivisionCode, type DivisionPath } from '@tongxin/divisions/rules';
import { z } from 'zod';

/** Without characters that nobody can type and tables refuse. */
const typed = (code: string) =>
  z
    .string()
    .trim()
    .max(30, code)
    .regex(/^\P{Cc}*$/u, code);

export const NewMember = z.strictObject({
  name: typed('members.name').min(2, 'members.name'),
  /** One of the CPPCC's sectors, in its own words. Nothing else about a person is kept. */
  sector: typed('members.sector').min(2, 'members.sector'),
  /** The committee's office that keeps the membership: the municipal one or a county's. */
  organisationId: z.uuid('members.organisation'),
  accountId: z.uuid('members.account').nullable().optional(),
});
export type NewMember = z.infer<typeof NewMember>;

export const pageSize = 50;

export const ListMembers = z.strictObject({
  search: typed('members.search').optional(),
  countyCode: DivisionCode.optional(),
  /** The last row of the page before. */
  after: z.strictObject({ name: typed('members.search'), id: z.uuid() }).optional(),
});
export type ListMembers = z.infer<typeof ListMembers>;

/** Who looks members up: those that invite them, and who audits that. Source: domain §3.3. */
export const readers = ['host', 'county_office', 'city_office', 'auditor'] as const satisfies readonly Role[];

export const refusals = {
  'members.not_found': 'NOT_FOUND',
  'members.not_yours': 'FORBIDDEN',
  'members.organisation': 'BAD_REQUEST',
  'members.account': 'BAD_REQUEST',
  'members.account_taken': 'CONFLICT',
  'members.name': 'BAD_REQUEST',
  'members.sector': 'BAD_REQUEST',
  'members.search': 'BAD_REQUEST',
} as const satisfies Record<`members.${string}`, Kind>;
export type Refusal = keyof typeof refusals;

/** A committee's own office, or the municipal one, keeps its membership; departments and groups have no members. */
export function mayAdd(actor: Actor, office: { kind: string }, place: DivisionPath): Decision<Refusal> {
  const keeper = holds(actor, ['county_office', 'city_office'], { divisionCodes: codesOf(place) });
  if (actor.kind !== 'system' && keeper === undefined) return no('members.not_yours');
  return office.kind === 'city_office' || office.kind === 'county_office' ? yes : no('members.organisation');
}
