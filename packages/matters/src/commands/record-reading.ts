import { DomainError, holds, newId, type Role } from '@tongxin/core';
import type { Context, Tx } from '@tongxin/db';
import { unitOfGrant } from '../queries/offices.ts';
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
