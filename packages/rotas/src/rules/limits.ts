import { cityZone, civilDay, endOfDay, startOfDay } from '@tongxin/core';
import { isWorkingDay, type WorkCalendar } from '@tongxin/matters/rules';

/** A rota runs for at most a year, so that the next one follows the next year's holidays. */
export const longestDays = 366;
/** Places of one rota: a year of three days a week with two members each is 312. */
export const turnsAtMost = 400;
export const perTurnAtMost = 6;
export const membersAtMost = 60;
export const longestHours = 12;

/**
 * Days before a turn at which its host is told that nobody is on it: once a week ahead, once three days ahead, so that a
 * weekend does not swallow it. The furthest first.
 */
export const alarmDays = [7, 3] as const;

/** Offices are told things while somebody is there: on working days between these hours of the city. Source: domain §4.10. */
const officeHours = { from: 8, until: 18 };

export function isOfficeTime(now: Temporal.Instant, calendar: WorkCalendar): boolean {
  const { hour } = now.toZonedDateTimeISO(cityZone);
  return isWorkingDay(civilDay(now), calendar) && hour >= officeHours.from && hour < officeHours.until;
}

type Instant = Temporal.Instant;
export type Time = { startsAt: Instant; endsAt: Instant };

/** Until when it is written down whether somebody was there: the end of the day after the turn. */
export function logBy(endsAt: Instant): Instant {
  // A turn that ends at midnight ends the day before.
  return endOfDay(civilDay(endsAt.subtract({ milliseconds: 1 })).add({ days: 1 }));
}

/** How often the host should have heard by now that nobody is on this turn; nothing more once it has begun. */
export function alarmsDue(startsAt: Instant, now: Instant): number {
  if (hasBegun({ startsAt }, now)) return 0;
  return alarmDays.filter(
    (days) => Temporal.Instant.compare(startsAt.subtract({ hours: 24 * days }), now) <= 0,
  ).length;
}

export function hasBegun({ startsAt }: Pick<Time, 'startsAt'>, now: Instant): boolean {
  return Temporal.Instant.compare(startsAt, now) <= 0;
}

/** Whether somebody who came at this moment came to this turn: on its days in the city, and not in the future. */
export function isVisitOf({ startsAt, endsAt }: Time, at: Instant, now: Instant): boolean {
  const from = startOfDay(civilDay(startsAt));
  const until = endOfDay(civilDay(endsAt.subtract({ milliseconds: 1 })));
  // Telephones' clocks differ by minutes from the house's.
  const latest = now.add({ minutes: 10 });
  return (
    Temporal.Instant.compare(from, at) <= 0 &&
    Temporal.Instant.compare(at, until) < 0 &&
    Temporal.Instant.compare(at, latest) <= 0
  );
}
