import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { subjectNames } from '@tongxin/outreach/rules';
import { useLocale, useText } from '@tongxin/web/locale';
import { dayText } from '@tongxin/web/moments';
import { api, client, type Inputs, type Outputs } from '../../api.ts';
import { paths } from '../../paths.ts';
import { outreachText } from '../../text/outreach.ts';
import { Due } from '../../ui/Due.tsx';
import { Listing } from '../../ui/Listing.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { usePages } from '../../ui/pages.ts';
import { useMyWidestPlaces } from '../../ui/places.ts';
import { stateLabel } from '../../ui/workflows.ts';

type Row = Outputs['outreach']['leads']['list']['rows'][number];
type After = NonNullable<Inputs['outreach']['leads']['list']['after']>;

const route = getRouteApi('/inside/leads');

/** The leads of the person's offices, the most overdue first; of one visit when it is named. */
export function LeadsScreen() {
  const t = useText(outreachText);
  const { locale } = useLocale();
  const { show: asked, event } = route.useSearch();
  const show = asked === 'ended' ? 'ended' : 'open';
  const pages = usePages<Row, After>(api.outreach.leads.list.queryKey({ show, eventId: event }), (after) =>
    client.outreach.leads.list.query({ show, eventId: event, after }),
  );
  return (
    <>
      <PageHead
        title={t.title}
        lead={t.lead}
        actions={
          event === undefined ? (
            <Link className="button" {...paths.events({ when: 'held', category: 'kinship' })}>
              {t.toVisits}
            </Link>
          ) : (
            <AddTo eventId={event} />
          )
        }
      />
      <ul className="chips" aria-label={t.show}>
        {(['open', 'ended'] as const).map((one) => (
          <li key={one}>
            <Link
              className="chip"
              {...paths.leads({ show: one, event })}
              aria-current={one === show ? 'true' : undefined}
            >
              {t[one]}
            </Link>
          </li>
        ))}
      </ul>
      <Listing<Row>
        caption={t.title}
        pages={pages}
        keyOf={({ id }) => id}
        empty={t.empty}
        columns={[
          {
            title: t.organisation,
            names: true,
            show: (row) => (
              <>
                <Link {...paths.lead(row.id)}>{row.organisation}</Link>
                <div className="quiet small">{row.number}</div>
              </>
            ),
          },
          { title: t.subject, show: (row) => subjectNames[row.subject][locale] },
          { title: t.visit, show: (row) => <Link {...paths.event(row.eventId)}>{row.eventTitle}</Link> },
          {
            title: t.state,
            show: (row) => (row.quiet ? <strong>{t.quiet}</strong> : stateLabel('lead', row.state, locale)),
          },
          { title: t.lastOn, show: (row) => dayText(row.lastOn, locale) },
          { title: t.due, show: (row) => <Due at={row.dueAt} /> },
        ]}
      />
    </>
  );
}

/** Back to the visit, and for its organiser one more lead of it. */
function AddTo({ eventId }: { eventId: string }) {
  const t = useText(outreachText);
  const places = useMyWidestPlaces();
  const { data: visit } = useQuery(api.events.desk.queryOptions({ id: eventId }));
  if (visit === undefined) return null;
  const code = visit.townshipCode ?? visit.countyCode ?? visit.cityCode;
  return (
    <>
      <Link className="button" {...paths.event(eventId)}>
        {visit.title}
      </Link>
      {places.some(({ value }) => value === code) && (
        <Link className="button button-primary" {...paths.newLead(eventId)}>
          {t.add}
        </Link>
      )}
    </>
  );
}
