import { DomainError, holds, pageOf, type Actor } from '@tongxin/core';
import type { Context } from '@tongxin/db';
import { divisions } from '@tongxin/divisions/schema';
import { listHistory } from '@tongxin/matters/queries';
import { movesFor, placeOf, refusals as spine } from '@tongxin/matters/rules';
import { matters } from '@tongxin/matters/schema';
import { organisations } from '@tongxin/organisations/schema';
import { and, desc, eq, or, sql, type SQL } from 'drizzle-orm';
import { orderers, orderWorkflow, type ListOrders, type OneOrder } from '../rules/index.ts';
import { outreachOffers, villageOrders } from '../schema.ts';

const db = (ctx: Context) => ctx.tx ?? ctx.municipality.db;
const pageSize = 20;

const columns = {
  id: villageOrders.matterId,
  number: matters.number,
  state: matters.state,
  dueAt: matters.dueAt,
  closedAt: matters.closedAt,
  ownerRole: matters.ownerRole,
  askedAt: villageOrders.askedAt,
  asker: organisations.name,
  village: divisions.name,
  service: outreachOffers.service,
  title: outreachOffers.title,
  team: outreachOffers.team,
  wishedOn: villageOrders.wishedOn,
  comesOn: villageOrders.comesOn,
  people: villageOrders.people,
};
const more = {
  what: outreachOffers.what,
  expected: villageOrders.expected,
  words: villageOrders.words,
  servedOn: villageOrders.servedOn,
  servedWords: villageOrders.servedWords,
  organisationId: matters.organisationId,
  ownerUnitId: matters.ownerUnitId,
  handlerUnitId: matters.handlerUnitId,
  cityCode: matters.cityCode,
  countyCode: matters.countyCode,
  townshipCode: matters.townshipCode,
  villageCode: matters.villageCode,
};

/** Orders with what the spine says of them and what was ordered; whoever calls narrows, orders and limits. */
const orderRows = <More extends object>(ctx: Context, wanted: More) =>
  db(ctx)
    .select({ ...columns, ...wanted })
    .from(villageOrders)
    .innerJoin(matters, eq(matters.id, villageOrders.matterId))
    .innerJoin(organisations, eq(organisations.id, matters.organisationId))
    .innerJoin(outreachOffers, eq(outreachOffers.id, villageOrders.offerId))
    .innerJoin(divisions, eq(divisions.code, matters.villageCode));

/** Orders on the ground of the actor's offices; undefined when there is none. */
function onGroundOf(actor: Actor): SQL | undefined {
  if (actor.kind !== 'account') return undefined;
  const levels = { 4: villageOrders.cityCode, 6: villageOrders.countyCode, 9: villageOrders.townshipCode };
  const parts = actor.grants.flatMap(({ role, divisionCode, matterId }) => {
    if (!orderers.some((one) => one === role) || divisionCode === null || matterId !== null) return [];
    const column = levels[divisionCode.length as keyof typeof levels];
    return column === undefined ? [] : [eq(column, divisionCode)];
  });
  return parts.length === 0 ? undefined : or(...parts);
}

/**
 * Orders on the ground of the actor's offices, newest first, 20 a page: all of them, those in one state, those of one
 * service. Nobody else gets any.
 */
export async function listOrders(ctx: Context, { state, service, after }: ListOrders) {
  const ground = onGroundOf(ctx.actor);
  if (ground === undefined) return { rows: [], next: null };
  const found = await orderRows(ctx, {})
    .where(
      and(
        ground,
        state === undefined ? undefined : eq(matters.state, state),
        service === undefined ? undefined : eq(outreachOffers.service, service),
        after &&
          sql`(${villageOrders.askedAt}, ${villageOrders.matterId}) < (${after.at}::timestamptz, ${after.id}::uuid)`,
      ),
    )
    .orderBy(desc(villageOrders.askedAt), desc(villageOrders.matterId))
    .limit(pageSize + 1);
  return pageOf(found, pageSize, ({ askedAt, id }) => ({ at: askedAt.toString(), id }));
}

/**
 * One order for the offices of its ground: what the village wants, when somebody comes or why not, how many were served,
 * what happened, and what this actor may do. Refuses: matters.not_found.
 */
export async function getOrder(ctx: Context, { id }: OneOrder) {
  const [row] = await orderRows(ctx, more).where(eq(villageOrders.matterId, id)).limit(1);
  if (row === undefined || holds(ctx.actor, orderers, placeOf(row)) === undefined)
    throw new DomainError('matters.not_found', spine['matters.not_found']);
  const { organisationId: _o, ownerUnitId: _w, handlerUnitId: _h, villageCode: _v, ...shown } = row;
  const history = await listHistory(ctx, id);
  return {
    ...shown,
    /** Why nobody comes, where that is the answer. */
    reason: history.findLast(({ move }) => move === 'decline')?.reason ?? null,
    history,
    may: movesFor(orderWorkflow, { ...row, doneBy: {} }, ctx.actor),
  };
}
