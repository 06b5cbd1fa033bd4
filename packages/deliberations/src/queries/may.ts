import type { Context } from '@tongxin/db';
import { movesFor, type MatterFacts, type Workflow } from '@tongxin/matters/rules';
import { journal } from '@tongxin/matters/schema';
import { and, inArray, isNotNull } from 'drizzle-orm';

const db = (ctx: Context) => ctx.tx ?? ctx.municipality.db;

/** Who made those earlier moves that keep people apart, matter by matter; one reading for a whole page. */
async function doneByAll(ctx: Context, workflow: Workflow, ids: readonly string[]) {
  const apart = [...new Set(Object.values(workflow.moves).flatMap((rule) => rule.apart ?? []))];
  const done = new Map<string, Record<string, string[]>>(ids.map((id) => [id, {}]));
  if (apart.length === 0 || ids.length === 0) return done;
  const rows = await db(ctx)
    .selectDistinct({ matterId: journal.matterId, move: journal.move, accountId: journal.accountId })
    .from(journal)
    .where(
      and(inArray(journal.matterId, [...ids]), inArray(journal.move, apart), isNotNull(journal.accountId)),
    );
  for (const { matterId, move, accountId } of rows) (done.get(matterId)![move] ??= []).push(accountId!);
  return done;
}

/** Each row with what the actor may do to it now, and why not: the same answer that the command would give. */
export async function withMoves<Move extends string, Row extends Omit<MatterFacts, 'doneBy'>>(
  ctx: Context,
  workflow: Workflow<string, Move>,
  rows: readonly Row[],
) {
  const done = await doneByAll(
    ctx,
    workflow as Workflow,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({
    ...row,
    may: movesFor(workflow, { ...row, doneBy: done.get(row.id)! }, ctx.actor),
  }));
}
