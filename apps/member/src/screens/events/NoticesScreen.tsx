import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { eventNames } from '@tongxin/notices/rules';
import { ActionButton } from '@tongxin/web/action-button';
import { useLocale, useText } from '@tongxin/web/locale';
import { momentText } from '@tongxin/web/moments';
import { api, client, queryClient, type Outputs } from '../../api.ts';
import { paths } from '../../paths.ts';
import { askedText } from '../../text/asked.ts';
import { shellText } from '../../text/shell.ts';
import { Go } from '../../ui/Go.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { Problem } from '../../ui/Problem.tsx';
import { Shown } from '../../ui/Shown.tsx';

type Page = Outputs['notices']['list'];
type Row = Page['rows'][number];

/** How many can be marked at once. */
const atOnce = 100;

/** What the member was told: asked to an event, an event moved or called off; newest first. */
export function NoticesScreen() {
  const t = useText(askedText);
  const shell = useText(shellText);
  const query = useInfiniteQuery({
    queryKey: [...api.notices.list.queryKey({ mine: true }), 'pages'],
    queryFn: ({ pageParam }) =>
      client.notices.list.query({ mine: true, ...(pageParam && { after: pageParam }) }),
    initialPageParam: null as Page['next'],
    getNextPageParam: ({ next }: Page) => next ?? undefined,
  });
  return (
    <>
      <PageHead title={t.notices.title} lead={t.notices.lead} back={<Go {...paths.home()}>{t.back}</Go>} />
      <Shown query={query}>
        {({ pages }) => {
          const rows = pages.flatMap((page) => page.rows);
          if (rows.length === 0) return <p className="empty">{t.notices.none}</p>;
          return (
            <>
              <SeenAll rows={rows} />
              <ul className="cards">
                {rows.map((row) => (
                  <NoticeCard key={row.id} row={row} />
                ))}
              </ul>
              {query.hasNextPage && (
                <ActionButton busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                  {shell.more}
                </ActionButton>
              )}
            </>
          );
        }}
      </Shown>
    </>
  );
}

function SeenAll({ rows }: { rows: readonly Row[] }) {
  const t = useText(askedText).notices;
  const fresh = rows.filter(({ seenAt }) => seenAt === null).map(({ id }) => id);
  const marking = useMutation({
    mutationFn: () => client.notices.seen.mutate({ ids: fresh.slice(0, atOnce) }),
    onSuccess: () => queryClient.invalidateQueries(),
  });
  if (fresh.length === 0) return null;
  return (
    <>
      {marking.isError && <Problem error={marking.error} />}
      <p>
        <ActionButton busy={marking.isPending} onClick={() => marking.mutate()}>
          {t.seen}
        </ActionButton>
      </p>
    </>
  );
}

function NoticeCard({ row: { event, at, seenAt, matterId, number } }: { row: Row }) {
  const t = useText(askedText).notices;
  const { locale } = useLocale();
  return (
    <li className="card">
      <Go {...paths.event(matterId)}>
        <span className="card-when">{momentText(at, locale)}</span>
        <strong className="card-title">{eventNames[event][locale]}</strong>
        <span className="quiet">{t.event(number)}</span>
        {seenAt === null && (
          <span className="marks">
            <span className="mark mark-soon">{t.fresh}</span>
          </span>
        )}
      </Go>
    </li>
  );
}
