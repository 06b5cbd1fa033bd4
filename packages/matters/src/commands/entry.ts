import type { Actor, Grant } from '@tongxin/core';
import type { Context, Tx } from '@tongxin/db';
import { unitOfGrant } from '../queries/offices.ts';
import { journal } from '../schema.ts';

type Where = { cityCode: string; countyCode: string; townshipCode: string };

export type EntryOf = {
  matterId: string;
  kind: (typeof journal.$inferInsert)['kind'];
  seq: number;
  move: string;
  fromState: string | null;
  toState: string;
  reason?: string | undefined;
  data?: Record<string, unknown> | undefined;
  where: Where;
  /** The grant through which an account acted. */
  grant?: Grant | undefined;
};

/** Adds one entry to the journal, in the transaction of what it tells. */
export async function writeEntry(tx: Tx, ctx: Context, entry: EntryOf): Promise<void> {
  const { where, grant, ...rest } = entry;
  await tx.insert(journal).values({
    ...rest,
    reason: entry.reason ?? null,
    data: entry.data ?? {},
    at: ctx.now(),
    cityCode: where.cityCode,
    countyCode: where.countyCode,
    townshipCode: where.townshipCode,
    ...(await signature(ctx, ctx.actor, grant)),
  });
}

async function signature(ctx: Context, actor: Actor, grant: Grant | undefined) {
  if (actor.kind === 'account') {
    const unit = grant === undefined ? null : await unitOfGrant(ctx, grant);
    return {
      actorKind: 'account' as const,
      accountId: actor.accountId,
      role: grant?.role ?? null,
      unitId: unit?.id ?? null,
      unitName: unit?.name ?? null,
    };
  }
  // Nobody signs in to tell a problem: whoever tells it is the resident of the matter.
  return { actorKind: actor.kind === 'system' ? ('system' as const) : ('resident' as const) };
}
