import { prepared, type Context, type Tx } from '@tongxin/db';
import { judgements } from '@tongxin/issues/schema';
import { asc, sql } from 'drizzle-orm';
import type { Word } from '../rules/index.ts';
import { issuesOfLines, withMerged } from './lineage.ts';

/**
 * Whose word on a line is asked for: the residents whose matters it answers and is still in hand for, and those
 * whose matters were merged into these.
 */
export async function askedOn(ctx: Context, lineId: string): Promise<string[]> {
  const answered = await issuesOfLines(ctx, [lineId]);
  const inHand = answered.filter(({ state }) => state === 'in_hand').map(({ id }) => id);
  return [...(await withMerged(ctx, inHand)).keys()].toSorted();
}

/** A word with the line and the round that it is about. */
export type WordOn = Word & { lineId: string; round: number };

/**
 * What residents said on these lines, in every round. Behind row-level security: only an office of the ground, or the
 * house itself, sees all of it.
 */
export async function wordsOn(ctx: Context & { tx: Tx }, lineIds: readonly string[]): Promise<WordOn[]> {
  if (lineIds.length === 0) return [];
  const statement = prepared(ctx.tx, 'deliberations_words_on', (db, name) =>
    db
      .select({
        lineId: judgements.aboutId,
        issueId: judgements.issueId,
        round: judgements.round,
        solved: judgements.solved,
        stars: judgements.stars,
      })
      .from(judgements)
      .where(sql`${judgements.aboutId} = any(${sql.placeholder('lineIds')}::uuid[])`)
      .orderBy(asc(judgements.aboutId), asc(judgements.round), asc(judgements.at), asc(judgements.id))
      .limit(20_000)
      .prepare(name),
  );
  return statement.execute({ lineIds: [...lineIds] });
}
