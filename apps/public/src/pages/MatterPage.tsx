import { lastDayBefore } from '../civil-time.ts';
import { FourWords } from '../frame/FourWords.tsx';
import { History, Readings } from '../frame/History.tsx';
import { Layout } from '../frame/Layout.tsx';
import { LineCard } from '../frame/Minutes.tsx';
import { SessionList } from '../frame/SessionList.tsx';
import type { Drawn } from '../frame/visit.ts';
import { links } from '../links.ts';
import { say } from '../text/index.ts';
import { Answered } from './MatterAnswer.tsx';
import type { Act, MatterContent } from './matter-content.ts';

const actLinks: Record<Act, () => string> = {
  answer: links.answer,
  judge: links.judge,
  bounce: links.bounce,
  askReview: links.askReview,
  reopen: links.reopen,
  withdraw: links.withdraw,
  erase: links.erase,
};

/** One's own matter: how far it has come, what is next, what one can do, and all that happened. */
export function MatterPage(props: Drawn & MatterContent) {
  const { t, visit, steps, done, sessions, lines, chain } = props;
  const text = t.follow.matter;
  return (
    <Layout t={t} visit={visit} title={text.title} section="follow" hidden>
      {done !== null && (
        <p className="note go" role="status">
          {t.moves.done[done]}
        </p>
      )}
      <h1>{text.title}</h1>
      <FourWords t={t} steps={steps} />
      <Standing {...props} />
      <Acts {...props} />
      <Answered {...props} />
      {lines.length > 0 && (
        <section aria-labelledby="lines">
          <h2 id="lines">{text.linesTitle}</h2>
          <p className="small">{text.linesNote}</p>
          <ol className="lines">
            {lines.map((line) => (
              <li key={line.id}>
                <LineCard t={t} line={line} />
                {line.judgeUntil !== null && (
                  <p>
                    <a className="button" href={links.judgeLine(line.id)}>
                      {text.lineJudge}
                    </a>{' '}
                    {text.judgeUntil(t.dates.day(lastDayBefore(line.judgeUntil)))}
                  </p>
                )}
              </li>
            ))}
          </ol>
        </section>
      )}
      {sessions.length > 0 && (
        <section aria-labelledby="sessions">
          <h2 id="sessions">{text.sessionsTitle}</h2>
          <SessionList t={t} rows={sessions} />
        </section>
      )}
      <Told {...props} />
      <History t={t} entries={props.history} />
      <Readings t={t} readings={props.readings} />
      {chain !== null && (
        <p>
          <a href={chain}>{text.chain}</a>
        </p>
      )}
      <p className="small">{text.print}</p>
      <form method="post" action={links.leave()} className="no-print">
        <button type="submit" className="plain">
          {text.leave}
        </button>
      </form>
    </Layout>
  );
}

/** The state in words, since when, whose turn it is and until which day. */
function Standing({ t, receipt, toldAt, placeName, state, since, next, turn }: Drawn & MatterContent) {
  const text = t.follow.matter;
  return (
    <section className="standing" aria-labelledby="standing">
      <h2 id="standing">
        {say(t, state)}
        <span className="small">{text.since(t.dates.day(since))}</span>
      </h2>
      <p className="lead">{say(t, next)}</p>
      {turn !== null && (
        <p className="turn">
          <strong>{text.next}</strong>{' '}
          {turn.mine
            ? text.nextByYou(t.dates.day(lastDayBefore(turn.dueAt)))
            : text.nextBy(say(t, turn.owner), t.dates.day(lastDayBefore(turn.dueAt)))}
          {turn.late && <span className="tag stop">{text.late}</span>}
        </p>
      )}
      <p className="small">{text.facts(receipt, t.dates.day(toldAt), placeName)}</p>
    </section>
  );
}

function Acts({ t, acts }: Drawn & MatterContent) {
  const text = t.follow.matter;
  if (acts.length === 0) return <p>{text.noAct}</p>;
  const [first, ...others] = acts;
  return (
    <section aria-labelledby="acts" className="no-print">
      <h2 id="acts">{text.actTitle}</h2>
      {first !== undefined && (
        <p>
          <a
            className={first === 'withdraw' || first === 'erase' ? 'button plain' : 'button'}
            href={actLinks[first]()}
          >
            {t.moves[first].act}
          </a>
        </p>
      )}
      {others.length > 0 && (
        <ul className="rows">
          {others.map((act) => (
            <li key={act}>
              <a href={actLinks[act]()}>{t.moves[act].act}</a>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** The resident's own words, photos, questions and answers. */
function Told({ t, words, placeWords, photoIds, questions, hasContact }: Drawn & MatterContent) {
  const text = t.follow.matter;
  return (
    <section aria-labelledby="told">
      <h2 id="told">{text.words}</h2>
      <blockquote className="written">{words}</blockquote>
      {placeWords !== null && <p>{placeWords}</p>}
      {photoIds.length > 0 && (
        <ul className="photos">
          {photoIds.map((id, index) => (
            <li key={id}>
              <a href={links.photo(id, 'large')}>
                <img
                  src={links.photo(id, 'small')}
                  alt={text.photo(index + 1)}
                  width="160"
                  height="120"
                  loading="lazy"
                />
              </a>
            </li>
          ))}
        </ul>
      )}
      <p className="small">{text.wordsNote}</p>
      {!hasContact && <p className="small">{text.identityNone}</p>}
      {questions.length > 0 && (
        <>
          <h3>{text.messages}</h3>
          <ol className="talk">
            {questions.map(({ at, mine, text: said }) => (
              <li key={at} className={mine ? 'mine' : undefined}>
                <p className="small">
                  {mine ? text.residentSaid(t.dates.moment(at)) : text.officeAsked(t.dates.moment(at))}
                </p>
                <p className="written">{said}</p>
              </li>
            ))}
          </ol>
        </>
      )}
    </section>
  );
}
