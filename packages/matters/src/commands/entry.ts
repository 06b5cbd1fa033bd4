import type { Actor, Grant } from '@tongxin/core';
import { placeholders, prepared, type Context, type Tx } from '@tongxin/db';
import { unitOfGrant } from '../queries/offices.ts';
import type { Levels } from '../rules/index.ts';
import { journal } from '../schema.ts';

export type EntryOf = {
  matterId: string;
  kind: (typeof journal.$inferInsert)['kind'];
  seq: number;
  move: string;
  fromState: string | null;
  toState: string;
  reason?: string | undefined;
  data?: Record<string, unknown> | undefined;
  where: Levels;
  /** The grant through which an account acted. */
  grant?: Grant | undefined;
};

/** Adds one entry to the journal, in the transaction of what it tells. */
export async function writeEntry(tx: Tx, ctx: Context, entry: EntryOf): Promise<void> {
  const { where, grant, ...rest } = entry;
  const { role, unitId, unitName, accountId, actorKind } = await signature(ctx, ctx.actor, grant);
  await insertEntry(tx).execute({
    ...rest,
    reason: entry.reason ?? null,
    data: entry.data ?? {},
    at: ctx.now(),
    cityCode: where.cityCode,
    countyCode: where.countyCode,
    townshipCode: where.townshipCode,
    actorKind,
    accountId,
    role,
    unitId,
    unitName,
  });
}

/** Prepared: it runs with every move of every matter. */
const insertEntry = (tx: Tx) =>
  prepared(tx, 'matters_write_entry', (db, name) =>
    db
      .insert(journal)
      .values(
        placeholders(
          ...(['matterId', 'kind', 'seq', 'move', 'fromState', 'toState', 'reason', 'data', 'at'] as const),
          ...(['cityCode', 'countyCode', 'townshipCode'] as const),
          ...(['actorKind', 'accountId', 'role', 'unitId', 'unitName'] as const),
        ),
      )
      .prepare(name),
  );

type Signature = {
  actorKind: 'account' | 'resident' | 'system';
  accountId: string | null;
  role: string | null;
  unitId: string | null;
  unitName: string | null;
};

/** Who acted, in which role and in whose name, as the journal keeps it. */
export async function signature(ctx: Context, actor: Actor, grant: Grant | undefined): Promise<Signature> {
  if (actor.kind === 'account') {
    const unit = grant === undefined ? null : await unitOfGrant(ctx, grant);
    return {
      actorKind: 'account',
      accountId: actor.accountId,
      role: grant?.role ?? null,
      unitId: unit?.id ?? null,
      unitName: unit?.name ?? null,
    };
  }
  // Nobody signs in to tell a problem: whoever tells it is the resident of the matter.
  const actorKind = actor.kind === 'system' ? 'system' : 'resident';
  return { actorKind, accountId: null, role: null, unitId: null, unitName: null };
}
