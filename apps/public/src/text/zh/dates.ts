import { clock, sameDay, wallTime } from '../../civil-time.ts';

const weekdays = ['一', '二', '三', '四', '五', '六', '日'];

const weekday = (iso: string) => `周${weekdays[wallTime(iso).weekday - 1]}`;

const day = (iso: string) => {
  const { year, month, day: dayOfMonth } = wallTime(iso);
  return `${year}年${month}月${dayOfMonth}日`;
};

const moment = (iso: string) => `${day(iso)} ${clock(wallTime(iso))}`;

export const dates = {
  /** A count as people read it, with thousands apart. */
  count: (value: number) => value.toLocaleString('zh-CN'),
  day,
  moment,
  short: (iso: string) => `${wallTime(iso).month}月${wallTime(iso).day}日`,
  /** The stub at the left of a notice: month above, day below. */
  stubMonth: (iso: string) => `${wallTime(iso).month}月`,
  stubWeekday: weekday,
  /** From–to; the end repeats the day only when it is another one. */
  period: (from: string, to: string) => {
    const [start, end] = [wallTime(from), wallTime(to)];
    const until = sameDay(start, end) ? clock(end) : moment(to);
    return `${day(from)}（${weekday(from)}）${clock(start)}–${until}`;
  },
  times: (from: string, to: string) => {
    const [start, end] = [wallTime(from), wallTime(to)];
    return `${clock(start)}–${sameDay(start, end) ? clock(end) : moment(to)}`;
  },
};
