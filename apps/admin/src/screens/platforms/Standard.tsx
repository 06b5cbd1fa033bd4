import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { siteRoleNames } from '@tongxin/platforms/rules';
import { checksOf, sixHaveNames } from '@tongxin/reports/rules';
import { useLocale, useText } from '@tongxin/web/locale';
import { api, type Outputs } from '../../api.ts';
import { paths } from '../../paths.ts';
import { platformsText } from '../../text/platforms.ts';
import { Shown } from '../../ui/Shown.tsx';

type Role = Outputs['reports']['siteStandard']['roles'][number];

/** The six of the standard for each plaque, judged from records; what lacks says what would show it. */
export function Standard({ id }: { id: string }) {
  const t = useText(platformsText).one;
  const query = useQuery(api.reports.siteStandard.queryOptions({ id }));
  return (
    <section className="panel">
      <h2>{t.standard}</h2>
      <Shown query={query}>
        {({ roles }) => roles.map((role) => <RoleItems key={role.role} id={id} role={role} />)}
      </Shown>
      <p className="quiet small">{t.standardLead}</p>
    </section>
  );
}

function RoleItems({ id, role: { role, items } }: { id: string; role: Role }) {
  const t = useText(platformsText).one;
  const { locale } = useLocale();
  const name = siteRoleNames[role][locale];
  const missing = items.filter(({ has }) => !has).length;
  return (
    <details open={missing > 0}>
      <summary>{missing === 0 ? t.allSix(name) : t.missingOfSix(name, missing)}</summary>
      <ul className="plain">
        {items.map(({ item, has, log }) => (
          <li key={item}>
            <span>
              <strong>{sixHaveNames[item][locale]}</strong> ·{' '}
              <span className={has ? undefined : 'wrong'}>{has ? t.has : t.lacks}</span> ·{' '}
              <span className="quiet">{checksOf(role)[item].sentence[locale]}</span>
              {log !== null && (
                <>
                  {' '}
                  <Link
                    {...paths.siteRecords({
                      id,
                      of: log.records,
                      from: log.from,
                      until: log.until,
                    })}
                  >
                    {t.openRecords(String(log.number))}
                  </Link>
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
