import { ensure, newId, type Id } from '@tongxin/core';
import { transact, type Context } from '@tongxin/db';
import { getDivision } from '@tongxin/divisions/queries';
import { getOrganisation } from '@tongxin/organisations/queries';
import { mayAdd, refusals, type NewPlatform } from './rules.ts';
import { platforms } from './schema.ts';

/**
 * Enters a hall, which the public sees at once. Refuses: platforms.not_yours, platforms.township,
 * platforms.organisation, divisions.not_found, organisations.not_found.
 */
export async function addPlatform(ctx: Context, platform: NewPlatform): Promise<Id<'platform'>> {
  return transact(ctx, async (tx, inside) => {
    const place = await getDivision(inside, platform.townshipCode);
    const group = await getOrganisation(inside, platform.organisationId);
    ensure(mayAdd(ctx.actor, place, group), refusals);
    const id = newId<'platform'>();
    await tx
      .insert(platforms)
      .values({ ...platform, id, cityCode: place.cityCode!, countyCode: place.countyCode! });
    return id;
  });
}
