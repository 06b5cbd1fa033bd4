import { holds } from '@tongxin/core';
import { prepared, read, type Context, type Tx } from '@tongxin/db';
import { listPhotos } from '@tongxin/files/queries';
import { notFound } from '@tongxin/matters/commands';
import { listHistory, listLinked } from '@tongxin/matters/queries';
import { placeOf } from '@tongxin/matters/rules';
import { matters } from '@tongxin/matters/schema';
import { and, asc, eq, sql } from 'drizzle-orm';
import { copyReaders, historyFor, issueWorkflow, listReaders, type IssueId } from '../rules/index.ts';
import { issues, judgements } from '../schema.ts';
import { decidingColumns, withMoves } from './list-issues.ts';
import { doorsOf, isReached, reached } from './reach.ts';

const isShown = (move: string) =>
  (issueWorkflow.moves as Readonly<Record<string, { shown?: boolean }>>)[move]?.shown ?? false;

/** What happened to an issue, as its own resident or one merged into it may read it, oldest first. */
export async function readHistory(ctx: Context, id: string, audience: 'resident' | 'merged') {
  return historyFor(audience, await listHistory(ctx, id), { isShown, isClosed: true });
}

/**
 * One issue as offices and its department work with it: the handling copy, its history, where it came from and what
 * this actor may do. Never the resident's words; a department sees no rating before the matter is closed.
 * Refuses: matters.not_found.
 */
export async function getIssue(ctx: Context, { id }: IssueId) {
  const doors = doorsOf(ctx.actor, copyReaders);
  if (doors.length === 0) throw notFound();
  return read(ctx, async (tx, inside) => {
    // Asked for together; what comes with a row that is not shown is thrown away.
    const [[row], history, ratings, mergedHere, photos] = await Promise.all([
      readIssue(tx, { id, ...reached(doors) }),
      listHistory(inside, id),
      listRatings(tx, id),
      listMerged(inside, id),
      photosOf(inside, id),
    ]);
    if (row === undefined) throw notFound();
    // Whoever holds an office here is an office, also when they are in the handling department as well.
    const isOffice = holds(inside.actor, listReaders, placeOf(row)) !== undefined;
    const isClosed = row.closedAt !== null;
    return {
      ...withMoves(row, inside.actor),
      history: historyFor(isOffice ? 'office' : 'handler', history, { isShown, isClosed }),
      judgements: isOffice || isClosed ? ratings : [],
      mergedHere: isOffice ? mergedHere : [],
      photos,
    };
  });
}

function readIssue(tx: Tx, values: Record<string, unknown>) {
  const statement = prepared(tx, 'issues_get', (db, name) =>
    db
      .select({
        ...decidingColumns,
        contactKept: issues.contactKept,
        handlingText: issues.handlingText,
        handlingDays: issues.handlingDays,
        handleBy: issues.handleBy,
        extensions: issues.extensions,
        replyText: issues.replyText,
        divertedTo: issues.divertedTo,
        reopened: issues.reopened,
      })
      .from(matters)
      .innerJoin(issues, eq(issues.matterId, matters.id))
      .where(and(eq(matters.id, sql.placeholder('id')), eq(matters.kind, 'issue'), isReached))
      .limit(1)
      .prepare(name),
  );
  return statement.execute(values);
}

/** The photos that the actor may open: the resident's, which leave a reading, and the department's evidence. */
async function photosOf(ctx: Context, id: string) {
  const photos = await listPhotos(ctx, [id]);
  return photos.map((photo) => ({ id: photo.id, fromResident: photo.handlerUnitId === null }));
}

/** What residents answered on this matter: class and stars, never words. Behind the wall for departments. */
async function listRatings(tx: Tx, aboutId: string) {
  const statement = prepared(tx, 'issues_ratings', (db, name) =>
    db
      .select({
        round: judgements.round,
        solved: judgements.solved,
        stars: judgements.stars,
        at: judgements.at,
      })
      .from(judgements)
      .where(eq(judgements.aboutId, sql.placeholder('aboutId')))
      .orderBy(asc(judgements.round), asc(judgements.at))
      .limit(200)
      .prepare(name),
  );
  return statement.execute({ aboutId });
}

async function listMerged(ctx: Context, id: string) {
  const merged = await listLinked(ctx, { matterId: id, kind: 'merged_into', direction: 'to' });
  return merged.map(({ id: matterId, number, openedAt, linkedAt }) => ({
    id: matterId,
    number,
    openedAt,
    linkedAt,
  }));
}
