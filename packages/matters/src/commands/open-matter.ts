import { newId, type Grant } from '@tongxin/core';
import type { Context, Tx } from '@tongxin/db';
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
  countyCode: string;
  townshipCode: string;
  villageCode: string | null;
  handlerUnitId?: string | null;
  due?: Temporal.Instant | undefined;
  data?: Record<string, unknown>;
  grant?: Grant | undefined;
};

/** Opens a matter in its workflow's first state, with its owner, its due date and its first journal entry. */
export async function openMatter(
  tx: Tx,
  ctx: Context,
  workflow: Workflow<string, string>,
  matter: NewMatter,
): Promise<{ id: string; dueAt: Temporal.Instant | null }> {
  const id = matter.id ?? newId<'matter'>();
  const { grant, data, due, ...columns } = matter;
  const place = { ...columns, handlerUnitId: matter.handlerUnitId ?? null };
  const turn = await turnOf(ctx, workflow, workflow.initial, place, due);
  await tx.insert(matters).values({
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
  await writeEntry(tx, ctx, {
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
  return { id, dueAt: turn.dueAt };
}
