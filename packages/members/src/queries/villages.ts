import { DomainError, pageOf } from '@tongxin/core';
import type { Context } from '@tongxin/db';
import { getDivision } from '@tongxin/divisions/queries';
import { refusals as divisionRefusals } from '@tongxin/divisions/rules';
import { divisions } from '@tongxin/divisions/schema';
import { and, asc, eq, gt, isNull, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { mayRead, pageSize, type ListVillages } from '../rules/index.ts';
import { members, villageMembers } from '../schema/index.ts';
import { sectorOf } from './memberships.ts';
import { db } from './reach.ts';

const township = alias(divisions, 'township');
const current = and(eq(villageMembers.villageCode, divisions.code), isNull(villageMembers.toOn));

/** The place as its offices may read it. Refuses: divisions.not_found, also to offices of other places. */
async function placeFor(ctx: Context, divisionCode: string) {
  const place = await getDivision(ctx, divisionCode);
  if (!mayRead(ctx.actor, place))
    throw new DomainError('divisions.not_found', divisionRefusals['divisions.not_found']);
  return place;
}

/** The villages that exist in a city, a county or a township. */
function villagesIn(divisionCode: string) {
  const column =
    divisionCode.length === 4
      ? divisions.cityCode
      : divisionCode.length === 6
        ? divisions.countyCode
        : divisions.townshipCode;
  const where = divisionCode.length === 12 ? eq(divisions.code, divisionCode) : eq(column, divisionCode);
  return and(where, eq(divisions.level, 'village'), isNull(divisions.validTo));
}

/**
 * Villages of a place in the official order, 20 a page, each with the member who has it; only those without one if
 * wished. Refuses: divisions.not_found, also to offices of other places.
 */
export async function listVillages(ctx: Context, { divisionCode, without = false, after }: ListVillages) {
  await placeFor(ctx, divisionCode);
  const found = await db(ctx)
    .select({
      code: divisions.code,
      name: divisions.name,
      townshipName: township.name,
      memberId: members.id,
      memberName: members.name,
      fromOn: villageMembers.fromOn,
    })
    .from(divisions)
    .innerJoin(township, eq(township.code, divisions.townshipCode))
    .leftJoin(villageMembers, current)
    .leftJoin(members, eq(members.id, villageMembers.memberId))
    .where(
      and(
        villagesIn(divisionCode),
        without ? isNull(villageMembers.id) : undefined,
        after === undefined ? undefined : gt(divisions.code, after),
      ),
    )
    .orderBy(asc(divisions.code))
    .limit(pageSize + 1);
  return pageOf(found, pageSize, ({ code }) => code);
}

/** How many villages a place has and how many of them have a member. Refuses as `listVillages`. */
export async function countVillages(ctx: Context, divisionCode: string) {
  await placeFor(ctx, divisionCode);
  const [counted] = await db(ctx)
    .select({
      villages: sql<number>`count(*)::int`,
      given: sql<number>`count(${villageMembers.id})::int`,
    })
    .from(divisions)
    .leftJoin(villageMembers, current)
    .where(villagesIn(divisionCode))
    .limit(1);
  return counted!;
}

/** The member of a village, as everybody may know them: name, post, sector, code of the public QR. Null without one. */
export async function memberOfVillage(ctx: Context, villageCode: string) {
  const [row] = await db(ctx)
    .select({
      id: members.id,
      name: members.name,
      dutyTitle: members.dutyTitle,
      sector: sectorOf(members.id),
      intakeCode: members.intakeCode,
      fromOn: villageMembers.fromOn,
    })
    .from(villageMembers)
    .innerJoin(members, eq(members.id, villageMembers.memberId))
    .where(and(eq(villageMembers.villageCode, villageCode), isNull(villageMembers.toOn)))
    .limit(1);
  return row ?? null;
}
