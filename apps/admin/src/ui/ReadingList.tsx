import { useLocale, useText } from '@tongxin/web/locale';
import { momentText } from '@tongxin/web/moments';
import type { Outputs } from '../api.ts';
import { issuesText } from '../text/issues.ts';

/** Which office opened what of the resident's, when and why, newest first. */
export function ReadingList({ readings }: { readings: Outputs['matters']['readings'] }) {
  const t = useText(issuesText).readings;
  const { locale } = useLocale();
  if (readings.length === 0) return <p>{t.none}</p>;
  return (
    <ol className="trail" reversed>
      {readings.map(({ what, at, unitName, reason }) => (
        <li key={`${at} ${what}`}>
          <span className="trail-when">{momentText(at, locale)}</span>
          {unitName} · {t.what[what]}
          {reason && <p className="words">{reason}</p>}
        </li>
      ))}
    </ol>
  );
}
