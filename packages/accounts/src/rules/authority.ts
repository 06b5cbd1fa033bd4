import { holds, no, yes, type Actor, type Decision, type Grant, type Role } from '@tongxin/core';
import type { Level } from '@tongxin/divisions/rules';
import type { Refusal } from './refusals.ts';

/** What a role can be held over. */
export type ScopeKind = Exclude<Level, 'province'> | 'organisation' | 'matter';

/** A substitute's grant may be over one matter; offices are over the division they serve. Source: domain §3.3. */
export const scopesOf: Record<Role, readonly ScopeKind[]> = {
  host: ['township', 'village', 'matter'],
  county_office: ['county'],
  city_office: ['city'],
  department_clerk: ['organisation', 'matter'],
  // Of a point in a village, or in a market or a firm, which may lie across villages.
  contact_person: ['township', 'village'],
  member: ['city', 'county', 'township', 'village', 'organisation', 'matter'],
  auditor: ['city', 'county'],
  operator: ['city'],
};

/** Who may give and take each role. Nobody appoints the one who audits or operates above them. */
export const grantersOf: Record<Role, readonly Role[]> = {
  host: ['operator', 'city_office', 'county_office'],
  county_office: ['operator', 'city_office', 'county_office'],
  city_office: ['operator', 'city_office'],
  department_clerk: ['operator', 'city_office', 'county_office'],
  contact_person: ['operator', 'city_office', 'county_office'],
  member: ['operator', 'city_office', 'county_office'],
  auditor: ['operator', 'city_office'],
  operator: ['operator'],
};

/** Roles that look after accounts. */
export const keepers = ['operator', 'city_office', 'county_office'] as const satisfies readonly Role[];
/** Roles that may read the list of accounts. */
export const readers = [...keepers, 'auditor'] as const satisfies readonly Role[];

/** Everyone but members signs in with a second factor. */
export const isStaffRole = (role: Role): boolean => role !== 'member';

/** An account as decisions see it: where it belongs, from the city down, and what it holds now. */
export type Holder = { accountId: string; divisionCodes: readonly string[]; grants: readonly HeldGrant[] };
/** A grant and the divisions that its scope lies in; none for a matter, which only the whole city covers. */
export type HeldGrant = Pick<Grant, 'role' | 'matterId'> & {
  divisionCodes: readonly string[];
  scope: ScopeKind;
};

/** Whether the actor may look after this account at all. Accounts of other places do not exist for them. */
function mayReach(actor: Actor, holder: Holder): Decision<Refusal> {
  if (actor.kind === 'system') return yes;
  if (actor.kind !== 'account') return no('accounts.not_found');
  if (!holds(actor, keepers, { divisionCodes: holder.divisionCodes })) return no('accounts.not_found');
  return actor.accountId === holder.accountId ? no('accounts.own_account') : yes;
}

/**
 * Whether the actor may give this account this role. The whole city's offices give city-wide, a county's within the
 * county, nobody to themselves. A role over one matter is given city-wide only, since the spine knows where it lies.
 */
export function mayGrant(actor: Actor, wanted: HeldGrant, holder: Holder): Decision<Refusal> {
  const reach = mayReach(actor, holder);
  if (!reach.allowed) return reach;
  if (!scopesOf[wanted.role].includes(wanted.scope)) return no('accounts.wrong_scope');
  return mayRule(actor, wanted);
}

/** Whether the actor may take this grant back: whoever may give it may end it. */
export function mayRevoke(actor: Actor, held: HeldGrant, holder: Holder): Decision<Refusal> {
  const reach = mayReach(actor, holder);
  return reach.allowed ? mayRule(actor, held) : reach;
}

function mayRule(actor: Actor, grant: HeldGrant): Decision<Refusal> {
  if (actor.kind === 'system') return yes;
  if (actor.kind !== 'account') return no('accounts.not_found');
  const granters = grantersOf[grant.role];
  if (!actor.grants.some(({ role }) => granters.includes(role))) return no('accounts.role_not_yours');
  const covered = actor.grants.some(
    (own) =>
      granters.includes(own.role) &&
      (grant.matterId === null
        ? holds({ ...actor, grants: [own] }, granters, { divisionCodes: grant.divisionCodes }) !== undefined
        : isCityWide(own)),
  );
  return covered ? yes : no('accounts.beyond_own_scope');
}

const isCityWide = ({ role }: Grant) => role === 'operator' || role === 'city_office';

/**
 * Whether the actor may set this account's password, reset its authenticator, or close it: only over an account
 * whose every role they could have given, or a county's clerk could become the city's office through it.
 */
export function mayAdminister(actor: Actor, holder: Holder): Decision<Refusal> {
  const reach = mayReach(actor, holder);
  if (!reach.allowed) return reach;
  return holder.grants.every((grant) => mayRule(actor, grant).allowed) ? yes : no('accounts.above_you');
}

/** Whether the actor may make an account that belongs to this place. */
export function mayCreate(actor: Actor, divisionCodes: readonly string[]): Decision<Refusal> {
  if (actor.kind === 'system') return yes;
  if (actor.kind !== 'account') return no('accounts.not_found');
  if (!actor.grants.some(({ role }) => (keepers as readonly Role[]).includes(role)))
    return no('accounts.role_not_yours');
  return holds(actor, keepers, { divisionCodes }) ? yes : no('accounts.beyond_own_scope');
}

/** Whether this account must set up an authenticator before its grants count. */
export function needsTotp(
  account: { twoFactorEnabled: boolean; grants: readonly Pick<Grant, 'role'>[] },
  { requireTotp }: { requireTotp: boolean },
): boolean {
  return requireTotp && !account.twoFactorEnabled && account.grants.some(({ role }) => isStaffRole(role));
}
