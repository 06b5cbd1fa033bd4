import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useLocale, useText } from '@tongxin/web/locale';
import { dayText } from '@tongxin/web/moments';
import { Select } from 'antd';
import { api, client, type Inputs, type Outputs } from '../../api.ts';
import { paths } from '../../paths.ts';
import { platformsText } from '../../text/platforms.ts';
import { TextField } from '../../ui/fields.tsx';
import { Listing } from '../../ui/Listing.tsx';
import { MoveButton } from '../../ui/MoveButton.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { usePages } from '../../ui/pages.ts';
import { useMyPlaces, useMyWidestPlaces, usePlaceNames } from '../../ui/places.ts';
import { useHolds } from '../../ui/roles.ts';
import { SitePicker } from './SitePicker.tsx';

type Placed = Outputs['platforms']['placements']['rows'][number];
type Unplaced = Outputs['platforms']['unplaced']['rows'][number];
type After = NonNullable<Inputs['platforms']['placements']['after']>;
type Entry = { platformId: string; reason: string };

const route = getRouteApi('/inside/placements');

/** Who stands behind which site, and who of the members stands behind none. */
export function PlacementsScreen() {
  const texts = useText(platformsText);
  const t = texts.placed;
  const navigate = useNavigate();
  const search = route.useSearch();
  const inside = useMyPlaces();
  const widest = useMyWidestPlaces();
  const places = [...widest.filter(({ value }) => value.length === 4), ...inside];
  const place = search.place ?? widest[0]?.value;
  const show = search.show === 'unplaced' ? 'unplaced' : 'placed';
  const { data: counts } = useQuery({
    ...api.platforms.countPlacements.queryOptions({ divisionCode: place ?? '' }),
    enabled: place !== undefined,
  });
  return (
    <>
      <PageHead title={t.title} lead={t.lead} above={<Link {...paths.platforms()}>{texts.title}</Link>} />
      <ul className="chips">
        {(['placed', 'unplaced'] as const).map((one) => (
          <li key={one}>
            <Link
              className="chip"
              {...paths.placements({ place, show: one })}
              aria-current={one === show ? 'true' : undefined}
            >
              {t[one](String(counts?.[one] ?? ''))}
            </Link>
          </li>
        ))}
      </ul>
      {places.length > 1 && (
        <div className="filters">
          <label>
            {t.place}
            <Select
              value={place}
              options={places}
              onChange={(next) => void navigate(paths.placements({ place: next, show }))}
              showSearch={{ optionFilterProp: 'label' }}
              popupMatchSelectWidth={false}
            />
          </label>
        </div>
      )}
      {place !== undefined && (show === 'placed' ? <PlacedList place={place} /> : <GapList place={place} />)}
    </>
  );
}

function PlacedList({ place }: { place: string }) {
  const t = useText(platformsText).placed;
  const { locale } = useLocale();
  const nameOf = usePlaceNames();
  const asked = { divisionCode: place };
  const pages = usePages<Placed, After>(api.platforms.placements.queryKey(asked), (after) =>
    client.platforms.placements.query({ ...asked, after }),
  );
  return (
    <Listing<Placed>
      caption={t.title}
      pages={pages}
      keyOf={({ id }) => id}
      empty={t.emptyPlaced}
      columns={[
        { title: t.member, names: true, show: ({ name }) => name },
        {
          title: t.site,
          show: ({ platformId, platform }) => <Link {...paths.platform(platformId)}>{platform}</Link>,
        },
        { title: t.place, show: ({ placeCode }) => nameOf(placeCode.slice(0, 9)) },
        { title: t.since, show: ({ fromOn }) => dayText(fromOn, locale) },
        { title: t.why, show: ({ reason }) => reason },
      ]}
    />
  );
}

function GapList({ place }: { place: string }) {
  const texts = useText(platformsText);
  const t = texts.placed;
  const mayPlace = useHolds('county_office', 'city_office');
  const asked = { divisionCode: place };
  const pages = usePages<Unplaced, After>(api.platforms.unplaced.queryKey(asked), (after) =>
    client.platforms.unplaced.query({ ...asked, after }),
  );
  const assign = {
    title: t.assign,
    show: ({ id }: Unplaced) => (
      <MoveButton<Entry>
        label={t.assign}
        send={({ platformId, reason }) => client.platforms.place.mutate({ memberId: id, platformId, reason })}
      >
        <SitePicker />
        <TextField name="reason" label={t.why} rows={2} max={200} />
      </MoveButton>
    ),
  };
  return (
    <Listing<Unplaced>
      caption={t.title}
      pages={pages}
      keyOf={({ id }) => id}
      empty={place.length === 9 ? t.noSuch : t.emptyUnplaced}
      columns={[{ title: t.member, names: true, show: ({ name }) => name }, ...(mayPlace ? [assign] : [])]}
    />
  );
}
