import { DomainError } from '@tongxin/core';
import { transact, type Context, type Tx } from '@tongxin/db';
import { and, eq, gt, isNull, lte, sql } from 'drizzle-orm';
import {
  bundledList,
  countRows,
  readLevel,
  type OfficialDivision,
  type OfficialList,
} from './official-list.ts';
import { levels, refusals, type Level } from './rules.ts';
import { divisions } from './schema.ts';

export type ImportDivisions = {
  /** The four-digit code of one city; the whole country when it is left out. */
  city?: string | undefined;
  list?: OfficialList;
  /** Hears how many rows of the list have been worked through, and how many it has. */
  progress?: (done: number, total: number) => void;
};

/** What an import did to the divisions of one level. */
export type ImportCount = { inserted: number; changed: number; closed: number; unchanged: number };
export type ImportCounts = Record<Level, ImportCount>;

/**
 * Brings the divisions of a city, or of the country, to an edition of the official list: missing ones are added,
 * renamed or moved ones corrected, those that the list no longer has are closed on its day and never deleted.
 * Runs again without effect. Each batch of thousands is a transaction of its own, so a broken import is simply
 * started again. Refuses: divisions.city_unknown.
 */
export async function importDivisions(
  ctx: Context,
  { city, list = bundledList(), progress }: ImportDivisions = {},
): Promise<ImportCounts> {
  const provinceCode = city === undefined ? undefined : await provinceOf(list, city);
  const total = progress === undefined ? 0 : await countRows(list);
  let done = 0;
  const onRead = (rows: number) => progress?.((done += rows), total);
  const counts = {} as ImportCounts;
  for (const level of levels) {
    const mention = level === 'province' ? provinceCode : city;
    const batches = readLevel(list, level, { city: mention, onRead });
    counts[level] = await importLevel(ctx, { level, city, provinceCode, asOf: list.asOf }, batches);
  }
  return counts;
}

async function provinceOf(list: OfficialList, city: string): Promise<string> {
  for await (const batch of readLevel(list, 'city')) {
    const found = batch.find((row) => row.code === city);
    if (found?.parentCode) return found.parentCode;
  }
  throw new DomainError('divisions.city_unknown', refusals['divisions.city_unknown'], { city });
}

type Part = {
  level: Level;
  city: string | undefined;
  provinceCode: string | undefined;
  asOf: Temporal.PlainDate;
};

async function importLevel(
  ctx: Context,
  part: Part,
  batches: AsyncGenerator<OfficialDivision[]>,
): Promise<ImportCount> {
  const count: ImportCount = { inserted: 0, changed: 0, closed: 0, unchanged: 0 };
  let last = '';
  for await (const batch of batches) {
    const rows = batch.filter((row) => belongs(row, part));
    if (rows.length === 0) continue;
    const after = last;
    last = ascend(rows, last);
    await transact(ctx, async (tx) => {
      const changed = await correctKnown(tx, rows);
      const inserted = await addMissing(tx, rows, part);
      count.closed += await closeVanished(tx, part, { after, upTo: last, kept: rows.map((row) => row.code) });
      count.changed += changed;
      count.inserted += inserted;
      count.unchanged += rows.length - changed - inserted;
    });
  }
  await transact(ctx, async (tx) => {
    count.closed += await closeVanished(tx, part, { after: last, upTo: null, kept: [] });
  });
  return count;
}

function belongs(row: OfficialDivision, { level, city, provinceCode }: Part): boolean {
  if (city === undefined) return true;
  if (level === 'province') return row.code === provinceCode;
  return level === 'city' ? row.code === city : row.cityCode === city;
}

/** What lies between two batches counts as vanished, so a list out of order would close what exists. */
function ascend(rows: OfficialDivision[], after: string): string {
  let last = after;
  for (const { code } of rows) {
    if (code <= last) throw new Error(`the list of divisions is not ordered by code: ${code} after ${last}`);
    last = code;
  }
  return last;
}

/** The batch as a table called `official`, one array per column: one statement whatever its length. */
function officialRows(rows: OfficialDivision[]) {
  const column = (key: keyof OfficialDivision) => sql.param(rows.map((row) => row[key]));
  return sql`unnest(${column('code')}::text[], ${column('name')}::text[], ${column('parentCode')}::text[],
    ${column('cityCode')}::text[], ${column('countyCode')}::text[], ${column('townshipCode')}::text[])
    as official (code, name, parent_code, city_code, county_code, township_code)`;
}

/** The range of codes repeats what the join says: without it the country is scanned once for every batch. */
async function correctKnown(tx: Tx, rows: OfficialDivision[]): Promise<number> {
  const { rowCount } = await tx.execute(sql`
    update divisions as known
       set name = official.name, parent_code = official.parent_code, city_code = official.city_code,
           county_code = official.county_code, township_code = official.township_code,
           valid_to = null, succeeded_by = null
      from ${officialRows(rows)}
     where known.code = official.code
       and known.code between ${rows[0]!.code} and ${rows.at(-1)!.code}
       and (known.name, known.parent_code, known.city_code, known.county_code, known.township_code, known.valid_to)
           is distinct from (official.name, official.parent_code, official.city_code, official.county_code,
                             official.township_code, null::date)`);
  return rowCount ?? 0;
}

async function addMissing(tx: Tx, rows: OfficialDivision[], { level, asOf }: Part): Promise<number> {
  const { rowCount } = await tx.execute(sql`
    insert into divisions (code, name, level, parent_code, city_code, county_code, township_code, valid_from)
    select official.code, official.name, ${level}, official.parent_code, official.city_code, official.county_code,
           official.township_code, ${asOf.toString()}::date
      from ${officialRows(rows)}
    on conflict (code) do nothing`);
  return rowCount ?? 0;
}

/** Closes what exists in this stretch of codes and is not in the list. With one city, only what lies in it. */
async function closeVanished(
  tx: Tx,
  { level, city, asOf }: Part,
  { after, upTo, kept }: { after: string; upTo: string | null; kept: string[] },
): Promise<number> {
  if (city !== undefined && (level === 'province' || level === 'city')) return 0;
  const { rowCount } = await tx
    .update(divisions)
    .set({ validTo: sql`greatest(${divisions.validFrom}, ${asOf.toString()}::date)` })
    .where(
      and(
        eq(divisions.level, level),
        gt(divisions.code, after),
        upTo === null ? undefined : lte(divisions.code, upTo),
        city === undefined ? undefined : eq(divisions.cityCode, city),
        isNull(divisions.validTo),
        kept.length === 0 ? undefined : sql`${divisions.code} <> all(${sql.param(kept)}::text[])`,
      ),
    );
  return rowCount ?? 0;
}
