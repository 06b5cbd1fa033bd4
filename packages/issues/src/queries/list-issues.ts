import { pageOf, type Actor } from '@tongxin/core';
import { prepared, read, type Context, type Tx } from '@tongxin/db';
import { movesFor } from '@tongxin/matters/rules';
import { journal, matters } from '@tongxin/matters/schema';
import { and, desc, eq, inArray, isNotNull, sql } from 'drizzle-orm';
import {
  issueWorkflow,
  listReaders,
  type IssueState,
  type ListAssigned,
  type ListIssues,
} from '../rules/index.ts';
import { issues } from '../schema.ts';
import { behind, doorOf, doorsOf, isReached, reached, type Door, type DoorKind } from './reach.ts';

export const pageSize = 20;

/** What a list shows of an issue: the handling copy's title, never the resident's words. */
export const issueColumns = {
  id: matters.id,
  number: matters.number,
  chainId: matters.chainId,
  state: sql<IssueState>`${matters.state}`,
  organisationId: matters.organisationId,
  cityCode: matters.cityCode,
  countyCode: issues.countyCode,
  townshipCode: issues.townshipCode,
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

/** Who made the moves that somebody has to stay apart from, as `move account`. */
const doneApart = sql<string[]>`array(
  select ${journal.move} || ' ' || ${journal.accountId} from ${journal}
   where ${journal.matterId} = ${matters.id} and ${inArray(journal.move, keptApart())} and ${isNotNull(journal.accountId)})`;

/** What decides which moves an actor may make on a row. */
export const decidingColumns = { ...issueColumns, doneApart };

type Listed = Awaited<ReturnType<typeof readDoor>>[number];
export type IssueRow = Listed & { doneApart: string[] };
export type Cursor = { openedAt: string; id: string };

/**
 * The newest issues of a division, or of all that the actor's grants reach; 20 a page. Only what they reach, whatever
 * division is asked for. Each row carries whether this actor may do what is done from lists (`listMoves`).
 */
export async function listIssues(ctx: Context, { state, divisionCode, after }: ListIssues) {
  const doors = doorsOf(ctx.actor, listReaders);
  const asked =
    divisionCode === undefined ? doors : [doorOf(divisionCode)].filter((door) => door !== undefined);
  return readList(ctx, { asked, doors, state, after });
}

/** What the actor's departments were handed and still have, newest first, 20 a page. Handling copies only. */
export async function listForDepartment(ctx: Context, { state, after }: ListAssigned) {
  const doors = doorsOf(ctx.actor, ['department_clerk']);
  return readList(ctx, { asked: doors, doors, state, after });
}

type Wanted = {
  /** Behind these doors is looked, */
  asked: readonly Door[];
  /** and only what is behind one of these as well is shown. */
  doors: readonly Door[];
  state?: IssueState | undefined;
  after?: Cursor | undefined;
};

async function readList(ctx: Context, { asked, doors, state, after }: Wanted) {
  if (asked.length === 0 || doors.length === 0) return { rows: [], next: null };
  const values = { ...reached(doors), ...(after ?? newest), ...(state === undefined ? {} : { state }) };
  const found = await read(ctx, (tx) =>
    Promise.all(
      asked.map(({ kind, key }) => readDoor(tx, { kind, oneState: state !== undefined }, { ...values, key })),
    ),
  );
  const page = pageOf(merged(found), pageSize, ({ openedAt, id }): Cursor => ({
    openedAt: openedAt.toString(),
    id,
  }));
  return { ...page, rows: page.rows.map((row) => withListMoves(row, ctx.actor)) };
}

/** Before every row: what the first page is after. */
const newest: Cursor = { openedAt: 'infinity', id: 'ffffffff-ffff-ffff-ffff-ffffffffffff' };

/**
 * The newest behind one door. Each kind of door, and the list of one state, has a column and an index of its own, so
 * each is a statement of its own.
 */
function readDoor(
  tx: Tx,
  { kind, oneState }: { kind: DoorKind; oneState: boolean },
  values: Record<string, unknown>,
) {
  const statement = prepared(tx, `issues_newest_by_${kind}${oneState ? '_and_state' : ''}`, (db, name) =>
    db
      .select(issueColumns)
      .from(matters)
      .innerJoin(issues, eq(issues.matterId, matters.id))
      .where(
        and(
          behind(kind),
          isReached,
          eq(matters.kind, 'issue'),
          oneState ? eq(matters.state, sql.placeholder('state')) : undefined,
          sql`(${matters.openedAt}, ${matters.id}) < (${sql.placeholder('openedAt')}::timestamptz, ${sql.placeholder('id')}::uuid)`,
        ),
      )
      .orderBy(desc(matters.openedAt), desc(matters.id))
      .limit(pageSize + 1)
      .prepare(name),
  );
  return statement.execute(values);
}

/** One list of several, the newest first, each row once. */
function merged<Row extends { id: string; openedAt: Temporal.Instant }>(
  lists: readonly (readonly Row[])[],
): Row[] {
  const [only] = lists;
  if (only !== undefined && lists.length === 1) return [...only];
  const rows = new Map(lists.flat().map((row) => [row.id, row]));
  return [...rows.values()].toSorted(
    (a, b) => Temporal.Instant.compare(b.openedAt, a.openedAt) || (a.id < b.id ? 1 : -1),
  );
}

/** What is done to several matters at once, from the list. Nobody is kept apart from it by what they did before. */
const listMoves = ['take_into_talks'] as const;

/** Of all moves only those: the others would be two thirds of the answer, and no list offers them. */
function withListMoves(row: Listed, actor: Actor) {
  return { ...row, may: movesFor(issueWorkflow, { ...row, doneBy: {} }, actor, listMoves) };
}

/** A row with what this actor may do with it now, and the reason where not. */
export function withMoves<Row extends IssueRow>({ doneApart: done, ...row }: Row, actor: Actor) {
  return { ...row, may: movesFor(issueWorkflow, { ...row, doneBy: byMove(done) }, actor) };
}

function byMove(done: readonly string[]): Record<string, string[]> {
  const people: Record<string, string[]> = {};
  for (const entry of done) {
    const [move, accountId] = entry.split(' ') as [string, string];
    (people[move] ??= []).push(accountId);
  }
  return people;
}

// Only moves that somebody has to stay apart from decide anything.
function keptApart(): string[] {
  return [...new Set(Object.values(issueWorkflow.moves).flatMap(({ apart = [] }) => apart))];
}
