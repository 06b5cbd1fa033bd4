import { DomainError, pageOf } from '@tongxin/core';
import type { Context } from '@tongxin/db';
import { refusals as spine } from '@tongxin/matters/rules';
import { and, desc, eq, isNotNull, sql } from 'drizzle-orm';
import {
  closingClasses,
  type ClosingClass,
  type CountSettled,
  type IssueId,
  type ListSettled,
} from '../rules/index.ts';
import { publishedIssues } from '../schema.ts';
import { pageSize } from './list-issues.ts';

const columns = {
  id: publishedIssues.matterId,
  cityCode: publishedIssues.cityCode,
  countyCode: publishedIssues.countyCode,
  townshipCode: publishedIssues.townshipCode,
  title: publishedIssues.title,
  text: publishedIssues.text,
  outcome: publishedIssues.outcome,
  closingClass: publishedIssues.closingClass,
  closedAt: publishedIssues.closedAt,
  publishedAt: publishedIssues.publishedAt,
  changedAt: publishedIssues.changedAt,
  changeReason: publishedIssues.changeReason,
};

const db = (ctx: Context) => ctx.tx ?? ctx.municipality.db;

/** What was settled and published in a city, county or township, the last struck off first, 20 a page; for everybody. */
export async function listSettled(ctx: Context, { divisionCode, closingClass, after }: ListSettled) {
  const found = await db(ctx)
    .select(columns)
    .from(publishedIssues)
    .where(
      and(
        settledIn(divisionCode ?? ctx.municipality.code),
        closingClass === undefined ? undefined : eq(publishedIssues.closingClass, closingClass),
        after === undefined
          ? undefined
          : sql`(${publishedIssues.closedAt}, ${publishedIssues.matterId}) < (${after.closedAt}::timestamptz, ${after.id}::uuid)`,
      ),
    )
    .orderBy(desc(publishedIssues.closedAt), desc(publishedIssues.matterId))
    .limit(pageSize + 1);
  return pageOf(found, pageSize, ({ closedAt, id }) => ({ closedAt: closedAt!.toString(), id }));
}

/** How many matters `listSettled` lists there in all, by how they ended; for everybody. */
export async function countSettled(
  ctx: Context,
  { divisionCode }: CountSettled,
): Promise<Record<ClosingClass, number>> {
  const rows = await db(ctx)
    .select({ closingClass: publishedIssues.closingClass, count: sql<number>`count(*)::int` })
    .from(publishedIssues)
    .where(settledIn(divisionCode ?? ctx.municipality.code))
    .groupBy(publishedIssues.closingClass);
  const counts = new Map(rows.map(({ closingClass, count }) => [closingClass, count]));
  return Object.fromEntries(closingClasses.map((ending) => [ending, counts.get(ending) ?? 0])) as Record<
    ClosingClass,
    number
  >;
}

/** A matter that its resident reopened is no longer settled. */
function settledIn(code: string) {
  return and(
    eq(levelColumn(code), code.slice(0, 9)),
    isNotNull(publishedIssues.closingClass),
    isNotNull(publishedIssues.closedAt),
  );
}

/** A village has no list of its own: it would say who told it. Its township's is shown. */
function levelColumn(code: string) {
  if (code.length <= 4) return publishedIssues.cityCode;
  return code.length === 6 ? publishedIssues.countyCode : publishedIssues.townshipCode;
}

/** One published matter, for everybody. Refuses: matters.not_found when it is not public. */
export async function getPublished(ctx: Context, { id }: IssueId) {
  const [row] = await db(ctx)
    .select(columns)
    .from(publishedIssues)
    .where(eq(publishedIssues.matterId, id))
    .limit(1);
  if (row === undefined) throw new DomainError('matters.not_found', spine['matters.not_found']);
  return row;
}
