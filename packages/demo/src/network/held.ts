import { hour } from './draft.ts';
import type { EventDesk } from './event-desk.ts';
import { cancelReasons, leaveReasons } from './kinds.ts';
import type { HeldEvent, PlannedEvent, PlannedGuest } from './planned.ts';

const day = 24 * hour;

/** What became of an event that is over: who said what, who was seen, and when the organiser closed the list. */
export function heldEvent(
  desk: EventDesk,
  event: PlannedEvent,
  others: readonly [number, number] | null,
): HeldEvent {
  const { chance, time } = desk;
  const guests = event.members.map((member) => guestOf(desk, event, member));
  const recordedAt = event.endsAt + chance.whole(10, 50) * 60_000;
  const settledAt = time.after(event.endsAt, chance.whole(0, 4));
  // Of the last days some lists are still open.
  const isOpen = settledAt > time.now || (event.endsAt > time.now - 9 * day && chance.is(0.4));
  return {
    ...event,
    guests,
    ending: {
      how: 'held',
      others: others === null ? null : chance.whole(...others),
      recordedAt,
      settledAt: isOpen ? null : Math.max(settledAt, recordedAt + hour / 4),
    },
  };
}

/** It was called off before it began; nobody was there. */
export function calledOff(desk: EventDesk, event: PlannedEvent): HeldEvent {
  const { chance } = desk;
  const at = Math.max(event.publishedAt + hour, event.startsAt - chance.whole(20, 60) * hour);
  const guests = event.members.map((member) => ({
    ...guestOf(desk, event, member),
    ...{ seen: null, decidedAt: null, leave: null, answer: 'waiting' as const, answeredAt: null },
  }));
  return { ...event, guests, ending: { how: 'cancelled', at, reason: chance.pick(cancelReasons) } };
}

type Said = Pick<PlannedGuest, 'answer' | 'answeredAt' | 'decidedAt' | 'leave'>;

function guestOf(desk: EventDesk, event: PlannedEvent, member: string): PlannedGuest {
  const { chance } = desk;
  const said = event.mustAttend ? saidOfDuty(desk, event, member) : saidFreely(desk, event);
  const likely = { waiting: event.mustAttend ? 0.93 : 0.25, coming: 0.95, leave_refused: 0.8 };
  const wasThere = chance.is(likely[said.answer as keyof typeof likely] ?? 0);
  const at = event.startsAt - chance.whole(2, 35) * 60_000;
  const how = chance.weighted({ scan: 6, list: 3, paper: 1 });
  return {
    member,
    ...said,
    signedUp: event.signUp !== 'invited' && said.answer === 'coming' && chance.is(0.3),
    seen: wasThere ? { at: how === 'scan' ? at : event.startsAt, how } : null,
  };
}

const nothing = { answeredAt: null, decidedAt: null, leave: null };

function saidOfDuty(desk: EventDesk, event: PlannedEvent, member: string): Said {
  const { chance } = desk;
  const answeredAt = momentBefore(desk, event);
  if (event.parent === null && desk.signsIn(member) && chance.is(0.12)) {
    const answer = chance.is(0.85) ? 'leave_granted' : 'leave_refused';
    const decidedAt = answeredAt + Math.floor(chance.next() * (event.startsAt - answeredAt) * 0.8);
    return { answer, answeredAt, decidedAt, leave: chance.pick(leaveReasons) };
  }
  return chance.is(0.5) ? { ...nothing, answer: 'coming', answeredAt } : { ...nothing, answer: 'waiting' };
}

function saidFreely(desk: EventDesk, event: PlannedEvent): Said {
  const answer = desk.chance.weighted({ coming: 78, declined: 11, waiting: 11 });
  return { ...nothing, answer, answeredAt: answer === 'waiting' ? null : momentBefore(desk, event) };
}

function momentBefore({ chance }: EventDesk, { publishedAt, startsAt }: PlannedEvent): number {
  return publishedAt + Math.floor((0.05 + chance.next() * 0.8) * (startsAt - publishedAt));
}
