import { dateOf, dayNumber, dayOf, type DayNumber } from '../plan/town-time.ts';
import type { PlenaryDays } from '../plan/plenaries.ts';
import { plenaryOf, standingOf } from './draft.ts';
import { take, workedDay, type EventDesk } from './event-desk.ts';
import { sortMeeting, together, type Events } from './events.ts';

/** So many days ahead a plenary session is announced. */
const ahead = 60;
const months = [2, 4, 6, 8, 10, 12];

/**
 * The meetings of a committee itself. They are planned before everything else, and whoever has to come is taken on
 * their days: no session of a hall is held then.
 */
export function planMeetings(desk: EventDesk, plenaries: PlenaryDays, doors: readonly string[]): Events {
  return together(...plenarySessions(desk, plenaries, doors), ...standingMeetings(desk));
}

function plenarySessions(desk: EventDesk, plenaries: PlenaryDays, doors: readonly string[]): Events[] {
  const { time, place } = desk;
  const [first, today] = [dayOf(time.start), dayOf(time.now)];
  return yearsOf(desk).flatMap((year) => {
    const days = plenaries.daysOf(place.code, year);
    // One that is going on would be neither held nor to come.
    const isToday = days[0]! <= today && today <= days.at(-1)!;
    if (days[0]! < first + 30 || days[0]! > today + ahead || isToday) return [];
    const meeting = plenaryOf(desk, days, `${place.name}政协${year}年全体会议`);
    take(desk, [...desk.members, ...doors], days);
    return [sortMeeting(desk, meeting)];
  });
}

function standingMeetings(desk: EventDesk): Events[] {
  const { time } = desk;
  const [first, last] = [dayOf(time.start) + 30, dayOf(time.now) + 40];
  const days: DayNumber[] = yearsOf(desk)
    .flatMap((year) => months.map((month) => dayNumber(`${year}-${String(month).padStart(2, '0')}-10`)))
    .filter((day) => day >= first && day <= last)
    .map((day) => workedDay(desk, day, day + 8))
    .filter((day) => day !== dayOf(time.now));
  return days.map((day) => {
    const month = Number(dateOf(day).slice(5, 7));
    const meeting = standingOf(desk, day, Math.ceil(month / 2));
    take(desk, desk.standing, [day]);
    return sortMeeting(desk, [meeting]);
  });
}

function yearsOf({ time }: EventDesk): number[] {
  const year = (moment: number) => Number(dateOf(dayOf(moment)).slice(0, 4));
  return Array.from({ length: year(time.now) - year(time.start) + 2 }, (_, at) => year(time.start) + at);
}
