import { createAccount, grantRole } from '@tongxin/accounts/commands';
import { GrantRole } from '@tongxin/accounts/rules';
import { system, type AccountActor, type Actor } from '@tongxin/core';
import { transact, type Context } from '@tongxin/db';
import { addMember } from '@tongxin/members/commands';
import { createOrganisation } from '@tongxin/organisations/commands';
import { addPlatform, placeMember } from '@tongxin/platforms/commands';
import { NewPlatform } from '@tongxin/platforms/rules';
import type { People, PlannedAccount } from '../people/town-people.ts';
import { passwordOf, signedInMember } from '../sign-ins.ts';
import { named, type Cast } from './stage.ts';

const reason = '演示数据';

/**
 * Brings offices, accounts, members and halls of the city, or of one county, into being and adds them to the cast.
 * The operator makes the accounts, as in any town; before there is one, the house does.
 */
export async function settle(ctx: Context, people: People, cast: Cast): Promise<void> {
  await transact({ ...ctx, actor: system }, async (_tx, inside) => {
    for (const { key, ...office } of people.offices)
      cast.units[key] = await createOrganisation(inside, office);
    for (const account of people.accounts) {
      const keeper: Actor = cast.accounts.operator ?? system;
      cast.accounts[account.key] = await open({ ...inside, actor: keeper }, account, cast);
    }
    for (const { key, name, sectorCode, office } of people.members) {
      // One member of the demo signs in.
      const accountId = key === signedInMember ? cast.accounts.member?.accountId : null;
      const organisationId = named(cast.units, office);
      cast.members[key] = await addMember(inside, { name, sectorCode, organisationId, accountId });
    }
    for (const hall of people.halls) {
      const organisationId = named(cast.units, `group:${hall.placeCode}`);
      cast.halls[hall.placeCode] = await addPlatform(inside, NewPlatform.parse({ ...hall, organisationId }));
    }
    for (const site of people.sites) {
      const host = site.placeCode.length === 6 ? 'office' : 'group';
      const organisationId = named(cast.units, `${host}:${site.placeCode.slice(0, 9)}`);
      await addPlatform(inside, NewPlatform.parse({ ...site, organisationId }));
    }
    await placeMembers(inside, people, cast);
  });
}

/** Members stand behind the halls of their county, in turn; every twelfth has no place yet, as in any town. */
async function placeMembers(ctx: Context, { members, halls }: People, cast: Cast): Promise<void> {
  if (halls.length === 0) return;
  const placed = members.filter((_, at) => at % 12 !== 11);
  for (const [at, { key }] of placed.entries()) {
    const platformId = named(cast.halls, halls[at % halls.length]!.placeCode);
    await placeMember(ctx, { memberId: named(cast.members, key), platformId, reason: '编组下沉' });
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
