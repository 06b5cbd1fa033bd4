import { civilDay, ensure, newId } from '@tongxin/core';
import { once, transact, violated, type Context, type Tx } from '@tongxin/db';
import { getDivision } from '@tongxin/divisions/queries';
import { members } from '@tongxin/members/schema';
import { findOfficeOf } from '@tongxin/organisations/queries';
import { and, eq, isNull, sql } from 'drizzle-orm';
import {
  expertsAtMost,
  mayKeepTeam,
  refusals,
  type AddExpert,
  type MakeTeam,
  type OnePerson,
  type OneTeam,
  type teamActions,
} from '../rules/index.ts';
import { expertTeamJournal, expertTeamMembers, expertTeams } from '../schema.ts';
import { ensureImpersonal, refuse } from './refuse.ts';

type Inside = Context & { tx: Tx };

async function record(
  inside: Inside,
  action: (typeof teamActions)[number],
  teamId: string,
  facts: Record<string, unknown> = {},
): Promise<void> {
  const { actor, tx } = inside;
  const actorId = actor.kind === 'account' ? actor.accountId : null;
  await tx
    .insert(expertTeamJournal)
    .values({ id: newId<'entry'>(), at: inside.now(), action, teamId, actorId, facts });
}

/** Does what may run against a key that holds one thing once; whoever is late is told so. */
async function unless<T>(key: string, refusal: () => never, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (violated(error) === key) return refusal();
    throw error;
  }
}

/** A team that the actor keeps and that has not ended, locked. Refuses: experts.team_not_found, not_yours, team_ended. */
async function lockTeam(inside: Inside, teamId: string) {
  const [team] = await inside.tx
    .select({
      id: expertTeams.id,
      cityCode: expertTeams.cityCode,
      countyCode: expertTeams.countyCode,
      toOn: expertTeams.toOn,
    })
    .from(expertTeams)
    .where(eq(expertTeams.id, teamId))
    .limit(1)
    .for('update');
  if (team === undefined) return refuse('experts.team_not_found');
  const decision = mayKeepTeam(inside.actor, team);
  // A county's teams do not exist for other counties; the city's are known to all of them.
  if (!decision.allowed && team.countyCode !== null) refuse('experts.team_not_found');
  ensure(decision, refusals);
  if (team.toOn !== null) refuse('experts.team_ended');
  return team;
}

/**
 * Makes a team of the city or of a county, empty. Sent twice with the same key it makes one.
 * Refuses: experts.not_yours, team_exists; divisions.not_found; idempotency.other_content.
 */
export async function makeTeam(ctx: Context, { key, ...input }: MakeTeam): Promise<{ id: string }> {
  const by = ctx.actor.kind === 'account' ? ctx.actor.accountId : null;
  return once(ctx, { key: `experts.team:${key}`, input: { ...input, by } }, async (tx, inside) => {
    const { divisionCode, name, field } = input;
    const { level, cityCode, countyCode } = await getDivision(inside, divisionCode);
    if (cityCode !== ctx.municipality.code || !['city', 'county'].includes(level))
      refuse('experts.not_yours');
    ensure(mayKeepTeam(inside.actor, { cityCode, countyCode }), refusals);
    const kind = countyCode === null ? 'city_office' : 'county_office';
    const office = (await findOfficeOf(inside, kind, divisionCode)) ?? refuse('experts.not_yours');
    const id = newId<'team'>();
    const row = { id, organisationId: office.id, cityCode, countyCode, name, field };
    await unless(
      'expert_teams_place_name_key',
      () => refuse('experts.team_exists'),
      tx.insert(expertTeams).values({ ...row, fromOn: civilDay(inside.now()) }),
    );
    await record(inside, 'made', id, { divisionCode });
    return { id };
  });
}

/**
 * Takes a member, or somebody from outside by name and post, into a team; as its lead if wished, in place of the one
 * before. Locks the team. Refuses: experts.team_not_found, not_yours, team_ended, team_full, already_in,
 * member_unknown, personal_words.
 */
export async function addExpert(
  ctx: Context,
  { teamId, isLead, ...who }: AddExpert,
): Promise<{ id: string }> {
  ensureImpersonal(who.post);
  return transact(ctx, async (tx, inside) => {
    await lockTeam(inside, teamId);
    await ensureRoom(tx, teamId);
    const { memberId = null, name = null, post = null } = who;
    if (memberId !== null) await ensureServing(tx, memberId);
    if (isLead) await takeLead(tx, teamId);
    const id = newId<'expert'>();
    const row = { id, teamId, memberId, name, post, isLead, fromOn: civilDay(inside.now()) };
    await unless(
      'expert_team_members_team_id_member_id_key',
      () => refuse('experts.already_in'),
      tx.insert(expertTeamMembers).values(row),
    );
    await record(inside, 'joined', teamId, { personId: id, memberId, isLead });
    return { id };
  });
}

async function ensureRoom(tx: Tx, teamId: string): Promise<void> {
  const [row] = await tx
    .select({ count: sql<number>`count(*)::int` })
    .from(expertTeamMembers)
    .where(and(eq(expertTeamMembers.teamId, teamId), isNull(expertTeamMembers.toOn)));
  if (row!.count >= expertsAtMost) refuse('experts.team_full');
}

async function ensureServing(tx: Tx, memberId: string): Promise<void> {
  const [member] = await tx
    .select({ id: members.id })
    .from(members)
    .where(and(eq(members.id, memberId), eq(members.active, true)))
    .limit(1);
  if (member === undefined) refuse('experts.member_unknown');
}

async function takeLead(tx: Tx, teamId: string): Promise<void> {
  await tx
    .update(expertTeamMembers)
    .set({ isLead: false })
    .where(
      and(
        eq(expertTeamMembers.teamId, teamId),
        eq(expertTeamMembers.isLead, true),
        isNull(expertTeamMembers.toOn),
      ),
    );
}

/** Somebody who is in a team now, with the team locked. Refuses: experts.person_unknown, as lockTeam. */
async function lockPerson(inside: Inside, personId: string): Promise<{ teamId: string }> {
  const read = () =>
    inside.tx
      .select({ teamId: expertTeamMembers.teamId, toOn: expertTeamMembers.toOn })
      .from(expertTeamMembers)
      .where(eq(expertTeamMembers.id, personId))
      .limit(1);
  const [known] = await read();
  // Whoever may not know of the team does not learn whether the person exists.
  if (known === undefined) return refuse('experts.team_not_found');
  await lockTeam(inside, known.teamId);
  const [person] = await read();
  return person!.toOn === null ? person! : refuse('experts.person_unknown');
}

/** Makes somebody of a team its lead, in place of the one before. Locks the team. Refuses: as addExpert, person_unknown. */
export async function leadTeam(ctx: Context, { personId }: OnePerson): Promise<void> {
  await transact(ctx, async (tx, inside) => {
    const { teamId } = await lockPerson(inside, personId);
    await takeLead(tx, teamId);
    await tx.update(expertTeamMembers).set({ isLead: true }).where(eq(expertTeamMembers.id, personId));
    await record(inside, 'led', teamId, { personId });
  });
}

/** Somebody leaves a team; what they were asked before goes on. Locks the team. Refuses: as addExpert, person_unknown. */
export async function removeExpert(ctx: Context, { personId }: OnePerson): Promise<void> {
  await transact(ctx, async (tx, inside) => {
    const { teamId } = await lockPerson(inside, personId);
    await tx
      .update(expertTeamMembers)
      .set({ toOn: civilDay(inside.now()), isLead: false })
      .where(eq(expertTeamMembers.id, personId));
    await record(inside, 'left', teamId, { personId });
  });
}

/** Ends a team; nobody of it is matched any more. Locks the team. Refuses: experts.team_not_found, not_yours, team_ended. */
export async function endTeam(ctx: Context, { teamId }: OneTeam): Promise<void> {
  await transact(ctx, async (tx, inside) => {
    await lockTeam(inside, teamId);
    await tx
      .update(expertTeams)
      .set({ toOn: civilDay(inside.now()) })
      .where(eq(expertTeams.id, teamId));
    await record(inside, 'ended', teamId);
  });
}
