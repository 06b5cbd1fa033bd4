import type { Context } from '@tongxin/db';
import { organisations } from '@tongxin/organisations/schema';
import { sectors } from '@tongxin/sectors/schema';
import { and, asc, eq, inArray, isNull, sql, type AnyColumn, type SQL } from 'drizzle-orm';
import { memberships } from '../schema/index.ts';
import { db } from './reach.ts';

/**
 * The Chinese name of the sector that a member comes from today, in a statement about other tables too; for members of
 * several committees the municipal one's. Null for whoever belongs to none.
 */
export function sectorOf(memberId: AnyColumn): SQL<string | null> {
  return sql<string | null>`(select coalesce(own_sector.name_zh, own.sector_words)
    from ${memberships} as own left join ${sectors} as own_sector on own_sector.code = own.sector_code
   where own.member_id = ${memberId} and own.left_on is null
   order by own.county_code nulls first limit 1)`;
}

/** The memberships of these people that hold, the municipal committee's first, then by county. At most 1,000. */
export async function currentMemberships(ctx: Context, memberIds: readonly string[]) {
  if (memberIds.length === 0) return [];
  return membershipRows(ctx, and(inArray(memberships.memberId, [...memberIds]), isNull(memberships.leftOn)));
}

/** Every membership of one person, ended ones too, in the same order. */
export async function everyMembership(ctx: Context, memberId: string) {
  return membershipRows(ctx, eq(memberships.memberId, memberId));
}

function membershipRows(ctx: Context, where: SQL | undefined) {
  return db(ctx)
    .select({
      id: memberships.id,
      memberId: memberships.memberId,
      organisationId: memberships.organisationId,
      organisationName: organisations.name,
      cityCode: memberships.cityCode,
      countyCode: memberships.countyCode,
      termNo: memberships.termNo,
      sectorCode: memberships.sectorCode,
      sector: sql<string | null>`coalesce(${sectors.nameZh}, ${memberships.sectorWords})`,
      sectorEn: sectors.nameEn,
      isStanding: memberships.isStanding,
      joinedOn: memberships.joinedOn,
      leftOn: memberships.leftOn,
    })
    .from(memberships)
    .innerJoin(organisations, eq(organisations.id, memberships.organisationId))
    .leftJoin(sectors, eq(sectors.code, memberships.sectorCode))
    .where(where)
    .orderBy(sql`${memberships.countyCode} nulls first`, asc(memberships.id))
    .limit(1000);
}
