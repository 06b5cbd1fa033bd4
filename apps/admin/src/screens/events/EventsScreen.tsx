import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { categoryNames, eventCategories } from '@tongxin/events/rules';
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
  const { when: asked, place, category: wanted } = route.useSearch();
  const when = times.find((one) => one === asked) ?? 'upcoming';
  const category = eventCategories.find((one) => one === wanted);
  const filter = { when, divisionCode: place, category };
  const pages = usePages<Row, After>(api.events.list.queryKey(filter), (after) =>
    client.events.list.query({ ...filter, after }),
  );
  return (
    <>
      <PageHead
        title={t.title}
        lead={t.lead}
        actions={
          <Link className="button button-primary" {...paths.newEvent()}>
            {t.plan}
          </Link>
        }
      />
      <ul className="chips">
        {times.map((one) => (
          <li key={one}>
            <Link
              className="chip"
              {...paths.events({ when: one, place, category })}
              aria-current={one === when ? 'true' : undefined}
            >
              {t[one]}
            </Link>
          </li>
        ))}
      </ul>
      <Filters when={when} place={place} category={category} />
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

/** The site and the words that describe the place. */
export const whereOf = ({ siteName, placeWords }: Pick<Row, 'siteName' | 'placeWords'>) =>
  [siteName, placeWords].filter((part) => part !== null).join(' ');

function Filters({ when, place, category }: { when: string; place?: string; category?: string }) {
  const t = useText(eventsText).list;
  const shell = useText(shellText);
  const { locale } = useLocale();
  const navigate = useNavigate();
  const widest = useMyWidestPlaces();
  const below = useMyPlaces().filter(({ value }) => widest.every((one) => one.value !== value));
  const choose = (next: { place?: string | undefined; category?: string | undefined }) =>
    void navigate(paths.events({ when, place, category, ...next }));
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
          onChange={(next) => choose({ category: next === '' ? undefined : next })}
          popupMatchSelectWidth={false}
        />
      </label>
    </div>
  );
}
