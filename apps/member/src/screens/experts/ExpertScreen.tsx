import { useInfiniteQuery } from '@tanstack/react-query';
import { expertWorkflow, usageNames, type RequestState } from '@tongxin/experts/rules';
import { ActionButton } from '@tongxin/web/action-button';
import { useLocale, useText } from '@tongxin/web/locale';
import { dayText } from '@tongxin/web/moments';
import { useState } from 'react';
import { api, client, type Outputs } from '../../api.ts';
import { paths } from '../../paths.ts';
import { askedText } from '../../text/asked.ts';
import { shellText } from '../../text/shell.ts';
import { Facts } from '../../ui/Facts.tsx';
import { Go } from '../../ui/Go.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { Shown } from '../../ui/Shown.tsx';
import { Advising } from './Advising.tsx';
import { Answering, type Answer } from './Answering.tsx';

type Page = Outputs['experts']['mine'];
export type MyRequest = Page['rows'][number];

/** What the member is asked to look at as an expert, and what became of it. */
export function ExpertScreen() {
  const t = useText(askedText);
  const [past, setPast] = useState(false);
  return (
    <>
      <PageHead title={t.experts.title} lead={t.experts.lead} back={<Go {...paths.home()}>{t.back}</Go>} />
      <Requests open />
      {past ? (
        <section>
          <h2>{t.experts.past}</h2>
          <Requests open={false} />
        </section>
      ) : (
        <p className="after">
          <ActionButton onClick={() => setPast(true)}>{t.experts.past}</ActionButton>
        </p>
      )}
    </>
  );
}

function Requests({ open }: { open: boolean }) {
  const t = useText(askedText).experts;
  const shell = useText(shellText);
  const query = useInfiniteQuery({
    queryKey: [...api.experts.mine.queryKey({ open }), 'pages'],
    queryFn: ({ pageParam }) => client.experts.mine.query({ open, ...(pageParam && { after: pageParam }) }),
    initialPageParam: null as Page['next'],
    getNextPageParam: ({ next }: Page) => next ?? undefined,
  });
  return (
    <Shown query={query}>
      {({ pages }) => {
        const rows = pages.flatMap((page) => page.rows);
        if (rows.length === 0) return <p className="empty">{t.none}</p>;
        return (
          <>
            <ul className="cards">
              {rows.map((request) => (
                <RequestCard key={request.id} request={request} />
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
  );
}

function RequestCard({ request }: { request: MyRequest }) {
  const t = useText(askedText).experts;
  const { locale } = useLocale();
  const [answer, setAnswer] = useState<Answer | 'advise'>();
  const { state, field, asker, purpose, visitOn, wishedOn, may } = request;
  const label = expertWorkflow.states[state as RequestState].label[locale];
  return (
    <li className="card">
      <div>
        <span className="card-when">
          {visitOn === null ? t.wished(dayText(wishedOn, locale)) : t.comes(dayText(visitOn, locale))}
        </span>
        <strong className="card-title">{field}</strong>
        <span className="quiet">{asker}</span>
        <p className="words">{purpose}</p>
        <span className="marks">
          <span className={state === 'matched' || state === 'accepted' ? 'mark mark-soon' : 'mark'}>
            {label}
          </span>
        </span>
        {request.advice !== null && (
          <Facts
            facts={[
              [t.advice, request.advice],
              [t.photos, request.photos > 0 && t.photosSent(request.photos)],
              [
                t.used,
                request.used &&
                  [usageNames[request.used][locale], request.useWords].filter(Boolean).join(' · '),
              ],
              [t.thanks, request.thanks],
            ]}
          />
        )}
        {answer === undefined ? (
          may.length > 0 && (
            <div className="steps">
              {may.includes('accept') && (
                <ActionButton weight="primary" onClick={() => setAnswer('accept')}>
                  {t.accept}
                </ActionButton>
              )}
              {may.includes('advise') && (
                <ActionButton weight="primary" onClick={() => setAnswer('advise')}>
                  {t.advise}
                </ActionButton>
              )}
              {may.includes('reschedule') && (
                <ActionButton onClick={() => setAnswer('reschedule')}>{t.reschedule}</ActionButton>
              )}
              {may.includes('decline') && (
                <ActionButton onClick={() => setAnswer('decline')}>{t.decline}</ActionButton>
              )}
            </div>
          )
        ) : answer === 'advise' ? (
          <Advising id={request.id} onDone={() => setAnswer(undefined)} />
        ) : (
          <Answering request={request} answer={answer} onDone={() => setAnswer(undefined)} />
        )}
      </div>
    </li>
  );
}
