import type { HolidayRule, Pattern } from '@tongxin/rotas/rules';
import { dutyDays } from '@tongxin/rotas/rules';
import type { WorkCalendar } from '@tongxin/matters/rules';
import type { Ref, Who } from '../plan/steps.ts';
import { dateOf, dayNumber, dayOf, startOf, type DayNumber, type Moment } from '../plan/town-time.ts';
import { showcase, signedInMember } from '../sign-ins.ts';
import { hour } from './draft.ts';
import { isFree, take, type EventDesk } from './event-desk.ts';
import type { ComingRota, PastRota, PlannedTurn, PlannedVisit } from './planned.ts';
import { adviceOf, coverReasons, missedReasons, turnOffReasons, vacateReasons } from './visits.ts';

/** A site that is staffed, by whom, and how often. */
export type Staffed = {
  site: string;
  placeCode: string;
  by: Who;
  unit: string;
  /** Those who stand behind it. */
  people: string[];
  /** The township whose desk it is; null for windows. */
  townshipCode: string | null;
  often: number;
};

type Manner = { pattern: Pattern; onHoliday: HolidayRule; startTime: string; endTime: string };

/** Seen: every Wednesday; the 10th and 20th; a Friday a month; Monday, Wednesday and Friday. Source: domain §4.9. */
const manners: readonly Manner[] = [
  {
    pattern: { kind: 'weekdays', weekdays: [1, 3, 5] },
    onHoliday: 'leave_out',
    startTime: '09:00',
    endTime: '11:00',
  },
  {
    pattern: { kind: 'weekdays', weekdays: [3] },
    onHoliday: 'leave_out',
    startTime: '14:00',
    endTime: '17:00',
  },
  {
    pattern: { kind: 'days_of_month', days: [10, 20] },
    onHoliday: 'next_working_day',
    startTime: '09:00',
    endTime: '11:30',
  },
  {
    pattern: { kind: 'days_of_month', days: [5, 20] },
    onHoliday: 'next_working_day',
    startTime: '14:00',
    endTime: '16:30',
  },
  {
    pattern: { kind: 'weekday_of_month', nth: 1, weekday: 5 },
    onHoliday: 'next_working_day',
    startTime: '09:00',
    endTime: '11:30',
  },
  {
    pattern: { kind: 'weekday_of_month', nth: 5, weekday: 6 },
    onHoliday: 'keep',
    startTime: '08:30',
    endTime: '11:00',
  },
];

/** The matters that were told at a township's desk on a day. */
export type ToldAtDesk = ReadonlyMap<string, readonly { ref: Ref; at: Moment }[]>;

type RotaDesk = { desk: EventDesk; calendar: WorkCalendar; told: ToldAtDesk };

const comingDays = 28;
/** How far ahead halls plan that nobody looks at first. */
const elsewhereDays = 14;

/** The rota of the year that is over, and the one of the next weeks. */
export function planRotas(wish: RotaDesk, site: Staffed): { past: PastRota; next: ComingRota } {
  const { chance, time } = wish.desk;
  const [first, today] = [dayOf(time.start) + 4, dayOf(time.now)];
  // The hall that people look at first has somebody on three days of a week, and its turns are public.
  const isFirst = site.site === `hall:${showcase}`;
  const manner = manners[isFirst ? 0 : site.often]!;
  const perTurn = site.people.length > 4 && chance.is(0.15) ? 2 : 1;
  const { people: _, townshipCode: __, often: ___, ...place } = site;
  const rota = { ...place, ...manner, perTurn, people: site.people };
  const made = time.after(time.start, 1);
  const past = { ...rota, from: first, until: today - 1, madeAt: made, publishedAt: made + hour };
  const turns = turnsOf(wish, past, site);
  const madeAt = time.after(startOf(today - 9), 0);
  const isShown = site.placeCode === showcase;
  const until = untilSome(manner, { from: today, days: isShown ? comingDays : elsewhereDays }, wish.calendar);
  const publishedAt = chance.is(0.04) && !isFirst ? null : madeAt + 20 * hour;
  const next = { ...rota, key: chance.uuid(), from: today, until, madeAt, publishedAt };
  const away = Object.fromEntries(site.people.map((member) => [member, daysAway(wish.desk, member, today)]));
  const asks = isFirst ? signedInMember : null;
  return {
    past: { ...past, turns },
    next: {
      ...next,
      away,
      vacated: isShown || chance.is(0.3) ? chance.pick(vacateReasons) : null,
      asks: publishedAt === null ? null : asks,
    },
  };
}

/** The day up to which there is at least one day of duty: a pattern of the month may pass over two weeks. */
function untilSome(
  { pattern, onHoliday }: Manner,
  { from, days }: { from: DayNumber; days: number },
  calendar: WorkCalendar,
) {
  const dayAt = (at: DayNumber) => Temporal.PlainDate.from(dateOf(at));
  let until = from + days;
  while (dutyDays(pattern, { from: dayAt(from), until: dayAt(until) }, onHoliday, calendar).length === 0)
    until += 7;
  return until;
}

/** The days of the next weeks on which a member is asked elsewhere, answered or not. */
function daysAway(desk: EventDesk, member: string, today: DayNumber): string[] {
  const days = Array.from({ length: comingDays + 14 }, (_, at) => today + at);
  return days.filter((day) => !isFree(desk, member, day)).map(dateOf);
}

type Made = Manner & { people: string[]; perTurn: number; from: DayNumber; until: DayNumber; madeAt: Moment };

function turnsOf({ desk, calendar, told }: RotaDesk, rota: Made, site: Staffed): PlannedTurn[] {
  const span = {
    from: Temporal.PlainDate.from(dateOf(rota.from)),
    until: Temporal.PlainDate.from(dateOf(rota.until)),
  };
  let next = desk.chance.whole(0, rota.people.length - 1);
  return dutyDays(rota.pattern, span, rota.onHoliday, calendar).flatMap(({ day, named }) => {
    const on = dayNumber(day.toString());
    // Moved by a holiday to a day that has not come yet.
    if (on > rota.until) return [];
    const start = startOf(on) + clock(rota.startTime);
    const time = { start, end: startOf(on) + clock(rota.endTime) };
    return Array.from({ length: rota.perTurn }, (_, place): PlannedTurn => {
      const order = [...rota.people.slice(next), ...rota.people.slice(0, next)];
      const member = order.find((one) => isFree(desk, one, on)) ?? null;
      if (member !== null) {
        take(desk, [member], [on]);
        next = (rota.people.indexOf(member) + 1) % rota.people.length;
      }
      const movedFrom = day.equals(named) ? null : named.toString();
      const visits = place > 0 ? [] : visitsOf(desk, time, told.get(`${site.townshipCode}/${on}`) ?? []);
      return whatBecame(desk, { ...time, movedFrom, placeNo: place + 1, member }, { rota, visits, on });
    });
  });
}

const clock = (time: string) => Number(time.slice(0, 2)) * hour + Number(time.slice(3)) * 60_000;

function visitsOf(
  { chance }: EventDesk,
  { start, end }: { start: Moment; end: Moment },
  told: readonly { ref: Ref; at: Moment }[],
): PlannedVisit[] {
  const matters = told.map(({ ref, at }): PlannedVisit => ({ at, issue: ref }));
  const count = chance.weighted({ '0': 3, '1': 4, '2': 2, '3': 1 });
  const asked = Array.from({ length: Number(count) }, (): PlannedVisit => {
    const at = start + Math.floor((0.05 + chance.next() * 0.85) * (end - start));
    return { at, ...adviceOf(chance) };
  });
  return [...matters, ...asked].toSorted((a, b) => a.at - b.at);
}

type Given = Pick<PlannedTurn, 'start' | 'end' | 'movedFrom' | 'placeNo' | 'member'>;
type Around = { rota: Made; visits: PlannedVisit[]; on: DayNumber };

/** Most turns are taken and logged; some are covered or swapped, some missed, some called off. */
function whatBecame(desk: EventDesk, turn: Given, { rota, visits, on }: Around): PlannedTurn {
  const { chance, time } = desk;
  const over = Math.max(turn.end, ...visits.map(({ at }) => at));
  // Of yesterday it is not written down yet.
  const isFresh = on >= dayOf(time.now) - 1;
  const logged = Math.min(over + chance.whole(5, 18 * 60) * 60_000, startOf(on + 2) - hour);
  const none = { ...turn, change: null, visits: [] };
  if (turn.member === null || chance.is(0.035)) {
    const reason = turn.member === null ? missedReasons.at(-1)! : chance.pick(missedReasons.slice(0, -1));
    return { ...none, ending: isFresh ? { how: 'open' } : { how: 'missed', at: logged, reason } };
  }
  const early = startOf(on - 1) + 10 * hour;
  if (visits.every((visit) => !('issue' in visit)) && chance.is(0.015) && early > rota.madeAt)
    return { ...none, ending: { how: 'cancelled', at: early, reason: chance.pick(turnOffReasons) } };
  const change =
    early > rota.madeAt + 96 * hour ? changeOf(desk, turn.member, { rota, on, at: early }) : null;
  return {
    ...turn,
    change,
    visits,
    ending: isFresh ? { how: 'open' } : { how: 'logged', at: logged },
  };
}

type Asked = { rota: Made; on: DayNumber; at: Moment };

function changeOf(desk: EventDesk, member: string, { rota, on, at }: Asked): PlannedTurn['change'] {
  const { chance } = desk;
  if (!chance.is(0.08)) return null;
  const other = rota.people.find((one) => one !== member && isFree(desk, one, on));
  if (other === undefined) return null;
  take(desk, [other], [on]);
  if (desk.signsIn(other))
    return { how: 'swap', at, askedAt: at - chance.whole(3, 40) * hour, member: other };
  return { how: 'cover', at, member: other, reason: chance.pick(coverReasons) };
}
