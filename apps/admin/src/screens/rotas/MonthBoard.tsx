import { Link } from '@tanstack/react-router';
import { useLocale, useText } from '@tongxin/web/locale';
import { clockText, dayText } from '@tongxin/web/moments';
import type { Outputs } from '../../api.ts';
import { paths } from '../../paths.ts';
import { rotasText } from '../../text/rotas.ts';
import { stateLabel } from '../../ui/workflows.ts';
import { daysOf } from './month.ts';

type Turn = Outputs['rotas']['board']['turns'][number];

/** A month as a sheet of seven columns where there is room, and as the list of its days of duty on a telephone. */
export function MonthBoard({ month, turns }: { month: Temporal.PlainYearMonth; turns: readonly Turn[] }) {
  const t = useText(rotasText).board;
  const { locale } = useLocale();
  if (turns.length === 0) return <div className="empty">{t.empty}</div>;
  return (
    <>
      <ol className="month-weekdays" aria-hidden="true">
        {t.weekdays.map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ol>
      <ol className="month">
        {daysOf(month, turns).map(({ day, weekday, turns: onDay }, index) => (
          <li
            key={day}
            className={[index === 0 ? `month-from-${weekday}` : '', onDay.length === 0 ? 'month-free' : '']
              .join(' ')
              .trim()}
          >
            <span className="month-number" aria-hidden="true">
              {index + 1}
            </span>
            <span className="month-day">{dayText(day, locale)}</span>
            <ul>
              {onDay.map((turn) => (
                <TurnLine key={turn.id} turn={turn} />
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </>
  );
}

function TurnLine({ turn }: { turn: Turn }) {
  const t = useText(rotasText).board;
  const { locale } = useLocale();
  const { state, memberName, visitors, swapAsked, movedFrom } = turn;
  return (
    <li className={`month-turn month-${state}`}>
      <Link {...paths.turn(turn.id)}>
        {clockText(turn.startsAt)}–{clockText(turn.endsAt)} {memberName ?? t.nobody}
      </Link>
      {state !== 'staffed' && state !== 'planned' && (
        <span className="quiet small">{stateLabel('turn', state, locale)}</span>
      )}
      {visitors > 0 && <span className="quiet small">{t.visitors(visitors)}</span>}
      {swapAsked && <span className="quiet small">{t.swapAsked}</span>}
      {movedFrom !== null && <span className="quiet small">{t.movedFrom(dayText(movedFrom, locale))}</span>}
    </li>
  );
}
