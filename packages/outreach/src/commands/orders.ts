import { civilDay, holds } from '@tongxin/core';
import { once, promise, transact, type Context, type Tx } from '@tongxin/db';
import { getDivision } from '@tongxin/divisions/queries';
import { advance, lockMatter, nextNumber, notFound, openMatter } from '@tongxin/matters/commands';
import { ownerUnit } from '@tongxin/matters/queries';
import { seriesNumber } from '@tongxin/matters/rules';
import { findOfficeOf } from '@tongxin/organisations/queries';
import { and, eq, isNull, or } from 'drizzle-orm';
import {
  canHaveServed,
  countBy,
  isComingDay,
  orderWorkflow,
  type ChangeDate,
  type DateOrder,
  type EndOrder,
  type OneOrder,
  type PlaceOrder,
  type ServeOrder,
} from '../rules/index.ts';
import { outreachOffers, villageOrders } from '../schema.ts';
import { ensureImpersonal, refuse } from './refuse.ts';

type Inside = Context & { tx: Tx };

/**
 * A township orders something of the menu for one of its villages; the county's office hears of it and answers. Sent
 * twice with the same key it orders once. Refuses: outreach.not_yours, not_offered, coming_day, personal_words;
 * divisions.not_found; idempotency.other_content.
 */
export async function placeOrder(ctx: Context, input: PlaceOrder): Promise<{ id: string; number: string }> {
  ensureImpersonal(input.words);
  const { key, wishedOn, ...rest } = input;
  const by = ctx.actor.kind === 'account' ? ctx.actor.accountId : null;
  const sent = { ...rest, wishedOn: wishedOn.toString(), by };
  return once(ctx, { key: `outreach.order:${key}`, input: sent }, (_tx, inside) => order(inside, input));
}

async function order(inside: Inside, input: PlaceOrder): Promise<{ id: string; number: string }> {
  const { tx } = inside;
  const { offerId, divisionCode, wishedOn, expected, words = null } = input;
  const { levels, organisationId } = await villageOf(inside, divisionCode);
  if (!isComingDay(wishedOn, inside.now())) refuse('outreach.coming_day');
  await ensureOffered(inside, offerId, levels);
  const year = civilDay(inside.now()).year;
  const organ = `S${levels.townshipCode}`;
  const number = seriesNumber(organ, year, await nextNumber(tx, { organ, year, kind: 'village_order' }));
  const { id } = await openMatter(tx, inside, orderWorkflow, {
    ...{ number, organisationId, ...levels, villageCode: divisionCode },
    data: { offerId, wishedOn: wishedOn.toString(), expected },
    grant: holds(inside.actor, ['host'], { divisionCodes: [levels.townshipCode] }),
  });
  const said = { offerId, askedAt: inside.now(), wishedOn, expected, words };
  await tx.insert(villageOrders).values({ matterId: id, ...levels, ...said });
  await tellOffice(inside, id, { ...levels, organisationId });
  return { id, number };
}

type Levels = { cityCode: string; countyCode: string; townshipCode: string };

/** The village's levels and the township's own group. Refuses: outreach.not_yours. */
async function villageOf(inside: Inside, code: string): Promise<{ levels: Levels; organisationId: string }> {
  const { level, cityCode, countyCode, townshipCode } = await getDivision(inside, code);
  if (cityCode === null || countyCode === null || townshipCode === null) return refuse('outreach.not_yours');
  const isHost =
    inside.actor.kind === 'system' ||
    holds(inside.actor, ['host'], { divisionCodes: [townshipCode] }) !== undefined;
  if (cityCode !== inside.municipality.code || level !== 'village' || !isHost) refuse('outreach.not_yours');
  const office = await findOfficeOf(inside, 'township_group', townshipCode);
  return {
    levels: { cityCode, countyCode, townshipCode },
    organisationId: office?.id ?? refuse('outreach.not_yours'),
  };
}

/** What the city or the village's county still offers. Refuses: outreach.not_offered. */
async function ensureOffered({ tx }: Inside, offerId: string, levels: Levels): Promise<void> {
  const [offer] = await tx
    .select({ id: outreachOffers.id })
    .from(outreachOffers)
    .where(
      and(
        eq(outreachOffers.id, offerId),
        isNull(outreachOffers.endedAt),
        eq(outreachOffers.cityCode, levels.cityCode),
        or(isNull(outreachOffers.countyCode), eq(outreachOffers.countyCode, levels.countyCode)),
      ),
    )
    .limit(1)
    .for('share');
  if (offer === undefined) refuse('outreach.not_offered');
}

/** Opening tells nobody by itself; here the answer is somebody else's than the one who opens. */
async function tellOffice(inside: Inside, matterId: string, where: Levels & { organisationId: string }) {
  if (inside.retelling) return;
  const unitId = await ownerUnit(inside, 'county_office', { ...where, handlerUnitId: null });
  await promise(inside.tx, { task: 'notice', payload: { event: 'turn', matterId, unitId } });
}

/** The village gets its day. Locks the order. Refuses: as advance; outreach.coming_day. */
export async function dateOrder(ctx: Context, { id, comesOn }: DateOrder): Promise<void> {
  await setDay(ctx, { id, comesOn }, 'date');
}

/** The team comes on another day. Locks the order. Refuses: as advance; outreach.coming_day, personal_words. */
export async function changeDate(ctx: Context, { id, comesOn, reason }: ChangeDate): Promise<void> {
  ensureImpersonal(reason);
  await setDay(ctx, { id, comesOn, reason }, 'change_date');
}

async function setDay(
  ctx: Context,
  { id, comesOn, reason }: DateOrder & { reason?: string },
  move: 'date' | 'change_date',
): Promise<void> {
  await transact(ctx, async (tx, inside) => {
    const data = { comesOn: comesOn.toString() };
    await advance(inside, orderWorkflow, { matterId: id, move, reason, due: countBy(comesOn), data });
    if (!isComingDay(comesOn, inside.now())) refuse('outreach.coming_day');
    await tx.update(villageOrders).set({ comesOn }).where(eq(villageOrders.matterId, id));
  });
}

/** Nobody can come, and the village learns why. Locks the order. Refuses: as advance; outreach.personal_words. */
export async function declineOrder(ctx: Context, { id, reason }: EndOrder): Promise<void> {
  ensureImpersonal(reason);
  await transact(ctx, async (tx, inside) => {
    await advance(inside, orderWorkflow, { matterId: id, move: 'decline', reason });
    await tx.update(villageOrders).set({ comesOn: null }).where(eq(villageOrders.matterId, id));
  });
}

/** The township has told the village why nobody comes. Locks the order. Refuses: as advance. */
export async function tellDeclined(ctx: Context, { id }: OneOrder): Promise<void> {
  await advance(ctx, orderWorkflow, { matterId: id, move: 'tell' });
}

/**
 * Writes down how many people were served, and never who. Locks the order.
 * Refuses: as advance; outreach.served_day, personal_words.
 */
export async function serveOrder(ctx: Context, { id, servedOn, people, words }: ServeOrder): Promise<void> {
  ensureImpersonal(words);
  await transact(ctx, async (tx, inside) => {
    await lockMatter(tx, id);
    const [row] = await tx
      .select({ askedAt: villageOrders.askedAt })
      .from(villageOrders)
      .where(eq(villageOrders.matterId, id))
      .limit(1);
    if (row === undefined) throw notFound();
    const data = { servedOn: servedOn.toString(), people };
    await advance(inside, orderWorkflow, { matterId: id, move: 'serve', data });
    if (!canHaveServed(servedOn, { askedAt: row.askedAt, now: inside.now() })) refuse('outreach.served_day');
    await tx
      .update(villageOrders)
      .set({ servedOn, people, servedWords: words ?? null })
      .where(eq(villageOrders.matterId, id));
  });
}

/** The village no longer wants it. Locks the order. Refuses: as advance; outreach.personal_words. */
export async function callOffOrder(ctx: Context, { id, reason }: EndOrder): Promise<void> {
  ensureImpersonal(reason);
  await advance(ctx, orderWorkflow, { matterId: id, move: 'call_off', reason });
}
