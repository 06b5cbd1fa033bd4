import { civilDay, holds, type Grant } from '@tongxin/core';
import { once, transact, type Context, type Tx } from '@tongxin/db';
import { events } from '@tongxin/events/schema';
import { advance, lockMatter, nextNumber, openMatter } from '@tongxin/matters/commands';
import { officeOfLevel, placeOf, seriesNumber } from '@tongxin/matters/rules';
import { matters } from '@tongxin/matters/schema';
import { eq, max } from 'drizzle-orm';
import { dueOf, leadWorkflow, type EndLead, type FollowUp, type OpenLead } from '../rules/index.ts';
import { leadFollowUps, leads } from '../schema.ts';
import { ensureImpersonal, refuse } from './refuse.ts';

/**
 * Enters a lead that a kinship visit brought, once per key: a matter of the visit's level that waits for its organiser.
 * Refuses: outreach.not_kinship for any other event and for anybody else's; follow_up_day, personal_words;
 * idempotency.other_content.
 */
export async function openLead(ctx: Context, input: OpenLead): Promise<{ id: string; number: string }> {
  const { key, nextOn = null, ...rest } = input;
  ensureImpersonal(rest.organisation, rest.what, rest.contactPost);
  const by = ctx.actor.kind === 'account' ? ctx.actor.accountId : null;
  const sent = { ...rest, nextOn: nextOn?.toString() ?? null, by };
  return once(ctx, { key: `outreach.lead:${key}`, input: sent }, async (tx, inside) => {
    const { visit, grant } = await ownVisit(tx, inside, input.eventId);
    const today = civilDay(inside.now());
    ensureAhead(nextOn, today);
    const organ = `L${visit.townshipCode ?? visit.countyCode ?? visit.cityCode}`;
    const number = seriesNumber(
      organ,
      today.year,
      await nextNumber(tx, { organ, year: today.year, kind: 'lead' }),
    );
    const { organisationId, cityCode, countyCode, townshipCode } = visit;
    const { id } = await openMatter(tx, inside, leadWorkflow, {
      number,
      ...{ organisationId, cityCode, countyCode, townshipCode, villageCode: null },
      due: dueOf(today, nextOn),
      data: { eventId: input.eventId, subject: input.subject },
      grant,
    });
    const { eventId, subject, organisation, what, contactPost = null } = input;
    await tx
      .insert(leads)
      .values({ matterId: id, eventId, subject, organisation, what, contactPost, lastOn: today, nextOn });
    return { id, number };
  });
}

/** A kinship visit of the actor's own office that is announced or over. Refuses: outreach.not_kinship. */
async function ownVisit(tx: Tx, { actor }: Context, eventId: string) {
  const [visit] = await tx
    .select({
      id: matters.id,
      category: events.category,
      state: matters.state,
      organisationId: matters.organisationId,
      cityCode: matters.cityCode,
      countyCode: matters.countyCode,
      townshipCode: matters.townshipCode,
      villageCode: matters.villageCode,
    })
    .from(events)
    .innerJoin(matters, eq(matters.id, events.matterId))
    .where(eq(events.matterId, eventId))
    .limit(1);
  if (visit === undefined) return refuse('outreach.not_kinship');
  const grant: Grant | undefined = holds(actor, [officeOfLevel(visit)], placeOf(visit));
  const isOpen = ['published', 'ended', 'settled'].includes(visit.state);
  if (grant === undefined || visit.category !== 'kinship' || !isOpen) refuse('outreach.not_kinship');
  return { visit, grant };
}

function ensureAhead(nextOn: Temporal.PlainDate | null, today: Temporal.PlainDate): void {
  if (nextOn !== null && Temporal.PlainDate.compare(nextOn, today) < 0) refuse('outreach.follow_up_day');
}

/**
 * Writes down what was done about a lead and when it goes on; a day that is written down late does not take the clock
 * back. Locks the lead. Refuses: as advance; outreach.follow_up_day, personal_words.
 */
export async function followUp(ctx: Context, input: FollowUp): Promise<void> {
  const { id, on, what, nextOn = null } = input;
  ensureImpersonal(what);
  await transact(ctx, async (tx, inside) => {
    const today = civilDay(inside.now());
    if (Temporal.PlainDate.compare(on, today) > 0) refuse('outreach.follow_up_day');
    ensureAhead(nextOn, today);
    await lockMatter(tx, id);
    const [lead] = await tx
      .select({ lastOn: leads.lastOn })
      .from(leads)
      .where(eq(leads.matterId, id))
      .limit(1);
    const known = lead?.lastOn ?? on;
    const lastOn = Temporal.PlainDate.compare(on, known) > 0 ? on : known;
    const due = dueOf(lastOn, nextOn);
    await advance(inside, leadWorkflow, {
      matterId: id,
      move: 'follow_up',
      data: { on: on.toString() },
      due,
    });
    const [last] = await tx
      .select({ seq: max(leadFollowUps.seq) })
      .from(leadFollowUps)
      .where(eq(leadFollowUps.leadId, id));
    await tx
      .insert(leadFollowUps)
      .values({ leadId: id, seq: (last?.seq ?? 0) + 1, onDay: on, what, nextOn, at: inside.now() });
    await tx.update(leads).set({ lastOn, nextOn }).where(eq(leads.matterId, id));
  });
}

/** Something came of it. Locks the lead. Refuses: as advance; outreach.personal_words. */
export async function landLead(ctx: Context, { id, reason }: EndLead): Promise<void> {
  ensureImpersonal(reason);
  await advance(ctx, leadWorkflow, { matterId: id, move: 'land', reason });
}

/** Gives it up, and says why. Locks the lead. Refuses: as advance; outreach.personal_words. */
export async function dropLead(ctx: Context, { id, reason }: EndLead): Promise<void> {
  ensureImpersonal(reason);
  await advance(ctx, leadWorkflow, { matterId: id, move: 'drop', reason });
}
