import { DomainError } from '@tongxin/core';
import type { Context } from '@tongxin/db';
import { matters } from '@tongxin/matters/schema';
import { organisations } from '@tongxin/organisations/schema';
import { asc, eq, inArray, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { lineWorkflow, refusals } from '../rules/index.ts';
import { lineProgress, outcomeLines, topics } from '../schema/index.ts';

const db = (ctx: Context) => ctx.tx ?? ctx.municipality.db;
const session = alias(matters, 'session');

/** What everybody reads of an agreed line. The counts are there once it is struck off. */
const lineColumns = {
  id: outcomeLines.matterId,
  number: matters.number,
  lineNo: outcomeLines.lineNo,
  state: matters.state,
  suggestion: outcomeLines.suggestion,
  kind: outcomeLines.kind,
  unitId: outcomeLines.unitId,
  unitName: organisations.name,
  dueOn: outcomeLines.dueOn,
  measure: outcomeLines.measure,
  replyClass: outcomeLines.replyClass,
  reportText: outcomeLines.reportText,
  round: outcomeLines.round,
  openedAt: matters.openedAt,
  closedAt: matters.closedAt,
  closingClass: outcomeLines.closingClass,
  judgedYes: outcomeLines.judgedYes,
  judgedPartly: outcomeLines.judgedPartly,
  judgedNo: outcomeLines.judgedNo,
  judgedSilent: outcomeLines.judgedSilent,
  topicId: outcomeLines.topicId,
  topicTitle: topics.title,
  sessionId: outcomeLines.sessionId,
  sessionNumber: session.number,
  countyCode: outcomeLines.countyCode,
  townshipCode: outcomeLines.townshipCode,
};

/** What decisions need of a line beside what everybody reads. */
const lineFacts = {
  cityCode: outcomeLines.cityCode,
  villageCode: matters.villageCode,
  organisationId: matters.organisationId,
  ownerRole: matters.ownerRole,
  ownerUnitId: matters.ownerUnitId,
  handlerUnitId: matters.handlerUnitId,
  dueAt: matters.dueAt,
};

/** Lines with their unit, topic and session. */
export function linesWhere(ctx: Context, where: SQL | undefined) {
  return db(ctx)
    .select({ ...lineColumns, ...lineFacts })
    .from(outcomeLines)
    .innerJoin(matters, eq(matters.id, outcomeLines.matterId))
    .innerJoin(organisations, eq(organisations.id, outcomeLines.unitId))
    .innerJoin(topics, eq(topics.matterId, outcomeLines.topicId))
    .innerJoin(session, eq(session.id, outcomeLines.sessionId))
    .where(where);
}

type Found = Awaited<ReturnType<typeof linesWhere>>[number];

/** A line as everybody reads it: the counts as four numbers, its state in words, nothing of whose turn it is. */
export function asPublic(row: Found) {
  const {
    judgedYes,
    judgedPartly,
    judgedNo,
    judgedSilent,
    cityCode: _c,
    villageCode: _v,
    organisationId: _o,
    ownerRole: _r,
    ownerUnitId: _u,
    handlerUnitId: _h,
    dueAt: _d,
    ...line
  } = row;
  const judged =
    judgedYes === null
      ? null
      : { yes: judgedYes, partly: judgedPartly ?? 0, no: judgedNo ?? 0, silent: judgedSilent ?? 0 };
  const { word, label } = lineWorkflow.states[row.state as keyof typeof lineWorkflow.states];
  return { ...line, word, label, judged };
}

/** The lines of a session or of a topic in the order of the minutes, for everybody. At most 60. */
export async function publicLines(ctx: Context, of: { sessionId: string } | { topicId: string }) {
  const where =
    'sessionId' in of ? eq(outcomeLines.sessionId, of.sessionId) : eq(outcomeLines.topicId, of.topicId);
  const rows = await linesWhere(ctx, where)
    .orderBy(asc(outcomeLines.sessionId), asc(outcomeLines.lineNo))
    .limit(60);
  return rows.map(asPublic);
}

/** One line with its facts. Refuses: deliberations.not_found. */
export async function lineOf(ctx: Context, id: string): Promise<Found> {
  const [row] = await linesWhere(ctx, eq(outcomeLines.matterId, id)).limit(1);
  if (row === undefined)
    throw new DomainError('deliberations.not_found', refusals['deliberations.not_found']);
  return row;
}

/** These lines by their day. At most 500. */
export async function linesById(ctx: Context, ids: readonly string[]) {
  if (ids.length === 0) return [];
  return linesWhere(ctx, inArray(outcomeLines.matterId, [...ids]))
    .orderBy(asc(outcomeLines.dueOn), asc(outcomeLines.matterId))
    .limit(500);
}

/** What the unit told of a line, oldest first: progress, and each report with its class. At most 200. */
export async function progressOf(ctx: Context, lineId: string) {
  return db(ctx)
    .select({
      seq: lineProgress.seq,
      kind: lineProgress.kind,
      replyClass: lineProgress.replyClass,
      text: lineProgress.text,
      at: lineProgress.at,
    })
    .from(lineProgress)
    .where(eq(lineProgress.lineId, lineId))
    .orderBy(asc(lineProgress.seq))
    .limit(200);
}
