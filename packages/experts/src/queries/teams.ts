import { DomainError, pageOf } from '@tongxin/core';
import type { Context } from '@tongxin/db';
import { divisions } from '@tongxin/divisions/schema';
import { members } from '@tongxin/members/schema';
import { and, asc, desc, eq, inArray, isNull, or, sql, type AnyColumn, type SQL } from 'drizzle-orm';
import { mayKeepTeam, refusals, requesters, type ListTeams, type OneTeam } from '../rules/index.ts';
import { expertTeamJournal, expertTeamMembers, expertTeams } from '../schema.ts';
import { db, standing } from './people.ts';

const pageSize = 20;
const byName = sql`${expertTeams.name} collate "zh-Hans-CN-x-icu"`;

const columns = {
  id: expertTeams.id,
  name: expertTeams.name,
  field: expertTeams.field,
  cityCode: expertTeams.cityCode,
  countyCode: expertTeams.countyCode,
  fromOn: expertTeams.fromOn,
  toOn: expertTeams.toOn,
};

/**
 * The teams that an actor may know of: those of the city and of their own county, for city offices those of every
 * county; undefined for whoever knows of none. The county of a township is asked, not guessed.
 */
function reachOf({ actor }: Context): SQL | undefined {
  if (actor.kind === 'system') return sql`true`;
  if (actor.kind !== 'account') return undefined;
  const codes = actor.grants
    .filter(({ role, matterId }) => matterId === null && requesters.some((one) => one === role))
    .map(({ divisionCode }) => divisionCode)
    .filter((code) => code !== null);
  if (codes.length === 0) return undefined;
  const above = (column: AnyColumn) => sql`(select coalesce(${column}, ${divisions.code})
    from ${divisions} where ${inArray(divisions.code, codes)})`;
  return or(
    inArray(expertTeams.cityCode, codes),
    inArray(expertTeams.countyCode, above(divisions.countyCode)),
    and(isNull(expertTeams.countyCode), inArray(expertTeams.cityCode, above(divisions.cityCode))),
  );
}

/** Teams that have not ended, by name, 20 a page, each with who leads it and how many are in it. */
export async function listTeams(ctx: Context, { after }: ListTeams) {
  const reach = reachOf(ctx);
  if (reach === undefined) return { rows: [], next: null };
  const found = await db(ctx)
    .select(columns)
    .from(expertTeams)
    .where(
      and(
        reach,
        isNull(expertTeams.toOn),
        after === undefined
          ? undefined
          : sql`(${byName}, ${expertTeams.id}) > (${after.name} collate "zh-Hans-CN-x-icu", ${after.id}::uuid)`,
      ),
    )
    .orderBy(asc(byName), asc(expertTeams.id))
    .limit(pageSize + 1);
  const page = pageOf(found, pageSize, ({ name, id }) => ({ name, id }));
  const people = await expertsOf(
    ctx,
    page.rows.map(({ id }) => id),
  );
  const rows = page.rows.map((team) => {
    const own = people.filter(({ teamId }) => teamId === team.id);
    return { ...team, experts: own.length, lead: own.find(({ isLead }) => isLead)?.name ?? null };
  });
  return { ...page, rows };
}

/** Who is in these teams today: the lead first, then by name; at most 50 of each of 20 teams. */
async function expertsOf(ctx: Context, teamIds: readonly string[]) {
  if (teamIds.length === 0) return [];
  const name = sql<string>`coalesce(${members.name}, ${expertTeamMembers.name})`;
  return db(ctx)
    .select({
      id: expertTeamMembers.id,
      teamId: expertTeamMembers.teamId,
      memberId: expertTeamMembers.memberId,
      name,
      post: sql<string | null>`coalesce(${expertTeamMembers.post}, ${members.dutyTitle})`,
      isLead: expertTeamMembers.isLead,
      fromOn: expertTeamMembers.fromOn,
    })
    .from(expertTeamMembers)
    .innerJoin(expertTeams, eq(expertTeams.id, expertTeamMembers.teamId))
    .leftJoin(members, eq(members.id, expertTeamMembers.memberId))
    .where(and(inArray(expertTeamMembers.teamId, [...teamIds]), standing))
    .orderBy(
      desc(expertTeamMembers.isLead),
      sql`${name} collate "zh-Hans-CN-x-icu"`,
      asc(expertTeamMembers.id),
    )
    .limit(1000);
}

/** One team with who is in it and what was done to it (newest 50). Refuses: experts.team_not_found. */
export async function getTeam(ctx: Context, { teamId }: OneTeam) {
  const reach = reachOf(ctx);
  const [team] =
    reach === undefined
      ? []
      : await db(ctx)
          .select(columns)
          .from(expertTeams)
          .where(and(eq(expertTeams.id, teamId), reach))
          .limit(1);
  if (team === undefined) throw new DomainError('experts.team_not_found', refusals['experts.team_not_found']);
  const history = await db(ctx)
    .select({ id: expertTeamJournal.id, at: expertTeamJournal.at, action: expertTeamJournal.action })
    .from(expertTeamJournal)
    .where(eq(expertTeamJournal.teamId, teamId))
    .orderBy(desc(expertTeamJournal.at), desc(expertTeamJournal.id))
    .limit(50);
  return {
    ...team,
    experts: await expertsOf(ctx, [teamId]),
    history,
    may: { keep: mayKeepTeam(ctx.actor, team) },
  };
}
