import type { Context } from '@tongxin/db';
import { getDivision, listChildren, listCountiesAndTownships } from '@tongxin/divisions/queries';
import type { CityMap } from '../people/places.ts';

/** The city's divisions as the records hold them, by code. */
export async function readCityMap(ctx: Context): Promise<CityMap> {
  const { name } = await getDivision(ctx, ctx.municipality.code);
  const { counties, townships } = await listCountiesAndTownships(ctx);
  const villages = new Map(
    await Promise.all(townships.map(async ({ code }) => [code, await listChildren(ctx, code)] as const)),
  );
  return {
    city: { code: ctx.municipality.code, name },
    counties: counties.map((county) => ({
      code: county.code,
      name: county.name,
      townships: townships
        .filter(({ countyCode }) => countyCode === county.code)
        .map((township) => ({
          code: township.code,
          name: township.name,
          villages: villages
            .get(township.code)!
            .map((village) => ({ code: village.code, name: village.name })),
        })),
    })),
  };
}
