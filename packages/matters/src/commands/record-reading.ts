import { DomainError, holds, newId, type Role } from '@tongxin/core';
import type { Context, Tx } from '@tongxin/db';
import { unitOfGrant } from '../queries/offices.ts';
import { and, eq, gt } from 'drizzle-orm';
import { placeOf, refusals, type MatterFacts } from '../rules/index.ts';
import { readings } from '../schema.ts';

export type Reading = {
  matter: Pick<MatterFacts, 'id' | 'cityCode' | 'countyCode' | 'townshipCode' | 'villageCode'>;
  what: 'words' | 'identity' | 'photos';
  roles: readonly Role[];
  reason?: string;
};

/**
 * Writes down that an office opened what a resident told, for the resident to see. The opening and this entry are
 * one transaction: what cannot be recorded is not shown. Refuses: matters.not_found outside these roles' scope.
 */
export async function recordReading(tx: Tx, ctx: Context, reading: Reading): Promise<void> {
  const grant = holds(ctx.actor, reading.roles, placeOf(reading.matter));
  if (grant === undefined || ctx.actor.kind !== 'account') {
    throw new DomainError('matters.not_found', refusals['matters.not_found']);
  }
  if (reading.what === 'photos' && (await hasJustLooked(tx, ctx, reading.matter.id))) return;
  const unit = await unitOfGrant(ctx, grant);
  await tx.insert(readings).values({
    id: newId<'reading'>(),
    matterId: reading.matter.id,
    what: reading.what,
    accountId: ctx.actor.accountId,
    role: grant.role,
    unitName: unit?.name ?? '',
    reason: reading.reason ?? null,
    at: ctx.now(),
  });
}

/** A page shows several photos in several sizes; looking at them is one reading, not ten. */
async function hasJustLooked(tx: Tx, ctx: Context, matterId: string): Promise<boolean> {
  if (ctx.actor.kind !== 'account') return false;
  const [found] = await tx
    .select({ id: readings.id })
    .from(readings)
    .where(
      and(
        eq(readings.matterId, matterId),
        eq(readings.what, 'photos'),
        eq(readings.accountId, ctx.actor.accountId),
        gt(readings.at, ctx.now().subtract({ minutes: 10 })),
      ),
    )
    .limit(1);
  return found !== undefined;
}

/** The system opened the identity by itself, to send a notice: written down like every other opening. */
export async function recordSystemReading(
  tx: Tx,
  ctx: Context,
  matterId: string,
  reason: string,
): Promise<void> {
  await tx.insert(readings).values({
    id: newId<'reading'>(),
    matterId,
    what: 'identity',
    role: 'system',
    unitName: '',
    reason,
    at: ctx.now(),
  });
}
