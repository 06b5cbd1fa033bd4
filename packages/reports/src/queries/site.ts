import { DomainError } from '@tongxin/core';
import type { Context } from '@tongxin/db';
import { getPlatform } from '@tongxin/platforms/queries';
import { mayReadDesk, refusals } from '@tongxin/platforms/rules';

/** A site for whoever reads what its public page does not show. Refuses: platforms.not_found for others. */
export async function deskSite(ctx: Context, id: string) {
  const site = await getPlatform(ctx, id);
  if (!mayReadDesk(ctx.actor, site))
    throw new DomainError('platforms.not_found', refusals['platforms.not_found']);
  return site;
}
