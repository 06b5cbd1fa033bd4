import type { Actor } from '@tongxin/core';
import { prepared, type Tx } from '@tongxin/db';
import { factColumns, isVisible, notFound, type Matter } from '@tongxin/matters/commands';
import type { MatterKind } from '@tongxin/matters/rules';
import { matters } from '@tongxin/matters/schema';
import { asc, sql } from 'drizzle-orm';

/**
 * Locks these matters in the order of their ids and returns them in that order; those that do not exist are missing.
 * Every command of this package locks what holds before what is held (session, topics, lines, issues) and one kind
 * in one call, so that two commands wait for each other and never in a ring.
 */
export async function lockMatters(tx: Tx, ids: readonly string[]): Promise<Matter[]> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return [];
  const statement = prepared(tx, 'deliberations_lock', (db, name) =>
    db
      .select(factColumns)
      .from(matters)
      .where(sql`${matters.id} = any(${sql.placeholder('ids')}::uuid[])`)
      .orderBy(asc(matters.id))
      .limit(sql.placeholder('amount'))
      .for('update')
      .prepare(name),
  );
  return statement.execute({ ids: wanted, amount: wanted.length });
}

/** Locks these matters; each must be of this kind and within the actor's sight. Refuses: matters.not_found. */
export async function lockKnown(
  tx: Tx,
  actor: Actor,
  { kind, ids }: { kind: MatterKind; ids: readonly string[] },
): Promise<Matter[]> {
  const found = await lockMatters(tx, ids);
  const known = found.filter((matter) => matter.kind === kind && isVisible(matter, actor));
  if (known.length !== new Set(ids).size) throw notFound();
  return known;
}
