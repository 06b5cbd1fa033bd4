import { measureRules, measures } from '@tongxin/reports/rules';
import { useLocale, useText } from '@tongxin/web/locale';
import { reportsText } from '../../text/reports.ts';

/** What each number counts, with the name of its definition. */
export function Definitions() {
  const t = useText(reportsText);
  const { locale } = useLocale();
  return (
    <details className="panel">
      <summary>{t.definitions}</summary>
      <dl className="definitions">
        {measures.map((measure) => (
          <div key={measure}>
            <dt>
              {measureRules[measure].label[locale]}{' '}
              <span className="quiet small">{measureRules[measure].definition}</span>
            </dt>
            <dd>{measureRules[measure].sentence[locale]}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
