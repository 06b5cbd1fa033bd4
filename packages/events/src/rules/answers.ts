import { no, yes, type Decision } from '@tongxin/core';
import type { Answer } from './names.ts';
import type { Refusal } from './refusals.ts';

/** What deciding on an answer needs to know of an event and of the invitation; null for somebody who is not invited. */
export type Asked = {
  state: string;
  startsAt: Temporal.Instant;
  answerBy: Temporal.Instant | null;
  mustAttend: boolean;
  signUp: 'invited' | 'members' | 'public';
  invitation: { answer: Answer; leavesAsked: number } | null;
};

/** A member asks for leave at most so often for one event. Source: domain §4.7, from a running system. */
export const leavesAtMost = 2;

const isOpen = (event: Pick<Asked, 'state' | 'startsAt'>, now: Temporal.Instant) =>
  event.state === 'published' && Temporal.Instant.compare(now, event.startsAt) < 0;

/**
 * Whether a member may say that they come: whoever is invited until it begins; who puts themselves down, until the day
 * for answers has passed.
 */
export function mayCome(event: Asked, now: Temporal.Instant): Decision<Refusal> {
  if (!isOpen(event, now)) return no('events.answers_closed');
  if (event.invitation !== null) return yes;
  if (event.signUp === 'invited') return no('events.not_found');
  const late = event.answerBy !== null && Temporal.Instant.compare(now, event.answerBy) >= 0;
  return late ? no('events.answers_closed') : yes;
}

/** Whether a member may say that they do not come; where coming is a duty, they ask for leave instead. */
export function mayDecline(event: Asked, now: Temporal.Instant): Decision<Refusal> {
  if (event.invitation === null) return no('events.not_found');
  if (!isOpen(event, now)) return no('events.answers_closed');
  return event.mustAttend ? no('events.must_attend') : yes;
}

/** Whether a unit that is asked may say now whether somebody of it comes. A unit has no leave to ask for. */
export function mayAnswerForUnit(
  event: Pick<Asked, 'state' | 'startsAt'>,
  now: Temporal.Instant,
): Decision<Refusal> {
  return isOpen(event, now) ? yes : no('events.answers_closed');
}

/** Whether a member may ask for leave: where coming is a duty, before it begins, twice at most. */
export function mayAskLeave(event: Asked, now: Temporal.Instant): Decision<Refusal> {
  if (event.invitation === null) return no('events.not_found');
  if (!isOpen(event, now)) return no('events.answers_closed');
  const { answer, leavesAsked } = event.invitation;
  if (!event.mustAttend || answer === 'leave_asked' || answer === 'leave_granted')
    return no('events.leave_needless');
  return leavesAsked < leavesAtMost ? yes : no('events.leave_twice');
}

/** What the organiser writes down at the end of somebody of whom nothing is known: leave, absence, or nothing at all. */
export function closingState(
  answer: Answer,
  { mustAttend }: { mustAttend: boolean },
): 'leave' | 'absent' | null {
  if (answer === 'leave_granted') return 'leave';
  if (mustAttend) return 'absent';
  return answer === 'coming' ? 'absent' : null;
}

/** Doors open a while before it begins, and lists are closed a while after. A scan outside these hours is a wrong clock. */
export const doorHours = 6;

/** Whether a scan of this moment can belong to the event; a phone's clock may run a few minutes ahead. */
export function isDoorTime(
  at: Temporal.Instant,
  { startsAt, endsAt }: { startsAt: Temporal.Instant; endsAt: Temporal.Instant },
  now: Temporal.Instant,
): boolean {
  return (
    Temporal.Instant.compare(at, startsAt.subtract({ hours: doorHours })) >= 0 &&
    Temporal.Instant.compare(at, endsAt.add({ hours: doorHours })) <= 0 &&
    Temporal.Instant.compare(at, now.add({ minutes: 10 })) <= 0
  );
}
