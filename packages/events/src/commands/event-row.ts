import { ensure, type AccountActor } from '@tongxin/core';
import type { Context, Tx } from '@tongxin/db';
import { isVisible, lockMatter, notFound } from '@tongxin/matters/commands';
import { matters } from '@tongxin/matters/schema';
import { mayMove, refusals as spine, type Workflow } from '@tongxin/matters/rules';
import { findMemberByAccount } from '@tongxin/members/queries';
import { and, eq } from 'drizzle-orm';
import { eventWorkflow, type Asked } from '../rules/index.ts';
import { eventInvitees, events } from '../schema/index.ts';
import { refuse } from './refuse.ts';

export type Inside = Context & { tx: Tx };

const columns = {
  id: events.matterId,
  category: events.category,
  title: events.title,
  summary: events.summary,
  speaker: events.speaker,
  platformId: events.platformId,
  placeWords: events.placeWords,
  mode: events.mode,
  startsAt: events.startsAt,
  endsAt: events.endsAt,
  answerBy: events.answerBy,
  mustAttend: events.mustAttend,
  signUp: events.signUp,
  capacity: events.capacity,
  placesTaken: events.placesTaken,
  parentEventId: events.parentEventId,
  cityCode: events.cityCode,
  countyCode: events.countyCode,
  townshipCode: events.townshipCode,
};

export type EventRow = Awaited<ReturnType<typeof lockRow>>;

/** The event's own row, locked until the transaction ends. Refuses: events.not_found. */
export async function lockRow(tx: Tx, id: string) {
  const [row] = await tx.select(columns).from(events).where(eq(events.matterId, id)).limit(1).for('update');
  return row ?? refuse('events.not_found');
}

/**
 * An event for whoever organises it: matter and row locked, and this move theirs to make now.
 * Refuses: matters.not_found, matters.not_now, matters.not_yours.
 */
export async function lockForMove(inside: Inside, id: string, move: keyof typeof eventWorkflow.moves) {
  const matter = await lockMatter(inside.tx, id);
  if (matter.kind !== 'event' || !isVisible(matter, inside.actor)) throw notFound();
  ensure(mayMove(eventWorkflow as Workflow, { ...matter, doneBy: {} }, inside.actor, move), spine);
  const row = await lockRow(inside.tx, id);
  return { ...row, state: matter.state, organisationId: matter.organisationId, matter };
}

export type LockedEvent = Awaited<ReturnType<typeof lockForMove>>;

/** The member who signs in with the asking account. Refuses: events.not_member. */
export async function memberOf(ctx: Context): Promise<{ id: string; accountId: string }> {
  const { actor } = ctx;
  const found = actor.kind === 'account' ? await findMemberByAccount(ctx, actor.accountId) : null;
  if (found === null) return refuse('events.not_member');
  return { id: found.id, accountId: (actor as AccountActor).accountId };
}

/**
 * An event and what this member was asked, for deciding on their answer: the event's row is locked, so answers come one
 * after the other and a cancellation is never overlooked. Refuses: events.not_found.
 */
export async function lockForAnswer(inside: Inside, id: string, memberId: string) {
  const row = await lockRow(inside.tx, id);
  const [matter] = await inside.tx
    .select({ state: matters.state })
    .from(matters)
    .where(eq(matters.id, id))
    .limit(1);
  const [invitation] = await inside.tx
    .select({ answer: eventInvitees.answer, leavesAsked: eventInvitees.leavesAsked })
    .from(eventInvitees)
    .where(and(eq(eventInvitees.eventId, id), eq(eventInvitees.memberId, memberId)))
    .limit(1);
  // A draft does not exist for members.
  if (matter === undefined || matter.state === 'draft') refuse('events.not_found');
  return { ...row, state: matter.state, invitation: invitation ?? null } satisfies Asked & EventRow;
}

/** The division whose office decides about this event. */
export function officeCodeOf({
  cityCode,
  countyCode,
  townshipCode,
}: Pick<EventRow, 'cityCode' | 'countyCode' | 'townshipCode'>): string {
  return townshipCode ?? countyCode ?? cityCode;
}

export const accountOf = ({ actor }: Context) => (actor.kind === 'account' ? actor.accountId : null);
