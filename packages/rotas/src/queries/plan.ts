import { civilDay, DomainError, endOfDay, ensure, startOfDay } from '@tongxin/core';
import type { Context } from '@tongxin/db';
import { workCalendar } from '@tongxin/matters/queries';
import {
  generate,
  hasBegun,
  mayPlan,
  refusals,
  spreadOf,
  turnsAtMost,
  type PreviewRota,
  type Refusal,
} from '../rules/index.ts';
import { ensureServing, namesOf, takenTimes } from './people.ts';
import { siteOf } from './site.ts';

/** A named day may move by so many days when holidays follow one another. */
const movesAtMost = 14;

/**
 * The turns that a plan makes now, by time, each with who is there or nobody. Turns of today that have begun already
 * are left out. Refuses: rotas.site_not_yours, site_closed, in_the_past, member_unknown, no_day, too_many.
 */
export async function planTurns(ctx: Context, input: PreviewRota) {
  const site = await siteOf(ctx, input.platformId);
  ensure(mayPlan(ctx.actor, site), refusals);
  if (site.closedOn !== null) refuse('rotas.site_closed');
  if (Temporal.PlainDate.compare(input.from, civilDay(ctx.now())) < 0) refuse('rotas.in_the_past');
  const ids = input.people.map(({ memberId }) => memberId);
  await ensureServing(ctx, ids);
  const during = {
    start: startOfDay(input.from),
    end: endOfDay(input.until.add({ days: movesAtMost })),
  };
  const taken = await takenTimes(ctx, ids, during);
  const people = input.people.map(({ memberId, away }) => ({
    id: memberId,
    away,
    busy: taken.get(memberId) ?? [],
  }));
  const slots = generate(input, people, await workCalendar(ctx)).filter(
    ({ start }) => !hasBegun({ startsAt: start }, ctx.now()),
  );
  if (slots.length === 0) refuse('rotas.no_day');
  if (slots.length > turnsAtMost) refuse('rotas.too_many', { turns: slots.length });
  return { site, slots, people };
}

/**
 * What a rota would be before it is made: every turn with the name of who is there, how many each member gets in the
 * order in which they were named, and how many places stay empty. Changes nothing. Refuses as `planTurns`.
 */
export async function previewRota(ctx: Context, input: PreviewRota) {
  const { slots, people } = await planTurns(ctx, input);
  const names = await namesOf(
    ctx,
    people.map(({ id }) => id),
  );
  const spread = spreadOf(slots, people);
  return {
    turns: slots.map(({ start, end, movedFrom, placeNo, memberId }) => ({
      startsAt: start,
      endsAt: end,
      movedFrom,
      placeNo,
      memberId,
      memberName: memberId === null ? null : (names.get(memberId) ?? null),
    })),
    people: spread.people.map((one) => ({ ...one, name: names.get(one.memberId) ?? '' })),
    empty: spread.empty,
  };
}

function refuse(code: Refusal, facts: Record<string, unknown> = {}): never {
  throw new DomainError(code, refusals[code], facts);
}
