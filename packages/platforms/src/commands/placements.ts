import { ensure, newId, type Id } from '@tongxin/core';
import { transact, violated, type Context } from '@tongxin/db';
import { noteWhetherPlaced } from '@tongxin/members/commands';
import { getMember } from '@tongxin/members/queries';
import { eq } from 'drizzle-orm';
import {
  mayPlace,
  mayReadDesk,
  refusals,
  type EndPlacement,
  type MovePlacement,
  type PlaceMember,
} from '../rules/index.ts';
import { placements } from '../schema.ts';
import { endPlace, placementRows } from './end-place.ts';
import { ensureOpen } from './keep.ts';
import { lockPlatform, record, refusal, today, type Inside, type LockedPlatform } from './record.ts';

/**
 * Places a member behind a site. A member has one place at a time: the database refuses a second one. Locks the
 * site. Refuses: platforms.not_found, not_yours, closed, placed, member_inactive, placement_day for a day more than
 * a year away; members.not_found for a member out of reach.
 */
export async function placeMember(ctx: Context, input: PlaceMember): Promise<Id<'placement'>> {
  return transact(ctx, async (_tx, inside) => {
    const site = await lockPlatform(inside, input.platformId);
    ensure(mayPlace(ctx.actor, site), refusals);
    ensureOpen(site);
    const { active, name } = await getMember(inside, input.memberId);
    if (!active) throw refusal('platforms.member_inactive');
    const fromOn = firstDay(ctx, input.fromOn);
    return enter(inside, { site, memberId: input.memberId, name, fromOn, reason: input.reason });
  });
}

/**
 * Moves a member from one site to another: the one place ends today, the other begins. Locks both sites and the
 * placement. Refuses: platforms.not_found, not_yours, closed, placement_ended, same_site.
 */
export async function movePlacement(ctx: Context, input: MovePlacement): Promise<Id<'placement'>> {
  const { placementId, platformId, reason } = input;
  return transact(ctx, async (_tx, inside) => {
    const from = await siteOf(inside, placementId);
    if (from === platformId) throw refusal('platforms.same_site');
    // In one order, so that two moves between the same sites do not wait for one another.
    const sites = new Map<string, LockedPlatform>();
    for (const id of [from, platformId].toSorted()) sites.set(id, await lockPlatform(inside, id));
    const placement = await lockCurrent(inside, placementId);
    const target = sites.get(platformId)!;
    ensureKnown(ctx, sites.get(from)!);
    ensure(mayPlace(ctx.actor, sites.get(from)!), refusals);
    ensure(mayPlace(ctx.actor, target), refusals);
    ensureOpen(target);
    const fromOn = await endPlace(inside, { ...placement, reason });
    const { memberId, name } = placement;
    return enter(inside, { site: target, memberId, name, fromOn, reason });
  });
}

/**
 * Ends a placement today; the member stands in the list of those without a place. Locks the placement and the site.
 * Refuses: platforms.not_found, not_yours, placement_ended.
 */
export async function endPlacement(ctx: Context, { placementId, reason }: EndPlacement): Promise<void> {
  await transact(ctx, async (_tx, inside) => {
    const site = await lockPlatform(inside, await siteOf(inside, placementId));
    ensureKnown(ctx, site);
    ensure(mayPlace(ctx.actor, site), refusals);
    const placement = await lockCurrent(inside, placementId);
    await endPlace(inside, { ...placement, reason });
  });
}

/** Placements are told to those who keep the ground. Refuses: platforms.not_found. */
function ensureKnown(ctx: Context, site: LockedPlatform): void {
  if (!mayReadDesk(ctx.actor, site)) throw refusal('platforms.not_found');
}

/** The site of a placement: a placement never changes it, so it may be read before anything is locked. */
async function siteOf({ tx }: Inside, placementId: string): Promise<string> {
  const [row] = await tx
    .select({ platformId: placements.platformId })
    .from(placements)
    .where(eq(placements.id, placementId))
    .limit(1);
  if (row === undefined) throw refusal('platforms.not_found');
  return row.platformId;
}

/** The placement, locked after its site as everywhere. Refuses: platforms.placement_ended. */
async function lockCurrent({ tx }: Inside, placementId: string) {
  const [row] = await placementRows(tx)
    .where(eq(placements.id, placementId))
    .for('update', { of: placements })
    .limit(1);
  if (row === undefined) throw refusal('platforms.not_found');
  if (row.toOn !== null) throw refusal('platforms.placement_ended');
  return row;
}

function firstDay(ctx: Context, asked: string | undefined): Temporal.PlainDate {
  if (asked === undefined) return today(ctx);
  const day = Temporal.PlainDate.from(asked);
  const away = Math.abs(today(ctx).until(day).days);
  if (away > 366) throw refusal('platforms.placement_day');
  return day;
}

type Entered = {
  site: LockedPlatform;
  memberId: string;
  name: string;
  fromOn: Temporal.PlainDate;
  reason: string;
};

async function enter(ctx: Inside, { site, memberId, name, fromOn, reason }: Entered) {
  const id = newId<'placement'>();
  const { cityCode, countyCode, townshipCode, villageCode } = site;
  const levels = { cityCode, countyCode, townshipCode, villageCode };
  try {
    await ctx.tx.insert(placements).values({ id, memberId, platformId: site.id, ...levels, fromOn, reason });
  } catch (error) {
    if (violated(error) === 'placements_current_key') throw refusal('platforms.placed');
    throw error;
  }
  await noteWhetherPlaced(ctx, memberId, true);
  const facts = { memberId, name, fromOn: fromOn.toString() };
  await record(ctx, { platformId: site.id, action: 'member_placed', reason, facts });
  return id;
}
