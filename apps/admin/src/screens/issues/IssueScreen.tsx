import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import {
  channelNames,
  closingClassNames,
  divertNames,
  replyClassNames,
  solvedNames,
} from '@tongxin/issues/rules';
import { useLocale, useText } from '@tongxin/web/locale';
import { dayText, isoDayOf, momentText } from '@tongxin/web/moments';
import { api, type Outputs } from '../../api.ts';
import { paths } from '../../paths.ts';
import { issuesText } from '../../text/issues.ts';
import { Facts } from '../../ui/Facts.tsx';
import { History } from '../../ui/History.tsx';
import { isOffered } from '../../ui/MoveButton.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { Photos } from '../../ui/PhotoField.tsx';
import { Shown } from '../../ui/Shown.tsx';
import { StateTag } from '../../ui/StateTag.tsx';
import { Turn } from '../../ui/Turn.tsx';
import { useDepartments } from '../../ui/units.ts';
import { shellText } from '../../text/shell.ts';
import { Identity } from './Identity.tsx';
import { IssueSteps } from './IssueSteps.tsx';
import { OwnWords } from './OwnWords.tsx';
import { Readings } from './Readings.tsx';
import { ResidentPhotos } from './ResidentPhotos.tsx';

export type Issue = Outputs['issues']['get'];

const route = getRouteApi('/inside/issues/$id');

/** One resident's matter: the handling copy, what may be done next, and what happened. */
export function IssueScreen() {
  const t = useText(issuesText);
  const shell = useText(shellText);
  const { id } = route.useParams();
  const query = useQuery(api.issues.get.queryOptions({ id }));
  return (
    <Shown query={query}>
      {(issue) => (
        <>
          <PageHead
            title={issue.handlingTitle ?? t.one.title(issue.number)}
            above={
              <>
                <Link {...paths.issues()}>{shell.sections.issues}</Link> · {issue.number}
              </>
            }
            lead={<StateTag kind="issue" state={issue.state} />}
          />
          <div className="two-columns">
            <div>
              <section className="panel">
                <h2>{t.one.steps}</h2>
                <Turn matter={issue} />
                <IssueSteps issue={issue} />
              </section>
              <HandlingCopy issue={issue} />
              <Answer issue={issue} />
              {isOffered(issue.may.reveal) && <OwnWords id={issue.id} />}
              <ResidentPhotos
                ids={issue.photos.filter(({ fromResident }) => fromResident).map(({ id: one }) => one)}
              />
              <section className="panel">
                <h2>{shell.history.title}</h2>
                <History kind="issue" entries={issue.history} />
              </section>
            </div>
            <div>
              <IssueFacts issue={issue} />
              {isOffered(issue.may.reveal) && <Identity issue={issue} />}
              <Readings matterId={issue.id} />
            </div>
          </div>
        </>
      )}
    </Shown>
  );
}

function HandlingCopy({ issue }: { issue: Issue }) {
  const t = useText(issuesText).copy;
  return (
    <section className="panel">
      <div className="panel-head">
        <h2>{t.title}</h2>
        {issue.may.redact.allowed && (
          <Link className="button" {...paths.handlingCopy(issue.id)}>
            {issue.handlingText === null ? t.write : t.rewrite}
          </Link>
        )}
      </div>
      {issue.handlingText === null ? (
        <p className="quiet">{t.none}</p>
      ) : (
        <p className="words">{issue.handlingText}</p>
      )}
      <p className="quiet small">{t.lead}</p>
    </section>
  );
}

/** What the department answered, and what the residents said to it: never their words here. */
function Answer({ issue }: { issue: Issue }) {
  const texts = useText(issuesText);
  const { locale } = useLocale();
  if (issue.replyText === null) return null;
  return (
    <section className="panel">
      <h2>{texts.steps.reply1}</h2>
      {issue.replyClass && (
        <p>
          <strong>{replyClassNames[issue.replyClass][locale]}</strong>
        </p>
      )}
      <p className="words">{issue.replyText}</p>
      <Photos ids={issue.photos.filter(({ fromResident }) => !fromResident).map(({ id }) => id)} />
      {issue.judgements.length > 0 && (
        <>
          <h2>{texts.words.judgements}</h2>
          <ul>
            {issue.judgements.map(({ round, at, solved, stars }) => (
              <li key={`${round} ${at}`}>
                {momentText(at, locale)} · {solvedNames[solved][locale]}
                {stars !== null && ` · ${texts.words.stars(stars)}`}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function IssueFacts({ issue }: { issue: Issue }) {
  const t = useText(issuesText).one;
  const { locale } = useLocale();
  const { data: path } = useQuery(
    api.divisions.path.queryOptions({ code: issue.villageCode ?? issue.townshipCode }),
  );
  const units = useDepartments(issue.handlerUnitId === null ? [] : [issue.countyCode, issue.cityCode]);
  return (
    <section className="panel">
      <h2>{t.facts}</h2>
      <Facts
        facts={[
          [
            t.place,
            path
              ?.slice(1)
              .map(({ name }) => name)
              .join(' '),
          ],
          [t.channel, channelNames[issue.channel][locale]],
          [t.opened, momentText(issue.openedAt, locale)],
          [t.closed, issue.closedAt && momentText(issue.closedAt, locale)],
          [t.handler, units.find(({ value }) => value === issue.handlerUnitId)?.label],
          [t.handleBy, issue.handleBy && dayText(isoDayOf(issue.handleBy), locale)],
          [t.divertedTo, issue.divertedTo && divertNames[issue.divertedTo][locale]],
          [t.closingClass, issue.closingClass && closingClassNames[issue.closingClass][locale]],
        ]}
      />
      {issue.reopened > 0 && <p>{t.reopened}</p>}
      <p>
        <Link {...paths.chain(issue.id)}>{t.chain}</Link>
      </p>
    </section>
  );
}
