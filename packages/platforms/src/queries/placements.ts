import { DomainError, holds, pageOf, unlessRefused } from '@tongxin/core';
import type { Context } from '@tongxin/db';
import { getDivision } from '@tongxin/divisions/queries';
import { codesOf } from '@tongxin/divisions/rules';
import { firstByName } from '@tongxin/members/queries';
import { byPinyin, members, memberships } from '@tongxin/members/schema';
import { and, asc, eq, isNull, or, sql, type SQL } from 'drizzle-orm';
import { pageSize, refusals, type ListPlacements } from '../rules/index.ts';
import { placements, platforms } from '../schema.ts';

const db = (ctx: Context) => ctx.tx ?? ctx.municipality.db;

const byName = byPinyin(members.name);
/** The gap list's own index holds those who stand behind no site, and nobody else. */
const unplaced = sql`not ${memberships.placed}`;

/**
 * Who is placed in a division now, by name, 20 a page: for its host, the offices above and the auditor. Refuses:
 * platforms.not_found for others and for places elsewhere.
 */
export async function listPlacements(ctx: Context, { divisionCode, after }: ListPlacements) {
  await ensureReader(ctx, divisionCode);
  const found = await db(ctx)
    .select({
      id: placements.id,
      memberId: members.id,
      name: members.name,
      platformId: platforms.id,
      platform: platforms.name,
      placeCode: platforms.placeCode,
      fromOn: placements.fromOn,
      reason: placements.reason,
    })
    .from(placements)
    .innerJoin(members, eq(members.id, placements.memberId))
    .innerJoin(platforms, eq(platforms.id, placements.platformId))
    .where(and(placedIn(divisionCode), isNull(placements.toOn), eq(members.active, true), beyond(after)))
    .orderBy(asc(byName), asc(members.id))
    .limit(pageSize + 1);
  return pageOf(found, pageSize, ({ name, memberId }) => ({ name, id: memberId }));
}

/**
 * The gap list: active members of a county's or the city's committee who stand behind no site, by name, 20 a page;
 * the city's list has those of its counties too. Every active member has one current placement or is here. For the
 * offices and the auditor. Refuses: platforms.not_found for others and for a township, which has no members.
 */
export async function listUnplaced(ctx: Context, { divisionCode, after }: ListPlacements) {
  await ensureReader(ctx, divisionCode);
  const parts = membersOf(divisionCode);
  const found = await firstByName(ctx, { parts, matching: unplaced, after, count: pageSize + 1 });
  return pageOf(found, pageSize, ({ name, id }) => ({ name, id }));
}

/** How many members are placed in a division and how many of its own have no place, as the two lists list them. */
export async function countPlacements(ctx: Context, { divisionCode }: { divisionCode: string }) {
  await ensureReader(ctx, divisionCode);
  const [[placed], [gap]] = await Promise.all([
    db(ctx)
      .select({ count: sql<number>`count(*)::int` })
      .from(placements)
      .innerJoin(members, eq(members.id, placements.memberId))
      .where(and(placedIn(divisionCode), isNull(placements.toOn), eq(members.active, true))),
    db(ctx)
      .select({ count: sql<number>`count(distinct ${memberships.memberId})::int` })
      .from(memberships)
      .where(and(isNull(memberships.leftOn), unplaced, or(sql`false`, ...membersOf(divisionCode)))),
  ]);
  return { placed: placed?.count ?? 0, unplaced: gap?.count ?? 0 };
}

/** Those who sit on the committee of a county, or on any committee of the city; a township has none. */
function membersOf(divisionCode: string): SQL[] {
  if (divisionCode.length === 4) return [eq(memberships.cityCode, divisionCode)];
  return divisionCode.length === 6 ? [eq(memberships.placeCode, divisionCode)] : [];
}

function placedIn(code: string): SQL {
  const column = {
    4: placements.cityCode,
    6: placements.countyCode,
    9: placements.townshipCode,
    12: placements.villageCode,
  }[code.length];
  return column === undefined ? sql`false` : eq(column, code);
}

function beyond(after: ListPlacements['after']): SQL | undefined {
  if (after === undefined) return undefined;
  return sql`(${byName}, ${members.id}) > (${after.name} collate "zh-Hans-CN-x-icu", ${after.id}::uuid)`;
}

async function ensureReader(ctx: Context, divisionCode: string): Promise<void> {
  const hidden = new DomainError('platforms.not_found', refusals['platforms.not_found']);
  const place = await unlessRefused(getDivision(ctx, divisionCode), 'divisions.not_found');
  if (place === null || place.cityCode !== ctx.municipality.code) throw hidden;
  const reads = holds(ctx.actor, ['host', 'county_office', 'city_office', 'auditor'], {
    divisionCodes: codesOf(place),
  });
  if (ctx.actor.kind !== 'system' && reads === undefined) throw hidden;
}
