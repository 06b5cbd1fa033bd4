import { newId, type Grant } from '@tongxin/core';
import { placeholders, prepared, type Context, type Tx } from '@tongxin/db';
import { type MatterKind, type Workflow } from '../rules/index.ts';
import { matters } from '../schema.ts';
import { writeEntry } from './entry.ts';
import { turnOf } from './turn.ts';

export type NewMatter = {
  id?: string;
  number: string;
  /** Left out when the matter begins a chain of its own. */
  chainId?: string;
  organisationId: string;
  cityCode: string;
  countyCode: string | null;
  townshipCode: string | null;
  villageCode: string | null;
  handlerUnitId?: string | null;
  due?: Temporal.Instant | undefined;
  data?: Record<string, unknown>;
  grant?: Grant | undefined;
  /** What is written of it in its domain's tables: said right behind the matter, so that all of it travels together. */
  alongside?: () => Promise<unknown>;
};

/** Opens a matter in its workflow's first state, with its owner, its due date and its first journal entry. */
export async function openMatter(
  tx: Tx,
  ctx: Context,
  workflow: Workflow<string, string>,
  matter: NewMatter,
): Promise<{ id: string; dueAt: Temporal.Instant | null }> {
  const id = matter.id ?? newId<'matter'>();
  const { grant, data, due, alongside, ...columns } = matter;
  const place = { ...columns, handlerUnitId: matter.handlerUnitId ?? null };
  const turn = await turnOf(ctx, workflow, workflow.initial, place, due);
  const opened = insertMatter(tx).execute({
    ...place,
    ...turn,
    id,
    kind: workflow.kind satisfies MatterKind,
    chainId: matter.chainId ?? id,
    state: workflow.initial,
    openedAt: ctx.now(),
    changedAt: ctx.now(),
    entryCount: 1,
  });
  const entry = writeEntry(tx, ctx, {
    matterId: id,
    kind: workflow.kind,
    seq: 1,
    move: 'open',
    fromState: null,
    toState: workflow.initial,
    data: { ...data, ...(turn.dueAt === null ? {} : { due: turn.dueAt.toString() }) },
    where: matter,
    grant,
  });
  await Promise.all([opened, entry, alongside?.()]);
  return { id, dueAt: turn.dueAt };
}

const insertMatter = (tx: Tx) =>
  prepared(tx, 'matters_open', (db, name) =>
    db
      .insert(matters)
      .values(
        placeholders(
          ...(['id', 'kind', 'number', 'chainId', 'organisationId'] as const),
          ...(['cityCode', 'countyCode', 'townshipCode', 'villageCode'] as const),
          ...(['state', 'ownerRole', 'ownerUnitId', 'handlerUnitId'] as const),
          ...(['dueAt', 'openedAt', 'closedAt', 'changedAt', 'entryCount'] as const),
        ),
      )
      .prepare(name),
  );
