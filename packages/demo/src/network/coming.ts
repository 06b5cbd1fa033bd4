import { signedInMember } from '../sign-ins.ts';
import { hour } from './draft.ts';
import type { EventDesk } from './event-desk.ts';
import { cancelReasons, leaveReasons } from './kinds.ts';
import type { ComingEvent, PlannedEvent } from './planned.ts';

/** An event that is still to come: announced, with the answers so far, or not announced yet. */
export function comingEvent(desk: EventDesk, event: PlannedEvent): ComingEvent {
  const { time } = desk;
  const plannedAt = Math.min(event.plannedAt, time.now - 3 * 24 * hour);
  const publishedAt = Math.min(event.publishedAt, time.now - 2 * 24 * hour);
  const dated = { ...event, plannedAt, publishedAt };
  const answers = event.parent === null ? event.members.flatMap((member) => saidBy(desk, dated, member)) : [];
  const said = answers.toSorted((a, b) => a.at - b.at);
  return { ...dated, said, state: 'published' };
}

/** Two that people look at, too: one that is not announced yet, and one that was called off. */
export const asDraft = (event: ComingEvent): ComingEvent => ({ ...event, state: 'draft', said: [] });
export const asCancelled = ({ chance }: EventDesk, event: ComingEvent): ComingEvent => ({
  ...event,
  state: 'cancelled',
  said: [],
  cancelReason: chance.pick(cancelReasons),
});

/** What a member has said who can; the one of the demo still has most of it to say. */
function saidBy(desk: EventDesk, event: PlannedEvent, member: string): ComingEvent['said'] {
  const { chance, time } = desk;
  if (!desk.signsIn(member) || !chance.is(0.5)) return [];
  if (member === signedInMember && !chance.is(0.3)) return [];
  const { publishedAt } = event;
  const at = publishedAt + Math.floor((0.05 + chance.next() * 0.85) * (time.now - publishedAt));
  if (!event.mustAttend) return [{ member, at, says: chance.is(0.85) ? 'coming' : 'declined' }];
  if (chance.is(0.8)) return [{ member, at, says: 'coming' }];
  const reason = chance.pick(leaveReasons);
  return [{ member, at, says: 'leave', reason, ...(chance.is(0.5) ? { granted: chance.is(0.8) } : {}) }];
}
