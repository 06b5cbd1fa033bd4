import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import {
  paperAddresses,
  periodBeside,
  periodKindNames,
  periodKinds,
  periodName,
} from '@tongxin/reports/rules';
import { useLocale, useText } from '@tongxin/web/locale';
import { momentText } from '@tongxin/web/moments';
import { Select } from 'antd';
import { api, type Outputs } from '../../api.ts';
import { paths } from '../../paths.ts';
import { reportsText } from '../../text/reports.ts';
import { PageHead } from '../../ui/PageHead.tsx';
import { Shown } from '../../ui/Shown.tsx';
import { useMyWidestPlaces } from '../../ui/places.ts';
import { Definitions } from './Definitions.tsx';
import { NumberTable } from './NumberTable.tsx';
import { periodOfSearch, searchOf } from './period.ts';

export type Table = Outputs['reports']['table'];

const route = getRouteApi('/inside/reports');

/** The numbers of a place for a month, quarter or year: one row per place inside it, every number a link. */
export function TableScreen() {
  const t = useText(reportsText);
  const { locale } = useLocale();
  const navigate = useNavigate();
  const search = route.useSearch();
  const mine = useMyWidestPlaces();
  const period = periodOfSearch(search);
  const place = search.place ?? mine[0]?.value;
  const query = useQuery({
    ...api.reports.table.queryOptions({ divisionCode: place ?? '', period }),
    enabled: place !== undefined,
    placeholderData: (before) => before,
  });
  return (
    <>
      <PageHead
        title={t.title}
        lead={t.lead}
        actions={place && <Downloads place={place} search={searchOf(period)} />}
      />
      <div className="filters">
        {mine.length > 1 && (
          <label>
            {t.place}
            <Select
              value={mine.some(({ value }) => value === place) ? place : undefined}
              options={mine}
              onChange={(next) => void navigate(paths.reports({ place: next, ...searchOf(period) }))}
            />
          </label>
        )}
        <label>
          {t.kind}
          <Select
            value={period.kind}
            options={periodKinds.map((value) => ({ value, label: periodKindNames[value][locale] }))}
            onChange={(kind) => void navigate(paths.reports({ place, period: kind }))}
          />
        </label>
        <nav className="filter" aria-label={t.kind}>
          <span className="steps">
            <Link className="button" {...paths.reports({ place, ...searchOf(periodBeside(period, -1)) })}>
              <span aria-hidden="true">←</span>
              <span className="only-read-out">{t.before}</span>
            </Link>
            <strong className="period">{periodName(period, locale)}</strong>
            <Link className="button" {...paths.reports({ place, ...searchOf(periodBeside(period, 1)) })}>
              <span aria-hidden="true">→</span>
              <span className="only-read-out">{t.after}</span>
            </Link>
          </span>
        </nav>
      </div>
      <Shown query={query}>
        {(table) => (
          <>
            <Up table={table} />
            <NumberTable table={table} />
            <p className="quiet small">{t.asOf(momentText(table.asOf, locale))}</p>
            <Definitions />
          </>
        )}
      </Shown>
    </>
  );
}

/** The way back from a county's or township's table to the one that holds it. */
function Up({ table }: { table: Table }) {
  const t = useText(reportsText);
  const { code } = table.division;
  const mine = useMyWidestPlaces().map(({ value }) => value);
  const { data: path } = useQuery(api.divisions.path.queryOptions({ code }));
  const above = path?.at(-2);
  const reaches = above !== undefined && mine.some((own) => above.code.startsWith(own));
  return (
    <p className="gap-below">
      <strong>{table.division.name}</strong>
      {reaches && (
        <>
          {' · '}
          <Link {...paths.reports({ place: above.code, ...searchOf(table.period) })}>{t.up(above.name)}</Link>
        </>
      )}
    </p>
  );
}

function Downloads({ place, search }: { place: string; search: { period: string; from: string } }) {
  const t = useText(reportsText);
  const { locale } = useLocale();
  const asked = new URLSearchParams({
    divisionCode: place,
    kind: search.period,
    from: search.from,
    lang: locale,
  });
  return (
    <>
      <a className="button" href={`${paperAddresses.tableXlsx}?${asked}`} download>
        {t.xlsx}
      </a>
      <a className="button" href={`${paperAddresses.tableCsv}?${asked}`} download>
        {t.csv}
      </a>
      <a className="button" href={`${paperAddresses.strikeOffXlsx}?${asked}`} download>
        {t.strikeOff}
      </a>
    </>
  );
}
