import { pageOf } from '@tongxin/core';
import type { Context } from '@tongxin/db';
import { sectors } from '@tongxin/sectors/schema';
import { and, asc, eq, inArray, isNull, like, or, sql, type SQL } from 'drizzle-orm';
import { unionAll } from 'drizzle-orm/pg-core';
import { pageSize, type ListMembers } from '../rules/index.ts';
import { byPinyin, members, memberships } from '../schema/index.ts';
import { currentMemberships } from './memberships.ts';
import { db, literally, partsOfReach } from './reach.ts';

/**
 * Members who serve and whom the actor may know of, by name, 20 a page: those of the actor's county and of the
 * municipal committee; for city offices those of every county. `search` is a part of the name; narrowed to one
 * committee or one sector if wished. Nobody else sees anybody.
 */
export async function listMembers(ctx: Context, { search, divisionCode, sectorCode, after }: ListMembers) {
  const parts = await partsOfReach(ctx, divisionCode);
  const matching = and(
    sectorCode === undefined ? undefined : inSector(sectorCode),
    search === undefined || search === '' ? undefined : like(memberships.name, `%${literally(search)}%`),
  );
  const found = await firstByName(ctx, { parts, matching, after, count: pageSize + 1 });
  const page = pageOf(found, pageSize, ({ name, id }) => ({ name, id }));
  return { rows: await withCommittees(ctx, page.rows), next: page.next };
}

type ByName = {
  parts: readonly SQL[];
  matching?: SQL | undefined;
  after?: { name: string; id: string } | undefined;
  count: number;
};

/**
 * The first people of these parts of the memberships that hold, by name, each once. Each part is read in the order of
 * its own index and no further than `count` people, so the cost is the page's and not the committees'.
 */
export async function firstByName(ctx: Context, { parts, matching, after, count }: ByName) {
  const [first, ...others] = parts.map((part) =>
    db(ctx)
      .selectDistinct({
        name: sql<string>`${byPinyin(memberships.name)}`.as('name'),
        id: sql<string>`${memberships.memberId}`.as('id'),
      })
      .from(memberships)
      .where(and(part, isNull(memberships.leftOn), matching, after && beyond(after)))
      .orderBy(byPinyin(memberships.name), asc(memberships.memberId))
      .limit(count),
  );
  if (first === undefined) return [];
  const [second, ...more] = others;
  if (second === undefined) return first;
  const found = unionAll(first, second, ...more).as('found');
  return db(ctx)
    .selectDistinct({ name: sql<string>`${found.name}`.as('name'), id: found.id })
    .from(found)
    .orderBy(sql`name`, sql`id`)
    .limit(count);
}

function beyond({ name, id }: NonNullable<ByName['after']>): SQL {
  return sql`(${byPinyin(memberships.name)}, ${memberships.memberId})
    > (${name} collate "zh-Hans-CN-x-icu", ${id}::uuid)`;
}

function inSector(sectorCode: string): SQL {
  return sectorCode === 'none' ? isNull(memberships.sectorCode) : eq(memberships.sectorCode, sectorCode);
}

/** Each person with their post and the committees they belong to today; `sector` is the first one's. */
async function withCommittees(ctx: Context, rows: readonly { id: string; name: string }[]) {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const [held, people] = await Promise.all([
    currentMemberships(ctx, ids),
    db(ctx)
      .select({ id: members.id, dutyTitle: members.dutyTitle })
      .from(members)
      .where(inArray(members.id, ids))
      .limit(ids.length),
  ]);
  const titles = new Map(people.map(({ id, dutyTitle }) => [id, dutyTitle]));
  return rows.map(({ id, name }) => {
    const committees = held.filter(({ memberId }) => memberId === id);
    const dutyTitle = titles.get(id) ?? null;
    return { id, name, dutyTitle, sector: committees[0]?.sector ?? '', committees };
  });
}

/**
 * How many serving members each sector has, by code, for one committee or for all that the actor may know of; each
 * number is the length of the list that `listMembers` gives for it. Sectors without anybody are left out.
 */
export async function countBySector(ctx: Context, { divisionCode }: { divisionCode?: string | undefined }) {
  const parts = await partsOfReach(ctx, divisionCode);
  if (parts.length === 0) return [];
  // Counted, not kept: it is a few thousand rows at most, and a number that is kept could differ from its list.
  const counted = db(ctx)
    .select({
      code: sql<string | null>`${memberships.sectorCode}`.as('counted_code'),
      amount: sql<number>`count(distinct ${memberships.memberId})::int`.as('amount'),
    })
    .from(memberships)
    .where(and(isNull(memberships.leftOn), or(...parts)))
    .groupBy(memberships.sectorCode)
    .as('counted');
  return db(ctx)
    .select({
      sectorCode: sql<string>`coalesce(${counted.code}, 'none')`,
      nameZh: sectors.nameZh,
      nameEn: sectors.nameEn,
      members: counted.amount,
    })
    .from(counted)
    .leftJoin(sectors, eq(sectors.code, counted.code))
    .orderBy(sql`${counted.code} nulls last`)
    .limit(99);
}
