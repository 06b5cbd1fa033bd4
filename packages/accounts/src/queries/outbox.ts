import { DomainError } from '@tongxin/core';
import type { Context } from '@tongxin/db';
import { desc } from 'drizzle-orm';
import { refusals } from '../rules/index.ts';
import { outgoingCodes } from '../schema.ts';

/** The newest 50 codes that the built-in sender was given. Refuses: outbox_closed wherever codes are really sent. */
export async function listOutgoingCodes(ctx: Context, house: { outbox: boolean } | undefined) {
  if (house?.outbox !== true)
    throw new DomainError('accounts.outbox_closed', refusals['accounts.outbox_closed']);
  return ctx.municipality.db
    .select({
      id: outgoingCodes.id,
      phone: outgoingCodes.phone,
      code: outgoingCodes.code,
      createdAt: outgoingCodes.createdAt,
    })
    .from(outgoingCodes)
    .orderBy(desc(outgoingCodes.createdAt), desc(outgoingCodes.id))
    .limit(50);
}
