import { clock, sameDay, wallTime } from '../../civil-time.ts';
import type { Text } from '../index.ts';

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const weekday = (iso: string) => weekdays[wallTime(iso).weekday - 1] ?? '';
const monthName = (iso: string) => months[wallTime(iso).month - 1] ?? '';
const day = (iso: string) => `${wallTime(iso).day} ${monthName(iso)} ${wallTime(iso).year}`;
const moment = (iso: string) => `${day(iso)}, ${clock(wallTime(iso))}`;

export const dates: Text['dates'] = {
  count: (value) => value.toLocaleString('en'),
  day,
  moment,
  short: (iso) => `${wallTime(iso).day} ${monthName(iso)}`,
  stubMonth: monthName,
  stubWeekday: weekday,
  period: (from, to) => {
    const [start, end] = [wallTime(from), wallTime(to)];
    const until = sameDay(start, end) ? clock(end) : moment(to);
    return `${weekday(from)} ${day(from)}, ${clock(start)}–${until}`;
  },
  times: (from, to) => {
    const [start, end] = [wallTime(from), wallTime(to)];
    return `${clock(start)}–${sameDay(start, end) ? clock(end) : moment(to)}`;
  },
};
