import { canonicalJson, ensure, newId, type Id, type Json } from '@tongxin/core';
import { transact, type Context } from '@tongxin/db';
import { getDivision } from '@tongxin/divisions/queries';
import { showPhoto } from '@tongxin/files/commands';
import { getOrganisation } from '@tongxin/organisations/queries';
import { and, eq, ne } from 'drizzle-orm';
import {
  mayAdd,
  mayKeep,
  refusals,
  type EditPlatform,
  type NewPlatform,
  type PlatformAndReason,
} from '../rules/index.ts';
import { demonstrations, platformRoles, platforms } from '../schema.ts';
import { endPlacesAt } from './end-place.ts';
import { lockPlatform, record, refusal, today, type Inside, type LockedPlatform } from './record.ts';

/**
 * Enters a site with its roles, which the public sees at once. Refuses: platforms.not_yours, place, organisation,
 * hall_township; divisions.not_found, organisations.not_found; files.not_found, files.taken.
 */
export async function addPlatform(ctx: Context, platform: NewPlatform): Promise<Id<'platform'>> {
  const { placeCode, roles, photoId, ...details } = platform;
  return transact(ctx, async (tx, inside) => {
    const place = await getDivision(inside, placeCode);
    const unit = await getOrganisation(inside, platform.organisationId);
    const kinds = roles.map(({ role }) => role);
    ensure(mayAdd(ctx.actor, place, unit, kinds), refusals);
    const id = newId<'platform'>();
    const { countyCode, townshipCode, villageCode } = place;
    const levels = { cityCode: place.cityCode!, countyCode, townshipCode, villageCode };
    await tx.insert(platforms).values({ ...details, ...levels, id });
    const sinceOn = today(ctx);
    await tx
      .insert(platformRoles)
      .values(roles.map((role) => ({ ...role, id: newId<'platform_role'>(), platformId: id, sinceOn })));
    if (photoId !== null) await hangPhoto(inside, id, photoId);
    await record(inside, { platformId: id, action: 'added', facts: { roles: kinds } });
    return id;
  });
}

const editable = [
  'name',
  'address',
  'seats',
  'hours',
  'hoursNote',
  'services',
  'leadPost',
  'authorityDocument',
  'rules',
  'photoId',
] as const;

/**
 * Changes what is known of a site; its history names the fields that changed. Where nothing changed nothing is
 * written. Locks the site. Refuses: platforms.not_found, not_yours, changed_meanwhile; files.not_found, files.taken.
 */
export async function editPlatform(ctx: Context, { id, version, reason, ...details }: EditPlatform) {
  return transact(ctx, async (tx, inside) => {
    const before = await lockPlatform(inside, id);
    ensure(mayKeep(ctx.actor, before), refusals);
    if (before.version !== version) throw refusal('platforms.changed_meanwhile');
    const changed = editable.filter((field) => !isSame(before[field], details[field]));
    if (changed.length === 0) return { version };
    if (changed.includes('photoId')) await hangPhoto(inside, id, details.photoId);
    await tx
      .update(platforms)
      .set({ ...details, version: version + 1 })
      .where(eq(platforms.id, id));
    await record(inside, { platformId: id, action: 'edited', reason, facts: { changed } });
    return { version: version + 1 };
  });
}

const isSame = (one: unknown, other: unknown) => canonicalJson(one as Json) === canonicalJson(other as Json);

async function hangPhoto(ctx: Inside, platformId: string, photoId: string | null): Promise<void> {
  await showPhoto(ctx, { subjectId: platformId, photoId });
  await ctx.tx.update(platforms).set({ photoId }).where(eq(platforms.id, platformId));
}

/**
 * Closes a site from today on: it is counted nowhere any more, its members stand in the list of those without a
 * place, and it is no example to anybody; its history says each of these. Whoever calls has seen to it that nothing is
 * booked there. Locks the site. Refuses: platforms.not_found, not_yours, closed.
 */
export async function closePlatform(ctx: Context, { id, reason }: PlatformAndReason): Promise<void> {
  await transact(ctx, async (tx, inside) => {
    const site = await lockPlatform(inside, id);
    ensure(mayKeep(ctx.actor, site), refusals);
    if (site.closedOn !== null) throw refusal('platforms.closed');
    const on = today(ctx);
    await tx
      .update(platforms)
      .set({ closedOn: on, closedReason: reason, version: site.version + 1 })
      .where(eq(platforms.id, id));
    await endPlacesAt(inside, id, reason);
    const removed = await tx
      .update(demonstrations)
      .set({ state: 'removed', reviewedOn: on, reviewReason: reason })
      .where(and(eq(demonstrations.platformId, id), ne(demonstrations.state, 'removed')))
      .returning({ id: demonstrations.id });
    if (removed.length > 0) await record(inside, { platformId: id, action: 'demonstration_removed', reason });
    await record(inside, { platformId: id, action: 'closed', reason });
  });
}

/**
 * Opens a closed site again with the plaques that it had; its members have to be placed anew. Locks the site.
 * Refuses: platforms.not_found, not_yours, not_closed.
 */
export async function reopenPlatform(ctx: Context, { id, reason }: PlatformAndReason): Promise<void> {
  await transact(ctx, async (tx, inside) => {
    const site = await lockPlatform(inside, id);
    ensure(mayKeep(ctx.actor, site), refusals);
    if (site.closedOn === null) throw refusal('platforms.not_closed');
    await tx
      .update(platforms)
      .set({ closedOn: null, closedReason: null, version: site.version + 1 })
      .where(eq(platforms.id, id));
    await record(inside, { platformId: id, action: 'reopened', reason });
  });
}

/** Refuses: platforms.closed. */
export function ensureOpen(site: Pick<LockedPlatform, 'closedOn'>): void {
  if (site.closedOn !== null) throw refusal('platforms.closed');
}
