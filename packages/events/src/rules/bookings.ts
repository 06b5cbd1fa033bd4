import { cityZone, no, yes, type Decision } from '@tongxin/core';
import { z } from 'zod';

/** What can be in one place only: a hall, a member, and whoever convenes with an account. */
export const resourceKinds = ['platform', 'member', 'account'] as const;
export type ResourceKind = (typeof resourceKinds)[number];

export const Resource = z.strictObject({ kind: z.enum(resourceKinds), id: z.uuid('events.resource') });
export type Resource = z.infer<typeof Resource>;

/** A stretch of time whose end is not part of it. */
export type Stretch = { start: Temporal.Instant; end: Temporal.Instant };

/** When a day's sessions may begin and must have ended, in the city's time. */
export const dayOpens = Temporal.PlainTime.from('08:00');
export const dayCloses = Temporal.PlainTime.from('21:00');
const dayMinutes = 13 * 60;

/** A plenary fortnight is the longest that anything is taken for. */
export const longestDays = 14;

/** How far ahead a free period is looked for, and how many are offered. */
export const searchDays = 14;
export const offered = 3;
const stepMinutes = 30;

/** One booking that stands in the way; instants as ISO strings. */
export type Conflict = {
  resourceKind: ResourceKind;
  resourceId: string;
  matterId: string;
  start: string;
  end: string;
};

/** The facts of `events.taken`: what is in the way, and when all the resources are free instead. */
export type TakenFacts = { conflicts: Conflict[]; free: { start: string; end: string }[] };

/** A booking ends after it starts and is no longer than a fortnight. */
export function mayBook(during: Stretch): Decision<'events.period'> {
  const minutes = during.start.until(during.end).total('minutes');
  return minutes > 0 && minutes <= longestDays * 24 * 60 ? yes : no('events.period');
}

/** The same resources, each once, in the one order in which everybody asks for them: so two never wait in a ring. */
export function inOrder(resources: readonly Resource[]): Resource[] {
  const byKey = new Map(resources.map((resource) => [`${resource.kind}:${resource.id}`, resource]));
  return [...byKey.entries()].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, resource]) => resource);
}

export function overlap(a: Stretch, b: Stretch): boolean {
  return Temporal.Instant.compare(a.start, b.end) < 0 && Temporal.Instant.compare(b.start, a.end) < 0;
}

/**
 * The next free periods of this length at or after `from`, earliest first and not overlapping: on half hours,
 * between 08:00 and 21:00 of one day in the city, within 14 days. At most `count`; none when nothing is that long.
 */
export function freePeriods(
  busy: readonly Stretch[],
  duration: Temporal.Duration,
  from: Temporal.Instant,
  count = offered,
): Stretch[] {
  const found: Stretch[] = [];
  const minutes = duration.total('minutes');
  if (minutes <= 0 || minutes > dayMinutes) return found;
  const horizon = from.add({ hours: searchDays * 24 });
  for (let start = nextStart(from, minutes); found.length < count;) {
    const period = { start, end: start.add({ minutes }) };
    if (Temporal.Instant.compare(period.end, horizon) > 0) break;
    const blocked = busy.filter((other) => overlap(period, other)).map(({ end }) => end);
    if (blocked.length === 0) found.push(period);
    const passed = blocked.length === 0 ? period.end : latest(blocked);
    start = nextStart(passed, minutes);
  }
  return found;
}

function latest(instants: Temporal.Instant[]): Temporal.Instant {
  return instants.reduce((a, b) => (Temporal.Instant.compare(a, b) < 0 ? b : a));
}

/** The first half hour at or after `instant` from which that many minutes end before the day closes. */
function nextStart(instant: Temporal.Instant, minutes: number): Temporal.Instant {
  const wanted = instant.toZonedDateTimeISO(cityZone).round({
    smallestUnit: 'minute',
    roundingIncrement: stepMinutes,
    roundingMode: 'ceil',
  });
  const at = (day: Temporal.PlainDate, time: Temporal.PlainTime) =>
    day.toZonedDateTime({ timeZone: cityZone, plainTime: time });
  const today = wanted.toPlainDate();
  const opens = at(today, dayOpens);
  const start = Temporal.ZonedDateTime.compare(wanted, opens) < 0 ? opens : wanted;
  const fits = Temporal.ZonedDateTime.compare(start.add({ minutes }), at(today, dayCloses)) <= 0;
  return (fits ? start : at(today.add({ days: 1 }), dayOpens)).toInstant();
}
