import { useMutation, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { handOvers, handOverTitle } from '@tongxin/issues/rules';
import { ActionButton } from '@tongxin/web/action-button';
import { useLocale, useText } from '@tongxin/web/locale';
import { api, client } from '../../api.ts';
import { paths } from '../../paths.ts';
import { issuesText } from '../../text/issues.ts';
import { shellText } from '../../text/shell.ts';
import { PageHead } from '../../ui/PageHead.tsx';
import { Shown } from '../../ui/Shown.tsx';
import type { Issue } from './IssueScreen.tsx';

const route = getRouteApi('/inside/issues/$id/hand-over');

/** The page that a resident takes along to the channel where the matter belongs. */
export function HandOverScreen() {
  const t = useText(issuesText).handOver;
  const shell = useText(shellText);
  const { id } = route.useParams();
  const query = useQuery(api.issues.get.queryOptions({ id }));
  const opening = useMutation({ mutationFn: () => client.issues.openWords.mutate({ id }) });
  return (
    <>
      <PageHead
        title={t.title}
        above={<Link {...paths.issue(id)}>{shell.back}</Link>}
        actions={
          <>
            {opening.data === undefined && (
              <ActionButton busy={opening.isPending} onClick={() => opening.mutate()}>
                {t.withWords}
              </ActionButton>
            )}
            <ActionButton weight="primary" onClick={() => window.print()}>
              {shell.print}
            </ActionButton>
          </>
        }
      />
      <Shown query={query}>{(issue) => <Paper issue={issue} words={opening.data?.words} />}</Shown>
    </>
  );
}

function Paper({ issue, words }: { issue: Issue; words: string | undefined }) {
  const t = useText(issuesText).handOver;
  const { locale } = useLocale();
  if (issue.divertedTo === null) return <p>{t.notDiverted}</p>;
  const { where, how } = handOvers[issue.divertedTo];
  const reason = issue.history.findLast(({ move }) => move === 'divert')?.reason;
  return (
    <article className="paper">
      <p>
        <strong>{handOverTitle[locale]}</strong>
      </p>
      <h2>{t.number}</h2>
      <p className="paper-number">{issue.number}</p>
      <h2>{t.where}</h2>
      <p>{where[locale]}</p>
      <h2>{t.how}</h2>
      <p>{how[locale]}</p>
      {reason && (
        <>
          <h2>{t.reason}</h2>
          <p className="words">{reason}</p>
        </>
      )}
      {issue.handlingText && (
        <>
          <h2>{t.what}</h2>
          <p className="words">{issue.handlingText}</p>
        </>
      )}
      {words && (
        <>
          <h2>{t.words}</h2>
          <p className="words">{words}</p>
        </>
      )}
      <p className="quiet small">{t.back}</p>
    </article>
  );
}
