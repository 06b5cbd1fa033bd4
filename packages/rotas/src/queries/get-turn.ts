import { DomainError } from '@tongxin/core';
import type { Context } from '@tongxin/db';
import { listHistory } from '@tongxin/matters/queries';
import { matters } from '@tongxin/matters/schema';
import { asc, desc, eq } from 'drizzle-orm';
import { isFree, refusals, type One } from '../rules/index.ts';
import { receptions, rotaMembers, turns, turnSwaps } from '../schema.ts';
import { namesOf, takenTimes } from './people.ts';
import { readsBoard } from './site.ts';
import { movesOf, turnRows, withNames } from './turn-rows.ts';

const db = (ctx: Context) => ctx.tx ?? ctx.municipality.db;

async function deskTurn(ctx: Context, id: string) {
  const [turn] = await turnRows(ctx).where(eq(turns.matterId, id)).limit(1);
  if (turn === undefined || !readsBoard(ctx.actor, turn)) {
    throw new DomainError('rotas.not_found', refusals['rotas.not_found']);
  }
  return turn;
}

/**
 * One turn at the desk: who is there, who came (in order, at most 200 lines, never who it was), swaps, what happened
 * to it, and what the actor may do. Refuses: rotas.not_found for everybody but the site's host, the offices above and
 * auditors.
 */
export async function getTurn(ctx: Context, { id }: One) {
  const turn = await deskTurn(ctx, id);
  const [[named], visits, swaps, history] = await Promise.all([
    withNames(ctx, [turn]),
    visitsOf(ctx, id),
    swapsOf(ctx, id),
    listHistory(ctx, id),
  ]);
  return {
    ...named!,
    visits,
    swaps,
    history: history.map(({ seq, move, at, unitName, reason, actorKind }) => ({
      seq,
      move,
      at,
      unitName,
      reason,
      actorKind,
    })),
    may: movesOf(turn, ctx.actor, ctx.now()),
  };
}

async function visitsOf(ctx: Context, turnId: string) {
  return db(ctx)
    .select({
      id: receptions.id,
      at: receptions.at,
      about: receptions.about,
      said: receptions.said,
      issueId: receptions.issueId,
      issueNumber: matters.number,
    })
    .from(receptions)
    .leftJoin(matters, eq(matters.id, receptions.issueId))
    .where(eq(receptions.turnId, turnId))
    .orderBy(asc(receptions.at), asc(receptions.id))
    .limit(200);
}

async function swapsOf(ctx: Context, turnId: string) {
  const found = await db(ctx)
    .select({
      id: turnSwaps.id,
      state: turnSwaps.state,
      askerId: turnSwaps.askerId,
      askedId: turnSwaps.askedId,
      askedAt: turnSwaps.askedAt,
    })
    .from(turnSwaps)
    .where(eq(turnSwaps.turnId, turnId))
    .orderBy(desc(turnSwaps.askedAt), desc(turnSwaps.id))
    .limit(50);
  const names = await namesOf(
    ctx,
    found.flatMap(({ askerId, askedId }) => [askerId, askedId]),
  );
  return found.map(({ askerId, askedId, ...swap }) => ({
    ...swap,
    asker: names.get(askerId) ?? '',
    asked: names.get(askedId) ?? '',
  }));
}

/**
 * The members of a turn's rota in the order they were named, each with whether they are free at its time; whoever is
 * on it already is left out. Refuses: rotas.not_found.
 */
export async function candidates(ctx: Context, { id }: One) {
  const turn = await deskTurn(ctx, id);
  const rota = await db(ctx)
    .select({ memberId: rotaMembers.memberId, away: rotaMembers.away })
    .from(rotaMembers)
    .where(eq(rotaMembers.rotaId, turn.rotaId))
    .orderBy(asc(rotaMembers.orderNo))
    .limit(60);
  const others = rota.filter(({ memberId }) => memberId !== turn.memberId);
  const ids = others.map(({ memberId }) => memberId);
  if (ids.length === 0) return [];
  const time = { start: turn.startsAt, end: turn.endsAt };
  const [names, taken] = await Promise.all([namesOf(ctx, ids), takenTimes(ctx, ids, time)]);
  return others.map(({ memberId, away }) => ({
    memberId,
    name: names.get(memberId) ?? '',
    isFree: isFree({ away: away.map(daysOf), busy: taken.get(memberId) ?? [] }, time),
  }));
}

const daysOf = ({ from, until }: { from: string; until: string }) => ({
  from: Temporal.PlainDate.from(from),
  until: Temporal.PlainDate.from(until),
});
