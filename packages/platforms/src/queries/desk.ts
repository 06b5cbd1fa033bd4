import { accounts } from '@tongxin/accounts/schema';
import { DomainError, no } from '@tongxin/core';
import type { Context } from '@tongxin/db';
import { members } from '@tongxin/members/schema';
import { organisations } from '@tongxin/organisations/schema';
import { and, asc, desc, eq, isNotNull, sql } from 'drizzle-orm';
import { mayDecide, mayKeep, mayPlace, mayReadDesk, missingParts, refusals } from '../rules/index.ts';
import { demonstrations, placements, platformHistory, platformRoles } from '../schema.ts';
import { getPlatform } from './platforms.ts';

const db = (ctx: Context) => ctx.tx ?? ctx.municipality.db;

/**
 * A site as its keepers and the auditor see it: besides what everybody sees, who is and was placed there and why,
 * plaques that were taken down, its demonstration papers, and its history. `may` says what the asking account may do. Refuses: platforms.not_found, also for others.
 */
export async function getDesk(ctx: Context, id: string) {
  const site = await getPlatform(ctx, id);
  if (!mayReadDesk(ctx.actor, site))
    throw new DomainError('platforms.not_found', refusals['platforms.not_found']);
  const [placed, formerRoles, papers, history] = await Promise.all([
    placementsOf(ctx, id),
    formerRolesOf(ctx, id),
    demonstrationsOf(ctx, id),
    historyOf(ctx, id),
  ]);
  const keep = mayKeep(ctx.actor, site);
  const place = mayPlace(ctx.actor, site);
  const whileOpen = (decision: typeof keep) =>
    decision.allowed && site.closedOn !== null ? no('platforms.closed') : decision;
  const current = papers.find(({ state }) => state !== 'removed');
  return {
    ...site,
    placements: placed,
    formerRoles,
    demonstrations: papers.map((paper) => ({
      ...paper,
      missing: missingParts(paper),
      may: {
        save: paper.state === 'removed' ? no('platforms.demonstration_state') : place,
        activate: mayDecide(ctx.actor, site, paper, 'activate'),
        review: mayDecide(ctx.actor, site, paper, 'review'),
      },
    })),
    history,
    may: {
      edit: keep,
      addRole: whileOpen(keep),
      endRole: keep,
      close: whileOpen(keep),
      reopen: keep.allowed && site.closedOn === null ? no('platforms.not_closed') : keep,
      place: whileOpen(place),
      endPlacement: place,
      nominate: current === undefined ? whileOpen(place) : no('platforms.nominated'),
    },
  };
}

/** Everybody who stands or stood behind the site: those who do by name, then those who did, latest first. At most 200. */
async function placementsOf(ctx: Context, platformId: string) {
  return db(ctx)
    .select({
      id: placements.id,
      memberId: placements.memberId,
      name: members.name,
      fromOn: placements.fromOn,
      toOn: placements.toOn,
      reason: placements.reason,
      endReason: placements.endReason,
    })
    .from(placements)
    .innerJoin(members, eq(members.id, placements.memberId))
    .where(eq(placements.platformId, platformId))
    .orderBy(
      sql`${placements.toOn} desc nulls first`,
      asc(sql`${members.name} collate "zh-Hans-CN-x-icu"`),
      asc(placements.id),
    )
    .limit(200);
}

async function formerRolesOf(ctx: Context, platformId: string) {
  return db(ctx)
    .select({
      id: platformRoles.id,
      role: platformRoles.role,
      plaqueName: platformRoles.plaqueName,
      sinceOn: platformRoles.sinceOn,
      untilOn: platformRoles.untilOn,
    })
    .from(platformRoles)
    .where(and(eq(platformRoles.platformId, platformId), isNotNull(platformRoles.untilOn)))
    .orderBy(desc(platformRoles.untilOn), asc(platformRoles.id))
    .limit(50);
}

/** Its demonstration papers, the latest first. At most 20. */
async function demonstrationsOf(ctx: Context, platformId: string) {
  return db(ctx)
    .select({
      id: demonstrations.id,
      state: demonstrations.state,
      sponsor: demonstrations.sponsor,
      guarantorId: demonstrations.guarantorId,
      guarantor: organisations.name,
      taskForce: demonstrations.taskForce,
      plan: demonstrations.plan,
      nominatedOn: demonstrations.nominatedOn,
      activeOn: demonstrations.activeOn,
      reviewedOn: demonstrations.reviewedOn,
      reviewDueOn: demonstrations.reviewDueOn,
      reviewReason: demonstrations.reviewReason,
    })
    .from(demonstrations)
    .leftJoin(organisations, eq(organisations.id, demonstrations.guarantorId))
    .where(eq(demonstrations.platformId, platformId))
    .orderBy(desc(demonstrations.id))
    .limit(20);
}

/** What was done to it, newest first: when, by whom, why. At most 200. */
async function historyOf(ctx: Context, platformId: string) {
  return db(ctx)
    .select({
      id: platformHistory.id,
      at: platformHistory.at,
      action: platformHistory.action,
      actorName: accounts.name,
      reason: platformHistory.reason,
      facts: platformHistory.facts,
    })
    .from(platformHistory)
    .leftJoin(accounts, eq(accounts.id, platformHistory.actorId))
    .where(eq(platformHistory.platformId, platformId))
    .orderBy(desc(platformHistory.at), desc(platformHistory.id))
    .limit(200);
}
