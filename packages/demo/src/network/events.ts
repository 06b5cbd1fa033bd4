import { signedInMember } from '../sign-ins.ts';
import { dayOf, type DayNumber } from '../plan/town-time.ts';
import { asCancelled, asDraft, comingEvent } from './coming.ts';
import { draftEvent, halvesOf } from './draft.ts';
import { workedDay, type EventDesk } from './event-desk.ts';
import { calledOff, heldEvent } from './held.ts';
import { manners, type Manner } from './kinds.ts';
import type { ComingEvent, HeldEvent, PlannedEvent } from './planned.ts';

export type Events = { held: HeldEvent[]; coming: ComingEvent[] };

/** Events are announced weeks ahead, so none is held in the first weeks of the year that is told. */
const firstWeeks = 30;
/** So many days ahead something is announced. */
const horizon = 38;

/** So many events of each manner, over the year and in the next weeks. */
type Amounts = { share: number; coming: readonly Manner['category'][] };

/** The year's events of one place: those that were held or called off, and those that are to come. */
export function planEvents(desk: EventDesk, { share, coming }: Amounts): Events {
  const { chance, time } = desk;
  const today = dayOf(time.now);
  const first = dayOf(time.start) + firstWeeks;
  const held = manners.flatMap((manner) => {
    const wanted = manner.yearly[desk.level] * share;
    const count = Math.floor(wanted) + (chance.is(wanted % 1) ? 1 : 0);
    return Array.from({ length: count }, () => pastOne(desk, manner, first, today - 1)).flat();
  });
  const next = coming.map((category, at) => {
    const manner = manners.find((one) => one.category === category)!;
    const on = workedDay(desk, today + 1 + (at % 3) * 8, today + horizon - 10 + (at % 3) * 5);
    const must = desk.members.includes(signedInMember) ? signedInMember : undefined;
    return comingEvent(desk, draftEvent(desk, manner, on, must));
  });
  held.push(...lastWeek(desk, today));
  // Of several, the last but one was called off and the last is not announced yet.
  if (next.length < 6) return { held, coming: next };
  const [off, draft] = next.slice(-2);
  return { held, coming: [...next.slice(0, -2), asCancelled(desk, off!), asDraft(draft!)] };
}

/** One of the last days, whose list is still open; a township has fewer. */
function lastWeek(desk: EventDesk, today: DayNumber): HeldEvent[] {
  if (desk.level === 'township') return [];
  const manner = manners.find(({ category }) => category === 'study')!;
  let on = today - 1;
  while (!desk.time.isWorked(on)) on -= 1;
  const event = heldEvent(desk, draftEvent(desk, manner, on), manner.others);
  return event.ending.how === 'held' ? [{ ...event, ending: { ...event.ending, settledAt: null } }] : [];
}

function pastOne(desk: EventDesk, manner: Manner, first: DayNumber, last: DayNumber): HeldEvent[] {
  const { chance } = desk;
  let on = workedDay(desk, first, last);
  // Whatever falls onto today or later is brought back a week.
  while (on > last) on -= 7;
  const event = draftEvent(desk, manner, on);
  if (event.members.length === 0) return [];
  if (chance.is(0.05)) return [calledOff(desk, event)];
  const parts = manner.category === 'sector_discussion' && chance.is(0.5) ? halvesOf(desk, event) : [];
  return [heldEvent(desk, event, manner.others), ...parts.map((part) => heldEvent(desk, part, null))];
}

/** A meeting with its parts is held or to come by when it ends. */
export function sortMeeting(desk: EventDesk, all: readonly PlannedEvent[]): Events {
  const [whole] = all;
  if (whole === undefined || whole.members.length === 0) return { held: [], coming: [] };
  return whole.endsAt <= desk.time.now
    ? { held: all.map((event) => heldEvent(desk, event, null)), coming: [] }
    : { held: [], coming: all.map((event) => comingEvent(desk, event)) };
}

export function together(...all: readonly Events[]): Events {
  return { held: all.flatMap(({ held }) => held), coming: all.flatMap(({ coming }) => coming) };
}
