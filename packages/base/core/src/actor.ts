import type { Id } from './id.ts';

/** Who may do what is decided by roles held through grants (domain §3.3). */
export const roles = [
  'host',
  'county_office',
  'city_office',
  'department_clerk',
  'contact_person',
  'member',
  'auditor',
  'operator',
] as const;
export type Role = (typeof roles)[number];

/**
 * A role held over a division subtree, an organisation, or one matter; exactly what is set narrows it.
 * Only grants valid now reach an actor, so dates are not repeated here.
 */
export type Grant = {
  role: Role;
  divisionCode: string | null;
  organisationId: Id<'organisation'> | null;
  matterId: Id<'matter'> | null;
};

export type AccountActor = {
  kind: 'account';
  accountId: Id<'account'>;
  name: string;
  grants: readonly Grant[];
};

/** A resident who has shown the receipt and PIN of one matter, and can reach nothing else. */
export type ResidentActor = { kind: 'resident'; matterId: Id<'matter'> };

export type Actor = { kind: 'anonymous' } | { kind: 'system' } | ResidentActor | AccountActor;

export const anonymous: Actor = { kind: 'anonymous' };
/** The clock: what happens because a date has passed. */
export const system: Actor = { kind: 'system' };

/** Where a record stands: its divisions from city to village, its organisations, its own id. */
export type Place = {
  divisionCodes: readonly string[];
  organisationIds?: readonly string[];
  matterId?: string;
};

/** Whether the actor holds one of these roles over this place, and through which grant. */
export function holds(actor: Actor, wanted: readonly Role[], place: Place): Grant | undefined {
  if (actor.kind !== 'account') return undefined;
  return actor.grants.find((grant) => wanted.includes(grant.role) && covers(grant, place));
}

function covers(grant: Grant, place: Place): boolean {
  if (grant.matterId !== null) return grant.matterId === place.matterId;
  // A department's grant reaches what the department is part of, wherever that lies.
  if (grant.organisationId !== null && grant.divisionCode === null) {
    return place.organisationIds?.includes(grant.organisationId) ?? false;
  }
  return grant.divisionCode !== null && place.divisionCodes.includes(grant.divisionCode);
}

/**
 * The doors this actor may open, as the tokens that row-level security compares with each row: division codes,
 * `organisation:<id>`, `matter:<id>`, and `copy:<id>` for what was written for others about a matter. A member's grant
 * opens what is kept about the member (`account:<id>`), a contact person's the copies of what they brought in
 * (`contact:<id>`), and nothing else; an auditor's or an operator's opens nothing.
 * Empty for nobody. Source: domain §3.3.
 */
export function scopeOf(actor: Actor): string[] {
  if (actor.kind === 'resident') return [`matter:${actor.matterId}`];
  if (actor.kind === 'system') return ['system'];
  if (actor.kind !== 'account') return [];
  const doors = actor.grants.map((grant) => doorOf(grant, actor.accountId));
  return [...new Set(doors.filter((token) => token !== null))];
}

function doorOf({ role, divisionCode, organisationId, matterId }: Grant, accountId: string): string | null {
  if (role === 'member') return `account:${accountId}`;
  if (role === 'contact_person') return `contact:${accountId}`;
  if (role === 'host' || role === 'county_office')
    return matterId === null ? divisionCode : `matter:${matterId}`;
  if (role !== 'city_office' && role !== 'department_clerk') return null;
  if (matterId !== null) return `copy:${matterId}`;
  if (role === 'city_office') return divisionCode;
  return organisationId === null ? null : `organisation:${organisationId}`;
}
