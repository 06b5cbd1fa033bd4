import { civilDay } from '@tongxin/core';
import type { Context, Tx } from '@tongxin/db';
import { sql, type SQL } from 'drizzle-orm';
import {
  addHistograms,
  measureRules,
  medianOf,
  type Bounds,
  type Histogram,
  type Measure,
} from '../rules/index.ts';
import { foldName } from '../rules/fold.ts';
import { factsIn, word } from './facts.ts';
import type { Slice } from './scope.ts';

/** Per division and measure, which value was seen how often; the value is 0 for measures that are sums. */
export type Counts = Map<string, Map<Measure, Histogram>>;

/**
 * The numbers of a division's rows in a period: the roll-up up to the fold's mark, the entries after it, and the
 * agreed lines by their due day. Exact at the moment that the transaction sees. Of one measure only, when asked.
 */
export async function readCounts(
  tx: Tx,
  ctx: Context,
  { slice, bounds, only }: { slice: Slice; bounds: Bounds; only?: Measure },
): Promise<Counts> {
  const mark = await foldedUpTo(tx);
  const wanted = only === undefined ? sql`true` : sql`measure = ${word(only)}`;
  const parts = [folded(slice, bounds), tail(slice, bounds, mark), ...lines(ctx, slice, bounds, only)];
  const { rows } = await tx.execute<{ code: string; measure: Measure; value: number; amount: number }>(sql`
    select division_code as code, measure, value, sum(amount)::float8 as amount
      from (${sql.join(parts, sql` union all `)}) as part (division_code, measure, value, amount)
     where ${wanted}
     group by division_code, measure, value`);
  const counts: Counts = new Map();
  for (const { code, measure, value, amount } of rows) {
    const ofDivision = counts.get(code) ?? new Map<Measure, Map<number, number>>();
    counts.set(code, ofDivision);
    const histogram = (ofDivision.get(measure) ?? new Map<number, number>()) as Map<number, number>;
    ofDivision.set(measure, histogram.set(value, amount));
  }
  return counts;
}

/** The position up to which the journal is in the roll-up. Read before the entries after it, as a value to plan with. */
async function foldedUpTo(tx: Tx): Promise<string> {
  const { rows } = await tx.execute<{ position: string }>(
    sql`select position::text as position from fold_marks where name = ${foldName}`,
  );
  return rows[0]?.position ?? '0';
}

const folded = ({ rollup }: Slice, { from, to }: Bounds) => sql`
  select division_code, measure, value, amount from rollup_months
   where ${rollup} and month >= ${from.toString()}::date and month < ${to.toString()}::date`;

const tail = ({ own, child, code }: Slice, { start, end }: Bounds, mark: string) => sql`
  select fact.${child}, fact.measure, fact.value, fact.amount
    from (${factsIn(sql`j.position > ${mark}::bigint and j.${own} = ${code}
      and j.at >= ${start.toString()}::timestamptz and j.at < ${end.toString()}::timestamptz`)}) as fact`;

function lines(ctx: Context, slice: Slice, bounds: Bounds, only: Measure | undefined): SQL[] {
  const named: [Measure, SQL][] = [
    [
      'lines_due',
      sql`select l.${slice.child}, 'lines_due', 0, 1 from outcome_lines l where ${isDue(slice, bounds)}`,
    ],
    [
      'lines_overdue',
      sql`select m.${slice.child}, 'lines_overdue', 0, 1 from ${openLines} where ${isOverdue(ctx, slice)}`,
    ],
  ];
  return named.filter(([measure]) => only === undefined || only === measure).map(([, part]) => part);
}

/** The agreed lines `l` whose due day lies in the period. */
export const isDue = ({ own, code }: Slice, { from, to }: Bounds) => sql`
  l.${own} = ${code} and l.due_on >= ${from.toString()}::date and l.due_on < ${to.toString()}::date`;

/**
 * Matters `m` with their agreed lines `l`, one look-up each: few lines are open at a time, and `offset 0` keeps the
 * planner from reading all lines that ever were instead.
 */
export const openLines = sql.raw(`
  matters m cross join lateral (
    select l.matter_id, l.due_on, l.suggestion from outcome_lines l where l.matter_id = m.id offset 0) l`);

/** Of these, the ones that are not struck off though their day has passed. */
export const isOverdue = (ctx: Context, { own, code }: Slice) => sql`
  m.${own} = ${code} and m.kind = 'outcome_line' and m.closed_at is null
  and l.due_on < ${civilDay(ctx.now()).toString()}::date`;

/** The number that is shown: a sum, or the median; a median of nothing is null. */
export function shownAs(measure: Measure, histograms: readonly Histogram[]): number | null {
  const whole = addHistograms(histograms);
  if (measureRules[measure].shows === 'median') return medianOf(whole);
  return [...whole.values()].reduce((total, amount) => total + amount, 0);
}
