import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { lineKindNames } from '@tongxin/deliberations/rules';
import { closingClassNames, replyClassNames, solvedNames } from '@tongxin/issues/rules';
import { useLocale, useText } from '@tongxin/web/locale';
import { dayText, momentText } from '@tongxin/web/moments';
import { api, type Outputs } from '../../api.ts';
import { paths } from '../../paths.ts';
import { deliberationsText } from '../../text/deliberations.ts';
import { shellText } from '../../text/shell.ts';
import { Facts } from '../../ui/Facts.tsx';
import { History } from '../../ui/History.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { Photos } from '../../ui/PhotoField.tsx';
import { Shown } from '../../ui/Shown.tsx';
import { StateTag } from '../../ui/StateTag.tsx';
import { Turn } from '../../ui/Turn.tsx';
import { LineSteps } from './LineSteps.tsx';

export type Line = Outputs['deliberations']['lines']['get'];
export type Desk = NonNullable<Line['desk']>;

const route = getRouteApi('/inside/lines/$id');

/** One agreed line: what is to be done, how far it is, what residents say, and the next step. */
export function LineScreen() {
  const t = useText(deliberationsText).line;
  const shell = useText(shellText);
  const { id } = route.useParams();
  const query = useQuery(api.deliberations.lines.get.queryOptions({ id }));
  return (
    <Shown query={query}>
      {(line) => (
        <>
          <PageHead
            title={line.suggestion}
            above={
              <>
                <Link {...paths.lines()}>{t.back}</Link> · {t.title(line.sessionNumber, line.lineNo)}
              </>
            }
            lead={<StateTag kind="outcome_line" state={line.state} />}
          />
          <div className="two-columns">
            <div>
              {line.desk && (
                <section className="panel">
                  <h2>{t.steps}</h2>
                  <Turn matter={{ ...line.desk, closedAt: line.closedAt }} />
                  <LineSteps line={line} desk={line.desk} />
                </section>
              )}
              <Work line={line} />
              <Judged line={line} />
              {line.desk && (
                <section className="panel">
                  <h2>{shell.history.title}</h2>
                  <History kind="outcome_line" entries={line.desk.history} />
                </section>
              )}
            </div>
            <div>
              <LineFacts line={line} />
              {line.desk && <Copies desk={line.desk} />}
            </div>
          </div>
        </>
      )}
    </Shown>
  );
}

function LineFacts({ line }: { line: Line }) {
  const t = useText(deliberationsText).line;
  const { locale } = useLocale();
  return (
    <section className="panel">
      <h2>{t.facts}</h2>
      <Facts
        facts={[
          [t.unit, line.unitName],
          [t.dueOn, dayText(line.dueOn, locale)],
          [t.kind, lineKindNames[line.kind][locale]],
          [t.measure, line.measure],
          [
            t.session,
            <Link key="session" {...paths.session(line.sessionId)}>
              {line.sessionNumber}
            </Link>,
          ],
        ]}
      />
      <p>
        <Link {...paths.chain(line.id)}>{t.chain}</Link>
      </p>
    </section>
  );
}

/** What the unit told, newest first: progress, and each report with its class. */
function Work({ line }: { line: Line }) {
  const t = useText(deliberationsText).line;
  const { locale } = useLocale();
  return (
    <section className="panel">
      <h2>{t.progress}</h2>
      {line.progress.length === 0 ? (
        <p className="quiet">{t.noProgress}</p>
      ) : (
        <ol className="trail" reversed>
          {line.progress.toReversed().map(({ seq, at, kind, replyClass, text }) => (
            <li key={seq}>
              <span className="trail-when">{momentText(at, locale)}</span>
              {kind === 'report' && (
                <strong>
                  {t.report}
                  {replyClass && ` · ${replyClassNames[replyClass][locale]}`}
                </strong>
              )}
              <p className="words">{text}</p>
            </li>
          ))}
        </ol>
      )}
      <Photos ids={(line.desk?.photos ?? line.photos).map(({ id }) => id)} />
    </section>
  );
}

/** The counts once everybody has spoken; while they are asked, only how many have. */
function Judged({ line }: { line: Line }) {
  const t = useText(deliberationsText).line;
  const { locale } = useLocale();
  const asked = line.desk?.asked ?? null;
  const said = line.judged ?? asked?.said ?? null;
  if (asked === null && said === null) return null;
  return (
    <section className="panel">
      <h2>{t.judgements}</h2>
      {line.closingClass && <p>{closingClassNames[line.closingClass][locale]}</p>}
      {asked && <p>{t.asked(asked.answered, asked.asked)}</p>}
      {said && (
        <Facts
          facts={(['yes', 'partly', 'no', 'silent'] as const).map((answer) => [
            solvedNames[answer][locale],
            String(said[answer]),
          ])}
        />
      )}
    </section>
  );
}

function Copies({ desk }: { desk: Desk }) {
  const t = useText(deliberationsText);
  if (desk.copies.length === 0) return null;
  return (
    <section className="panel">
      <h2>{t.line.issues}</h2>
      {desk.copies.map(({ id, title, text }) => (
        <div key={id} className="gap-below">
          <strong>{title ?? t.topic.noCopy}</strong>
          <p className="words">{text}</p>
        </div>
      ))}
    </section>
  );
}
