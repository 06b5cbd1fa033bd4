import { DomainError, pageOf } from '@tongxin/core';
import type { Context } from '@tongxin/db';
import { and, asc, eq, sql } from 'drizzle-orm';
import { pageSize, refusals, type ListPlatforms } from './rules.ts';
import { platforms } from './schema.ts';

const db = (ctx: Context) => ctx.tx ?? ctx.municipality.db;

const columns = {
  id: platforms.id,
  kind: platforms.kind,
  name: platforms.name,
  organisationId: platforms.organisationId,
  countyCode: platforms.countyCode,
  townshipCode: platforms.townshipCode,
  address: platforms.address,
  seats: platforms.seats,
  openHours: platforms.openHours,
};

/** One hall of the municipality, for everybody. Refuses: platforms.not_found. */
export async function getPlatform(ctx: Context, id: string) {
  const [row] = await db(ctx)
    .select(columns)
    .from(platforms)
    .where(and(eq(platforms.id, id), eq(platforms.cityCode, ctx.municipality.code)))
    .limit(1);
  if (row === undefined) throw new DomainError('platforms.not_found', refusals['platforms.not_found']);
  return row;
}

/** Halls of a township, a county or the whole city, for everybody: in the official order of townships, 20 a page. */
export async function listPlatforms(ctx: Context, { countyCode, townshipCode, after }: ListPlatforms) {
  const found = await db(ctx)
    .select(columns)
    .from(platforms)
    .where(
      and(
        eq(platforms.cityCode, ctx.municipality.code),
        countyCode === undefined ? undefined : eq(platforms.countyCode, countyCode),
        townshipCode === undefined ? undefined : eq(platforms.townshipCode, townshipCode),
        after === undefined
          ? undefined
          : sql`(${platforms.townshipCode}, ${platforms.name}, ${platforms.id})
                > (${after.townshipCode}, ${after.name}, ${after.id}::uuid)`,
      ),
    )
    .orderBy(asc(platforms.townshipCode), asc(platforms.name), asc(platforms.id))
    .limit(pageSize + 1);
  return pageOf(found, pageSize, (last) => ({
    townshipCode: last.townshipCode,
    name: last.name,
    id: last.id,
  }));
}
