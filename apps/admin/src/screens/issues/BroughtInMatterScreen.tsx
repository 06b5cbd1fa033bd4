import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { nextSteps } from '@tongxin/issues/messages';
import { divertNames, issueWorkflow, replyClassNames } from '@tongxin/issues/rules';
import { wordNames } from '@tongxin/matters/rules';
import { ActionButton } from '@tongxin/web/action-button';
import { useLocale, useText } from '@tongxin/web/locale';
import { dayText, momentText, standingOf } from '@tongxin/web/moments';
import { useState } from 'react';
import { api, type Outputs } from '../../api.ts';
import { paths } from '../../paths.ts';
import { broughtInText } from '../../text/brought-in.ts';
import { shellText } from '../../text/shell.ts';
import { Facts } from '../../ui/Facts.tsx';
import { History } from '../../ui/History.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { Shown } from '../../ui/Shown.tsx';
import { StateTag } from '../../ui/StateTag.tsx';

type Matter = Outputs['issues']['getBroughtIn'];

const route = getRouteApi('/inside/brought-in/$id');

/** How a matter goes that a contact person wrote down: a slip to print for the person, and what happened. */
export function BroughtInMatterScreen() {
  const t = useText(broughtInText);
  const { id } = route.useParams();
  const query = useQuery(api.issues.getBroughtIn.queryOptions({ id }));
  return (
    <Shown query={query}>
      {(matter) => (
        <>
          <PageHead
            title={matter.handlingTitle ?? t.one(matter.number)}
            above={<Link {...paths.broughtIn()}>{t.title}</Link>}
            lead={<StateTag kind="issue" state={matter.state} />}
            actions={
              <ActionButton weight="primary" onClick={() => window.print()}>
                {t.print}
              </ActionButton>
            }
          />
          <FollowUpSlip matter={matter} />
        </>
      )}
    </Shown>
  );
}

/** The paper for the person: in the words that residents read, with nothing that says who they are. */
function FollowUpSlip({ matter }: { matter: Matter }) {
  const t = useText(broughtInText);
  const shell = useText(shellText);
  const { locale } = useLocale();
  const [printedAt] = useState(() => Temporal.Now.instant().toString());
  const { word, label } = issueWorkflow.states[matter.state];
  const stands = [word && wordNames[word][locale], label[locale]].filter(Boolean).join(' · ');
  const due = matter.closedAt === null ? matter.dueAt : null;
  return (
    <article className="paper">
      <p>
        <strong>{shell.product}</strong> · {t.slipTitle} · {t.at(momentText(printedAt, locale))}
      </p>
      <h2>{t.number}</h2>
      <p className="paper-number">{matter.number}</p>
      <Facts
        facts={[
          [t.stands, stands],
          [t.next, nextSteps[matter.state][locale]],
          [t.until, due && dayText(standingOf(due).lastDay, locale)],
          [t.diverted, matter.divertedTo && divertNames[matter.divertedTo][locale]],
          [t.answer, matter.replyClass && replyClassNames[matter.replyClass][locale]],
        ]}
      />
      {matter.replyText !== null && <p className="words">{matter.replyText}</p>}
      <h2>{t.about}</h2>
      <p className="words">{matter.handlingText ?? t.noText}</p>
      <h2>{t.course}</h2>
      <History kind="issue" entries={matter.history} />
      <p className="quiet">{t.how}</p>
    </article>
  );
}
