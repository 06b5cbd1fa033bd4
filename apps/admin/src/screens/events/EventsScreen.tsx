import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { cityZone, type Role } from '@tongxin/core';
import { categoryNames, eventCategories } from '@tongxin/events/rules';
import { paperAddresses } from '@tongxin/reports/rules';
import { useLocale, useText } from '@tongxin/web/locale';
import { spanText } from '@tongxin/web/moments';
import { Select } from 'antd';
import { api, client, type Inputs, type Outputs } from '../../api.ts';
import { paths } from '../../paths.ts';
import { eventsText } from '../../text/events.ts';
import { shellText } from '../../text/shell.ts';
import { Listing } from '../../ui/Listing.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { usePages } from '../../ui/pages.ts';
import { useMyPlaces, useMyWidestPlaces } from '../../ui/places.ts';
import { StateTag } from '../../ui/StateTag.tsx';

type Row = Outputs['events']['list']['rows'][number];
type After = NonNullable<Inputs['events']['list']['after']>;

const route = getRouteApi('/inside/events');
const times = ['upcoming', 'held', 'drafts'] as const;

/** The events of the person's own offices and of what lies below them. */
export function EventsScreen() {
  const t = useText(eventsText).list;
  const { locale } = useLocale();
  const { when: asked, place, category: wanted, kind } = route.useSearch();
  const when = times.find((one) => one === asked) ?? 'upcoming';
  const category = eventCategories.find((one) => one === wanted);
  const filter = { when, divisionCode: place, category, kindId: kind };
  const held = useHeldAs();
  const pages = usePages<Row, After>(api.events.list.queryKey(filter), (after) =>
    client.events.list.query({ ...filter, after }),
  );
  return (
    <>
      <PageHead
        title={t.title}
        lead={t.lead}
        actions={
          held('host', 'county_office', 'city_office') && (
            <Link className="button button-primary" {...paths.newEvent()}>
              {t.plan}
            </Link>
          )
        }
      />
      <ul className="chips">
        {shown(times, held('host', 'county_office', 'city_office')).map((one) => (
          <li key={one}>
            <Link
              className="chip"
              {...paths.events({ when: one, place, category, kind })}
              aria-current={one === when ? 'true' : undefined}
            >
              {t[one]}
            </Link>
          </li>
        ))}
      </ul>
      <Filters when={when} place={place} category={category} kind={kind} />
      <Listing<Row>
        caption={t.title}
        pages={pages}
        keyOf={({ id }) => id}
        empty={t.empty[when]}
        columns={[
          {
            title: t.event,
            names: true,
            show: (row) => (
              <>
                <Link {...paths.event(row.id)}>{row.title}</Link>
                <div className="quiet small">
                  {row.kindName ?? categoryNames[row.category][locale]} · {row.organiser}
                </div>
              </>
            ),
          },
          { title: t.when, show: ({ startsAt, endsAt }) => spanText(startsAt, endsAt, locale) },
          { title: t.where, show: whereOf },
          { title: t.state, show: ({ state }) => <StateTag kind="event" state={state} /> },
        ]}
      />
    </>
  );
}

/** Whether the person holds one of these roles. */
function useHeldAs() {
  const { data: me } = useQuery(api.accounts.me.queryOptions());
  const held = me?.account?.grants.map(({ role }) => role) ?? [];
  return (...roles: Role[]) => roles.some((role) => held.includes(role));
}

/** The site and the words that describe the place. */
export const whereOf = ({ siteName, placeWords }: Pick<Row, 'siteName' | 'placeWords'>) =>
  [siteName, placeWords].filter((part) => part !== null).join(' ');

/** An auditor reads what was announced. */
const shown = (all: typeof times, plans: boolean) => (plans ? all : all.filter((one) => one !== 'drafts'));

type Chosen = { when: string; place?: string; category?: string; kind?: string };

function Filters({ when, place, category, kind }: Chosen) {
  const texts = useText(eventsText);
  const t = texts.list;
  const shell = useText(shellText);
  const { locale } = useLocale();
  const kinds = useQuery(api.events.kinds.queryOptions()).data ?? [];
  const navigate = useNavigate();
  const widest = useMyWidestPlaces();
  const below = useMyPlaces().filter(({ value }) => widest.every((one) => one.value !== value));
  const choose = (next: Partial<Record<'place' | 'category' | 'kind', string | undefined>>) =>
    void navigate(paths.events({ when, place, category, kind, ...next }));
  const year = Temporal.Now.plainDateISO(cityZone).year;
  const exported = new URLSearchParams({
    divisionCode: place ?? widest[0]?.value ?? '',
    kind: 'year',
    from: `${year}-01-01`,
    lang: locale,
    ...(category === undefined ? {} : { category }),
  });
  return (
    <div className="filters">
      <label>
        {shell.place}
        <Select
          value={place ?? ''}
          options={[{ value: '', label: shell.everywhere }, ...widest, ...below]}
          onChange={(next) => choose({ place: next === '' ? undefined : next })}
          showSearch={{ optionFilterProp: 'label' }}
          popupMatchSelectWidth={false}
        />
      </label>
      <label>
        {t.category}
        <Select
          value={category ?? ''}
          options={[
            { value: '', label: t.everyCategory },
            ...eventCategories.map((value) => ({ value, label: categoryNames[value][locale] })),
          ]}
          onChange={(next) => choose({ category: next === '' ? undefined : next, kind: undefined })}
          popupMatchSelectWidth={false}
        />
      </label>
      <label>
        {texts.kinds.filter}
        <Select
          value={kind ?? ''}
          options={[
            { value: '', label: texts.kinds.every },
            ...kinds
              .filter((one) => category === undefined || one.category === category)
              .map(({ id, name, active }) => ({
                value: id,
                label: active ? name : `${name}（${texts.kinds.retired}）`,
              })),
          ]}
          onChange={(next) => choose({ kind: next === '' ? undefined : next })}
          showSearch={{ optionFilterProp: 'label' }}
          popupMatchSelectWidth={false}
        />
      </label>
      <Link {...paths.eventKinds()}>{texts.kinds.manage}</Link>
      {when === 'held' && (
        <a href={`${paperAddresses.eventsXlsx}?${exported.toString()}`} download>
          {t.exportHeld}
        </a>
      )}
    </div>
  );
}
