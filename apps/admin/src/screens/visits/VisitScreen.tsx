import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useLocale, useText } from '@tongxin/web/locale';
import { dayText, isoDayOf, momentText, standingOf } from '@tongxin/web/moments';
import { api, client, type Outputs } from '../../api.ts';
import { paths } from '../../paths.ts';
import { shellText } from '../../text/shell.ts';
import { visitsText } from '../../text/visits.ts';
import { Facts } from '../../ui/Facts.tsx';
import { TextField } from '../../ui/fields.tsx';
import { History } from '../../ui/History.tsx';
import { MoveButton } from '../../ui/MoveButton.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { Shown } from '../../ui/Shown.tsx';
import { StateTag } from '../../ui/StateTag.tsx';
import { Turn } from '../../ui/Turn.tsx';
import { VisitSteps } from './VisitSteps.tsx';

export type Visit = Outputs['visits']['get'];

const route = getRouteApi('/inside/visits/$id');

/** One visit: who goes when, what the member asks and is answered, and what the visitors keep to themselves. */
export function VisitScreen() {
  const t = useText(visitsText).one;
  const history = useText(shellText).history;
  const { id } = route.useParams();
  const query = useQuery(api.visits.get.queryOptions({ id }));
  return (
    <Shown query={query}>
      {(visit) => (
        <>
          <PageHead
            title={t.title(visit.memberName)}
            above={
              <>
                <Link {...paths.visits()}>{t.back}</Link> · {visit.number}
              </>
            }
            lead={<StateTag kind="member_visit" state={visit.state} />}
          />
          <Turn matter={visit} />
          <div className="two-columns">
            <div>
              <VisitSteps visit={visit} />
              <Asks visit={visit} />
              {visit.may.readNote && <Note visit={visit} />}
            </div>
            <div>
              <About visit={visit} />
              <section className="panel">
                <h2>{history.title}</h2>
                <History kind="member_visit" entries={visit.history} />
              </section>
            </div>
          </div>
        </>
      )}
    </Shown>
  );
}

function About({ visit }: { visit: Visit }) {
  const t = useText(visitsText).one;
  const { locale } = useLocale();
  return (
    <section className="panel">
      <h2>{t.facts}</h2>
      <Facts
        facts={[
          [t.visitOn, dayText(visit.visitOn, locale)],
          [t.visitedOn, visit.visitedOn && dayText(visit.visitedOn, locale)],
          [t.who, visit.visitors],
          [t.organiser, visit.organiser],
        ]}
      />
    </section>
  );
}

/** What the member asked, line by line with its answer and date. */
function Asks({ visit: { asks, visitedOn, may } }: { visit: Visit }) {
  const t = useText(visitsText).one;
  const { locale } = useLocale();
  const quiet = visitedOn === null ? t.notYet : t.noAsks;
  return (
    <section className="panel">
      <h2>{t.asks}</h2>
      {asks.length === 0 && <p className="quiet">{quiet}</p>}
      <ol className="trail">
        {asks.map(({ id, words, followsId, answer, answeredAt, answerBy }) => (
          <li key={id}>
            <strong>
              {followsId !== null && <span className="quiet">{t.again} · </span>}
              {words}
            </strong>
            {answer !== null && <p className="words">{answer}</p>}
            <span className="trail-when">
              {answeredAt === null
                ? t.answerUntil(dayText(standingOf(answerBy).lastDay, locale))
                : t.answered(dayText(isoDayOf(answeredAt), locale))}
            </span>
            {answer === null && (
              <MoveButton<{ answer: string }>
                decision={may.answer}
                label={t.answer}
                lead={t.answerLead}
                weight="primary"
                send={(entry) => client.visits.answer.mutate({ askId: id, ...entry })}
              >
                <TextField name="answer" label={t.answerField} rows={4} max={1000} />
              </MoveButton>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** For the office of the committee that visits. It is asked for by itself and stays in nobody's list. */
function Note({ visit: { id, may } }: { visit: Visit }) {
  const t = useText(visitsText).one;
  const { locale } = useLocale();
  const query = useQuery(api.visits.note.queryOptions({ id }));
  return (
    <section className="panel">
      <h2>{t.note}</h2>
      <p className="quiet small">{t.noteLead}</p>
      <Shown query={query}>
        {({ written }) => (
          <>
            {written === null ? (
              <p className="quiet">{t.noNote}</p>
            ) : (
              <>
                <p className="words">{written.note}</p>
                <p className="quiet small">{t.noteAt(momentText(written.writtenAt, locale))}</p>
              </>
            )}
            <MoveButton<{ note: string }>
              decision={may.note}
              label={t.writeNote}
              initial={written === null ? {} : { note: written.note }}
              send={(entry) => client.visits.writeNote.mutate({ id, ...entry })}
            >
              <TextField name="note" label={t.note} hint={t.noteLead} rows={6} max={4000} />
            </MoveButton>
          </>
        )}
      </Shown>
    </section>
  );
}
