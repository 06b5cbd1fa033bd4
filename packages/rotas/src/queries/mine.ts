import { pageOf } from '@tongxin/core';
import type { Context } from '@tongxin/db';
import { findMemberByAccount } from '@tongxin/members/queries';
import { and, asc, desc, eq, gt, inArray, isNotNull, ne, or } from 'drizzle-orm';
import { matters } from '@tongxin/matters/schema';
import type { ListMine } from '../rules/index.ts';
import { rotaMembers, rotas, turns, turnSwaps } from '../schema.ts';
import { cursorOf, orderOf, timeOf } from './list-turns.ts';
import { namesOf } from './people.ts';
import { turnRows, type TurnRow } from './turn-rows.ts';

const db = (ctx: Context) => ctx.tx ?? ctx.municipality.db;
const pageSize = 20;

/** The member who signs in with the actor's account, or null. */
export async function memberOf(ctx: Context) {
  return ctx.actor.kind === 'account' ? findMemberByAccount(ctx, ctx.actor.accountId) : null;
}

const shown = ({ id, number, state, platformId, site, startsAt, endsAt, movedFrom }: TurnRow) => ({
  id,
  number,
  state,
  platformId,
  site,
  startsAt,
  endsAt,
  movedFrom,
});

/** The member's own turns of published rotas: those that go on or are to come by time, or those that are over, newest first; 20 a page. */
export async function myTurns(ctx: Context, { when, after }: ListMine) {
  const me = await memberOf(ctx);
  if (me === null) return { rows: [], next: null };
  const found = await turnRows(ctx)
    .where(
      and(
        eq(turns.memberId, me.id),
        isNotNull(rotas.publishedAt),
        ne(matters.state, 'cancelled'),
        ...timeOf(ctx, when, after),
      ),
    )
    .orderBy(...orderOf(when))
    .limit(pageSize + 1);
  const page = pageOf(found, pageSize, cursorOf);
  return { ...page, rows: page.rows.map(shown) };
}

/**
 * Questions about swaps that the member asked or was asked: open ones first, then those that are settled while the turn
 * is still to come, the newest first; at most 50.
 */
export async function mySwaps(ctx: Context) {
  const me = await memberOf(ctx);
  if (me === null) return [];
  const found = await db(ctx)
    .select({
      id: turnSwaps.id,
      state: turnSwaps.state,
      turnId: turnSwaps.turnId,
      inReturnId: turnSwaps.inReturnId,
      askerId: turnSwaps.askerId,
      askedId: turnSwaps.askedId,
      askedAt: turnSwaps.askedAt,
    })
    .from(turnSwaps)
    .innerJoin(turns, eq(turns.matterId, turnSwaps.turnId))
    .where(
      and(
        or(eq(turnSwaps.askerId, me.id), eq(turnSwaps.askedId, me.id)),
        or(eq(turnSwaps.state, 'asked'), gt(turns.startsAt, ctx.now())),
      ),
    )
    .orderBy(desc(eq(turnSwaps.state, 'asked')), desc(turnSwaps.askedAt), desc(turnSwaps.id))
    .limit(50);
  const ids = found.flatMap(({ turnId, inReturnId }) =>
    inReturnId === null ? [turnId] : [turnId, inReturnId],
  );
  const about = ids.length === 0 ? [] : await turnRows(ctx).where(inArray(turns.matterId, ids)).limit(100);
  const byId = new Map(about.map((row) => [row.id, shown(row)]));
  const names = await namesOf(
    ctx,
    found.flatMap(({ askerId, askedId }) => [askerId, askedId]),
  );
  return found.map(({ turnId, inReturnId, askerId, askedId, ...swap }) => ({
    ...swap,
    /** Whether the answer is the member's to give. */
    isForMe: askedId === me.id,
    asker: names.get(askerId) ?? '',
    asked: names.get(askedId) ?? '',
    turn: byId.get(turnId)!,
    inReturn: inReturnId === null ? null : byId.get(inReturnId)!,
  }));
}

/**
 * With whom the member can swap one of their own turns: the others of the rota by the order they were named in, each
 * with their own turns at the same site that are still to come (at most five). Empty for a turn that is not theirs.
 */
export async function swapPartners(ctx: Context, { id }: { id: string }) {
  const me = await memberOf(ctx);
  const [mine] = me === null ? [] : await turnRows(ctx).where(eq(turns.matterId, id)).limit(1);
  if (me === null || mine === undefined || mine.memberId !== me.id || mine.publishedAt === null) return [];
  const others = await db(ctx)
    .select({ memberId: rotaMembers.memberId })
    .from(rotaMembers)
    .where(and(eq(rotaMembers.rotaId, mine.rotaId), ne(rotaMembers.memberId, me.id)))
    .orderBy(asc(rotaMembers.orderNo))
    .limit(60);
  const ids = others.map(({ memberId }) => memberId);
  if (ids.length === 0) return [];
  const theirs = await turnRows(ctx)
    .where(
      and(
        eq(turns.platformId, mine.platformId),
        inArray(turns.memberId, ids),
        eq(matters.state, 'staffed'),
        isNotNull(rotas.publishedAt),
        gt(turns.startsAt, ctx.now()),
      ),
    )
    .orderBy(asc(turns.startsAt), asc(turns.matterId))
    .limit(300);
  const names = await namesOf(ctx, ids);
  return ids.map((memberId) => ({
    memberId,
    name: names.get(memberId) ?? '',
    turns: theirs
      .filter((turn) => turn.memberId === memberId)
      .slice(0, 5)
      .map(shown),
  }));
}
