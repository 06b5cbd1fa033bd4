import { useLocale, useText } from '@tongxin/web/locale';
import { dayText, standingOf } from '@tongxin/web/moments';
import { shellText } from '../text/shell.ts';

/** A due date in words: how late it is, or how long there is left. */
export function Due({ at }: { at: string | null }) {
  const t = useText(shellText);
  const { locale } = useLocale();
  if (at === null) return null;
  const { kind, days, lastDay } = standingOf(at);
  const words = kind === 'today' ? t.due.today : t.due[kind](days);
  return (
    <span className={`due due-${kind}`}>
      {words}
      <span className="due-day">{dayText(lastDay, locale)}</span>
    </span>
  );
}
