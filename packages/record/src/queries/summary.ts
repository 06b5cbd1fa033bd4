import { civilDay } from '@tongxin/core';
import type { Context } from '@tongxin/db';
import { divisions } from '@tongxin/divisions/schema';
import { journal } from '@tongxin/matters/schema';
import { villageMembers } from '@tongxin/members/schema';
import { placements, platforms } from '@tongxin/platforms/schema';
import { and, asc, eq, gt, isNull, lt, or, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { recordCategories, type RecordCategory, type RecordOf, type RecordState } from '../rules/index.ts';
import { subjectOf, type Subject } from './reader.ts';
import { everySource, type fromIntake } from './sources.ts';
import { db, everyYear, thisYear, yearSpan, type Span } from './span.ts';

/**
 * What stands above the lines of one year: whose record it is, which years it has, how many lines of each category and
 * outcome `listRecord` lists, and which village and site the member stood behind. Refuses: record.not_found.
 */
export async function summariseRecord(ctx: Context, input: RecordOf) {
  const subject = await subjectOf(ctx, input);
  const { id, name, dutyTitle, committees } = subject;
  const year = input.year ?? thisYear(ctx);
  const first = Math.min(year, await firstYear(ctx, subject));
  const years = Array.from({ length: thisYear(ctx) - first + 1 }, (_, back) => thisYear(ctx) - back);
  return {
    member: {
      id,
      name,
      dutyTitle,
      committees: committees.map(({ organisationName, countyCode, sector }) => ({
        organisationName,
        countyCode,
        sector,
      })),
    },
    year,
    years: years.length === 0 ? [year] : years,
    counts: await countsOf(ctx, subject, yearSpan(year)),
    villages: await villagesOf(ctx, id, year),
    sites: await sitesOf(ctx, id, year),
  };
}

type Count = { category: RecordCategory; state: RecordState; lines: number };

/** How many lines there are of each category and outcome, in the order of the categories; none are left out. */
async function countsOf(ctx: Context, subject: Subject, span: Span): Promise<Count[]> {
  const found = await Promise.all(
    everySource.map((from) => {
      const lines = from(ctx, subject, span);
      const number = sql<number>`count(*)::int`;
      return db(ctx)
        .select({ category: lines.category, state: lines.state, lines: number })
        .from(lines as ReturnType<typeof fromIntake>)
        .groupBy(lines.category, lines.state)
        .limit(100);
    }),
  );
  const order = ({ category, state }: Count) =>
    `${String(recordCategories.indexOf(category)).padStart(2, '0')}${state}`;
  return found.flat().toSorted((one, other) => (order(one) < order(other) ? -1 : 1));
}

/** The year of the oldest line; this year when there is none. */
async function firstYear(ctx: Context, subject: Subject): Promise<number> {
  const earliest = await Promise.all(
    everySource.map((from) => {
      const lines = from(ctx, subject, everyYear(ctx)) as ReturnType<typeof fromIntake>;
      return db(ctx)
        .select({ at: sql`min(${lines.at})`.mapWith(journal.at) })
        .from(lines);
    }),
  );
  const years = earliest.flat().flatMap(({ at }) => (at === null ? [] : [civilDay(at).year]));
  return Math.min(thisYear(ctx), ...years);
}

const lastOf = (year: number) => Temporal.PlainDate.from({ year: year + 1, month: 1, day: 1 });
const firstOf = (year: number) => Temporal.PlainDate.from({ year, month: 1, day: 1 });

/** The villages that the member had in a year, from the first; at most 100. */
async function villagesOf(ctx: Context, memberId: string, year: number) {
  const township = alias(divisions, 'township');
  return db(ctx)
    .select({
      villageCode: villageMembers.villageCode,
      villageName: divisions.name,
      townshipCode: villageMembers.townshipCode,
      townshipName: township.name,
      fromOn: villageMembers.fromOn,
      toOn: villageMembers.toOn,
    })
    .from(villageMembers)
    .innerJoin(divisions, eq(divisions.code, villageMembers.villageCode))
    .innerJoin(township, eq(township.code, villageMembers.townshipCode))
    .where(
      and(
        eq(villageMembers.memberId, memberId),
        lt(villageMembers.fromOn, lastOf(year)),
        or(isNull(villageMembers.toOn), gt(villageMembers.toOn, firstOf(year))),
      ),
    )
    .orderBy(asc(villageMembers.fromOn), asc(villageMembers.villageCode))
    .limit(100);
}

/** The sites that the member stood behind in a year, from the first; at most 100. */
async function sitesOf(ctx: Context, memberId: string, year: number) {
  return db(ctx)
    .select({
      platformId: platforms.id,
      name: platforms.name,
      fromOn: placements.fromOn,
      toOn: placements.toOn,
    })
    .from(placements)
    .innerJoin(platforms, eq(platforms.id, placements.platformId))
    .where(
      and(
        eq(placements.memberId, memberId),
        lt(placements.fromOn, lastOf(year)),
        or(isNull(placements.toOn), gt(placements.toOn, firstOf(year))),
      ),
    )
    .orderBy(asc(placements.fromOn), asc(placements.id))
    .limit(100);
}
