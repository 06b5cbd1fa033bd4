import type { HolidayRule, patternKinds } from '@tongxin/rotas/rules';
import type { Inputs } from '../../api.ts';

/** What the form for a rota holds. */
export type RotaEntry = {
  platformId: string;
  kind: (typeof patternKinds)[number];
  weekdays?: string[];
  days?: string[];
  nth?: string;
  weekday?: string;
  onHoliday: HolidayRule;
  from: string;
  until: string;
  startTime: string;
  endTime: string;
  perTurn: number;
  people: string[];
  away?: { memberId: string; from: string; until: string }[];
};

type Plan = Inputs['rotas']['preview'];

/** The plan that the form says. Days away of somebody who takes no turns are left out. */
export function planOf(entry: RotaEntry): Plan {
  const { kind, weekdays, days, nth, weekday, people, away = [], ...rest } = entry;
  return {
    ...rest,
    // A browser writes a time with seconds when it was given some.
    startTime: entry.startTime.slice(0, 5),
    endTime: entry.endTime.slice(0, 5),
    pattern: patternOf({ kind, weekdays, days, nth, weekday }),
    people: people.map((memberId) => ({
      memberId,
      away: away.filter((span) => span.memberId === memberId).map(({ from, until }) => ({ from, until })),
    })),
  };
}

function patternOf({
  kind,
  weekdays = [],
  days = [],
  nth,
  weekday,
}: Pick<RotaEntry, 'kind' | 'weekdays' | 'days' | 'nth' | 'weekday'>): Plan['pattern'] {
  if (kind === 'weekdays') return { kind, weekdays: weekdays.map(Number) };
  if (kind === 'days_of_month') return { kind, days: days.map(Number) };
  return { kind, nth: Number(nth), weekday: Number(weekday) };
}
