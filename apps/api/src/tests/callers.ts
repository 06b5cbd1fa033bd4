import { anonymous, type Actor } from '@tongxin/core';
import type { Context } from '@tongxin/db';
import { makeAccount, type WantedGrant } from '@tongxin/accounts/testing';
import type { Town } from '@tongxin/matters/testing';

/** Everybody who may knock, as the access table's columns name them: whose ground, whose office, whose matter. */
export const callerKinds = [
  'anonymous',
  'resident',
  'stranger',
  'host',
  'neighbour',
  'farHost',
  'county',
  'farCounty',
  'city',
  'clerk',
  'otherClerk',
  'member',
  'auditor',
  'operator',
  'contact',
] as const;
export type CallerKind = (typeof callerKinds)[number];

/** Callers who have an office or a matter, but not the one that the record belongs to. */
export const foreigners: readonly CallerKind[] = [
  'stranger',
  'neighbour',
  'farHost',
  'farCounty',
  'otherClerk',
];

export type AccountKind = Exclude<CallerKind, 'anonymous' | 'resident' | 'stranger'>;

/** What each account holds. The records of the fixture lie in the township 330702001 and with the first department. */
function grantsIn(town: Town): Record<AccountKind, WantedGrant> {
  return {
    host: { role: 'host', divisionCode: '330702001' },
    neighbour: { role: 'host', divisionCode: '330702002' },
    farHost: { role: 'host', divisionCode: '330703001' },
    county: { role: 'county_office', divisionCode: '330702' },
    farCounty: { role: 'county_office', divisionCode: '330703' },
    city: { role: 'city_office', divisionCode: '3307' },
    clerk: { role: 'department_clerk', organisationId: town.department.id },
    otherClerk: { role: 'department_clerk', organisationId: town.otherDepartment.id },
    // The widest that a member can hold: it must open nothing of a resident's.
    member: { role: 'member', divisionCode: '330702' },
    auditor: { role: 'auditor', divisionCode: '3307' },
    operator: { role: 'operator', divisionCode: '3307' },
    // Of the point in the village where one matter of the fixture was brought in.
    contact: { role: 'contact_person', divisionCode: '330702001001' },
  };
}

export const callerPassword = 'what the callers sign in with';

export type Accounts = Record<AccountKind, Extract<Actor, { kind: 'account' }>>;

/** An account for each kind, apart from everybody who took a step in the fixture, so that nobody meets their own work. */
export async function makeCallers(ctx: Context, town: Town): Promise<Accounts> {
  const made = [];
  for (const [kind, grant] of Object.entries(grantsIn(town))) {
    const wish = { username: `caller-${kind.toLowerCase()}`, password: callerPassword, grants: [grant] };
    made.push([kind, await makeAccount(ctx, wish)]);
  }
  return Object.fromEntries(made) as Accounts;
}

/** The actor of a kind: the resident is the one of the matter asked about, the stranger that of another matter. */
export function actorOf(
  kind: CallerKind,
  { accounts, about, elsewhere }: { accounts: Accounts; about: string; elsewhere: string },
): Actor {
  if (kind === 'anonymous') return anonymous;
  if (kind === 'resident') return { kind: 'resident', matterId: about };
  if (kind === 'stranger') return { kind: 'resident', matterId: elsewhere };
  return accounts[kind];
}
