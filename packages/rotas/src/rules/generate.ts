import { cityZone } from '@tongxin/core';
import { overlap, type Stretch } from '@tongxin/events/rules';
import type { WorkCalendar } from '@tongxin/matters/rules';
import { dutyDays, type HolidayRule, type Pattern, type Span } from './pattern.ts';

export type Plan = Span & {
  pattern: Pattern;
  onHoliday: HolidayRule;
  startTime: Temporal.PlainTime;
  endTime: Temporal.PlainTime;
  /** How many members are there together. */
  perTurn: number;
};

/** Somebody who takes turns: what keeps them from it, as days away and as times that are taken already. */
export type Person = { id: string; away: readonly Span[]; busy: readonly Stretch[] };

/** One member's place at one time; `memberId` is null when nobody can. */
export type Slot = Stretch & {
  /** The day that the pattern names, when the turn moved away from it. */
  movedFrom: Temporal.PlainDate | null;
  placeNo: number;
  memberId: string | null;
};

/** When somebody is on duty, in order: a stretch for each day of duty, its end not part of it. */
export function turnTimes(plan: Plan, calendar: WorkCalendar): (Stretch & Pick<Slot, 'movedFrom'>)[] {
  const { pattern, onHoliday, startTime, endTime } = plan;
  return dutyDays(pattern, plan, onHoliday, calendar).map(({ day, named }) => ({
    start: at(day, startTime),
    end: at(day, endTime),
    movedFrom: day.equals(named) ? null : named,
  }));
}

const at = (day: Temporal.PlainDate, plainTime: Temporal.PlainTime) =>
  day.toZonedDateTime({ timeZone: cityZone, plainTime }).toInstant();

/**
 * Every turn of the plan with who is there. The same plan and people give the same turns. Whoever is free and has had
 * the fewest turns so far comes next; of several, who has waited longest, then in the order given. So without leave
 * nobody has more than one turn more than anybody else. Nobody is in two places at once, on duty while away, or at a
 * time that is taken; a place for which nobody is free stays empty.
 */
export function generate(plan: Plan, people: readonly Person[], calendar: WorkCalendar): Slot[] {
  const standing = people.map(({ id, away, busy }) => ({
    id,
    away,
    // Only what is on a turn's own day can be in its way.
    busy: Map.groupBy(busy.flatMap(byDay), ({ day }) => day),
    turns: 0,
    last: -1,
  }));
  return turnTimes(plan, calendar).flatMap((time, round) => {
    const day = dayOf(time.start);
    const free = standing.filter(({ away, busy }) =>
      isFree({ away, busy: (busy.get(day.toString()) ?? []).map(({ stretch }) => stretch) }, time),
    );
    return Array.from({ length: plan.perTurn }, (_, place): Slot => {
      const next = free
        .filter(({ last }) => last !== round)
        .toSorted((a, b) => a.turns - b.turns || a.last - b.last)
        .at(0);
      if (next !== undefined) {
        next.turns += 1;
        next.last = round;
      }
      return { ...time, placeNo: place + 1, memberId: next?.id ?? null };
    });
  });
}

const dayOf = (instant: Temporal.Instant) => instant.toZonedDateTimeISO(cityZone).toPlainDate();

/** A stretch under each civil day that it touches; none is longer than two. */
function byDay(stretch: Stretch): { day: string; stretch: Stretch }[] {
  const days = new Set([dayOf(stretch.start).toString(), dayOf(stretch.end).toString()]);
  return [...days].map((day) => ({ day, stretch }));
}

/** Whether somebody can be there: not away on the day, and not taken at the time. */
export function isFree({ away, busy }: Omit<Person, 'id'>, time: Stretch): boolean {
  if (busy.some((other) => overlap(other, time))) return false;
  if (away.length === 0) return true;
  const day = dayOf(time.start);
  return !away.some(
    ({ from, until }) =>
      Temporal.PlainDate.compare(from, day) <= 0 && Temporal.PlainDate.compare(day, until) <= 0,
  );
}

/** How many turns each of these people has, in the order given, and how many places are empty. */
export function spreadOf(slots: readonly Slot[], people: readonly Pick<Person, 'id'>[]) {
  const turns = new Map(people.map(({ id }) => [id, 0]));
  for (const { memberId } of slots) {
    if (memberId !== null) turns.set(memberId, (turns.get(memberId) ?? 0) + 1);
  }
  return {
    people: [...turns].map(([memberId, count]) => ({ memberId, turns: count })),
    empty: slots.filter(({ memberId }) => memberId === null).length,
  };
}
