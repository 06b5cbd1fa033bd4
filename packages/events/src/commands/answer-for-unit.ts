import { ensure } from '@tongxin/core';
import { transact, type Context } from '@tongxin/db';
import { matters } from '@tongxin/matters/schema';
import { organisations } from '@tongxin/organisations/schema';
import { and, eq } from 'drizzle-orm';
import { answersFor, mayAnswerForUnit, refusals, type AnswerForUnit } from '../rules/index.ts';
import { eventInvitees } from '../schema/index.ts';
import { lockRow, type Inside } from './event-row.ts';
import { givePlaceBack, takePlace } from './places.ts';
import { refuse } from './refuse.ts';

/**
 * Says whether somebody of a unit comes that was asked to; coming takes one place. Like a member's answer it is no step
 * of the event. Saying it twice changes nothing. Locks the event's row.
 * Refuses: events.not_found, answers_closed, full.
 */
export async function answerForUnit(
  ctx: Context,
  { id, organisationId, answer }: AnswerForUnit,
): Promise<void> {
  await transact(ctx, async (tx, inside) => {
    const event = await lockRow(tx, id);
    const asked = await askedUnit(inside, id, organisationId);
    // A draft does not exist for whoever is asked.
    if (asked === undefined || asked.state === 'draft' || !answersFor(inside.actor, asked))
      return refuse('events.not_found');
    ensure(mayAnswerForUnit({ ...event, state: asked.state }, inside.now()), refusals);
    if (asked.answer === answer) return;
    if (answer === 'coming') await takePlace(inside, id);
    else if (asked.answer === 'coming') await givePlaceBack(inside, id);
    await tx
      .update(eventInvitees)
      .set({ answer, answeredAt: inside.now() })
      .where(and(eq(eventInvitees.eventId, id), eq(eventInvitees.inviteeId, organisationId)));
  });
}

async function askedUnit({ tx }: Inside, eventId: string, organisationId: string) {
  const [row] = await tx
    .select({
      id: organisations.id,
      kind: organisations.kind,
      divisionCode: organisations.divisionCode,
      answer: eventInvitees.answer,
      state: matters.state,
    })
    .from(eventInvitees)
    .innerJoin(organisations, eq(organisations.id, eventInvitees.organisationId))
    .innerJoin(matters, eq(matters.id, eventInvitees.eventId))
    .where(and(eq(eventInvitees.eventId, eventId), eq(eventInvitees.inviteeId, organisationId)))
    .limit(1);
  return row;
}
