import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { usageNames } from '@tongxin/experts/rules';
import { useLocale, useText } from '@tongxin/web/locale';
import { dayText, momentText } from '@tongxin/web/moments';
import { api, type Outputs } from '../../api.ts';
import { pathOfMatter, paths } from '../../paths.ts';
import { expertsText } from '../../text/experts.ts';
import { homeText } from '../../text/home.ts';
import { shellText } from '../../text/shell.ts';
import { Facts } from '../../ui/Facts.tsx';
import { History } from '../../ui/History.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { Photos } from '../../ui/PhotoField.tsx';
import { Shown } from '../../ui/Shown.tsx';
import { StateTag } from '../../ui/StateTag.tsx';
import { Turn } from '../../ui/Turn.tsx';
import { ExpertSteps } from './ExpertSteps.tsx';

export type ExpertRequest = Outputs['experts']['get'];

const route = getRouteApi('/inside/experts/$id');

/** One request: what is asked, who comes, what they advise, what became of it. */
export function ExpertRequestScreen() {
  const t = useText(expertsText).one;
  const history = useText(shellText).history;
  const { id } = route.useParams();
  const query = useQuery(api.experts.get.queryOptions({ id }));
  return (
    <Shown query={query}>
      {(request) => (
        <>
          <PageHead
            title={t.title(request.field)}
            above={
              <>
                <Link {...paths.experts()}>{t.back}</Link> · {request.number}
              </>
            }
            lead={<StateTag kind="expert_request" state={request.state} />}
          />
          <Turn matter={request} />
          <div className="two-columns">
            <div>
              <ExpertSteps request={request} />
              <Asked request={request} />
              <Advice request={request} />
            </div>
            <section className="panel">
              <h2>{history.title}</h2>
              <History kind="expert_request" entries={request.history} />
            </section>
          </div>
        </>
      )}
    </Shown>
  );
}

function Asked({ request }: { request: ExpertRequest }) {
  const t = useText(expertsText).one;
  const kinds = useText(homeText).kind;
  const { locale } = useLocale();
  const { about } = request;
  return (
    <section className="panel">
      <h2>{t.asked}</h2>
      <p className="words">{request.purpose}</p>
      <Facts
        facts={[
          [t.asker, request.asker],
          [t.wishedOn, dayText(request.wishedOn, locale)],
          [
            t.about,
            about && (
              <Link {...pathOfMatter(about.kind, about.id)}>
                {kinds[about.kind]} {about.number}
              </Link>
            ),
          ],
          [t.expert, [request.expert, request.expertPost].filter((part) => part !== null).join(' · ')],
          [t.team, request.team],
          [t.visitOn, request.visitOn && dayText(request.visitOn, locale)],
        ]}
      />
    </section>
  );
}

function Advice({ request }: { request: ExpertRequest }) {
  const t = useText(expertsText).one;
  const { locale } = useLocale();
  if (request.visitOn === null && request.advice === null) return null;
  return (
    <section className="panel">
      <h2>{t.advice}</h2>
      {request.advice === null ? (
        <p className="quiet">{t.noAdvice}</p>
      ) : (
        <>
          <p className="words">{request.advice}</p>
          <Photos ids={request.photoIds} />
          <p className="quiet small">{request.advisedAt && momentText(request.advisedAt, locale)}</p>
        </>
      )}
      <Facts
        facts={[
          [
            t.used,
            request.used &&
              [usageNames[request.used][locale], request.useWords].filter((part) => part).join(' · '),
          ],
          [t.thanks, request.thanks],
        ]}
      />
    </section>
  );
}
