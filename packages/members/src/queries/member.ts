import { DomainError, type Decision } from '@tongxin/core';
import { read, type Context } from '@tongxin/db';
import { divisions } from '@tongxin/divisions/schema';
import { and, asc, desc, eq, exists, isNull, or, sql, type SQL } from 'drizzle-orm';
import { mayKeep, mayReadParticulars, refusals, type Refusal } from '../rules/index.ts';
import {
  groupMembers,
  groups,
  memberJournal,
  memberParticulars,
  members,
  memberships,
  villageMembers,
} from '../schema/index.ts';
import { everyMembership } from './memberships.ts';
import { db, reachOf, tellable } from './reach.ts';

const notFound = () => new DomainError('members.not_found', refusals['members.not_found']);

/**
 * A member within the actor's reach, serving or not: memberships with those that have ended, groups, villages, what
 * was done (newest 50). The code of the member's own QR is not in it. Refuses: members.not_found.
 */
export async function getMember(ctx: Context, id: string) {
  const reach = reachOf(ctx.actor, memberships);
  if (reach === undefined) throw notFound();
  const known = db(ctx)
    .select({ one: sql`1` })
    .from(memberships)
    .where(and(eq(memberships.memberId, members.id), reach));
  const [row] = await db(ctx)
    .select({
      id: members.id,
      name: members.name,
      dutyTitle: members.dutyTitle,
      active: members.active,
      intakeCode: members.intakeCode,
      accountId: members.accountId,
    })
    .from(members)
    .where(and(eq(members.id, id), exists(known)))
    .limit(1);
  if (row === undefined) throw notFound();
  const held = await everyMembership(ctx, id);
  const { accountId, ...member } = row;
  return {
    ...member,
    hasAccount: accountId !== null,
    memberships: held.map((membership) => ({
      ...membership,
      may: { keep: mayKeep(ctx.actor, [membership]) },
    })),
    groups: await groupsOf(ctx, id, tellable(ctx.actor)),
    villages: await villagesOf(ctx, id),
    history: await historyOf(ctx, eq(memberJournal.memberId, id)),
    may: {
      keep: mayKeep(ctx.actor, held),
      readParticulars: mayReadParticulars(ctx.actor, {
        accountId,
        memberships: held,
      }) satisfies Decision<Refusal>,
    },
  };
}

/** The groups that a member is in today, by name; all of them for the member. */
async function groupsOf(ctx: Context, memberId: string, told?: SQL) {
  return db(ctx)
    .select({
      id: groups.id,
      name: groups.name,
      kind: groups.kind,
      convenes: sql<boolean>`${groups.convenorMemberId} is not distinct from ${memberId}::uuid`,
    })
    .from(groupMembers)
    .innerJoin(groups, eq(groups.id, groupMembers.groupId))
    .where(and(eq(groupMembers.memberId, memberId), isNull(groupMembers.toOn), isNull(groups.toOn), told))
    .orderBy(asc(groups.name), asc(groups.id))
    .limit(50);
}

/** The villages that a member has today, by code, with the township's name. */
async function villagesOf(ctx: Context, memberId: string) {
  const township = sql<string>`(select above.name from ${divisions} as above where above.code = ${villageMembers.townshipCode})`;
  return db(ctx)
    .select({
      villageCode: villageMembers.villageCode,
      villageName: divisions.name,
      townshipName: township,
      fromOn: villageMembers.fromOn,
    })
    .from(villageMembers)
    .innerJoin(divisions, eq(divisions.code, villageMembers.villageCode))
    .where(and(eq(villageMembers.memberId, memberId), isNull(villageMembers.toOn)))
    .orderBy(asc(villageMembers.villageCode))
    .limit(100);
}

/**
 * What was done, newest first, at most 50, with the group and the member that it concerns by name: not what concerns a
 * group that the actor may not be told of, and of an account only whether one was linked.
 */
export async function historyOf(ctx: Context, where: ReturnType<typeof eq>) {
  const tellableGroup = db(ctx)
    .select({ one: sql`1` })
    .from(groups)
    .where(and(eq(groups.id, memberJournal.groupId), tellable(ctx.actor)));
  const entries = await db(ctx)
    .select({
      id: memberJournal.id,
      at: memberJournal.at,
      action: memberJournal.action,
      reason: memberJournal.reason,
      facts: memberJournal.facts,
      group: groups.name,
      member: members.name,
    })
    .from(memberJournal)
    .leftJoin(groups, eq(groups.id, memberJournal.groupId))
    .leftJoin(members, eq(members.id, memberJournal.memberId))
    .where(and(where, or(isNull(memberJournal.groupId), exists(tellableGroup))))
    .orderBy(desc(memberJournal.at), desc(memberJournal.id))
    .limit(50);
  return entries.map(({ facts: { accountId, ...facts }, ...entry }) => ({
    ...entry,
    facts: accountId === undefined ? facts : { ...facts, linked: accountId !== null },
  }));
}

/**
 * What is restricted about a member, or null where nothing was written down. For the member and the office of a
 * committee that they belong to, of the former ones only when they have left all; a second wall stands behind.
 * Refuses: members.not_found.
 */
export async function getParticulars(ctx: Context, memberId: string) {
  const [member] = await db(ctx)
    .select({ accountId: members.accountId })
    .from(members)
    .where(eq(members.id, memberId))
    .limit(1);
  if (member === undefined) throw notFound();
  const places = await everyMembership(ctx, memberId);
  if (!mayReadParticulars(ctx.actor, { ...member, memberships: places }).allowed) throw notFound();
  return read(ctx, async (tx) => {
    const [row] = await tx
      .select({
        sex: memberParticulars.sex,
        birthYear: memberParticulars.birthYear,
        partyAffiliation: memberParticulars.partyAffiliation,
      })
      .from(memberParticulars)
      .where(eq(memberParticulars.memberId, memberId))
      .limit(1);
    return row ?? null;
  });
}

const own = {
  id: members.id,
  name: members.name,
  dutyTitle: members.dutyTitle,
  intakeCode: members.intakeCode,
  doorCode: members.doorCode,
};

/** The active member who signs in with this account, with both codes, committees, groups and villages; or null. */
export async function findMemberByAccount(ctx: Context, accountId: string) {
  const [row] = await db(ctx)
    .select(own)
    .from(members)
    .where(and(eq(members.accountId, accountId), eq(members.active, true)))
    .limit(1);
  if (row === undefined) return null;
  const committees = (await everyMembership(ctx, row.id)).filter(({ leftOn }) => leftOn === null);
  return {
    ...row,
    sector: committees[0]?.sector ?? '',
    committees,
    groups: await groupsOf(ctx, row.id),
    villages: await villagesOf(ctx, row.id),
  };
}

/** The active member whose public QR holds this code, as everybody may know them; or null. */
export async function findMemberByIntakeCode(ctx: Context, code: string) {
  return findByCode(ctx, eq(members.intakeCode, code));
}

/**
 * What stands behind the code of a public QR, for everybody: name, post, sector and villages of the active member.
 * Refuses: members.not_found.
 */
export async function memberBehindCode(ctx: Context, code: string) {
  const found = await findMemberByIntakeCode(ctx, code);
  if (found === null) throw notFound();
  const villages = await villagesOf(ctx, found.id);
  return {
    ...found,
    villages: villages.map(({ villageCode, villageName, townshipName }) => ({
      villageCode,
      villageName,
      townshipName,
    })),
  };
}

/** The active member whose own QR was shown at a door, or null. For whoever writes attendance, never for an answer. */
export async function findMemberByDoorCode(ctx: Context, code: string) {
  return findByCode(ctx, eq(members.doorCode, code));
}

async function findByCode(ctx: Context, where: ReturnType<typeof eq>) {
  const [row] = await db(ctx)
    .select({ id: members.id, name: members.name, dutyTitle: members.dutyTitle })
    .from(members)
    .where(and(where, eq(members.active, true)))
    .limit(1);
  if (row === undefined) return null;
  const [first] = (await everyMembership(ctx, row.id)).filter(({ leftOn }) => leftOn === null);
  return { ...row, sector: first?.sector ?? '' };
}
