import { useQuery } from '@tanstack/react-query';
import { recordCategoryNames } from '@tongxin/record/rules';
import { useLocale, useText } from '@tongxin/web/locale';
import { api } from '../../api.ts';
import { recordText } from '../../text/record.ts';

/** What the member's own groups owe and have held this year. Nothing for whoever is in no group. */
export function OurYear() {
  const t = useText(recordText).ours;
  const { locale } = useLocale();
  const groups = useQuery(api.record.myGroups.queryOptions()).data ?? [];
  return groups.map(({ id, name, convenes, year, owed }) => (
    <section key={id} className="panel">
      <h2>{t.title(name, year)}</h2>
      {convenes && <p className="quiet">{t.convenes}</p>}
      {owed.every(({ held, amount }) => held >= amount) && <p>{t.nothing}</p>}
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
    </section>
  ));
}
