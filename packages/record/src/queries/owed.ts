import { DomainError, holds, pageOf, type Role } from '@tongxin/core';
import type { Context } from '@tongxin/db';
import { getDivision } from '@tongxin/divisions/queries';
import { codesOf } from '@tongxin/divisions/rules';
import { events } from '@tongxin/events/schema';
import { findMemberByAccount } from '@tongxin/members/queries';
import {
  activityCategories,
  refusals as memberRefusals,
  type ActivityCategory,
} from '@tongxin/members/rules';
import { groupMembers, groupMinimums, groups, members } from '@tongxin/members/schema';
import { organisations } from '@tongxin/organisations/schema';
import { and, asc, desc, eq, inArray, isNotNull, isNull, lte, sql, type SQL } from 'drizzle-orm';
import { owedReaders, pageSize, type CountOwed, type GroupYear, type ListOwed } from '../rules/index.ts';
import { notFound } from './reader.ts';
import { db, thisYear, within, yearSpan } from './span.ts';

/** What a group does in a year of one category: what it owes, and what it has held; parts of an event do not count. */
type Owed = { category: ActivityCategory; amount: number; held: number };

/** What counts as held: announced or registered, over, and not called off. */
function heldIn(ctx: Context, year: number): SQL | undefined {
  return and(
    isNotNull(events.publishedAt),
    isNull(events.cancelledAt),
    isNull(events.parentEventId),
    within(events.startsAt, yearSpan(year)),
    lte(events.endsAt, ctx.now()),
  );
}

/** What a group owes in a year: what is set for it, else what is asked of every group that is not for an interest. */
const minimumsOf = (year: number) => sql`(
  select distinct on (m.category) m.category, m.amount
    from ${groupMinimums} as m join ${organisations} as unit on unit.id = m.organisation_id
   where m.year = ${year}
     and unit.division_code = coalesce(${groups.countyCode}, ${groups.cityCode})
     and (m.group_id = ${groups.id} or (m.group_id is null and ${groups.kind} <> 'interest'))
   order by m.category, m.group_id nulls last, m.amount desc)`;

/** Whether something is still open: less was held of some category than is owed. */
const isOpen = (ctx: Context, year: number) => sql`exists (
  select 1 from ${minimumsOf(year)} as owed
   where owed.amount > (select count(*) from ${events}
     where ${events.groupId} = ${groups.id} and ${events.category} = owed.category and ${heldIn(ctx, year)}))`;

const columns = {
  id: groups.id,
  name: groups.name,
  kind: groups.kind,
  convenorName: members.name,
};

/**
 * The groups of one committee that still owe something this year, or those that owe nothing more, by name, 20 a page,
 * each with what it owes and has held. For the committee's office, the municipal one and the auditor.
 * Refuses: record.not_found.
 */
export async function listOwed(ctx: Context, { divisionCode, year = thisYear(ctx), open, after }: ListOwed) {
  await ensureOffice(ctx, divisionCode, owedReaders);
  const found = await db(ctx)
    .select(columns)
    .from(groups)
    .leftJoin(members, eq(members.id, groups.convenorMemberId))
    .where(
      and(
        ofCommittee(divisionCode),
        isNull(groups.toOn),
        open ? isOpen(ctx, year) : sql`not ${isOpen(ctx, year)}`,
        after === undefined
          ? undefined
          : sql`(${groups.name}, ${groups.id}) > (${after.name}, ${after.id}::uuid)`,
      ),
    )
    .orderBy(asc(groups.name), asc(groups.id))
    .limit(pageSize + 1);
  const page = pageOf(found, pageSize, ({ name, id }) => ({ name, id }));
  const owed = await owedBy(
    ctx,
    page.rows.map(({ id }) => id),
    year,
  );
  return { ...page, rows: page.rows.map((row) => ({ ...row, owed: owed.get(row.id) ?? [] })) };
}

/** How many groups `listOwed` lists as open and as done. Refuses: record.not_found. */
export async function countOwed(ctx: Context, { divisionCode, year = thisYear(ctx) }: CountOwed) {
  await ensureOffice(ctx, divisionCode, owedReaders);
  const [row] = await db(ctx)
    .select({
      all: sql<number>`count(*)::int`,
      open: sql<number>`(count(*) filter (where ${isOpen(ctx, year)}))::int`,
    })
    .from(groups)
    .where(and(ofCommittee(divisionCode), isNull(groups.toOn)));
  const { all, open } = row!;
  return { open, done: all - open };
}

/** Four digits name the municipal committee, six a county's. */
function ofCommittee(divisionCode: string): SQL | undefined {
  return divisionCode.length === 4
    ? and(isNull(groups.countyCode), eq(groups.cityCode, divisionCode))
    : eq(groups.countyCode, divisionCode);
}

/** An office at this committee or above it. Refuses: record.not_found, also for places that have no committee. */
export async function ensureOffice(
  ctx: Context,
  divisionCode: string,
  roles: readonly Role[],
): Promise<void> {
  const place = await getDivision(ctx, divisionCode).catch((error: unknown) => {
    throw error instanceof DomainError ? notFound() : error;
  });
  const has = place.cityCode === ctx.municipality.code && ['city', 'county'].includes(place.level);
  const reads = ctx.actor.kind === 'system' || holds(ctx.actor, roles, { divisionCodes: codesOf(place) });
  if (!has || !reads) throw notFound();
}

/** What each of these groups owes and has held, by category; categories that have neither are left out. */
async function owedBy(
  ctx: Context,
  groupIds: readonly string[],
  year: number,
): Promise<ReadonlyMap<string, Owed[]>> {
  if (groupIds.length === 0) return new Map();
  const asked = inArray(groups.id, [...groupIds]);
  const [minimums, held] = await Promise.all([
    db(ctx)
      .select({
        groupId: groups.id,
        category: sql<ActivityCategory>`owed.category`,
        amount: sql<number>`owed.amount::int`,
      })
      .from(groups)
      .innerJoin(sql`lateral ${minimumsOf(year)} as owed`, sql`true`)
      .where(asked)
      .limit(groupIds.length * activityCategories.length),
    db(ctx)
      .select({ groupId: events.groupId, category: events.category, held: sql<number>`count(*)::int` })
      .from(events)
      .where(and(inArray(events.groupId, [...groupIds]), heldIn(ctx, year)))
      .groupBy(events.groupId, events.category)
      .limit(groupIds.length * activityCategories.length),
  ]);
  return new Map(
    groupIds.map((id) => {
      const rows = activityCategories.flatMap((category) => {
        const amount = minimums.find((one) => one.groupId === id && one.category === category)?.amount ?? 0;
        const done = held.find((one) => one.groupId === id && one.category === category)?.held ?? 0;
        return amount + done === 0 ? [] : [{ category, amount, held: done }];
      });
      return [id, rows];
    }),
  );
}

/**
 * What one group owes this year and what it has held, with the events behind each number, newest first (at most 500).
 * For whoever is in the group, its committee's office, the municipal one and the auditor.
 * Refuses: members.group_not_found.
 */
export async function groupYear(ctx: Context, { groupId, year = thisYear(ctx) }: GroupYear) {
  const [group] = await db(ctx)
    .select({ id: groups.id, name: groups.name, cityCode: groups.cityCode, countyCode: groups.countyCode })
    .from(groups)
    .where(eq(groups.id, groupId))
    .limit(1);
  if (group === undefined || !(await readsGroup(ctx, group)))
    throw new DomainError('members.group_not_found', memberRefusals['members.group_not_found']);
  const owed = (await owedBy(ctx, [groupId], year)).get(groupId) ?? [];
  return { id: group.id, name: group.name, year, owed, events: await eventsOf(ctx, groupId, year) };
}

type Place = { id: string; cityCode: string; countyCode: string | null };

async function readsGroup(ctx: Context, { id, cityCode, countyCode }: Place): Promise<boolean> {
  const { actor } = ctx;
  const divisionCodes = countyCode === null ? [cityCode] : [cityCode, countyCode];
  if (actor.kind === 'system' || holds(actor, owedReaders, { divisionCodes }) !== undefined) return true;
  if (actor.kind !== 'account') return false;
  const [row] = await db(ctx)
    .select({ id: groupMembers.id })
    .from(groupMembers)
    .innerJoin(members, eq(members.id, groupMembers.memberId))
    .where(
      and(
        eq(groupMembers.groupId, id),
        isNull(groupMembers.toOn),
        eq(members.accountId, actor.accountId),
        eq(members.active, true),
      ),
    )
    .limit(1);
  return row !== undefined;
}

async function eventsOf(ctx: Context, groupId: string, year: number) {
  return db(ctx)
    .select({
      id: events.matterId,
      title: events.title,
      category: events.category,
      startsAt: events.startsAt,
      endsAt: events.endsAt,
    })
    .from(events)
    .where(and(eq(events.groupId, groupId), heldIn(ctx, year)))
    .orderBy(desc(events.startsAt), desc(events.matterId))
    .limit(500);
}

/** What the asking member's own groups owe this year, by the name of the group. None for whoever is no member. */
export async function myGroups(ctx: Context) {
  const me = ctx.actor.kind === 'account' ? await findMemberByAccount(ctx, ctx.actor.accountId) : null;
  if (me === null) return [];
  const owed = await owedBy(
    ctx,
    me.groups.map(({ id }) => id),
    thisYear(ctx),
  );
  return me.groups.map((group) => ({ ...group, year: thisYear(ctx), owed: owed.get(group.id) ?? [] }));
}
