import { civilDay, pageOf, startOfDay } from '@tongxin/core';
import type { Context, Tx } from '@tongxin/db';
import { listReaders } from '@tongxin/issues/rules';
import type { MatterKind } from '@tongxin/matters/rules';
import { sql, type SQL } from 'drizzle-orm';
import {
  boundsOf,
  measureRules,
  pageSize,
  type Bounds,
  type EntryRule,
  type OpenNumber,
} from '../rules/index.ts';
import { isDue, isOverdue, openLines, readCounts, shownAs } from './counts.ts';
import { amountOf, isCounted } from './facts.ts';
import { atOneMoment } from './moment.ts';
import { divisionsOf, sliceFor, type Slice } from './scope.ts';

/** One record behind a number. */
export type OpenedRow = {
  matterId: string;
  kind: MatterKind;
  number: string;
  /** Where the matter stands now. */
  state: string;
  townshipCode: string;
  /** When it counted; of an agreed line, the first instant of its due day. */
  at: Temporal.Instant;
  day: Temporal.PlainDate;
  /**
   * What the office or the host called it; never a resident's words. Null until somebody has written it, and for
   * whoever does not read the handling copy of that place.
   */
  title: string | null;
  /** What it adds: 1, the residents who were there, or the days it took. */
  amount: number;
};

type After = NonNullable<OpenNumber['after']>;
type Opening = { slice: Slice; bounds: Bounds; after: After | undefined; titledIn: readonly string[] };

/**
 * The list behind a number, 50 a page: newest first, agreed lines the earliest due day first. `number` is what the
 * table shows at the same moment; the rows of all pages are as many, or their amounts add up to it, or it is the
 * median of their amounts. Refuses: reports.not_found.
 */
export async function openNumber(ctx: Context, { measure, divisionCode, period, after }: OpenNumber) {
  return atOneMoment(ctx, async (tx, inside) => {
    const slice = await sliceFor(inside, divisionCode);
    const titledIn = divisionsOf(ctx.actor, listReaders);
    const opening = { slice, bounds: boundsOf(period), after, titledIn };
    const { source } = measureRules[measure];
    const found =
      'entries' in source
        ? await readEntries(tx, opening, source.entries, amountOf[source.adds])
        : await readLines(tx, after, linesOf[source.lines](inside, opening));
    const counts = await readCounts(tx, inside, { slice, bounds: opening.bounds, only: measure });
    const { rows, next } = pageOf(found, pageSize, ({ at, matterId, seq }) => ({
      at: at.toString(),
      matterId,
      seq,
    }));
    return {
      measure,
      asOf: ctx.now(),
      number: shownAs(
        measure,
        [...counts.values()].flatMap((of) => of.get(measure) ?? []),
      ),
      rows: rows.map(({ seq: _seq, ...row }): OpenedRow => row),
      next,
    };
  });
}

/** One index range per rule, each read no further than the page; then the newest of them all. */
async function readEntries(tx: Tx, opening: Opening, rules: readonly EntryRule[], amount: SQL) {
  const newestFirst = sql.raw('order by at desc, matter_id desc, seq desc');
  const ranges = rules.map(
    (rule) => sql`
      (select j.matter_id, j.seq, j.kind, j.at, j.data from journal j
        where j.${opening.slice.own} = ${opening.slice.code} and ${isCounted(rule)} and ${isInPeriod(opening)}
        ${newestFirst} limit ${pageSize + 1})`,
  );
  return readRows(
    tx,
    sql`select j.matter_id, j.seq, j.kind, m.number, m.state, m.township_code, j.at,
               coalesce(${titleOfIssue(opening)}, s.title, l.suggestion) as title, ${amount} as amount
          from (select matter_id, seq, kind, at, data from (${sql.join(ranges, sql` union all `)}) as range
                 ${newestFirst} limit ${pageSize + 1}) j
          join matters m on m.id = j.matter_id
          left join issues i on i.matter_id = j.matter_id
          left join sessions s on s.matter_id = j.matter_id
          left join outcome_lines l on l.matter_id = j.matter_id
         order by j.at desc, j.matter_id desc, j.seq desc`,
  );
}

/** The title of the issue `i` of the matter `m`, where the handling copy may be read. */
const titleOfIssue = ({ titledIn }: Opening) => sql`
  case when array[m.city_code, m.county_code, m.township_code, m.village_code]
            && ${sql.param([...titledIn])}::text[] then i.handling_title end`;

function isInPeriod({ bounds: { start, end }, after }: Opening): SQL {
  const inPeriod = sql`j.at >= ${start.toString()}::timestamptz and j.at < ${end.toString()}::timestamptz`;
  if (after === undefined) return inPeriod;
  const { at, matterId, seq } = after;
  return sql`${inPeriod} and (j.at, j.matter_id, j.seq) < (${at}::timestamptz, ${matterId}::uuid, ${seq}::int)`;
}

/** Where the agreed lines `l` with their matters `m` are read from, and which of them. */
const linesOf = {
  due_in_period: (_ctx: Context, { slice, bounds }: Opening) =>
    sql`outcome_lines l join matters m on m.id = l.matter_id where ${isDue(slice, bounds)}`,
  overdue_now: (ctx: Context, { slice }: Opening) => sql`${openLines} where ${isOverdue(ctx, slice)}`,
};

async function readLines(tx: Tx, after: After | undefined, from: SQL) {
  const beyond =
    after === undefined
      ? sql``
      : sql`and (l.due_on, l.matter_id) > (${civilDay(Temporal.Instant.from(after.at)).toString()}::date, ${after.matterId}::uuid)`;
  return readRows(
    tx,
    sql`select l.matter_id, 0 as seq, m.kind, m.number, m.state, m.township_code, l.due_on::text as due_on,
               l.suggestion as title, 1 as amount
          from ${from} ${beyond}
         order by l.due_on, l.matter_id limit ${pageSize + 1}`,
  );
}

type Found = {
  matter_id: string;
  seq: number;
  kind: MatterKind;
  number: string;
  state: string;
  township_code: string;
  title: string | null;
  amount: number | string;
} & ({ at: string } | { due_on: string });

async function readRows(tx: Tx, query: SQL): Promise<(OpenedRow & { seq: number })[]> {
  const { rows } = await tx.execute<Found>(query);
  return rows.map((row) => {
    const at = 'at' in row ? Temporal.Instant.from(row.at) : startOfDay(Temporal.PlainDate.from(row.due_on));
    return {
      matterId: row.matter_id,
      seq: row.seq,
      kind: row.kind,
      number: row.number,
      state: row.state,
      townshipCode: row.township_code,
      at,
      day: civilDay(at),
      title: row.title,
      amount: Number(row.amount),
    };
  });
}
