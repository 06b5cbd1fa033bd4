import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { siteRoleNames, siteRoles } from '@tongxin/platforms/rules';
import { useLocale, useText } from '@tongxin/web/locale';
import { Select } from 'antd';
import { api, client, type Inputs, type Outputs } from '../../api.ts';
import { paths } from '../../paths.ts';
import { platformsText } from '../../text/platforms.ts';
import { Listing } from '../../ui/Listing.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { usePages } from '../../ui/pages.ts';
import { useMyPlaces, useMyWidestPlaces, usePlaceNames } from '../../ui/places.ts';
import { useHolds } from '../../ui/roles.ts';
import { Attention } from './Attention.tsx';
import { OpenNext } from './opening.tsx';

type Row = Outputs['platforms']['list']['rows'][number];
type After = NonNullable<Inputs['platforms']['list']['after']>;

const route = getRouteApi('/inside/platforms');

/** The sites of the person's places, by place and plaque. */
export function PlatformsScreen() {
  const t = useText(platformsText);
  const { locale } = useLocale();
  const search = route.useSearch();
  const widest = useMyWidestPlaces();
  const nameOf = usePlaceNames();
  const mayKeep = useHolds('host', 'county_office', 'city_office');
  const show = search.show === 'closed' || search.show === 'examples' ? search.show : 'open';
  const filter = {
    // Sites are public, so without a place the list would be the whole city's.
    placeCode: search.place ?? widest[0]?.value,
    role: siteRoles.find((one) => one === search.role),
    closed: show === 'closed',
    ...(show === 'examples' ? { demonstration: true as const } : {}),
    ...(search.own === undefined ? {} : { own: true as const }),
  };
  const pages = usePages<Row, After>(api.platforms.list.queryKey(filter), (after) =>
    client.platforms.list.query({ ...filter, after }),
  );
  return (
    <>
      <PageHead
        title={t.title}
        lead={t.lead}
        actions={
          <>
            <Link className="button" {...paths.coverage({ place: search.place })}>
              {t.coverage}
            </Link>
            <Link className="button" {...paths.placements()}>
              {t.placements}
            </Link>
            {mayKeep && (
              <Link className="button button-primary" {...paths.newPlatform()}>
                {t.add}
              </Link>
            )}
          </>
        }
      />
      <Attention />
      <ul className="chips">
        {(['open', 'examples', 'closed'] as const).map((one) => (
          <li key={one}>
            <Link
              className="chip"
              {...paths.platforms({ ...search, show: one })}
              aria-current={one === show ? 'true' : undefined}
            >
              {t[one]}
            </Link>
          </li>
        ))}
      </ul>
      <Filters place={filter.placeCode} role={filter.role} show={show} />
      <Listing<Row>
        caption={t.title}
        pages={pages}
        keyOf={({ id }) => id}
        empty={t.empty}
        columns={[
          {
            title: t.name,
            names: true,
            show: ({ id, name, address }) => (
              <>
                <Link {...paths.platform(id)}>{name}</Link>
                <div className="quiet small">{address}</div>
              </>
            ),
          },
          { title: t.place, show: ({ townshipCode, placeCode }) => nameOf(townshipCode ?? placeCode) },
          {
            title: t.roles,
            show: ({ roles }) => (
              <div>
                {roles.map(({ role }) => (
                  <div key={role}>{siteRoleNames[role][locale]}</div>
                ))}
              </div>
            ),
          },
          {
            title: t.hours,
            show: ({ nextOpen, hasHours, hoursNote, closedOn }) =>
              closedOn === null ? (
                <div>
                  <OpenNext next={nextOpen} known={hasHours || hoursNote !== null} />
                  <div className="quiet small">{hoursNote}</div>
                </div>
              ) : (
                t.closed
              ),
          },
        ]}
      />
    </>
  );
}

type FilterProps = { place: string | undefined; role: string | undefined; show: string };

function Filters({ place, role, show }: FilterProps) {
  const t = useText(platformsText);
  const { locale } = useLocale();
  const navigate = useNavigate();
  const inside = useMyPlaces();
  const widest = useMyWidestPlaces();
  const places = [...widest.filter(({ value }) => value.length === 4), ...inside];
  const ask = (next: { place?: string; role?: string }) =>
    void navigate(paths.platforms({ place, role, show, ...next }));
  return (
    <div className="filters">
      {places.length > 1 && (
        <label>
          {t.place}
          <Select
            value={place}
            options={places}
            onChange={(next) => ask({ place: next })}
            showSearch={{ optionFilterProp: 'label' }}
            popupMatchSelectWidth={false}
          />
        </label>
      )}
      <label>
        {t.role}
        <Select
          value={role ?? ''}
          options={[
            { value: '', label: t.anyRole },
            ...siteRoles.map((one) => ({ value: one as string, label: siteRoleNames[one][locale] })),
          ]}
          onChange={(next) => ask({ role: next || undefined })}
          popupMatchSelectWidth={false}
        />
      </label>
    </div>
  );
}
