import { newId, system, type Actor, type Role } from '@tongxin/core';
import type { Context } from '@tongxin/db';
import { testDatabase } from '@tongxin/db/testing';
import { dongyang, makeDivisions, yiwu } from '@tongxin/divisions/testing';
import { makeOrganisation } from '@tongxin/organisations/testing';
import { endMembership } from './commands/index.ts';
import { getMember } from './queries/index.ts';
import { makeMember } from './testing.ts';

/** Somebody with one right at one place. */
export const holder = (role: Role, divisionCode: string, accountId: string = newId()): Actor => ({
  kind: 'account',
  accountId,
  name: '某人',
  grants: [{ role, divisionCode, organisationId: null, matterId: null }],
});

/** The small divisions with the offices of the city and of two counties, and who keeps or does not keep their members. */
export async function openMembersScene() {
  const database = await testDatabase();
  const now = Temporal.Instant.from('2026-11-21T07:00:00Z');
  const house: Context = { municipality: database, actor: system, now: () => now };
  await makeDivisions(house);
  const offices = {
    city: await makeOrganisation(house, { kind: 'city_office', divisionCode: '3307' }),
    yiwu: await makeOrganisation(house, { kind: 'county_office', divisionCode: yiwu }),
    dongyang: await makeOrganisation(house, { kind: 'county_office', divisionCode: dongyang }),
  };
  return {
    database,
    house,
    offices,
    as: (actor: Actor): Context => ({ ...house, actor }),
    city: holder('city_office', '3307'),
    county: holder('county_office', yiwu),
    farCounty: holder('county_office', dongyang),
    ofYiwu: (over: object = {}) => makeMember(house, { organisationId: offices.yiwu, ...over }),
    /** Ends every membership of somebody. */
    async leave(memberId: string): Promise<void> {
      for (const { id, leftOn } of (await getMember(house, memberId)).memberships)
        if (leftOn === null) await endMembership(house, { membershipId: id, reason: '离任' });
    },
    actionsOf: async (memberId: string) =>
      (await getMember(house, memberId)).history.map(({ action }) => action),
    close: () => database.close(),
  };
}

export type MembersScene = Awaited<ReturnType<typeof openMembersScene>>;
