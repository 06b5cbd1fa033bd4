import { DomainError, pageOf } from '@tongxin/core';
import { prepared, type Context } from '@tongxin/db';
import { refusals as spine } from '@tongxin/matters/rules';
import { and, asc, desc, eq, isNotNull, sql, type SQL } from 'drizzle-orm';
import {
  closingClasses,
  type ClosingClass,
  type CountSettled,
  type IssueId,
  type ListSettled,
} from '../rules/index.ts';
import { publishedIssues, settledCounts } from '../schema.ts';
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
  const level = levelOf(divisionCode ?? ctx.municipality.code);
  const values = { code: shown(divisionCode ?? ctx.municipality.code), ...(after ?? latest) };
  // Each way of asking has an index of its own, so each is a statement of its own.
  const found =
    closingClass === undefined
      ? await settled(ctx, `issues_settled_by_${level}`, settledIn(level)).execute(values)
      : await settled(
          ctx,
          `issues_settled_one_way_by_${level}`,
          and(settledIn(level), eq(publishedIssues.closingClass, sql.placeholder('ending'))),
        ).execute({ ...values, ending: closingClass });
  return pageOf(found, pageSize, ({ closedAt, id }) => ({ closedAt: closedAt!.toString(), id }));
}

function settled(ctx: Context, statement: string, where: SQL | undefined) {
  return prepared(db(ctx), statement, (builder, name) =>
    builder
      .select(columns)
      .from(publishedIssues)
      .where(
        and(
          where,
          sql`(${publishedIssues.closedAt}, ${publishedIssues.matterId}) < (${sql.placeholder('closedAt')}::timestamptz, ${sql.placeholder('id')}::uuid)`,
        ),
      )
      .orderBy(desc(publishedIssues.closedAt), desc(publishedIssues.matterId))
      .limit(pageSize + 1)
      .prepare(name),
  );
}

/** Before every row: what the first page is after. */
const latest = { closedAt: 'infinity', id: 'ffffffff-ffff-ffff-ffff-ffffffffffff' };

/** How many matters `listSettled` lists there in all, by how they ended; for everybody. */
export async function countSettled(
  ctx: Context,
  { divisionCode }: CountSettled,
): Promise<Record<ClosingClass, number>> {
  const statement = prepared(db(ctx), 'issues_settled_counts', (builder, name) =>
    builder
      .select({ closingClass: settledCounts.closingClass, amount: settledCounts.amount })
      .from(settledCounts)
      .where(eq(settledCounts.divisionCode, sql.placeholder('code')))
      .orderBy(asc(settledCounts.closingClass))
      .limit(closingClasses.length)
      .prepare(name),
  );
  const rows = await statement.execute({ code: shown(divisionCode ?? ctx.municipality.code) });
  const counts = new Map(rows.map(({ closingClass, amount }) => [closingClass, amount]));
  return Object.fromEntries(closingClasses.map((ending) => [ending, counts.get(ending) ?? 0])) as Record<
    ClosingClass,
    number
  >;
}

/** A matter that its resident reopened is no longer settled. */
function settledIn(level: Level) {
  return and(
    eq(levelColumns[level], sql.placeholder('code')),
    isNotNull(publishedIssues.closingClass),
    isNotNull(publishedIssues.closedAt),
  );
}

const levelColumns = {
  city: publishedIssues.cityCode,
  county: publishedIssues.countyCode,
  township: publishedIssues.townshipCode,
};
type Level = keyof typeof levelColumns;

function levelOf(code: string): Level {
  if (code.length <= 4) return 'city';
  return code.length === 6 ? 'county' : 'township';
}

/** A village has no list of its own: it would say who told it. Its township's is shown. */
const shown = (code: string) => code.slice(0, 9);

/** One published matter, for everybody. Refuses: matters.not_found when it is not public. */
export async function getPublished(ctx: Context, { id }: IssueId) {
  const statement = prepared(db(ctx), 'issues_published', (builder, name) =>
    builder
      .select(columns)
      .from(publishedIssues)
      .where(eq(publishedIssues.matterId, sql.placeholder('id')))
      .limit(1)
      .prepare(name),
  );
  const [row] = await statement.execute({ id });
  if (row === undefined) throw new DomainError('matters.not_found', spine['matters.not_found']);
  return row;
}
