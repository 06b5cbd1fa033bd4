import { ensure, newId, unlessRefused, type Id } from '@tongxin/core';
import { transact, violated, type Context } from '@tongxin/db';
import { getDivision } from '@tongxin/divisions/queries';
import { codesOf } from '@tongxin/divisions/rules';
import { getOrganisation } from '@tongxin/organisations/queries';
import { eq } from 'drizzle-orm';
import {
  mayDecide,
  mayPlace,
  mayReadDesk,
  missingParts,
  refusals,
  reviewDue,
  type Activate,
  type Nominate,
  type Review,
  type SaveDemonstration,
} from '../rules/index.ts';
import { demonstrations } from '../schema.ts';
import { ensureOpen } from './keep.ts';
import { lockPlatform, record, refusal, today, type Inside } from './record.ts';

/**
 * Nominates a site as an example for others; what it needs for that may be filled in later. Locks the site. Refuses:
 * platforms.not_found, not_yours, closed, nominated, guarantor.
 */
export async function nominate(ctx: Context, input: Nominate): Promise<Id<'demonstration'>> {
  const { id: platformId, reason, ...four } = input;
  return transact(ctx, async (tx, inside) => {
    const site = await lockPlatform(inside, platformId);
    ensure(mayPlace(ctx.actor, site), refusals);
    ensureOpen(site);
    await ensureGuarantor(inside, four.guarantorId);
    const id = newId<'demonstration'>();
    const row = { ...four, id, platformId, state: 'nominated' as const, nominatedOn: today(ctx) };
    try {
      await tx.insert(demonstrations).values(row);
    } catch (error) {
      if (violated(error) === 'demonstrations_current_key') throw refusal('platforms.nominated');
      throw error;
    }
    await record(inside, { platformId, action: 'nominated', reason });
    return id;
  });
}

/**
 * Fills in sponsor, guarantor committee, task force and plan. Of a site that is one already, none of the four may be
 * emptied. Locks the demonstration and the site. Refuses: platforms.not_found, not_yours, demonstration_state,
 * demonstration_incomplete, guarantor.
 */
export async function saveDemonstration(ctx: Context, input: SaveDemonstration): Promise<void> {
  const { demonstrationId, ...four } = input;
  await transact(ctx, async (tx, inside) => {
    const { demonstration, site } = await lockDemonstration(inside, demonstrationId);
    ensure(mayPlace(ctx.actor, site), refusals);
    if (demonstration.state === 'removed') throw refusal('platforms.demonstration_state');
    const missing = missingParts(four);
    if (demonstration.state !== 'nominated' && missing.length > 0)
      throw refusal('platforms.demonstration_incomplete', { missing });
    await ensureGuarantor(inside, four.guarantorId);
    await tx.update(demonstrations).set(four).where(eq(demonstrations.id, demonstrationId));
    await record(inside, { platformId: site.id, action: 'demonstration_saved' });
  });
}

/**
 * Makes the nominated site a demonstration site, to be looked at again within a year. Locks the demonstration and
 * the site. Refuses: platforms.not_found, not_yours, demonstration_state, demonstration_incomplete with what is
 * missing.
 */
export async function activateDemonstration(ctx: Context, { demonstrationId }: Activate): Promise<void> {
  await transact(ctx, async (tx, inside) => {
    const { demonstration, site } = await lockDemonstration(inside, demonstrationId);
    const decision = mayDecide(ctx.actor, site, demonstration, 'activate');
    if (!decision.allowed && decision.code === 'platforms.demonstration_incomplete')
      throw refusal(decision.code, { missing: missingParts(demonstration) });
    ensure(decision, refusals);
    const activeOn = today(ctx);
    await tx
      .update(demonstrations)
      .set({ state: 'active', activeOn, reviewDueOn: reviewDue(activeOn) })
      .where(eq(demonstrations.id, demonstrationId));
    await record(inside, { platformId: site.id, action: 'demonstration_active' });
  });
}

/**
 * The yearly look: it stays one for a further year, or is none any more. Locks the demonstration and the site.
 * Refuses: platforms.not_found, not_yours, demonstration_state.
 */
export async function reviewDemonstration(ctx: Context, input: Review): Promise<void> {
  const { demonstrationId, outcome, reason } = input;
  await transact(ctx, async (tx, inside) => {
    const { demonstration, site } = await lockDemonstration(inside, demonstrationId);
    ensure(mayDecide(ctx.actor, site, demonstration, 'review'), refusals);
    const reviewedOn = today(ctx);
    const due = outcome === 'kept' ? { reviewDueOn: reviewDue(reviewedOn) } : {};
    await tx
      .update(demonstrations)
      .set({ state: outcome, reviewedOn, reviewReason: reason, ...due })
      .where(eq(demonstrations.id, demonstrationId));
    await record(inside, { platformId: site.id, action: `demonstration_${outcome}`, reason });
  });
}

/** The demonstration and its site, the site locked first as everywhere. Refuses: platforms.not_found, also for others. */
async function lockDemonstration(ctx: Inside, id: string) {
  const [found] = await ctx.tx
    .select({ platformId: demonstrations.platformId })
    .from(demonstrations)
    .where(eq(demonstrations.id, id))
    .limit(1);
  if (found === undefined) throw refusal('platforms.not_found');
  const site = await lockPlatform(ctx, found.platformId);
  // That a site is nominated is not everybody's to know.
  if (!mayReadDesk(ctx.actor, site)) throw refusal('platforms.not_found');
  const [demonstration] = await ctx.tx
    .select({
      state: demonstrations.state,
      sponsor: demonstrations.sponsor,
      guarantorId: demonstrations.guarantorId,
      taskForce: demonstrations.taskForce,
      plan: demonstrations.plan,
    })
    .from(demonstrations)
    .where(eq(demonstrations.id, id))
    .for('update')
    .limit(1);
  return { demonstration: demonstration!, site };
}

/** A body of the CPPCC answers for it, never a department. Refuses: platforms.guarantor. */
async function ensureGuarantor(ctx: Inside, id: string | null): Promise<void> {
  if (id === null) return;
  const unit = await unlessRefused(getOrganisation(ctx, id), 'organisations.not_found');
  if (unit === null || unit.kind === 'department' || unit.kind === 'township_group')
    throw refusal('platforms.guarantor');
  const place = await getDivision(ctx, unit.divisionCode);
  if (!codesOf(place).includes(ctx.municipality.code)) throw refusal('platforms.guarantor');
}
