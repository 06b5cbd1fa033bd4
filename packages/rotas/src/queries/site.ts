import { DomainError, holds, type Actor } from '@tongxin/core';
import type { Context } from '@tongxin/db';
import { platforms } from '@tongxin/platforms/schema';
import { and, eq } from 'drizzle-orm';
import { boardReaders, groundOf, refusals, type Site } from '../rules/index.ts';

const db = (ctx: Context) => ctx.tx ?? ctx.municipality.db;

async function findSite(ctx: Context, platformId: string) {
  const [site] = await db(ctx)
    .select({
      id: platforms.id,
      name: platforms.name,
      organisationId: platforms.organisationId,
      cityCode: platforms.cityCode,
      countyCode: platforms.countyCode,
      townshipCode: platforms.townshipCode,
      villageCode: platforms.villageCode,
      closedOn: platforms.closedOn,
    })
    .from(platforms)
    .where(and(eq(platforms.id, platformId), eq(platforms.cityCode, ctx.municipality.code)))
    .limit(1);
  return site;
}

/** A site with its ground and the unit that runs it. Refuses: rotas.site_not_yours when there is none, as for another's. */
export async function siteOf(ctx: Context, platformId: string) {
  const site = await findSite(ctx, platformId);
  if (site === undefined) throw new DomainError('rotas.site_not_yours', refusals['rotas.site_not_yours']);
  return site;
}

/** Whether the actor reads what is planned and written down at a site: its host, the offices above, an auditor. */
export function readsBoard(actor: Actor, site: Site): boolean {
  return holds(actor, boardReaders, { divisionCodes: groundOf(site) }) !== undefined;
}

/** The site, for those who read its board. Refuses: rotas.not_found. */
export async function boardSite(ctx: Context, platformId: string) {
  const site = await findSite(ctx, platformId);
  if (site === undefined || !readsBoard(ctx.actor, site)) {
    throw new DomainError('rotas.not_found', refusals['rotas.not_found']);
  }
  return site;
}
