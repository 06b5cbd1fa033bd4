import { useQuery } from '@tanstack/react-query';
import { recordCategoryNames } from '@tongxin/record/rules';
import { useLocale, useText } from '@tongxin/web/locale';
import { api } from '../../api.ts';
import { recordText } from '../../text/record.ts';

/** What the member's own groups owe and have held this year, a line each to open. Nothing for whoever is in no group. */
export function OurYear() {
  const t = useText(recordText).ours;
  const { locale } = useLocale();
  const groups = useQuery(api.record.myGroups.queryOptions()).data ?? [];
  if (groups.length === 0) return null;
  return (
    <section className="panel">
      <h2>{t.title}</h2>
      {groups.map(({ id, name, convenes, year, owed }) => {
        const missing = owed.reduce((sum, { amount, held }) => sum + Math.max(0, amount - held), 0);
        return (
          <details key={id}>
            <summary>
              {t.group(name, year)}{' '}
              <span className="quiet">{missing === 0 ? t.nothing : t.missing(missing)}</span>
            </summary>
            {convenes && <p className="quiet">{t.convenes}</p>}
            <ul className="plain">
              {owed.map(({ category, amount, held }) => {
                const what = recordCategoryNames[category][locale];
                return (
                  <li key={category}>
                    {held < amount ? <strong>{t.short(what, amount - held)}</strong> : what}{' '}
                    <span className="quiet">{amount === 0 ? t.heldOnly(held) : t.heldOf(held, amount)}</span>
                  </li>
                );
              })}
            </ul>
          </details>
        );
      })}
    </section>
  );
}
