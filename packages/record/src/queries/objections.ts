import { DomainError, holds } from '@tongxin/core';
import type { Context } from '@tongxin/db';
import { listHistory } from '@tongxin/matters/queries';
import { movesFor, placeOf, type MatterKind } from '@tongxin/matters/rules';
import { matters } from '@tongxin/matters/schema';
import { members } from '@tongxin/members/schema';
import { organisations } from '@tongxin/organisations/schema';
import { and, desc, eq, inArray } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import {
  lineWriters,
  objectionWorkflow,
  outcomesOf,
  refusals,
  type ObjectionState,
  type OneObjection,
} from '../rules/index.ts';
import { recordObjections } from '../schema.ts';
import { factsOfLine } from './facts.ts';
import { db } from './span.ts';

/** What the member said of these lines, the newest first; at most 200. */
export async function objectionsTo(ctx: Context, memberId: string, lineIds: readonly string[]) {
  if (lineIds.length === 0) return [];
  const rows = await db(ctx)
    .select({
      id: recordObjections.matterId,
      lineId: recordObjections.aboutId,
      state: matters.state,
      words: recordObjections.words,
      raisedAt: recordObjections.raisedAt,
      dueAt: matters.dueAt,
      unit: organisations.name,
      answer: recordObjections.answer,
      answeredAt: recordObjections.answeredAt,
    })
    .from(recordObjections)
    .innerJoin(matters, eq(matters.id, recordObjections.matterId))
    .innerJoin(organisations, eq(organisations.id, matters.organisationId))
    .where(and(eq(recordObjections.memberId, memberId), inArray(recordObjections.aboutId, [...lineIds])))
    .orderBy(desc(recordObjections.raisedAt), desc(recordObjections.matterId))
    .limit(200);
  return rows.map((row) => ({ ...row, state: row.state as ObjectionState }));
}

/**
 * One objection for whoever writes such lines down, and the offices above: who says what of which line, what stands
 * there, what it can be corrected to, what happened, and what this office may do now. Refuses:
 * record.objection_not_found.
 */
export async function getObjection(ctx: Context, { id }: OneObjection) {
  const row = await findObjection(ctx, id);
  const works = row !== undefined && holds(ctx.actor, lineWriters, placeOf(row)) !== undefined;
  if (row === undefined || !works)
    throw new DomainError('record.objection_not_found', refusals['record.objection_not_found']);
  const { accountId, aboutKind, aboutId, aboutNumber, memberId, memberName, dutyTitle, ...matter } = row;
  const doneBy = { open: accountId === null ? [] : [accountId] };
  const { number, state, dueAt, closedAt, ownerRole, words, raisedAt, answer, answeredAt, unit } = matter;
  return {
    ...{ id, number, state: state as ObjectionState, dueAt, closedAt, ownerRole, unit },
    ...{ words, raisedAt, answer, answeredAt },
    member: { id: memberId, name: memberName, dutyTitle },
    about: { id: aboutId, kind: aboutKind, number: aboutNumber },
    facts: await factsOfLine(ctx, { kind: aboutKind, id: aboutId, memberId }),
    outcomes: outcomesOf(aboutKind),
    history: await listHistory(ctx, id),
    may: movesFor(objectionWorkflow, { ...matter, doneBy }, ctx.actor),
  };
}

/** The objection with what the spine says of it and of what it is about. */
async function findObjection(ctx: Context, id: string) {
  const about = alias(matters, 'about');
  const [row] = await db(ctx)
    .select({
      id: matters.id,
      number: matters.number,
      state: matters.state,
      dueAt: matters.dueAt,
      closedAt: matters.closedAt,
      ownerRole: matters.ownerRole,
      organisationId: matters.organisationId,
      cityCode: matters.cityCode,
      countyCode: matters.countyCode,
      townshipCode: matters.townshipCode,
      villageCode: matters.villageCode,
      ownerUnitId: matters.ownerUnitId,
      handlerUnitId: matters.handlerUnitId,
      unit: organisations.name,
      words: recordObjections.words,
      raisedAt: recordObjections.raisedAt,
      answer: recordObjections.answer,
      answeredAt: recordObjections.answeredAt,
      memberId: recordObjections.memberId,
      memberName: members.name,
      dutyTitle: members.dutyTitle,
      accountId: members.accountId,
      aboutId: recordObjections.aboutId,
      aboutKind: about.kind,
      aboutNumber: about.number,
    })
    .from(recordObjections)
    .innerJoin(matters, eq(matters.id, recordObjections.matterId))
    .innerJoin(organisations, eq(organisations.id, matters.organisationId))
    .innerJoin(members, eq(members.id, recordObjections.memberId))
    .innerJoin(about, eq(about.id, recordObjections.aboutId))
    .where(eq(recordObjections.matterId, id))
    .limit(1);
  return row satisfies { aboutKind: MatterKind } | undefined;
}
