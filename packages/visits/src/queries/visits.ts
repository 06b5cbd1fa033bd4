import { DomainError, holds, pageOf, type Actor } from '@tongxin/core';
import { read, type Context } from '@tongxin/db';
import { listHistory } from '@tongxin/matters/queries';
import { movesFor, placeOf } from '@tongxin/matters/rules';
import { matters } from '@tongxin/matters/schema';
import { findMemberByAccount } from '@tongxin/members/queries';
import { members } from '@tongxin/members/schema';
import { organisations } from '@tongxin/organisations/schema';
import { and, asc, desc, eq, inArray, ne, or, sql, type SQL } from 'drizzle-orm';
import {
  answerBy,
  isOfCommittee,
  refusals,
  visitors,
  visitWorkflow,
  type ListMine,
  type ListVisits,
  type One,
} from '../rules/index.ts';
import { memberVisits, visitAsks, visitNotes } from '../schema.ts';

const db = (ctx: Context) => ctx.tx ?? ctx.municipality.db;
const pageSize = 20;

const columns = {
  id: memberVisits.matterId,
  number: matters.number,
  state: matters.state,
  dueAt: matters.dueAt,
  closedAt: matters.closedAt,
  ownerRole: matters.ownerRole,
  organiser: organisations.name,
  memberId: memberVisits.memberId,
  memberName: members.name,
  visitOn: memberVisits.visitOn,
  visitedOn: memberVisits.visitedOn,
  visitors: memberVisits.visitors,
  organisationId: matters.organisationId,
  ownerUnitId: matters.ownerUnitId,
  handlerUnitId: matters.handlerUnitId,
  villageCode: matters.villageCode,
  townshipCode: matters.townshipCode,
  cityCode: memberVisits.cityCode,
  countyCode: memberVisits.countyCode,
};

/** Visits with what the spine says of them; whoever calls narrows, orders and limits. */
function visitRows(ctx: Context) {
  return db(ctx)
    .select(columns)
    .from(memberVisits)
    .innerJoin(matters, eq(matters.id, memberVisits.matterId))
    .innerJoin(organisations, eq(organisations.id, matters.organisationId))
    .innerJoin(members, eq(members.id, memberVisits.memberId));
}

const beyond = (after: ListVisits['after']): SQL | undefined =>
  after && sql`(${memberVisits.visitOn}, ${memberVisits.matterId}) < (${after.on}::date, ${after.id}::uuid)`;
const newest = [desc(memberVisits.visitOn), desc(memberVisits.matterId)] as const;
const cursorOf = ({ visitOn, id }: { visitOn: Temporal.PlainDate; id: string }) => ({
  on: visitOn.toString(),
  id,
});

/** Visits of the actor's own committee, and for the city's office those of its counties too. */
function onGroundOf(actor: Actor): SQL | undefined {
  if (actor.kind !== 'account') return undefined;
  const parts = actor.grants.flatMap(({ role, divisionCode, matterId }) => {
    if (!visitors.some((one) => one === role) || divisionCode === null || matterId !== null) return [];
    const column = divisionCode.length === 4 ? memberVisits.cityCode : memberVisits.countyCode;
    return [eq(column, divisionCode)];
  });
  return parts.length === 0 ? undefined : or(...parts);
}

/**
 * Visits on the ground of the actor's offices, the latest day first, 20 a page, each with how many lines still wait for
 * an answer. Nobody else gets any.
 */
export async function listVisits(ctx: Context, { state, after }: ListVisits) {
  const ground = onGroundOf(ctx.actor);
  if (ground === undefined) return { rows: [], next: null };
  const found = await visitRows(ctx)
    .where(and(ground, state === undefined ? undefined : eq(matters.state, state), beyond(after)))
    .orderBy(...newest)
    .limit(pageSize + 1);
  const page = pageOf(found, pageSize, cursorOf);
  const asks = await asksOf(
    ctx,
    page.rows.map(({ id }) => id),
  );
  const rows = page.rows.map((row) => {
    const own = asks.filter(({ visitId }) => visitId === row.id);
    const { id, number, state, dueAt, organiser, memberName, visitOn, visitors: who } = row;
    const openAsks = own.filter(({ answer }) => answer === null).length;
    return {
      id,
      number,
      state,
      dueAt,
      organiser,
      memberName,
      visitOn,
      visitors: who,
      asks: own.length,
      openAsks,
    };
  });
  return { ...page, rows };
}

/** What was asked in these visits, by visit and in order, each with until when it is answered. */
async function asksOf(ctx: Context, visitIds: readonly string[]) {
  if (visitIds.length === 0) return [];
  const rows = await db(ctx)
    .select({
      id: visitAsks.id,
      visitId: visitAsks.visitId,
      words: visitAsks.words,
      askedOn: visitAsks.askedOn,
      followsId: visitAsks.followsId,
      answer: visitAsks.answer,
      answeredAt: visitAsks.answeredAt,
    })
    .from(visitAsks)
    .where(inArray(visitAsks.visitId, [...visitIds]))
    .orderBy(asc(visitAsks.visitId), asc(visitAsks.orderNo))
    .limit(1000);
  return rows.map((row) => ({ ...row, answerBy: answerBy(row.askedOn) }));
}

const notFound = () => new DomainError('visits.not_found', refusals['visits.not_found']);

async function deskVisit(ctx: Context, id: string) {
  const [row] = await visitRows(ctx).where(eq(memberVisits.matterId, id)).limit(1);
  if (row === undefined || holds(ctx.actor, visitors, placeOf(row)) === undefined) throw notFound();
  return row;
}

/**
 * One visit for the offices of its ground: who goes when, what the member asked and was answered, what happened, what
 * this office may do now. The private note is `readNote`. Refuses: visits.not_found.
 */
export async function getVisit(ctx: Context, { id }: One) {
  const row = await deskVisit(ctx, id);
  const [asks, history] = await Promise.all([asksOf(ctx, [id]), listHistory(ctx, id)]);
  const { organisationId: _o, ownerUnitId: _w, handlerUnitId: _h, villageCode: _v, ...shown } = row;
  return {
    ...shown,
    asks,
    history,
    may: {
      ...movesFor(visitWorkflow, { ...row, doneBy: {} }, ctx.actor),
      readNote: isOfCommittee(ctx.actor, row),
    },
  };
}

/**
 * The private note of a visit, `written` null where there is none, for the office of the committee that visits; a second
 * wall stands behind. Refuses: visits.not_found.
 */
export async function readNote(ctx: Context, { id }: One) {
  const visit = await deskVisit(ctx, id);
  if (!isOfCommittee(ctx.actor, visit)) throw notFound();
  return read(ctx, async (tx) => {
    const [row] = await tx
      .select({ note: visitNotes.note, writtenAt: visitNotes.writtenAt })
      .from(visitNotes)
      .where(eq(visitNotes.visitId, id))
      .limit(1);
    return { written: row ?? null };
  });
}

/**
 * Visits to the member who asks, the latest day first, 20 a page: who comes, what they asked and what was answered
 * when. Nothing of what the visitors wrote for themselves. Nothing for an account that is no member's.
 */
export async function myVisits(ctx: Context, { after }: ListMine) {
  const me = ctx.actor.kind === 'account' ? await findMemberByAccount(ctx, ctx.actor.accountId) : null;
  if (me === null) return { rows: [], next: null };
  const found = await visitRows(ctx)
    .where(and(eq(memberVisits.memberId, me.id), ne(matters.state, 'cancelled'), beyond(after)))
    .orderBy(...newest)
    .limit(pageSize + 1);
  const page = pageOf(found, pageSize, cursorOf);
  const asks = await asksOf(
    ctx,
    page.rows.map(({ id }) => id),
  );
  const rows = page.rows.map(({ id, number, state, organiser, visitOn, visitedOn, visitors: who }) => ({
    ...{ id, number, state, organiser, visitOn, visitedOn, visitors: who },
    asks: asks.filter(({ visitId }) => visitId === id).map((ask) => asSeenByMember(ask, state, asks)),
  }));
  return { ...page, rows };
}

type Ask = Awaited<ReturnType<typeof asksOf>>[number];

function asSeenByMember({ visitId: _v, ...ask }: Ask, state: string, all: readonly Ask[]) {
  const isSettled = ask.answer !== null && state === 'answered';
  return { ...ask, mayAskAgain: isSettled && all.every(({ followsId }) => followsId !== ask.id) };
}
