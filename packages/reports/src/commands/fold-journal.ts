import { transact, type Context, type Tx } from '@tongxin/db';
import { settledPosition } from '@tongxin/matters/queries';
import { journal } from '@tongxin/matters/schema';
import { and, asc, eq, gt, lte, sql } from 'drizzle-orm';
import { factsIn, inCity } from '../queries/facts.ts';
import { foldBatch, foldName } from '../rules/fold.ts';
import { foldMarks } from '../schema.ts';

/**
 * Adds the next entries of the journal to the roll-up, as far as nothing can appear before them any more, and
 * returns how many it has read; 0 when there is nothing to fold. At most one batch of 5,000: call again until 0.
 * Runs again without effect; two at once take turns, because the mark is locked.
 */
export async function foldJournal(ctx: Context): Promise<number> {
  return transact(ctx, async (tx) => {
    const mark = await lockMark(tx, ctx);
    const settled = await settledPosition(tx);
    const batch = await tx
      .select({ position: journal.position })
      .from(journal)
      .where(and(gt(journal.position, mark), lte(journal.position, settled)))
      .orderBy(asc(journal.position))
      .limit(foldBatch);
    const upTo = batch.at(-1)?.position;
    if (upTo === undefined) return 0;
    await addFacts(tx, mark, upTo);
    await tx
      .update(foldMarks)
      .set({ position: upTo, foldedAt: ctx.now() })
      .where(eq(foldMarks.name, foldName));
    return batch.length;
  });
}

async function lockMark(tx: Tx, ctx: Context): Promise<bigint> {
  await tx
    .insert(foldMarks)
    .values({ name: foldName, position: 0n, foldedAt: ctx.now() })
    .onConflictDoNothing();
  const [mark] = await tx
    .select({ position: foldMarks.position })
    .from(foldMarks)
    .where(eq(foldMarks.name, foldName))
    .limit(1)
    .for('update');
  return mark!.position;
}

async function addFacts(tx: Tx, after: bigint, upTo: bigint): Promise<void> {
  const range = sql`j.position > ${after.toString()}::bigint and j.position <= ${upTo.toString()}::bigint`;
  const month = sql`date_trunc('month', ${inCity('fact.at')})::date`;
  await tx.execute(sql`
    insert into rollup_months (parent_code, month, measure, division_code, value, amount)
    select level.parent_code, ${month}, fact.measure, level.division_code, fact.value, sum(fact.amount)
      from (${factsIn(range)}) as fact
      cross join lateral (values (fact.city_code, fact.county_code), (fact.county_code, fact.township_code))
        as level (parent_code, division_code)
     group by 1, 2, 3, 4, 5
    on conflict (parent_code, month, measure, division_code, value)
      do update set amount = rollup_months.amount + excluded.amount`);
}
