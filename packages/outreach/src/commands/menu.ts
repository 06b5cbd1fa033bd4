import { holds, newId } from '@tongxin/core';
import { once, transact, violated, type Context } from '@tongxin/db';
import { getDivision } from '@tongxin/divisions/queries';
import { findOfficeOf } from '@tongxin/organisations/queries';
import { organisations } from '@tongxin/organisations/schema';
import { and, count, eq, isNull } from 'drizzle-orm';
import { isOfCommittee, offersAtMost, type AddOffer, type OneOffer } from '../rules/index.ts';
import { outreachOffers } from '../schema.ts';
import { ensureImpersonal, refuse } from './refuse.ts';

const accountOf = ({ actor }: Context) => (actor.kind === 'account' ? actor.accountId : null);

/**
 * Puts something on a committee's menu, which every township below sees at once. Sent twice with the same key it is
 * there once. Refuses: outreach.not_yours, offer_exists, menu_full, personal_words; divisions.not_found;
 * idempotency.other_content. Locks the office.
 */
export async function addOffer(ctx: Context, { key, ...input }: AddOffer): Promise<{ id: string }> {
  const { divisionCode, service, title, what, team } = input;
  ensureImpersonal(title, what, team);
  const sent = { ...input, by: accountOf(ctx) };
  const work = once(ctx, { key: `outreach.offer:${key}`, input: sent }, async (tx, inside) => {
    const { level, cityCode, countyCode } = await getDivision(inside, divisionCode);
    const isOwn = cityCode === inside.municipality.code && ['city', 'county'].includes(level);
    if (cityCode === null || !isOwn || !isOfCommittee(inside.actor, { cityCode, countyCode }))
      return refuse('outreach.not_yours');
    const kind = countyCode === null ? 'city_office' : 'county_office';
    const office = (await findOfficeOf(inside, kind, divisionCode)) ?? refuse('outreach.not_yours');
    // One after the other for one menu, so that two at the same moment do not both find room.
    await tx
      .select({ id: organisations.id })
      .from(organisations)
      .where(eq(organisations.id, office.id))
      .for('no key update');
    const [standing] = await tx
      .select({ offers: count() })
      .from(outreachOffers)
      .where(and(eq(outreachOffers.organisationId, office.id), isNull(outreachOffers.endedAt)));
    if ((standing?.offers ?? 0) >= offersAtMost) refuse('outreach.menu_full');
    const id = newId<'offer'>();
    await tx.insert(outreachOffers).values({
      ...{ id, organisationId: office.id, cityCode, countyCode, service, title, what, team },
      addedAt: inside.now(),
      addedBy: accountOf(inside),
    });
    return { id };
  });
  try {
    return await work;
  } catch (error) {
    if (violated(error) === 'outreach_offers_organisation_id_title_key')
      return refuse('outreach.offer_exists');
    throw error;
  }
}

/** Takes it off the menu; what was ordered of it goes on. Refuses: outreach.offer_unknown, not_yours. */
export async function endOffer(ctx: Context, { id }: OneOffer): Promise<void> {
  await transact(ctx, async (tx, inside) => {
    const [offer] = await tx
      .select({ cityCode: outreachOffers.cityCode, countyCode: outreachOffers.countyCode })
      .from(outreachOffers)
      .where(and(eq(outreachOffers.id, id), isNull(outreachOffers.endedAt)))
      .limit(1)
      .for('update');
    if (offer === undefined) return refuse('outreach.offer_unknown');
    if (!isOfCommittee(inside.actor, offer)) {
      // A county's menu does not exist for other counties; the city's is known to all of them.
      const { cityCode, countyCode } = offer;
      const isAbove = holds(inside.actor, ['city_office'], { divisionCodes: [cityCode] }) !== undefined;
      refuse(countyCode === null || isAbove ? 'outreach.not_yours' : 'outreach.offer_unknown');
    }
    await tx
      .update(outreachOffers)
      .set({ endedAt: inside.now(), endedBy: accountOf(inside) })
      .where(eq(outreachOffers.id, id));
  });
}
