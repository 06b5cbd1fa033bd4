import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { siteRecords, siteRecordSentences } from '@tongxin/reports/rules';
import { useLocale, useText } from '@tongxin/web/locale';
import { dayText, momentText } from '@tongxin/web/moments';
import { api, client, type Inputs, type Outputs } from '../../api.ts';
import { pathOfMatter, paths } from '../../paths.ts';
import { platformsText } from '../../text/platforms.ts';
import { Listing } from '../../ui/Listing.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { usePages } from '../../ui/pages.ts';
import { useHolds } from '../../ui/roles.ts';

type Row = Outputs['reports']['siteRecords']['rows'][number];
type After = NonNullable<Inputs['reports']['siteRecords']['after']>;

const route = getRouteApi('/inside/platforms/$id/records');

/** The records behind one number of a site's log or of its standard. */
export function SiteRecordsScreen() {
  const t = useText(platformsText).one;
  const { locale } = useLocale();
  const { id } = route.useParams();
  const search = route.useSearch();
  const records = siteRecords.find((one) => one === search.of) ?? 'visitors';
  const asked = { id, records, from: search.from ?? '', until: search.until ?? '' };
  const { data: site } = useQuery(api.platforms.get.queryOptions({ id }));
  const pages = usePages<Row, After>(api.reports.siteRecords.queryKey(asked), (after) =>
    client.reports.siteRecords.query({ ...asked, after }),
  );
  return (
    <>
      <PageHead
        title={t.records}
        above={<Link {...paths.platform(id)}>{site?.name ?? t.backToSite}</Link>}
        lead={
          <>
            {siteRecordSentences[records][locale]}
            {search.from !== undefined && search.until !== undefined && (
              <>
                <br />
                {t.recordDays(dayText(search.from, locale), dayText(search.until, locale))}
              </>
            )}
          </>
        }
      />
      <Listing<Row>
        caption={t.records}
        pages={pages}
        keyOf={({ id: key }) => key}
        empty={t.noRecords}
        columns={[
          { title: t.recordWhat, names: true, show: (row) => <Named row={row} /> },
          { title: t.recordWhen, show: ({ at }) => momentText(at, locale) },
        ]}
      />
    </>
  );
}

function Named({ row: { title, opens, opensId } }: { row: Row }) {
  const t = useText(platformsText).one;
  // Auditors read that a matter is there, not what was written about it.
  const opensMatters = useHolds('host', 'county_office', 'city_office');
  const name = title ?? t.recordOf[opens];
  if (opens === 'turn') return <Link {...paths.turn(opensId)}>{name}</Link>;
  if (opens === 'issue' && !opensMatters) return name;
  return <Link {...pathOfMatter(opens === 'line' ? 'outcome_line' : opens, opensId)}>{name}</Link>;
}
