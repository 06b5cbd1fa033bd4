import { pageOf, type Actor } from '@tongxin/core';
import { transact, type Context, type Tx } from '@tongxin/db';
import { movesFor } from '@tongxin/matters/rules';
import { journal, matters } from '@tongxin/matters/schema';
import { and, desc, eq, inArray, isNotNull, sql, type SQL } from 'drizzle-orm';
import {
  issueWorkflow,
  listReaders,
  type IssueState,
  type ListAssigned,
  type ListIssues,
} from '../rules/index.ts';
import { issues } from '../schema.ts';
import { reachOf, within } from './reach.ts';

export const pageSize = 20;

/** What a list shows of an issue: the handling copy's title, never the resident's words. */
export const issueColumns = {
  id: matters.id,
  number: matters.number,
  chainId: matters.chainId,
  state: sql<IssueState>`${matters.state}`,
  organisationId: matters.organisationId,
  cityCode: matters.cityCode,
  countyCode: matters.countyCode,
  townshipCode: matters.townshipCode,
  villageCode: matters.villageCode,
  ownerRole: matters.ownerRole,
  ownerUnitId: matters.ownerUnitId,
  handlerUnitId: matters.handlerUnitId,
  dueAt: matters.dueAt,
  openedAt: matters.openedAt,
  closedAt: matters.closedAt,
  channel: issues.channel,
  handlingTitle: issues.handlingTitle,
  replyClass: issues.replyClass,
  closingClass: issues.closingClass,
  judgedRound: issues.judgedRound,
};

export type IssueRow = Awaited<ReturnType<typeof readPage>>[number];
export type Cursor = { openedAt: string; id: string };

/**
 * The newest issues of a division, or of all that the actor's grants reach; 20 a page. Only what they reach, whatever
 * division is asked for. Each row carries what this actor may do with it.
 */
export async function listIssues(ctx: Context, { state, divisionCode, after }: ListIssues) {
  const reach = reachOf(ctx.actor, listReaders);
  const asked = divisionCode === undefined ? undefined : within(divisionCode);
  if (reach === undefined || (divisionCode !== undefined && asked === undefined)) return nothing;
  return readList(ctx, { where: and(asked, reach), state, after });
}

/** What the actor's departments were handed and still have, newest first, 20 a page. Handling copies only. */
export async function listForDepartment(ctx: Context, { state, after }: ListAssigned) {
  const reach = reachOf(ctx.actor, ['department_clerk']);
  if (reach === undefined) return nothing;
  return readList(ctx, { where: reach, state, after });
}

const nothing: { rows: never[]; next: null } = { rows: [], next: null };

type Wanted = { where: SQL | undefined; state?: IssueState | undefined; after?: Cursor | undefined };

async function readList(ctx: Context, wanted: Wanted) {
  return transact(ctx, async (tx, inside) => {
    const found = await readPage(tx, wanted);
    const page = pageOf(found, pageSize, ({ openedAt, id }): Cursor => ({
      openedAt: openedAt.toString(),
      id,
    }));
    return { ...page, rows: await withMoves(tx, inside.actor, page.rows) };
  });
}

function readPage(tx: Tx, { where, state, after }: Wanted) {
  return tx
    .select(issueColumns)
    .from(matters)
    .innerJoin(issues, eq(issues.matterId, matters.id))
    .where(
      and(
        where,
        eq(matters.kind, 'issue'),
        state === undefined ? undefined : eq(matters.state, state),
        after === undefined
          ? undefined
          : sql`(${matters.openedAt}, ${matters.id}) < (${after.openedAt}::timestamptz, ${after.id}::uuid)`,
      ),
    )
    .orderBy(desc(matters.openedAt), desc(matters.id))
    .limit(pageSize + 1);
}

/** Adds to each row what this actor may do with it now, with the reason where not. */
export async function withMoves<Row extends Omit<IssueRow, 'doneBy'>>(
  tx: Tx,
  actor: Actor,
  rows: readonly Row[],
) {
  const done = await doneByOf(
    tx,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({
    ...row,
    may: movesFor(issueWorkflow, { ...row, doneBy: done.get(row.id) ?? {} }, actor),
  }));
}

// Only moves that somebody has to stay apart from decide anything.
const keptApart = [...new Set(Object.values(issueWorkflow.moves).flatMap(({ apart = [] }) => apart))];

async function doneByOf(tx: Tx, ids: readonly string[]) {
  const done = new Map<string, Record<string, string[]>>();
  if (ids.length === 0) return done;
  const rows = await tx
    .selectDistinct({ matterId: journal.matterId, move: journal.move, accountId: journal.accountId })
    .from(journal)
    .where(
      and(
        inArray(journal.matterId, [...ids]),
        inArray(journal.move, keptApart),
        isNotNull(journal.accountId),
      ),
    )
    .limit(10_000);
  for (const { matterId, move, accountId } of rows) {
    const byMove = done.get(matterId) ?? {};
    done.set(matterId, byMove);
    (byMove[move] ??= []).push(accountId!);
  }
  return done;
}
