import type { Actor } from '@tongxin/core';
import type { Context } from '@tongxin/db';
import { matters } from '@tongxin/matters/schema';
import { platforms } from '@tongxin/platforms/schema';
import { eq } from 'drizzle-orm';
import { mayMoveTurn, turnWorkflow, type TurnMove } from '../rules/index.ts';
import { rotas, turns } from '../schema.ts';
import { namesOf } from './people.ts';

const db = (ctx: Context) => ctx.tx ?? ctx.municipality.db;

const columns = {
  id: turns.matterId,
  number: matters.number,
  state: matters.state,
  dueAt: matters.dueAt,
  rotaId: turns.rotaId,
  platformId: turns.platformId,
  site: platforms.name,
  organisationId: matters.organisationId,
  ownerUnitId: matters.ownerUnitId,
  handlerUnitId: matters.handlerUnitId,
  cityCode: turns.cityCode,
  countyCode: turns.countyCode,
  townshipCode: turns.townshipCode,
  villageCode: turns.villageCode,
  startsAt: turns.startsAt,
  endsAt: turns.endsAt,
  placeNo: turns.placeNo,
  memberId: turns.memberId,
  movedFrom: turns.movedFrom,
  publishedAt: rotas.publishedAt,
};

/** Turns with what the spine and their rota say of them; whoever calls narrows, orders and limits. */
export function turnRows(ctx: Context) {
  return db(ctx)
    .select(columns)
    .from(turns)
    .innerJoin(matters, eq(matters.id, turns.matterId))
    .innerJoin(rotas, eq(rotas.id, turns.rotaId))
    .innerJoin(platforms, eq(platforms.id, turns.platformId))
    .$dynamic();
}

export type TurnRow = Awaited<ReturnType<typeof turnRows>>[number];

/** The same turns with the names of who is there. */
export async function withNames<Row extends { memberId: string | null }>(ctx: Context, rows: readonly Row[]) {
  const names = await namesOf(
    ctx,
    rows.map(({ memberId }) => memberId),
  );
  return rows.map((row) => ({
    ...row,
    memberName: row.memberId === null ? null : (names.get(row.memberId) ?? null),
  }));
}

const moves = Object.keys(turnWorkflow.moves).filter((move) => move !== 'swap') as Exclude<
  TurnMove,
  'swap'
>[];

/** What the actor may do with a turn now, and why not: the same answer that the command would give. */
export function movesOf(row: TurnRow, actor: Actor, now: Temporal.Instant) {
  const facts = { ...row, doneBy: {} };
  return Object.fromEntries(moves.map((move) => [move, mayMoveTurn(facts, actor, move, now)])) as Record<
    (typeof moves)[number],
    ReturnType<typeof mayMoveTurn>
  >;
}
