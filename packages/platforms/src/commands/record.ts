import { civilDay, DomainError, newId } from '@tongxin/core';
import type { Context, Tx } from '@tongxin/db';
import { eq } from 'drizzle-orm';
import { refusals, type Refusal, type SiteAction } from '../rules/index.ts';
import { platformHistory, platforms } from '../schema.ts';

export type Inside = Context & { tx: Tx };

export function refusal(code: Refusal, facts: Record<string, unknown> = {}): DomainError {
  return new DomainError(code, refusals[code], facts);
}

export const today = (ctx: Context) => civilDay(ctx.now());

/** The site with its ground, locked until the transaction ends. Refuses: platforms.not_found. */
export async function lockPlatform({ tx, municipality }: Inside, id: string) {
  const [row] = await tx
    .select({
      id: platforms.id,
      organisationId: platforms.organisationId,
      cityCode: platforms.cityCode,
      countyCode: platforms.countyCode,
      townshipCode: platforms.townshipCode,
      villageCode: platforms.villageCode,
      name: platforms.name,
      address: platforms.address,
      seats: platforms.seats,
      hours: platforms.hours,
      hoursNote: platforms.hoursNote,
      services: platforms.services,
      leadPost: platforms.leadPost,
      authorityDocument: platforms.authorityDocument,
      rules: platforms.rules,
      photoId: platforms.photoId,
      version: platforms.version,
      closedOn: platforms.closedOn,
    })
    .from(platforms)
    .where(eq(platforms.id, id))
    .for('update')
    .limit(1);
  if (row === undefined || row.cityCode !== municipality.code) throw refusal('platforms.not_found');
  return row;
}

export type LockedPlatform = Awaited<ReturnType<typeof lockPlatform>>;

/** Writes down what was done to a site; stays whatever is done afterwards. */
export async function record(
  ctx: Inside,
  entry: {
    platformId: string;
    action: SiteAction;
    reason?: string | null;
    facts?: Record<string, unknown>;
  },
): Promise<void> {
  const { platformId, action, reason = null, facts = {} } = entry;
  await ctx.tx.insert(platformHistory).values({
    id: newId<'platform_history'>(),
    platformId,
    at: ctx.now(),
    action,
    actorId: ctx.actor.kind === 'account' ? ctx.actor.accountId : null,
    reason,
    facts,
  });
}
