import { pageOf } from '@tongxin/core';
import { prepared, read, type Context, type Tx } from '@tongxin/db';
import { notFound } from '@tongxin/matters/commands';
import { matters } from '@tongxin/matters/schema';
import { and, desc, eq, sql } from 'drizzle-orm';
import type { IssueId, IssueState, ListBroughtIn } from '../rules/index.ts';
import { issues } from '../schema.ts';
import { readHistory } from './get-issue.ts';
import { pageSize, type Cursor } from './list-issues.ts';
import { doorsOf, isReached, reached } from './reach.ts';

/** What a contact person sees of a matter in a list: whether somebody can be reached is not theirs to know either. */
const columns = {
  id: matters.id,
  number: matters.number,
  state: sql<IssueState>`${matters.state}`,
  townshipCode: issues.townshipCode,
  villageCode: issues.villageCode,
  channel: issues.channel,
  handlingTitle: issues.handlingTitle,
  dueAt: matters.dueAt,
  openedAt: matters.openedAt,
  closedAt: matters.closedAt,
};

/** The ground of the points that this actor looks after now, and who they are. */
function pointsOf({ actor }: Context) {
  const doors = doorsOf(actor, ['contact_person']);
  return actor.kind === 'account' && doors.length > 0
    ? { accountId: actor.accountId, ...reached(doors) }
    : undefined;
}

const isOwn = and(eq(issues.contactPersonId, sql.placeholder('accountId')), isReached);

/**
 * What the contact person who asks has brought in, newest first, 20 a page: handling titles only. What lies on ground
 * that is no longer theirs is not in it.
 */
export async function listBroughtIn(ctx: Context, { after }: ListBroughtIn) {
  const points = pointsOf(ctx);
  if (points === undefined) return { rows: [], next: null };
  const values = {
    ...points,
    openedAt: after?.openedAt ?? 'infinity',
    id: after?.id ?? 'ffffffff-ffff-ffff-ffff-ffffffffffff',
  };
  const found = await read(ctx, (tx) => newest(tx).execute(values));
  return pageOf(found, pageSize, ({ openedAt, id }): Cursor => ({ openedAt: openedAt.toString(), id }));
}

const newest = (tx: Tx) =>
  prepared(tx, 'issues_brought_in', (db, name) =>
    db
      .select(columns)
      .from(issues)
      .innerJoin(matters, eq(matters.id, issues.matterId))
      .where(
        and(
          isOwn,
          sql`(${issues.openedAt}, ${issues.matterId}) < (${sql.placeholder('openedAt')}::timestamptz, ${sql.placeholder('id')}::uuid)`,
        ),
      )
      .orderBy(desc(issues.openedAt), desc(issues.matterId))
      .limit(pageSize + 1)
      .prepare(name),
  );

/**
 * One of them, to tell the person how it goes: where it stands, the handling copy, what was answered, and what happened
 * with the reasons that offices gave. Never the resident's own words, who they are, whether they can be reached, their
 * conversation with the office or how they rated it. Refuses: matters.not_found.
 */
export async function getBroughtIn(ctx: Context, { id }: IssueId) {
  const points = pointsOf(ctx);
  if (points === undefined) throw notFound();
  return read(ctx, async (tx, inside) => {
    const [row] = await one(tx).execute({ ...points, id });
    if (row === undefined) throw notFound();
    const history = await readHistory(inside, id, 'merged');
    return {
      ...row,
      history: history.map(({ data: _data, ...entry }) => entry),
    };
  });
}

const one = (tx: Tx) =>
  prepared(tx, 'issues_one_brought_in', (db, name) =>
    db
      .select({
        ...columns,
        handlingText: issues.handlingText,
        replyClass: issues.replyClass,
        replyText: issues.replyText,
        divertedTo: issues.divertedTo,
      })
      .from(issues)
      .innerJoin(matters, eq(matters.id, issues.matterId))
      .where(and(eq(issues.matterId, sql.placeholder('id')), isOwn))
      .limit(1)
      .prepare(name),
  );
