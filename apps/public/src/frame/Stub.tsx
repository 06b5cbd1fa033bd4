import { wallTime } from '../civil-time.ts';
import type { Text } from '../text/index.ts';

/** The leaf of a tear-off calendar at the left of a notice. */
export function Stub({ t, at, spent }: { t: Text; at: string; spent?: boolean }) {
  return (
    <time className={spent ? 'stub spent' : 'stub'} dateTime={at}>
      <span className="month">{t.dates.stubMonth(at)}</span>
      <span className="day">{wallTime(at).day}</span>
      <span className="weekday">{t.dates.stubWeekday(at)}</span>
    </time>
  );
}
