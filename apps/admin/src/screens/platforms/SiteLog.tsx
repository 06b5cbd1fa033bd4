import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { recordsOfRule, roomRuleNames, roomRules, siteRecordSentences } from '@tongxin/reports/rules';
import { ActionButton } from '@tongxin/web/action-button';
import { useLocale, useText } from '@tongxin/web/locale';
import { useState } from 'react';
import { api } from '../../api.ts';
import { paths } from '../../paths.ts';
import { platformsText } from '../../text/platforms.ts';
import { Shown } from '../../ui/Shown.tsx';

/** What the logs of a year say of the room's four rules; every number opens its records. */
export function SiteLog({ id }: { id: string }) {
  const t = useText(platformsText).one;
  const { locale } = useLocale();
  const [year, setYear] = useState<number>();
  const query = useQuery({
    ...api.reports.siteLog.queryOptions(year === undefined ? { id } : { id, year }),
    placeholderData: (before) => before,
  });
  return (
    <section className="panel">
      <h2>{t.log}</h2>
      <Shown query={query}>
        {({ year: shown, counts }) => (
          <>
            <p className="month-steps">
              <ActionButton onClick={() => setYear(shown - 1)}>{t.yearBefore}</ActionButton>{' '}
              <strong aria-live="polite">{t.year(String(shown))}</strong>{' '}
              <ActionButton onClick={() => setYear(shown + 1)}>{t.yearAfter}</ActionButton>
            </p>
            <ul className="plain">
              {roomRules.map((rule) => (
                <li key={rule}>
                  <span>
                    <strong>{roomRuleNames[rule][locale]}</strong>{' '}
                    <Link
                      {...paths.siteRecords({
                        id,
                        of: recordsOfRule[rule],
                        from: `${shown}-01-01`,
                        until: `${shown}-12-31`,
                      })}
                      aria-label={t.openRule(roomRuleNames[rule][locale], String(counts[rule]))}
                    >
                      {counts[rule]}
                    </Link>
                    <div className="quiet small">{siteRecordSentences[recordsOfRule[rule]][locale]}</div>
                  </span>
                </li>
              ))}
            </ul>
          </>
        )}
      </Shown>
    </section>
  );
}
