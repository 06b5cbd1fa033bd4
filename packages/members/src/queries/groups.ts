import { DomainError, pageOf } from '@tongxin/core';
import type { Context } from '@tongxin/db';
import { getDivision } from '@tongxin/divisions/queries';
import { getOrganisation } from '@tongxin/organisations/queries';
import { refusals as organisationRefusals } from '@tongxin/organisations/rules';
import { sectors } from '@tongxin/sectors/schema';
import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import {
  mayKeepGroup,
  mayRead,
  pageSize,
  refusals,
  type ListGroups,
  type ListMinimums,
} from '../rules/index.ts';
import { byPinyin, groupMembers, groupMinimums, groups, memberJournal, members } from '../schema/index.ts';
import { historyOf } from './member.ts';
import { sectorOf } from './memberships.ts';
import { atCommittee, db, reachOf, tellable } from './reach.ts';

const columns = {
  id: groups.id,
  organisationId: groups.organisationId,
  cityCode: groups.cityCode,
  countyCode: groups.countyCode,
  kind: groups.kind,
  name: groups.name,
  sectorCode: groups.sectorCode,
  convenorMemberId: groups.convenorMemberId,
  // Asked for the rows of a page alone: joined, the names of all members would be read for twenty groups.
  convenorName: sql<string | null>`(select convenor.name from ${members} as convenor
    where convenor.id = ${groups}.convenor_member_id)`,
};

/**
 * The groups of one committee that exist, by name, 20 a page, each with how many members it has. Nothing for whoever
 * may not know of that committee's members.
 */
export async function listGroups(ctx: Context, { divisionCode, kind, after }: ListGroups) {
  const reach = reachOf(ctx.actor, groups);
  if (reach === undefined) return { rows: [], next: null };
  const size = sql<number>`(select count(*)::int from ${groupMembers} as own
    where own.group_id = ${groups}.id and own.to_on is null)`;
  const found = await db(ctx)
    .select({ ...columns, size })
    .from(groups)
    .where(
      and(
        reach,
        tellable(ctx.actor),
        atCommittee(groups, divisionCode),
        isNull(groups.toOn),
        kind === undefined ? undefined : eq(groups.kind, kind),
        after === undefined
          ? undefined
          : sql`(${groups.name}, ${groups.id}) > (${after.name}, ${after.id}::uuid)`,
      ),
    )
    .orderBy(asc(groups.name), asc(groups.id))
    .limit(pageSize + 1);
  return pageOf(found, pageSize, ({ name, id }) => ({ name, id }));
}

/**
 * One group with its members by pinyin (at most 500) and what was done to it. Refuses: members.group_not_found, also
 * to whoever may not know of it.
 */
export async function getGroup(ctx: Context, id: string) {
  const reach = reachOf(ctx.actor, groups);
  const [group] =
    reach === undefined
      ? []
      : await db(ctx)
          .select({
            ...columns,
            sector: sectors.nameZh,
            sectorEn: sectors.nameEn,
            fromOn: groups.fromOn,
            toOn: groups.toOn,
          })
          .from(groups)
          .leftJoin(sectors, eq(sectors.code, groups.sectorCode))
          .where(and(eq(groups.id, id), reach, tellable(ctx.actor)))
          .limit(1);
  if (group === undefined)
    throw new DomainError('members.group_not_found', refusals['members.group_not_found']);
  return {
    ...group,
    members: await membersOfGroup(ctx, id),
    history: await historyOf(ctx, eq(memberJournal.groupId, id)),
    may: { keep: mayKeepGroup(ctx.actor, group) },
  };
}

/** Who is in a group today, by pinyin, at most 500. */
export async function membersOfGroup(ctx: Context, groupId: string) {
  return db(ctx)
    .select({
      id: members.id,
      name: members.name,
      dutyTitle: members.dutyTitle,
      sector: sectorOf(members.id),
      fromOn: groupMembers.fromOn,
    })
    .from(groupMembers)
    .innerJoin(members, eq(members.id, groupMembers.memberId))
    .where(and(eq(groupMembers.groupId, groupId), isNull(groupMembers.toOn)))
    .orderBy(byPinyin(members.name), asc(members.id))
    .limit(500);
}

/**
 * The same as `listMinimums`, for an office that may know of the committee's members. Refuses:
 * organisations.not_found, also to offices of other places.
 */
export async function minimumsFor(ctx: Context, input: ListMinimums) {
  const office = await getOrganisation(ctx, input.organisationId);
  const place = await getDivision(ctx, office.divisionCode);
  if (!mayRead(ctx.actor, place))
    throw new DomainError('organisations.not_found', organisationRefusals['organisations.not_found']);
  return listMinimums(ctx, input);
}

/** What every group of a committee owes in a year, by category; what is set for one group is not in it. */
export async function listMinimums(ctx: Context, { organisationId, year }: ListMinimums) {
  return db(ctx)
    .select({ category: groupMinimums.category, amount: groupMinimums.amount })
    .from(groupMinimums)
    .where(
      and(
        eq(groupMinimums.organisationId, organisationId),
        eq(groupMinimums.year, year),
        isNull(groupMinimums.groupId),
      ),
    )
    .orderBy(asc(groupMinimums.category))
    .limit(50);
}
