import { createAccount, grantRole } from '@tongxin/accounts/commands';
import { GrantRole } from '@tongxin/accounts/rules';
import { system, type AccountActor, type Actor } from '@tongxin/core';
import { transact, type Context } from '@tongxin/db';
import { saveMethod } from '@tongxin/deliberations/commands';
import { createOrganisation } from '@tongxin/organisations/commands';
import { activateDemonstration, addPlatform, nominate, placeMember } from '@tongxin/platforms/commands';
import { NewPlatform, Nominate } from '@tongxin/platforms/rules';
import { methodOf } from '../people/methods.ts';
import type { PlannedSite } from '../people/sites.ts';
import type { People, PlannedAccount } from '../people/town-people.ts';
import { passwordOf } from '../sign-ins.ts';
import { seatMembers } from './seat-members.ts';
import { named, type Cast, type Inside } from './stage.ts';
import { tellBodies } from './tell-bodies.ts';

const reason = '演示数据';

/**
 * Brings offices, accounts, members and sites of the city, or of one county, into being and adds them to the cast.
 * The operator makes the accounts, as in any town; before there is one, the house does.
 */
export async function settle(ctx: Context, people: People, cast: Cast): Promise<void> {
  const house = { ...ctx, actor: system, retelling: true };
  await transact(house, async (_tx, inside) => {
    for (const { key, parent, ...office } of people.offices) {
      const parentId = parent === undefined ? null : named(cast.units, parent);
      cast.units[key] = await createOrganisation(inside, { ...office, parentId });
    }
    await tellBodies(inside, people, cast);
    for (const account of people.accounts) {
      const keeper: Actor = cast.accounts.operator ?? system;
      cast.accounts[account.key] = await open({ ...inside, actor: keeper }, account, cast);
    }
    await tellMethod(inside, people.place.code, cast);
  });
  await transact(house, (_tx, inside) => seatMembers(inside, people, cast));
  await transact(house, async (_tx, inside) => {
    for (const site of [...people.halls, ...people.sites]) {
      await build(inside, site, cast);
    }
    for (const { key, placeCode } of people.halls) cast.halls[placeCode] = named(cast.sites, key);
    for (const { member, site, reason: why } of people.placements) {
      const placed = { memberId: named(cast.members, member), platformId: named(cast.sites, site) };
      await placeMember(inside, { ...placed, reason: why });
    }
    await holdUp(inside, people, cast);
  });
}

/** The office of the committee writes down how it talks things over, before the first session is announced. */
async function tellMethod(inside: Inside, code: string, cast: Cast): Promise<void> {
  const method = methodOf(code);
  const office = cast.accounts[code.length === 4 ? `city:${code}` : `county:${code}:router`];
  if (method !== null && office !== undefined) await saveMethod({ ...inside, actor: office }, method);
}

async function build(inside: Inside, { key, host, ...site }: PlannedSite, cast: Cast): Promise<void> {
  const own = `${site.placeCode.length <= 6 ? 'office' : 'group'}:${site.placeCode.slice(0, 9)}`;
  const organisationId = named(cast.units, host ?? own);
  cast.sites[key] = await addPlatform(inside, NewPlatform.parse({ ...site, organisationId }));
}

/** Sites that are examples for others, and those that are to be. */
async function holdUp(inside: Inside, { demonstrations }: People, cast: Cast): Promise<void> {
  for (const { site, isActive, guarantor, ...words } of demonstrations) {
    const guarantorId = guarantor === null ? null : named(cast.units, guarantor);
    const wish = { ...words, guarantorId, id: named(cast.sites, site), reason: '县（市、区）推荐' };
    const demonstrationId = await nominate(inside, Nominate.parse(wish));
    if (isActive) await activateDemonstration(inside, { demonstrationId });
  }
}

async function open(ctx: Context, account: PlannedAccount, cast: Cast): Promise<AccountActor> {
  const { key, name, divisionCode, phone, role, unit } = account;
  const { accountId } = await createAccount(ctx, { name, divisionCode, phone, ...passwordOf(key), reason });
  const organisationId = unit === undefined ? null : named(cast.units, unit);
  const scope = organisationId === null ? { divisionCode } : { organisationId };
  await grantRole(ctx, GrantRole.parse({ accountId, role, ...scope, reason }));
  const grant = {
    role,
    divisionCode: organisationId === null ? divisionCode : null,
    organisationId,
    matterId: null,
  };
  return { kind: 'account', accountId, name, grants: [grant] };
}
