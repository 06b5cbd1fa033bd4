import type { Context } from '@tongxin/db';
import { findMemberByAccount } from '@tongxin/members/queries';
import { members } from '@tongxin/members/schema';
import { and, eq, isNull, or } from 'drizzle-orm';
import { expertTeamMembers, expertTeams } from '../schema.ts';

export const db = (ctx: Context) => ctx.tx ?? ctx.municipality.db;

/** The member who signs in with the actor's account, or null. */
export async function memberOf(ctx: Context) {
  return ctx.actor.kind === 'account' ? findMemberByAccount(ctx, ctx.actor.accountId) : null;
}

/** Still in a team that has not ended; members also still serve. */
export const standing = and(
  isNull(expertTeamMembers.toOn),
  isNull(expertTeams.toOn),
  or(isNull(expertTeamMembers.memberId), eq(members.active, true)),
);

/** Somebody who can be asked today, with the place of the team; or null. */
export async function findExpert(ctx: Context, personId: string) {
  const [row] = await db(ctx)
    .select({
      memberId: expertTeamMembers.memberId,
      cityCode: expertTeams.cityCode,
      countyCode: expertTeams.countyCode,
    })
    .from(expertTeamMembers)
    .innerJoin(expertTeams, eq(expertTeams.id, expertTeamMembers.teamId))
    .leftJoin(members, eq(members.id, expertTeamMembers.memberId))
    .where(and(eq(expertTeamMembers.id, personId), standing))
    .limit(1);
  return row ?? null;
}
