import type { OpeningHours } from '@tongxin/platforms/rules';
import { useLocale, useText } from '@tongxin/web/locale';
import { clockText, dayText, spanText } from '@tongxin/web/moments';
import { platformsText } from '../../text/platforms.ts';

type Next = { opensAt: string; closesAt: string; isOpen: boolean } | null;

/** When the door is open next, in words; `alone` where no heading says what it is. */
export function OpenNext({ next, known, alone = false }: { next: Next; known: boolean; alone?: boolean }) {
  const t = useText(platformsText);
  const { locale } = useLocale();
  if (next === null) return <span className="quiet">{known ? t.notOpening : t.askFirst}</span>;
  if (next.isOpen) return <>{t.openNow(clockText(next.closesAt))}</>;
  const when = spanText(next.opensAt, next.closesAt, locale);
  return <>{alone ? t.opensNext(when) : when}</>;
}

const timesOf = (periods: readonly { from: string; to: string }[]) =>
  periods.map(({ from, to }) => `${from}–${to}`).join(' ');

/** The days of a week with their hours, one line each. */
export function Week({ hours }: { hours: OpeningHours }) {
  const { dayNames } = useText(platformsText).one;
  const days = dayNames.flatMap((name, at) => {
    const periods = hours.week.filter(({ day }) => day === at + 1);
    return periods.length === 0 ? [] : [{ name, times: timesOf(periods) }];
  });
  return (
    <ul className="bare">
      {days.map(({ name, times }) => (
        <li key={name}>
          {name} {times}
        </li>
      ))}
    </ul>
  );
}

/** Days that differ from the week. */
export function Exceptions({ hours }: { hours: OpeningHours }) {
  const t = useText(platformsText).one;
  const { locale } = useLocale();
  return (
    <ul className="bare">
      {hours.exceptions.map(({ on, periods, note }) => (
        <li key={on}>
          {dayText(on, locale)} {periods.length === 0 ? t.dayOff : timesOf(periods)}{' '}
          <span className="quiet">{note}</span>
        </li>
      ))}
    </ul>
  );
}
