import { DomainError } from '@tongxin/core';
import { accounts } from '@tongxin/accounts/schema';
import type { Context, Tx } from '@tongxin/db';
import { lineProgress, outcomeLines, topics } from '@tongxin/deliberations/schema';
import { journal, matters } from '@tongxin/matters/schema';
import { organisations } from '@tongxin/organisations/schema';
import { and, asc, desc, eq, gte, isNull, lt, or, sql } from 'drizzle-orm';
import {
  boundsOf,
  longestStrikeOffList,
  refusals,
  sheetOf,
  strikeOffSheets,
  type AskTable,
  type Bounds,
  type StrikeOffSheet,
} from '../rules/index.ts';
import { atOneMoment } from './moment.ts';
import { sliceFor, type Slice } from './scope.ts';

/**
 * The agreed lines of a division for the strike-off list, on the three sheets on which they stand at the end of the
 * period; on each by the day they were given out, then by number. What is said of a line is of the asked moment.
 * Holds no word of a resident. Refuses: reports.not_found, reports.too_long.
 */
export async function strikeOffList(ctx: Context, { divisionCode, period }: AskTable) {
  return atOneMoment(ctx, async (tx, inside) => {
    const slice = await sliceFor(inside, divisionCode);
    const bounds = boundsOf(period);
    const lines = await readLines(tx, slice, bounds);
    if (lines.length > longestStrikeOffList) {
      throw new DomainError('reports.too_long', refusals['reports.too_long'], {
        limit: longestStrikeOffList,
      });
    }
    const of = (sheet: StrikeOffSheet) => lines.filter((line) => sheetOf(line, bounds) === sheet);
    return {
      division: { code: slice.code, name: slice.name, level: slice.level },
      period,
      asOf: ctx.now(),
      sheets: strikeOffSheets.map((sheet) => ({ sheet, lines: of(sheet) })),
    };
  });
}

export type StrikeOffList = Awaited<ReturnType<typeof strikeOffList>>;
export type StrikeOffLine = StrikeOffList['sheets'][number]['lines'][number];

const levelColumns = { city: matters.cityCode, county: matters.countyCode, township: matters.townshipCode };

async function readLines(tx: Tx, { level, code }: Slice, { start, end }: Bounds) {
  const progress = tx
    .select({ text: lineProgress.text })
    .from(lineProgress)
    .where(eq(lineProgress.lineId, matters.id))
    .orderBy(desc(lineProgress.seq))
    .limit(1)
    .as('progress');
  const verified = tx
    .select({ unitName: journal.unitName, accountId: journal.accountId })
    .from(journal)
    .where(and(eq(journal.matterId, matters.id), eq(journal.move, 'verify')))
    .orderBy(desc(journal.seq))
    .limit(1)
    .as('verified');
  return tx
    .select({
      id: matters.id,
      number: matters.number,
      state: matters.state,
      openedAt: matters.openedAt,
      closedAt: matters.closedAt,
      topic: topics.title,
      suggestion: outcomeLines.suggestion,
      kind: outcomeLines.kind,
      measure: outcomeLines.measure,
      unit: organisations.name,
      dueOn: outcomeLines.dueOn,
      progress: progress.text,
      replyClass: outcomeLines.replyClass,
      report: outcomeLines.reportText,
      judgedYes: outcomeLines.judgedYes,
      judgedPartly: outcomeLines.judgedPartly,
      judgedNo: outcomeLines.judgedNo,
      judgedSilent: outcomeLines.judgedSilent,
      verifiedBy: accounts.name,
      verifiedIn: verified.unitName,
    })
    .from(matters)
    .innerJoin(outcomeLines, eq(outcomeLines.matterId, matters.id))
    .innerJoin(topics, eq(topics.matterId, outcomeLines.topicId))
    .innerJoin(organisations, eq(organisations.id, outcomeLines.unitId))
    .leftJoinLateral(progress, sql`true`)
    .leftJoinLateral(verified, sql`true`)
    .leftJoin(accounts, eq(accounts.id, verified.accountId))
    .where(
      and(
        eq(levelColumns[level], code),
        eq(matters.kind, 'outcome_line'),
        lt(matters.openedAt, end),
        or(isNull(matters.closedAt), gte(matters.closedAt, start)),
      ),
    )
    .orderBy(asc(matters.openedAt), asc(matters.number))
    .limit(longestStrikeOffList + 1);
}
