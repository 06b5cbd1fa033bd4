import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { measureRules, measures, periodName } from '@tongxin/reports/rules';
import { useLocale, useText } from '@tongxin/web/locale';
import { dayText } from '@tongxin/web/moments';
import { api, client, type Inputs, type Outputs } from '../../api.ts';
import { paths } from '../../paths.ts';
import { reportsText } from '../../text/reports.ts';
import { Listing, type Column } from '../../ui/Listing.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { usePages } from '../../ui/pages.ts';
import { usePlaceNames } from '../../ui/places.ts';
import { useNaming } from '../../ui/roles.ts';
import { StateTag } from '../../ui/StateTag.tsx';
import { periodOfSearch, searchOf } from './period.ts';

type Row = Outputs['reports']['open']['rows'][number];
type After = NonNullable<Inputs['reports']['open']['after']>;

const route = getRouteApi('/inside/reports/list');

/** The records behind one number of the table, each leading to its own page. */
export function BehindNumberScreen() {
  const texts = useText(reportsText);
  const t = texts.list;
  const { locale } = useLocale();
  const search = route.useSearch();
  const period = periodOfSearch(search);
  const measure = measures.find((one) => one === search.measure) ?? 'received';
  const divisionCode = search.place ?? '';
  const asked = { measure, divisionCode, period };
  const pages = usePages<Row, After>(api.reports.open.queryKey(asked), (after) =>
    client.reports.open.query({ ...asked, after }),
  );
  const { data } = useQuery(api.reports.open.queryOptions(asked));
  const { data: place } = useQuery(api.divisions.get.queryOptions({ code: divisionCode }));
  const columns = useColumns(measure);
  return (
    <>
      <PageHead
        title={t.title(
          place?.name ?? divisionCode,
          periodName(period, locale),
          measureRules[measure].label[locale],
        )}
        above={<Link {...paths.reports({ place: search.place, ...searchOf(period) })}>{t.back}</Link>}
        lead={
          <>
            {measureRules[measure].sentence[locale]}
            <br />
            {data && t.count(String(data.number ?? texts.noNumber))}
          </>
        }
      />
      <Listing<Row>
        caption={t.record}
        pages={pages}
        // One matter may count twice, such as when it is judged again.
        keyOf={(row) => `${row.matterId} ${row.at} ${row.amount}`}
        empty={t.empty}
        columns={columns}
      />
    </>
  );
}

function useColumns(measure: (typeof measures)[number]): Column<Row>[] {
  const texts = useText(reportsText);
  const t = texts.list;
  const { locale } = useLocale();
  const nameOf = usePlaceNames();
  const { source } = measureRules[measure];
  const naming = useNaming(t.untitled);
  const addsMore = 'entries' in source && source.adds !== 'one';
  const columns: Column<Row>[] = [
    {
      title: t.record,
      names: true,
      show: (row) => {
        const { name, link } = naming({ ...row, id: row.matterId });
        return (
          <>
            {link === null ? name : <Link {...link}>{name}</Link>}
            <div className="quiet small">
              {texts.kinds[row.kind]} {row.number}
            </div>
          </>
        );
      },
    },
    { title: t.place, show: (row) => nameOf(row.townshipCode) },
    { title: t.state, show: (row) => <StateTag kind={row.kind} state={row.state} /> },
    { title: t.day, show: (row) => dayText(row.day, locale) },
  ];
  return addsMore ? [...columns, { title: t.amount, number: true, show: (row) => row.amount }] : columns;
}
