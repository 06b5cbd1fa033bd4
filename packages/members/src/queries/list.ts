import { pageOf } from '@tongxin/core';
import type { Context } from '@tongxin/db';
import { sectors } from '@tongxin/sectors/schema';
import { and, asc, eq, exists, isNull, like, sql, type SQL } from 'drizzle-orm';
import { pageSize, type ListMembers } from '../rules/index.ts';
import { members, memberships } from '../schema.ts';
import { currentMemberships } from './memberships.ts';
import { atCommittee, db, literally, reachOf } from './reach.ts';

/** By pinyin, as a register of names is read; by code point nobody finds anybody. */
const byName = sql`${members.name} collate "zh-Hans-CN-x-icu"`;

/**
 * Active members whom the actor may know of, by name, 20 a page: those of the actor's county and of the municipal
 * committee; for city offices those of every county. `search` is a part of the name; narrowed to one committee or one
 * sector if wished. Nobody else sees anybody.
 */
export async function listMembers(ctx: Context, { search, divisionCode, sectorCode, after }: ListMembers) {
  const reach = reachOf(ctx.actor, memberships);
  if (reach === undefined) return { rows: [], next: null };
  const found = await db(ctx)
    .select({ id: members.id, name: members.name, dutyTitle: members.dutyTitle })
    .from(members)
    .where(
      and(
        eq(members.active, true),
        exists(holding(ctx, and(reach, narrowed({ divisionCode, sectorCode })))),
        search === undefined || search === '' ? undefined : like(members.name, `%${literally(search)}%`),
        after === undefined
          ? undefined
          : sql`(${byName}, ${members.id}) > (${after.name} collate "zh-Hans-CN-x-icu", ${after.id}::uuid)`,
      ),
    )
    .orderBy(asc(byName), asc(members.id))
    .limit(pageSize + 1);
  const page = pageOf(found, pageSize, ({ name, id }) => ({ name, id }));
  return { rows: await withCommittees(ctx, page.rows), next: page.next };
}

function narrowed({ divisionCode, sectorCode }: Pick<ListMembers, 'divisionCode' | 'sectorCode'>) {
  return and(
    divisionCode === undefined ? undefined : atCommittee(memberships, divisionCode),
    sectorCode === undefined
      ? undefined
      : sectorCode === 'none'
        ? isNull(memberships.sectorCode)
        : eq(memberships.sectorCode, sectorCode),
  );
}

function holding(ctx: Context, where: SQL | undefined) {
  return db(ctx)
    .select({ one: sql`1` })
    .from(memberships)
    .where(and(eq(memberships.memberId, members.id), isNull(memberships.leftOn), where));
}

/** Each person with the committees they belong to today; `sector` is the first one's. */
async function withCommittees<Row extends { id: string }>(ctx: Context, rows: readonly Row[]) {
  const held = await currentMemberships(
    ctx,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => {
    const committees = held.filter(({ memberId }) => memberId === row.id);
    return { ...row, sector: committees[0]?.sector ?? '', committees };
  });
}

/**
 * How many active members each sector has, by code, for one committee or for all that the actor may know of; each
 * number is the length of the list that `listMembers` gives for it. Sectors without anybody are left out.
 */
export async function countBySector(ctx: Context, { divisionCode }: { divisionCode?: string | undefined }) {
  const reach = reachOf(ctx.actor, memberships);
  if (reach === undefined) return [];
  return db(ctx)
    .select({
      sectorCode: sql<string>`coalesce(${memberships.sectorCode}, 'none')`,
      nameZh: sectors.nameZh,
      nameEn: sectors.nameEn,
      members: sql<number>`count(distinct ${memberships.memberId})::int`,
    })
    .from(memberships)
    .innerJoin(members, and(eq(members.id, memberships.memberId), eq(members.active, true)))
    .leftJoin(sectors, eq(sectors.code, memberships.sectorCode))
    .where(and(isNull(memberships.leftOn), reach, narrowed({ divisionCode })))
    .groupBy(memberships.sectorCode, sectors.nameZh, sectors.nameEn)
    .orderBy(sql`${memberships.sectorCode} nulls last`)
    .limit(99);
}
