import { platforms } from '@tongxin/platforms/schema';
import { and, eq, inArray } from 'drizzle-orm';
import type { CreateEvent } from '../rules/index.ts';
import { eventSites } from '../schema/index.ts';
import type { Inside } from './event-row.ts';
import { refuse } from './refuse.ts';

/** On site it is somewhere: at a site of this city, or described. Refuses: events.place_missing. */
export async function ensurePlace(
  { tx, municipality }: Inside,
  { platformId, placeWords, mode }: Pick<CreateEvent, 'platformId' | 'placeWords' | 'mode'>,
): Promise<void> {
  if (platformId === undefined) {
    if (placeWords === undefined && mode !== 'online') refuse('events.place_missing');
    return;
  }
  const [site] = await tx
    .select({ id: platforms.id })
    .from(platforms)
    .where(and(eq(platforms.id, platformId), eq(platforms.cityCode, municipality.code)))
    .limit(1);
  if (site === undefined) refuse('events.place_missing');
}

/** Whoever closes the site waits until it is taken, and then sees that it is. Refuses: events.site_closed. */
export async function ensureOpen({ tx }: Inside, platformId: string): Promise<void> {
  const [site] = await tx
    .select({ closedOn: platforms.closedOn })
    .from(platforms)
    .where(eq(platforms.id, platformId))
    .limit(1)
    .for('share');
  if (site !== undefined && site.closedOn !== null) refuse('events.site_closed');
}

/** Sites of this city that are gone to see, each once. Refuses: events.site_unknown. */
export async function ensureSites(
  { tx, municipality }: Inside,
  siteIds: readonly string[],
): Promise<readonly string[]> {
  if (siteIds.length === 0) return siteIds;
  const known = and(inArray(platforms.id, [...siteIds]), eq(platforms.cityCode, municipality.code));
  if ((await tx.$count(platforms, known)) !== siteIds.length) refuse('events.site_unknown');
  return siteIds;
}

/** The sites of an event whose row is locked are these from now on. */
export async function writeSites({ tx }: Inside, eventId: string, siteIds: readonly string[]): Promise<void> {
  await tx.delete(eventSites).where(eq(eventSites.eventId, eventId));
  if (siteIds.length > 0)
    await tx.insert(eventSites).values(siteIds.map((platformId) => ({ eventId, platformId })));
}
