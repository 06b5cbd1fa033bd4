import { civilDay, DomainError, holds, newId, type Grant } from '@tongxin/core';
import { once, transact, type Context, type Tx } from '@tongxin/db';
import { book } from '@tongxin/events/commands';
import { advance, nextNumber, openMatter } from '@tongxin/matters/commands';
import { seriesNumber } from '@tongxin/matters/rules';
import { recordAtSite } from '@tongxin/platforms/commands';
import { platforms } from '@tongxin/platforms/schema';
import { asc, eq } from 'drizzle-orm';
import { planTurns } from '../queries/plan.ts';
import {
  groundOf,
  hasBegun,
  logBy,
  mayPlan,
  planners,
  turnWorkflow,
  type MakeRota,
  type One,
  type Slot,
  type WithReason,
} from '../rules/index.ts';
import { rotaMembers, rotas, turns } from '../schema.ts';
import { cancelIn } from './change-turn.ts';
import { ensureImpersonal, refuse } from './refuse.ts';
import type { Inside } from './turn-row.ts';

export type MadeRota = { id: string; turns: number; empty: number };

type Site = Awaited<ReturnType<typeof planTurns>>['site'];

/**
 * Makes a rota and its turns as `previewRota` shows them. Each member is taken for their turns; where something
 * else took one in the same moment, the place stays empty. Nothing is public yet. Sent twice with the same key
 * it makes one rota. Locks the site, shared. Refuses: as previewRota; idempotency.other_content.
 */
export async function makeRota(ctx: Context, input: MakeRota): Promise<MadeRota> {
  const { key, ...plan } = input;
  const by = ctx.actor.kind === 'account' ? ctx.actor.accountId : ctx.actor.kind;
  const sent = { key: `rotas.make:${key}`, input: { ...writtenPlan(plan), by } };
  return once(ctx, sent, async (tx, inside) => {
    await keepOpen(inside, plan.platformId);
    const { site, slots } = await planTurns(inside, plan);
    const grant = holds(inside.actor, planners, { divisionCodes: groundOf(site) });
    const id = newId<'rota'>();
    await insertRota(tx, inside, { id, site, plan });
    await recordAtSite(inside, {
      platformId: site.id,
      action: 'rota_made',
      facts: { rotaId: id, ...spanOf(plan), turns: slots.length },
    });
    const opened = await openTurns(tx, inside, { rotaId: id, site, slots, grant });
    const staffed = await staffAll(inside, opened);
    return { id, turns: slots.length, empty: slots.length - staffed };
  });
}

/** Whoever closes the site waits until its turns are there, and then sees them. */
async function keepOpen({ tx }: Inside, platformId: string): Promise<void> {
  await tx
    .select({ id: platforms.id })
    .from(platforms)
    .where(eq(platforms.id, platformId))
    .limit(1)
    .for('share');
}

/** As it travels, so that the same form is known again. */
function writtenPlan({ from, until, startTime, endTime, people, ...rest }: Omit<MakeRota, 'key'>) {
  return {
    ...rest,
    from: from.toString(),
    until: until.toString(),
    startTime: clockText(startTime),
    endTime: clockText(endTime),
    people: people.map(({ memberId, away }) => ({ memberId, away: writtenDays(away) })),
  };
}

const spanOf = ({ from, until }: Pick<Omit<MakeRota, 'key'>, 'from' | 'until'>) => ({
  from: from.toString(),
  until: until.toString(),
});
const clockText = (time: Temporal.PlainTime) => time.toString({ smallestUnit: 'minute' });
const writtenDays = (away: MakeRota['people'][number]['away']) =>
  away.map(({ from, until }) => ({ from: from.toString(), until: until.toString() }));

async function insertRota(
  tx: Tx,
  ctx: Context,
  { id, site, plan }: { id: string; site: Site; plan: Omit<MakeRota, 'key'> },
): Promise<void> {
  const { cityCode, countyCode, townshipCode, villageCode, organisationId } = site;
  await tx.insert(rotas).values({
    id,
    platformId: site.id,
    organisationId,
    ...{ cityCode, countyCode, townshipCode, villageCode },
    pattern: plan.pattern,
    onHoliday: plan.onHoliday,
    fromOn: plan.from,
    untilOn: plan.until,
    startTime: clockText(plan.startTime),
    endTime: clockText(plan.endTime),
    perTurn: plan.perTurn,
    madeAt: ctx.now(),
  });
  await tx.insert(rotaMembers).values(
    plan.people.map(({ memberId, away }, orderNo) => ({
      rotaId: id,
      memberId,
      orderNo,
      away: writtenDays(away),
    })),
  );
}

type NewTurns = { rotaId: string; site: Site; slots: readonly Slot[]; grant: Grant | undefined };
type Opened = Slot & { id: string };

async function openTurns(tx: Tx, ctx: Context, { rotaId, site, slots, grant }: NewTurns): Promise<Opened[]> {
  const { cityCode, countyCode, townshipCode, villageCode, organisationId } = site;
  const levels = { cityCode, countyCode, townshipCode, villageCode };
  const organ = countyCode ?? cityCode;
  const year = civilDay(ctx.now()).year;
  const opened: Opened[] = [];
  for (const slot of slots) {
    const { start, end, placeNo, movedFrom } = slot;
    const count = await nextNumber(tx, { organ, year, kind: 'turn' });
    const id = newId<'matter'>();
    const turn = { rotaId, platformId: site.id, startsAt: start, endsAt: end, placeNo, movedFrom };
    await openMatter(tx, ctx, turnWorkflow, {
      id,
      number: seriesNumber(`D${organ}`, year, count),
      organisationId,
      ...levels,
      due: logBy(end),
      data: { rotaId, platformId: site.id, startsAt: start.toString(), endsAt: end.toString() },
      grant,
    });
    await tx.insert(turns).values({ matterId: id, ...levels, ...turn });
    opened.push({ ...slot, id });
  }
  return opened;
}

/**
 * Takes the members for their turns, member by member and in the order of time, as everybody does who takes several:
 * so two rotas never wait for each other in a ring. Returns how many could be taken.
 */
async function staffAll(inside: Inside, opened: readonly Opened[]): Promise<number> {
  const staffed = opened
    .flatMap(({ memberId, ...turn }) => (memberId === null ? [] : [{ ...turn, memberId }]))
    .toSorted((a, b) =>
      a.memberId === b.memberId
        ? Temporal.Instant.compare(a.start, b.start)
        : a.memberId < b.memberId
          ? -1
          : 1,
    );
  let taken = 0;
  for (const { id, memberId, start, end } of staffed) {
    if (!(await couldTake(inside, { id, memberId, start, end }))) continue;
    await advance(inside, turnWorkflow, { matterId: id, move: 'staff', due: logBy(end), data: { memberId } });
    await inside.tx.update(turns).set({ memberId }).where(eq(turns.matterId, id));
    taken += 1;
  }
  return taken;
}

/** Whether the member could be taken for the turn; somebody else's booking may have come in between. */
async function couldTake(
  inside: Inside,
  {
    id,
    memberId,
    start,
    end,
  }: { id: string; memberId: string; start: Temporal.Instant; end: Temporal.Instant },
): Promise<boolean> {
  try {
    await book(inside, {
      matterId: id,
      during: { start, end },
      resources: [{ kind: 'member', id: memberId }],
    });
    return true;
  } catch (error) {
    if (error instanceof DomainError && error.code === 'events.taken') return false;
    throw error;
  }
}

async function lockRota(inside: Inside, id: string) {
  const [rota] = await inside.tx
    .select({
      id: rotas.id,
      cityCode: rotas.cityCode,
      countyCode: rotas.countyCode,
      townshipCode: rotas.townshipCode,
      villageCode: rotas.villageCode,
      publishedAt: rotas.publishedAt,
      platformId: rotas.platformId,
      from: rotas.fromOn,
      until: rotas.untilOn,
    })
    .from(rotas)
    .where(eq(rotas.id, id))
    .limit(1)
    .for('update');
  if (rota === undefined || !mayPlan(inside.actor, rota).allowed) refuse('rotas.not_found');
  return rota;
}

/**
 * Makes a rota public: from now on everybody can read who is at the site when, and its members can swap. The site's
 * history says who made it public.
 * Locks the rota. Refuses: rotas.not_found (also outside the actor's ground), rotas.published.
 */
export async function publishRota(ctx: Context, { id }: One): Promise<void> {
  await transact(ctx, async (tx, inside) => {
    const rota = await lockRota(inside, id);
    if (rota.publishedAt !== null) refuse('rotas.published');
    await tx.update(rotas).set({ publishedAt: inside.now() }).where(eq(rotas.id, id));
    const facts = { rotaId: id, ...spanOf(rota) };
    await recordAtSite(inside, { platformId: rota.platformId, action: 'rota_published', facts });
  });
}

/**
 * Cancels every turn of a rota that has not begun; its members are free again. Turns that took place stay. Returns how
 * many were cancelled. Locks the rota. Refuses: rotas.not_found, rotas.personal_words.
 */
export async function endRota(ctx: Context, { id, reason }: WithReason): Promise<{ cancelled: number }> {
  ensureImpersonal(reason);
  return transact(ctx, async (tx, inside) => {
    const rota = await lockRota(inside, id);
    const rows = await tx
      .select({ id: turns.matterId, startsAt: turns.startsAt })
      .from(turns)
      .where(eq(turns.rotaId, id))
      .orderBy(asc(turns.matterId))
      .limit(1000);
    let cancelled = 0;
    for (const turn of rows.filter((one) => !hasBegun(one, inside.now()))) {
      if (await cancelIn(inside, { id: turn.id, reason })) cancelled += 1;
    }
    const facts = { rotaId: id, ...spanOf(rota), cancelled };
    await recordAtSite(inside, { platformId: rota.platformId, action: 'rota_ended', reason, facts });
    return { cancelled };
  });
}
