import { DomainError, pageOf } from '@tongxin/core';
import { transact, type Context } from '@tongxin/db';
import { issues } from '@tongxin/issues/schema';
import { notFound } from '@tongxin/matters/commands';
import { matters } from '@tongxin/matters/schema';
import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { refusals, topicWorkflow, type AcceptedIssues, type ListTopics } from '../rules/index.ts';
import { topics } from '../schema/index.ts';
import { inDivision, isTopicReader, onGroundOf, pageSize, topicReaders } from './ground.ts';
import { issuesInTopics } from './lineage.ts';
import { publicLines } from './lines.ts';
import { withMoves } from './may.ts';
import { stepsOfTopic } from './steps.ts';

const db = (ctx: Context) => ctx.tx ?? ctx.municipality.db;
const session = alias(matters, 'session');

function topicRows(ctx: Context) {
  return db(ctx)
    .select({
      id: topics.matterId,
      number: matters.number,
      state: matters.state,
      title: topics.title,
      summary: topics.summary,
      source: topics.source,
      cityCode: topics.cityCode,
      countyCode: topics.countyCode,
      townshipCode: topics.townshipCode,
      villageCode: matters.villageCode,
      organisationId: matters.organisationId,
      ownerRole: matters.ownerRole,
      ownerUnitId: matters.ownerUnitId,
      handlerUnitId: matters.handlerUnitId,
      dueAt: matters.dueAt,
      openedAt: matters.openedAt,
      closedAt: matters.closedAt,
      sessionId: topics.sessionId,
      sessionNumber: session.number,
    })
    .from(topics)
    .innerJoin(matters, eq(matters.id, topics.matterId))
    .leftJoin(session, eq(session.id, topics.sessionId));
}

/**
 * Topics on the ground of the asking office, newest first, 20 a page, each with how many residents' matters it holds
 * and what may be done to it. Nobody else sees any. Refuses: divisions.not_found.
 */
export async function listTopics(ctx: Context, { divisionCode, state, after }: ListTopics) {
  const reach = onGroundOf(ctx.actor, topicReaders, matters);
  if (reach === undefined) return { rows: [], next: null };
  const found = await topicRows(ctx)
    .where(
      and(
        eq(matters.kind, 'topic'),
        reach,
        divisionCode === undefined ? undefined : await inDivision(ctx, matters, divisionCode),
        state === undefined ? undefined : eq(matters.state, state),
        after === undefined
          ? undefined
          : sql`(${matters.openedAt}, ${matters.id}) < (${after.openedAt}::timestamptz, ${after.id}::uuid)`,
      ),
    )
    .orderBy(desc(matters.openedAt), desc(matters.id))
    .limit(pageSize + 1);
  const page = pageOf(found, pageSize, ({ openedAt, id }) => ({ openedAt: openedAt.toString(), id }));
  const held = await issuesInTopics(
    ctx,
    page.rows.map(({ id }) => id),
  );
  const rows = await withMoves(ctx, topicWorkflow, page.rows);
  return {
    ...page,
    rows: rows.map((row) => ({ ...row, issues: held.filter(({ topicId }) => topicId === row.id).length })),
  };
}

/**
 * One topic. Everybody reads title, summary and lines once it has a session; its offices also the handling titles of
 * the matters in it. Before that, and for topics that were dropped, only its offices. Refuses: deliberations.not_found.
 */
export async function getTopic(ctx: Context, id: string) {
  return transact(ctx, async (tx, inside) => {
    const [row] = await topicRows(inside).where(eq(topics.matterId, id)).limit(1);
    const mine = row !== undefined && isTopicReader(ctx.actor, row);
    if (row === undefined || (row.sessionId === null && !mine)) {
      throw new DomainError('deliberations.not_found', refusals['deliberations.not_found']);
    }
    const { number, title, summary, source, state, sessionId, sessionNumber, townshipCode } = row;
    const { word, label } = topicWorkflow.states[state as keyof typeof topicWorkflow.states];
    const shown = {
      id,
      number,
      title,
      summary,
      source,
      state,
      word,
      label,
      sessionId,
      sessionNumber,
      townshipCode,
      lines: await publicLines(inside, { topicId: id }),
    };
    if (!mine) return { ...shown, desk: null };
    const [withMay] = await withMoves(inside, topicWorkflow, [row]);
    const held = await issuesInTopics(inside, [id]);
    const copies = await tx
      .select({
        id: issues.matterId,
        number: matters.number,
        title: issues.handlingTitle,
        openedAt: issues.openedAt,
      })
      .from(issues)
      .innerJoin(matters, eq(matters.id, issues.matterId))
      .where(
        inArray(
          issues.matterId,
          held.map((issue) => issue.id),
        ),
      )
      .orderBy(asc(issues.openedAt), asc(issues.matterId))
      .limit(400);
    const log = await stepsOfTopic(inside, row, copies);
    return {
      ...shown,
      desk: { ...log, ownerRole: row.ownerRole, dueAt: row.dueAt, may: withMay!.may, issues: copies },
    };
  });
}

/**
 * Accepted matters of a division that wait to be bundled or handed on, oldest first, 20 a page: by their handling
 * copies, never the residents' words. For the host and the county office of the place.
 * Refuses: divisions.not_found; matters.not_found outside their ground.
 */
export async function acceptedIssues(ctx: Context, { divisionCode, after }: AcceptedIssues) {
  const reach = onGroundOf(ctx.actor, ['host', 'county_office'], matters);
  if (reach === undefined) throw notFound();
  return transact(ctx, async (tx, inside) => {
    const found = await tx
      .select({
        id: matters.id,
        number: matters.number,
        title: issues.handlingTitle,
        villageCode: matters.villageCode,
        townshipCode: matters.townshipCode,
        openedAt: matters.openedAt,
        dueAt: matters.dueAt,
      })
      .from(matters)
      .innerJoin(issues, eq(issues.matterId, matters.id))
      .where(
        and(
          eq(matters.kind, 'issue'),
          eq(matters.state, 'accepted'),
          reach,
          await inDivision(inside, matters, divisionCode),
          after === undefined
            ? undefined
            : sql`(${matters.openedAt}, ${matters.id}) > (${after.openedAt}::timestamptz, ${after.id}::uuid)`,
        ),
      )
      .orderBy(asc(matters.openedAt), asc(matters.id))
      .limit(pageSize + 1);
    return pageOf(found, pageSize, ({ openedAt, id }) => ({ openedAt: openedAt.toString(), id }));
  });
}
