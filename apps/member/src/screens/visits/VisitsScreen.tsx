import { useInfiniteQuery } from '@tanstack/react-query';
import { messages as spine } from '@tongxin/matters/messages';
import { messages } from '@tongxin/visits/messages';
import { ActionButton } from '@tongxin/web/action-button';
import { useLocale, useText } from '@tongxin/web/locale';
import { dayText, isoDayOf, standingOf } from '@tongxin/web/moments';
import { useState } from 'react';
import { api, client, queryClient, type Outputs } from '../../api.ts';
import { paths } from '../../paths.ts';
import { askedText } from '../../text/asked.ts';
import { shellText } from '../../text/shell.ts';
import { AreaField } from '../../ui/fields.tsx';
import { Go } from '../../ui/Go.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { SendForm } from '../../ui/SendForm.tsx';
import { Shown } from '../../ui/Shown.tsx';

type Page = Outputs['visits']['mine'];
type Visit = Page['rows'][number];
type Ask = Visit['asks'][number];

const refused = { ...spine, ...messages };

/** Who comes to listen to the member and when, what the member asked, and what was answered. */
export function VisitsScreen() {
  const t = useText(askedText);
  const shell = useText(shellText);
  const query = useInfiniteQuery({
    queryKey: [...api.visits.mine.queryKey({}), 'pages'],
    queryFn: ({ pageParam }) => client.visits.mine.query({ ...(pageParam && { after: pageParam }) }),
    initialPageParam: null as Page['next'],
    getNextPageParam: ({ next }: Page) => next ?? undefined,
  });
  return (
    <>
      <PageHead title={t.visits.title} lead={t.visits.lead} back={<Go {...paths.home()}>{t.back}</Go>} />
      <Shown query={query}>
        {({ pages }) => {
          const rows = pages.flatMap((page) => page.rows);
          if (rows.length === 0) return <p className="empty">{t.visits.none}</p>;
          return (
            <>
              {rows.map((visit) => (
                <VisitPart key={visit.id} visit={visit} />
              ))}
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

function VisitPart({ visit: { visitOn, visitedOn, visitors, organiser, asks } }: { visit: Visit }) {
  const t = useText(askedText).visits;
  const { locale } = useLocale();
  return (
    <section className="panel">
      <h2>{visitedOn === null ? t.comes(dayText(visitOn, locale)) : t.came(dayText(visitedOn, locale))}</h2>
      <p className="quiet">
        {visitors}
        <br />
        {organiser}
      </p>
      {visitedOn !== null && asks.length === 0 && <p>{t.noAsks}</p>}
      {asks.length > 0 && (
        <>
          <h3>{t.asks}</h3>
          <ul className="plain">
            {asks.map((ask) => (
              <AskLine key={ask.id} ask={ask} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function AskLine({ ask }: { ask: Ask }) {
  const t = useText(askedText).visits;
  const { locale } = useLocale();
  const [asking, setAsking] = useState(false);
  const [words, setWords] = useState('');
  const { answer, answeredAt, answerBy, followsId, mayAskAgain } = ask;
  return (
    <li>
      <strong>
        {followsId !== null && `${t.again} · `}
        {ask.words}
      </strong>
      {answer !== null && <p className="words">{answer}</p>}
      <span className="marks">
        <span className={answeredAt === null ? 'mark mark-soon' : 'mark mark-done'}>
          {answeredAt === null
            ? t.until(dayText(standingOf(answerBy).lastDay, locale))
            : t.answered(dayText(isoDayOf(answeredAt), locale))}
        </span>
      </span>
      {mayAskAgain && !asking && <ActionButton onClick={() => setAsking(true)}>{t.askAgain}</ActionButton>}
      {mayAskAgain && asking && (
        <SendForm
          send={() => client.visits.askAgain.mutate({ askId: ask.id, words })}
          onSent={() => {
            setAsking(false);
            void queryClient.invalidateQueries();
          }}
          label={t.send}
          messages={refused}
          beside={<ActionButton onClick={() => setAsking(false)}>{t.notNow}</ActionButton>}
        >
          <AreaField name="words" label={t.words} max={500} value={words} onType={setWords} />
        </SendForm>
      )}
    </li>
  );
}
