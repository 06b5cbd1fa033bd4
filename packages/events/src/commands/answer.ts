import { ensure } from '@tongxin/core';
import { transact, type Context } from '@tongxin/db';
import { advance } from '@tongxin/matters/commands';
import { and, eq, sql } from 'drizzle-orm';
import {
  eventWorkflow,
  mayAskLeave,
  mayCome,
  mayDecline,
  refusals,
  type Answer,
  type AnswerEvent,
  type AskLeave,
  type DecideLeave,
} from '../rules/index.ts';
import { eventInvitees, leaveReasons } from '../schema/index.ts';
import { lockForAnswer, lockForMove, memberOf, officeCodeOf, type Inside } from './event-row.ts';
import { freeTime, givePlaceBack, keepTime, takePlace } from './places.ts';
import { refuse } from './refuse.ts';
import { taking } from './taken.ts';

/**
 * A member says whether they come, for themselves; to an event that is open to members also without having been asked.
 * Coming takes a place and the member's time. Saying it twice changes nothing. It is no step of the event and leaves no
 * journal entry: the invitation's own row says when. Locks the event's row.
 * Refuses: events.not_member, not_found, answers_closed, must_attend, full, taken.
 */
export async function answerEvent(ctx: Context, { id, answer }: AnswerEvent): Promise<void> {
  await taking(ctx, async (inside) => {
    const member = await memberOf(inside);
    const event = await lockForAnswer(inside, id, member.id);
    ensure((answer === 'coming' ? mayCome : mayDecline)(event, inside.now()), refusals);
    const before = event.invitation?.answer ?? null;
    if (before === answer) return;
    if (answer === 'coming') {
      await takePlace(inside, id);
      // Where coming is a duty their time is taken since the announcement, until leave is granted.
      if (!event.mustAttend || before === 'leave_granted' || before === null)
        await keepTime(inside, event, [member.id]);
    } else {
      if (before === 'coming') await givePlaceBack(inside, id);
      await freeTime(inside, event, member.id);
    }
    await writeAnswer(inside, { eventId: id, memberId: member.id, answer });
  });
}

async function writeAnswer(
  { tx, now }: Inside,
  { eventId, memberId, answer }: { eventId: string; memberId: string; answer: Answer },
): Promise<void> {
  const said = { answer, answeredAt: now() };
  await tx
    .insert(eventInvitees)
    .values({ eventId, inviteeId: memberId, memberId, signedUp: true, ...said })
    .onConflictDoUpdate({ target: [eventInvitees.eventId, eventInvitees.inviteeId], set: said });
}

/**
 * A member who is expected asks for leave. Why is read by the office that decides and by themselves, and by nobody
 * else. Locks the event's row. Refuses: events.not_member, not_found, answers_closed, leave_needless, leave_twice.
 */
export async function askLeave(ctx: Context, { id, reason }: AskLeave): Promise<void> {
  await transact(ctx, async (tx, inside) => {
    const member = await memberOf(inside);
    const event = await lockForAnswer(inside, id, member.id);
    ensure(mayAskLeave(event, inside.now()), refusals);
    if (event.invitation?.answer === 'coming') await givePlaceBack(inside, id);
    await tx
      .update(eventInvitees)
      .set({
        answer: 'leave_asked',
        answeredAt: inside.now(),
        leavesAsked: sql`${eventInvitees.leavesAsked} + 1`,
      })
      .where(and(eq(eventInvitees.eventId, id), eq(eventInvitees.inviteeId, member.id)));
    await tx.insert(leaveReasons).values({
      eventId: id,
      memberId: member.id,
      askNo: (event.invitation?.leavesAsked ?? 0) + 1,
      accountId: member.accountId,
      officeCode: officeCodeOf(event),
      reason,
      askedAt: inside.now(),
    });
  });
}

/**
 * The organiser grants leave, which frees the member's time, or does not. Locks the event.
 * Refuses: as advance, events.no_leave_asked.
 */
export async function decideLeave(ctx: Context, { id, memberId, granted }: DecideLeave): Promise<void> {
  await transact(ctx, async (tx, inside) => {
    const event = await lockForMove(inside, id, 'decide_leave');
    const decided = await tx
      .update(eventInvitees)
      .set({ answer: granted ? 'leave_granted' : 'leave_refused', decidedAt: inside.now() })
      .where(
        and(
          eq(eventInvitees.eventId, id),
          eq(eventInvitees.inviteeId, memberId),
          eq(eventInvitees.answer, 'leave_asked'),
        ),
      )
      .returning({ inviteeId: eventInvitees.inviteeId });
    if (decided.length === 0) refuse('events.no_leave_asked');
    if (granted) await freeTime(inside, event, memberId);
    await advance(inside, eventWorkflow, { matterId: id, move: 'decide_leave', data: { memberId, granted } });
  });
}
