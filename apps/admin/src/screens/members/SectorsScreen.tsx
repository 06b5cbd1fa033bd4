import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useLocale, useText } from '@tongxin/web/locale';
import { api } from '../../api.ts';
import { paths } from '../../paths.ts';
import { membersText } from '../../text/members.ts';
import { Rows } from '../../ui/Listing.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { Shown } from '../../ui/Shown.tsx';
import { CommitteeFilter } from './CommitteeFilter.tsx';

const route = getRouteApi('/inside/sectors');

/** How many members each sector has; each number opens its list. In the order of the list, never by number. */
export function SectorsScreen() {
  const t = useText(membersText);
  const { locale } = useLocale();
  const { committee } = route.useSearch();
  const navigate = useNavigate();
  const counts = useQuery(api.members.bySector.queryOptions({ divisionCode: committee }));
  return (
    <>
      <PageHead
        title={t.sectors.title}
        lead={t.sectors.lead}
        above={<Link {...paths.members()}>{t.title}</Link>}
      />
      <CommitteeFilter value={committee} all onChange={(next) => void navigate(paths.sectors(next))} />
      <Shown query={counts}>
        {(rows) =>
          rows.length === 0 ? (
            <div className="empty">{t.sectors.empty}</div>
          ) : (
            <Rows
              caption={t.sectors.title}
              rows={rows}
              keyOf={({ sectorCode }) => sectorCode}
              columns={[
                {
                  title: t.sector,
                  names: true,
                  show: ({ nameZh, nameEn }) => (locale === 'en' ? nameEn : nameZh) ?? t.noSector,
                },
                {
                  title: t.sectors.members,
                  number: true,
                  show: ({ sectorCode, members }) => (
                    <Link {...paths.members({ committee, sector: sectorCode })}>{members}</Link>
                  ),
                },
              ]}
            />
          )
        }
      </Shown>
    </>
  );
}
