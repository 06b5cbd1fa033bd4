import { newId, system, type AccountActor, type Role } from '@tongxin/core';
import type { Context } from '@tongxin/db';
import { testDatabase } from '@tongxin/db/testing';
import { contextOf, makeTown } from '@tongxin/matters/testing';
import { endMembership } from '@tongxin/members/commands';
import { getMember } from '@tongxin/members/queries';
import { makeMember } from '@tongxin/members/testing';
import { asc, eq } from 'drizzle-orm';
import { platformHistory } from '../schema.ts';
import { makePlatform } from '../testing.ts';

/** The small town with a hall in its first township, and whoever keeps or does not keep it. */
export async function openSiteScene() {
  const database = await testDatabase();
  const town = await makeTown(database);
  const house = contextOf(database, system);
  const as = (role: Role, divisionCode: string): Context => {
    const grants = [{ role, divisionCode, organisationId: null, matterId: null }];
    const actor: AccountActor = { kind: 'account', accountId: newId<'account'>(), name: '某人', grants };
    return { ...house, actor };
  };
  return {
    database,
    town,
    house,
    as,
    host: as('host', '330702001'),
    neighbour: as('host', '330702002'),
    county: as('county_office', '330702'),
    farCounty: as('county_office', '330703'),
    city: as('city_office', '3307'),
    makeHall: (name = '民生议事堂') =>
      makePlatform(house, { organisationId: town.township.id, townshipCode: '330702001', name }),
    makeFarHall: () =>
      makePlatform(house, { organisationId: town.otherTownship.id, townshipCode: '330703001' }),
    makeMember: (name: string) => makeMember(house, { organisationId: town.county.id, name }),
    /** Ends every membership of somebody. */
    async leave(memberId: string): Promise<void> {
      for (const { id } of (await getMember(house, memberId)).memberships)
        await endMembership(house, { membershipId: id, reason: '离任' });
    },
    historyOf: (platformId: string) =>
      database.db
        .select({
          action: platformHistory.action,
          reason: platformHistory.reason,
          actorId: platformHistory.actorId,
          facts: platformHistory.facts,
        })
        .from(platformHistory)
        .where(eq(platformHistory.platformId, platformId))
        .orderBy(asc(platformHistory.at), asc(platformHistory.id)),
    close: () => database.close(),
  };
}

export type SiteScene = Awaited<ReturnType<typeof openSiteScene>>;
