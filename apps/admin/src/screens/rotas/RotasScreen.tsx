import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { ActionButton } from '@tongxin/web/action-button';
import { useLocale, useText } from '@tongxin/web/locale';
import { Select } from 'antd';
import { api } from '../../api.ts';
import { paths } from '../../paths.ts';
import { rotasText } from '../../text/rotas.ts';
import { PageHead } from '../../ui/PageHead.tsx';
import { useHolds } from '../../ui/roles.ts';
import { Shown } from '../../ui/Shown.tsx';
import { monthOf, monthText } from './month.ts';
import { MonthBoard } from './MonthBoard.tsx';
import { RotaList } from './RotaList.tsx';
import { useSites } from './sites.ts';

const route = getRouteApi('/inside/rotas');

/** Who is at a site when, month by month, and the rotas that its turns come from. */
export function RotasScreen() {
  const t = useText(rotasText).board;
  const search = route.useSearch();
  const sites = useSites();
  const mayPlan = useHolds('host', 'county_office', 'city_office');
  const siteId = search.site ?? sites.data?.[0]?.id;
  return (
    <>
      <PageHead
        title={t.title}
        lead={t.lead}
        actions={
          mayPlan && (
            <Link className="button button-primary" {...paths.newRota(siteId)}>
              {t.make}
            </Link>
          )
        }
      />
      <Shown query={sites}>
        {(all) =>
          siteId === undefined ? (
            <div className="empty">{t.noSite}</div>
          ) : (
            <Site siteId={siteId} sites={all} month={monthOf(search.month)} />
          )
        }
      </Shown>
    </>
  );
}

type SiteProps = {
  siteId: string;
  sites: readonly { id: string; name: string }[];
  month: Temporal.PlainYearMonth;
};

function Site({ siteId, sites, month }: SiteProps) {
  const t = useText(rotasText).board;
  const { locale } = useLocale();
  const navigate = useNavigate();
  const query = useQuery(api.rotas.board.queryOptions({ platformId: siteId, month: month.toString() }));
  const to = (months: number) => paths.rotas({ site: siteId, month: month.add({ months }).toString() });
  return (
    <>
      <div className="filters">
        {sites.length > 1 && (
          <label>
            {t.site}
            <Select
              value={siteId}
              options={sites.map(({ id, name }) => ({ value: id, label: name }))}
              onChange={(site) => void navigate(paths.rotas({ site, month: month.toString() }))}
              showSearch={{ optionFilterProp: 'label' }}
              popupMatchSelectWidth={false}
            />
          </label>
        )}
        <nav className="month-steps">
          <Link className="button" {...to(-1)}>
            {t.earlier}
          </Link>
          <strong className="period" aria-live="polite">
            {monthText(month, locale)}
          </strong>
          <Link className="button" {...to(1)}>
            {t.later}
          </Link>
        </nav>
      </div>
      <Shown query={query}>
        {({ site, turns }) => (
          <>
            {turns.length > 0 && (
              <p className="gap-below not-printed">
                <ActionButton onClick={() => window.print()}>{t.print}</ActionButton>
              </p>
            )}
            <div className="wall">
              <h2 className="only-printed">{t.wall(site.name, monthText(month, locale))}</h2>
              <MonthBoard month={month} turns={turns} />
            </div>
          </>
        )}
      </Shown>
      <RotaList siteId={siteId} />
    </>
  );
}
