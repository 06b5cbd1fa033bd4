import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useLocale, useText } from '@tongxin/web/locale';
import { spanText } from '@tongxin/web/moments';
import { Select } from 'antd';
import { api, client, type Inputs, type Outputs } from '../../api.ts';
import { paths } from '../../paths.ts';
import { deliberationsText } from '../../text/deliberations.ts';
import { shellText } from '../../text/shell.ts';
import { Listing } from '../../ui/Listing.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { usePages } from '../../ui/pages.ts';
import { useMyPlaces } from '../../ui/places.ts';
import { useHolds } from '../../ui/roles.ts';
import { StateTag } from '../../ui/StateTag.tsx';

type Row = Outputs['deliberations']['sessions']['list']['rows'][number];
type After = NonNullable<Inputs['deliberations']['sessions']['list']['after']>;

const route = getRouteApi('/inside/sessions');

/** What is coming and what has been held, first in the person's own place. */
export function SessionsScreen() {
  const t = useText(deliberationsText).sessions;
  const shell = useText(shellText);
  const { locale } = useLocale();
  const navigate = useNavigate();
  const places = useMyPlaces();
  const maySchedule = useHolds('host', 'county_office');
  const maySetMethod = useHolds('county_office', 'city_office');
  const { when: asked, place } = route.useSearch();
  const when = asked === 'past' ? 'past' : 'upcoming';
  // Notices are public, so without a place the list would be the whole city's.
  const divisionCode = place ?? places[0]?.value;
  const pages = usePages<Row, After>(
    api.deliberations.sessions.list.queryKey({ when, divisionCode }),
    (after) => client.deliberations.sessions.list.query({ when, divisionCode, after }),
  );
  return (
    <>
      <PageHead
        title={t.title}
        lead={t.lead}
        actions={
          <>
            {maySetMethod && <Link {...paths.method()}>{t.method}</Link>}
            {maySchedule && (
              <Link className="button button-primary" {...paths.newSession()}>
                {t.schedule}
              </Link>
            )}
          </>
        }
      />
      <ul className="chips">
        {(['upcoming', 'past'] as const).map((one) => (
          <li key={one}>
            <Link
              className="chip"
              {...paths.sessions({ when: one, place })}
              aria-current={one === when ? 'true' : undefined}
            >
              {t[one]}
            </Link>
          </li>
        ))}
      </ul>
      {places.length > 1 && (
        <div className="filters">
          <label>
            {shell.place}
            <Select
              value={divisionCode}
              options={places}
              onChange={(next) => void navigate(paths.sessions({ when, place: next }))}
              showSearch={{ optionFilterProp: 'label' }}
              popupMatchSelectWidth={false}
            />
          </label>
        </div>
      )}
      <Listing<Row>
        caption={t.title}
        pages={pages}
        keyOf={({ id }) => id}
        empty={when === 'past' ? t.emptyPast : t.emptyUpcoming}
        columns={[
          {
            title: t.session,
            names: true,
            show: ({ id, title, number }) => (
              <>
                <Link {...paths.session(id)}>{title}</Link>
                <div className="quiet small">{number}</div>
              </>
            ),
          },
          { title: t.when, show: ({ startsAt, endsAt }) => spanText(startsAt, endsAt, locale) },
          { title: t.hall, show: ({ hall }) => hall },
          {
            title: t.seats,
            show: ({ residentSeats, seatsLeft }) => t.seatCount(residentSeats - seatsLeft, residentSeats),
          },
          { title: t.state, show: ({ state }) => <StateTag kind="session" state={state} /> },
        ]}
      />
    </>
  );
}
