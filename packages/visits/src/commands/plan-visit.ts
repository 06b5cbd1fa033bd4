import { civilDay, ensure, holds } from '@tongxin/core';
import { once, transact, type Context } from '@tongxin/db';
import { getDivision } from '@tongxin/divisions/queries';
import { advance, nextNumber, openMatter } from '@tongxin/matters/commands';
import { seriesNumber } from '@tongxin/matters/rules';
import { currentMemberships } from '@tongxin/members/queries';
import { findOfficeOf } from '@tongxin/organisations/queries';
import {
  isPlannable,
  mayVisit,
  officeCodeOf,
  recordBy,
  refusals,
  visitors as roles,
  visitWorkflow,
  type PlanVisit,
  type Reschedule,
  type WithReason,
} from '../rules/index.ts';
import { memberVisits } from '../schema.ts';
import { ensureImpersonal, refuse } from './refuse.ts';
import { write, type Inside } from './visit-row.ts';

/**
 * A committee plans to visit one of its members. Sent twice with the same key it plans once. Refuses:
 * visits.not_yours, member_unknown, day, personal_words; divisions.not_found; idempotency.other_content.
 */
export async function planVisit(ctx: Context, input: PlanVisit): Promise<{ id: string; number: string }> {
  ensureImpersonal(input.visitors);
  const { key, visitOn, ...rest } = input;
  const by = ctx.actor.kind === 'account' ? ctx.actor.accountId : null;
  const sent = { ...rest, visitOn: visitOn.toString(), by };
  return once(ctx, { key: `visits.plan:${key}`, input: sent }, (_tx, inside) => plan(inside, input));
}

async function plan(
  inside: Inside,
  { divisionCode, memberId, visitOn, visitors }: PlanVisit,
): Promise<{ id: string; number: string }> {
  const { tx } = inside;
  const place = await placeAt(inside, divisionCode);
  ensure(mayVisit(inside.actor, place, await currentMemberships(inside, [memberId])), refusals);
  if (!isPlannable(visitOn, inside.now())) refuse('visits.day');
  const kind = place.countyCode === null ? 'city_office' : 'county_office';
  const office = (await findOfficeOf(inside, kind, divisionCode)) ?? refuse('visits.not_yours');
  const year = civilDay(inside.now()).year;
  const organ = `F${divisionCode}`;
  const number = seriesNumber(organ, year, await nextNumber(tx, { organ, year, kind: 'member_visit' }));
  const { id } = await openMatter(tx, inside, visitWorkflow, {
    number,
    organisationId: office.id,
    ...place,
    townshipCode: null,
    villageCode: null,
    due: recordBy(visitOn),
    data: { memberId, visitOn: visitOn.toString() },
    grant: holds(inside.actor, roles, { divisionCodes: [officeCodeOf(place)] }),
  });
  await tx.insert(memberVisits).values({ matterId: id, memberId, ...place, visitOn, visitors });
  return { id, number };
}

/** The committee's place. Refuses: visits.not_yours. */
async function placeAt(inside: Inside, code: string) {
  const { level, cityCode, countyCode } = await getDivision(inside, code);
  if (cityCode !== inside.municipality.code || !['city', 'county'].includes(level))
    return refuse('visits.not_yours');
  return { cityCode, countyCode };
}

/** The visit takes place on another day. Locks it. Refuses: as advance; visits.day, personal_words. */
export async function rescheduleVisit(ctx: Context, { id, visitOn, reason }: Reschedule): Promise<void> {
  ensureImpersonal(reason);
  await transact(ctx, async (tx, inside) => {
    await advance(inside, visitWorkflow, {
      matterId: id,
      move: 'reschedule',
      reason,
      due: recordBy(visitOn),
      data: { visitOn: visitOn.toString() },
    });
    if (!isPlannable(visitOn, inside.now())) refuse('visits.day');
    await write(tx, id, { visitOn });
  });
}

/** Nobody goes. Locks the visit. Refuses: as advance; visits.personal_words. */
export async function cancelVisit(ctx: Context, { id, reason }: WithReason): Promise<void> {
  ensureImpersonal(reason);
  await advance(ctx, visitWorkflow, { matterId: id, move: 'cancel', reason });
}
