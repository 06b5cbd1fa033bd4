import { useInfiniteQuery } from '@tanstack/react-query';
import { ActionButton } from '@tongxin/web/action-button';
import { attendanceNames } from '@tongxin/events/rules';
import { useLocale, useText } from '@tongxin/web/locale';
import { isoDayOf, spanText } from '@tongxin/web/moments';
import { api, client, type Outputs } from '../../api.ts';
import { paths } from '../../paths.ts';
import { sessionsText } from '../../text/sessions.ts';
import { shellText } from '../../text/shell.ts';
import { Go } from '../../ui/Go.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { Shown } from '../../ui/Shown.tsx';
import { SessionCard, type MySession } from './SessionCard.tsx';

type MyEvents = Outputs['events']['myRecord'];
type MySessions = Outputs['deliberations']['sessions']['mine'];

/** What the member was asked to so far, newest first, with what the host wrote down. */
export function RecordScreen() {
  const t = useText(sessionsText).record;
  const shell = useText(shellText);
  const query = useInfiniteQuery({
    queryKey: [...api.deliberations.sessions.mine.queryKey({ when: 'past' }), 'pages'],
    queryFn: ({ pageParam }) =>
      client.deliberations.sessions.mine.query({ when: 'past', ...(pageParam && { after: pageParam }) }),
    initialPageParam: null as MySessions['next'],
    getNextPageParam: ({ next }: MySessions) => next ?? undefined,
  });
  return (
    <>
      <PageHead title={t.title} lead={t.lead} />
      <EventsRecord />
      <h2>{t.sessions}</h2>
      <Shown query={query}>
        {({ pages }) => {
          const rows = pages.flatMap((page) => page.rows);
          if (rows.length === 0) return <p className="empty">{t.none}</p>;
          return (
            <>
              {byYear(rows).map(([year, ofYear]) => (
                <section key={year}>
                  <h3>{t.year(year)}</h3>
                  <ul className="cards">
                    {ofYear.map((row) => (
                      <SessionCard key={row.id} session={row} mark={<Attended session={row} />} />
                    ))}
                  </ul>
                </section>
              ))}
              {query.hasNextPage && (
                <ActionButton busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                  {shell.more}
                </ActionButton>
              )}
              <p className="after quiet">{t.objection}</p>
            </>
          );
        }}
      </Shown>
    </>
  );
}

/** Meetings and events, as their organisers wrote down who was there. */
function EventsRecord() {
  const t = useText(sessionsText).record;
  const shell = useText(shellText);
  const { locale } = useLocale();
  const query = useInfiniteQuery({
    queryKey: [...api.events.myRecord.queryKey({}), 'pages'],
    queryFn: ({ pageParam }) => client.events.myRecord.query(pageParam ? { after: pageParam } : {}),
    initialPageParam: null as MyEvents['next'],
    getNextPageParam: ({ next }: MyEvents) => next ?? undefined,
  });
  return (
    <section>
      <h2>{t.events}</h2>
      <Shown query={query}>
        {({ pages }) => {
          const rows = pages.flatMap((page) => page.rows);
          if (rows.length === 0) return <p className="empty">{t.noEvents}</p>;
          return (
            <ul className="cards">
              {rows.map(({ id, title, startsAt, endsAt, organiser, attendance }) => (
                <li key={id} className="card">
                  <Go {...paths.event(id)}>
                    <span className="card-when">{spanText(startsAt, endsAt, locale)}</span>
                    <strong className="card-title">{title}</strong>
                    <span className="quiet">{organiser}</span>
                    <span className="marks">
                      <span className={attendance === 'attended' ? 'mark mark-done' : 'mark'}>
                        {attendanceNames[attendance][locale]}
                      </span>
                    </span>
                  </Go>
                </li>
              ))}
            </ul>
          );
        }}
      </Shown>
      {query.hasNextPage && (
        <ActionButton busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {shell.more}
        </ActionButton>
      )}
    </section>
  );
}

function Attended({ session: { attended, cancelledAt } }: { session: MySession }) {
  const t = useText(sessionsText).record.attended;
  if (cancelledAt !== null) return null;
  return (
    <span className={attended === 'yes' ? 'mark mark-done' : 'mark'}>
      {attended === null ? t.none : t[attended]}
    </span>
  );
}

/** In the order in which they come: newest year first. */
function byYear(rows: readonly MySession[]): [string, MySession[]][] {
  const years = new Map<string, MySession[]>();
  for (const row of rows) {
    const year = isoDayOf(row.startsAt).slice(0, 4);
    years.set(year, [...(years.get(year) ?? []), row]);
  }
  return [...years];
}
