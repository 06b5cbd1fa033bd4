import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { periodName } from '@tongxin/reports/rules';
import { useLocale, useText } from '@tongxin/web/locale';
import { dayText } from '@tongxin/web/moments';
import { api } from '../../api.ts';
import { paths } from '../../paths.ts';
import { platformsText } from '../../text/platforms.ts';
import { usePlaceNames } from '../../ui/places.ts';
import { useGround } from '../../ui/roles.ts';

/** What the sites' own offices have to see to: a county its quiet studios, the city the reviews that are due. */
export function Attention() {
  const counties = useGround('county_office').filter((code) => code.length === 6);
  const cities = useGround('city_office');
  return (
    <>
      {counties.map((code) => (
        <QuietStudios key={code} countyCode={code} />
      ))}
      {cities.length > 0 && <Reviews />}
    </>
  );
}

function QuietStudios({ countyCode }: { countyCode: string }) {
  const t = useText(platformsText).attention;
  const { locale } = useLocale();
  const nameOf = usePlaceNames();
  const { data } = useQuery(api.reports.quietStudios.queryOptions({ countyCode }));
  if (data === undefined || data.rows.length === 0) return null;
  return (
    <section className="panel">
      <details>
        <summary>
          <strong>{t.quiet(data.rows.length, periodName(data.quarter, locale))}</strong>
        </summary>
        <p className="quiet small">{t.quietLead}</p>
        <ul className="plain">
          {data.rows.map(({ id, name, placeCode }) => (
            <li key={id}>
              <Link {...paths.platform(id)}>{name}</Link> <span>{nameOf(placeCode.slice(0, 9))}</span>
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}

function Reviews() {
  const t = useText(platformsText).attention;
  const { locale } = useLocale();
  const nameOf = usePlaceNames();
  const { data = [] } = useQuery(api.platforms.reviewsDue.queryOptions());
  if (data.length === 0) return null;
  return (
    <section className="panel">
      <h2>{t.reviews(data.length)}</h2>
      <ul className="plain">
        {data.map(({ id, name, placeCode, dueOn, isLate }) => (
          <li key={id}>
            <span>
              <Link {...paths.platform(id)}>{name}</Link>{' '}
              <span className="quiet">{nameOf(placeCode.slice(0, 9))}</span>
            </span>
            <span className={isLate ? 'wrong' : 'quiet'}>
              {isLate ? t.late(dayText(dueOn ?? '', locale)) : t.due(dayText(dueOn ?? '', locale))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
