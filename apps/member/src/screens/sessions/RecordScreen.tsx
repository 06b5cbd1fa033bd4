import { useInfiniteQuery } from '@tanstack/react-query';
import { ActionButton } from '@tongxin/web/action-button';
import { useText } from '@tongxin/web/locale';
import { isoDayOf } from '@tongxin/web/moments';
import { api, client, type Outputs } from '../../api.ts';
import { sessionsText } from '../../text/sessions.ts';
import { shellText } from '../../text/shell.ts';
import { PageHead } from '../../ui/PageHead.tsx';
import { Shown } from '../../ui/Shown.tsx';
import { SessionCard, type MySession } from './SessionCard.tsx';

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
      <Shown query={query}>
        {({ pages }) => {
          const rows = pages.flatMap((page) => page.rows);
          if (rows.length === 0) return <p className="empty">{t.none}</p>;
          return (
            <>
              {byYear(rows).map(([year, ofYear]) => (
                <section key={year}>
                  <h2>{t.year(year)}</h2>
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
