import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { siteRoleNames, siteRoles } from '@tongxin/platforms/rules';
import { useLocale, useText } from '@tongxin/web/locale';
import { momentText } from '@tongxin/web/moments';
import { Select } from 'antd';
import { api, type Outputs } from '../../api.ts';
import { paths } from '../../paths.ts';
import { platformsText } from '../../text/platforms.ts';
import { Rows, type Column } from '../../ui/Listing.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { useMyWidestPlaces } from '../../ui/places.ts';
import { Shown } from '../../ui/Shown.tsx';
import { Grid } from './CoverageGrid.tsx';

type Table = Outputs['reports']['coverage'];
type Row = Omit<Table['rows'][number], 'own'> & { kind: 'own' | 'inside' | 'total' };

const route = getRouteApi('/inside/coverage');

/** How far the network reaches: sites, plaques and halls in use, by division; every number opens its list. */
export function CoverageScreen() {
  const texts = useText(platformsText);
  const t = texts.cover;
  const { locale } = useLocale();
  const navigate = useNavigate();
  const mine = useMyWidestPlaces();
  const search = route.useSearch();
  const place = search.place ?? mine[0]?.value;
  const query = useQuery({
    ...api.reports.coverage.queryOptions({ divisionCode: place ?? '' }),
    enabled: place !== undefined,
    placeholderData: (before) => before,
  });
  return (
    <>
      <PageHead title={t.title} lead={t.lead} above={<Link {...paths.platforms()}>{texts.title}</Link>} />
      {mine.length > 1 && (
        <div className="filters">
          <label>
            {t.place}
            <Select
              value={place}
              options={mine}
              onChange={(next) => void navigate(paths.coverage({ place: next }))}
            />
          </label>
        </div>
      )}
      <Shown query={query}>
        {(table) => (
          <>
            <Up code={table.division.code} />
            <Numbers table={table} />
            <Grid code={table.division.code} />
            <p className="quiet small">{t.asOf(momentText(table.asOf, locale))}</p>
          </>
        )}
      </Shown>
    </>
  );
}

function Up({ code }: { code: string }) {
  const t = useText(platformsText).cover;
  const mine = useMyWidestPlaces().map(({ value }) => value);
  const { data: path } = useQuery(api.divisions.path.queryOptions({ code }));
  const above = path?.at(-2);
  if (above === undefined || !mine.some((own) => above.code.startsWith(own))) return null;
  return (
    <p className="gap-below">
      <Link {...paths.coverage({ place: above.code })}>{t.up(above.name)}</Link>
    </p>
  );
}

function Numbers({ table }: { table: Table }) {
  const t = useText(platformsText).cover;
  const { division, rows, total } = table;
  const all: Row[] = [
    { ...total, code: division.code, name: t.total, kind: 'total' },
    ...rows.map(({ own, ...row }): Row => ({ ...row, kind: own ? 'own' : 'inside' })),
  ];
  const hasInside = division.level !== 'township';
  const columns: Column<Row>[] = [
    {
      title: t.place,
      names: true,
      show: ({ kind, code, name }) => {
        if (kind === 'own') return t.own(name);
        return kind === 'inside' && hasInside ? (
          <Link {...paths.coverage({ place: code })}>{name}</Link>
        ) : (
          name
        );
      },
    },
    {
      title: t.sites,
      number: true,
      show: (row) => <Opens row={row} what={t.sites} count={row.sites} link={paths.platforms(listOf(row))} />,
    },
    {
      title: t.halls,
      number: true,
      show: (row) => (
        <Opens
          row={row}
          what={t.halls}
          count={row.halls}
          link={paths.platforms({ ...listOf(row), role: 'hall' })}
        />
      ),
    },
    {
      title: t.covered,
      number: true,
      show: (row) => (
        <Opens
          row={row}
          what={t.covered}
          count={row.covered}
          link={paths.coverageHalls({ place: row.code, covered: 'yes' })}
        />
      ),
    },
    {
      title: t.uncovered,
      number: true,
      show: (row) => (
        <Opens
          row={row}
          what={t.uncovered}
          count={row.halls - row.covered}
          link={paths.coverageHalls({ place: row.code, covered: 'no' })}
        />
      ),
    },
    { title: t.byRole, show: (row) => <ByRole row={row} /> },
  ];
  return (
    <Rows<Row> caption={t.title} rows={all} keyOf={({ kind, code }) => `${kind} ${code}`} columns={columns} />
  );
}

const listOf = ({ kind, code }: Row) => ({ place: code, ...(kind === 'own' ? { own: 'yes' } : {}) });

/** Every plaque but the halls', which have a column of their own. */
function ByRole({ row }: { row: Row }) {
  const { locale } = useLocale();
  const hung = siteRoles.filter((role) => role !== 'hall' && (row.roles[role] ?? 0) > 0);
  return (
    <div>
      {hung.map((role) => (
        <div key={role}>
          {siteRoleNames[role][locale]}{' '}
          <Opens
            row={row}
            what={siteRoleNames[role][locale]}
            count={row.roles[role] ?? 0}
            link={paths.platforms({ ...listOf(row), role })}
          />
        </div>
      ))}
    </div>
  );
}

type ListLink = ReturnType<typeof paths.platforms> | ReturnType<typeof paths.coverageHalls>;

function Opens({ row, what, count, link }: { row: Row; what: string; count: number; link: ListLink }) {
  const t = useText(platformsText).cover;
  return (
    <Link {...link} aria-label={t.open(row.name, what, String(count))}>
      {count}
    </Link>
  );
}
