import { lineKindNames } from '@tongxin/deliberations/rules';
import { solvedAnswers, solvedNames } from '@tongxin/issues/rules';
import type { SessionContent } from '../pages/SessionPage.tsx';
import type { Line } from '../pages/records.ts';
import { say, type Text } from '../text/index.ts';

/** What came of a session: agreed, not agreed, and the lines that have to be done. */
export function Minutes({
  t,
  minutes,
  lines,
}: {
  t: Text;
  minutes: NonNullable<SessionContent['minutes']>;
  lines: readonly Line[];
}) {
  return (
    <>
      <section aria-labelledby="minutes">
        <h2 id="minutes">{t.sessions.minutesTitle}</h2>
        <p className="small">
          {t.sessions.publishedAt(t.dates.day(minutes.publishedAt))}
          {minutes.residentsPresent !== null && ` · ${t.sessions.residentsPresent(minutes.residentsPresent)}`}
        </p>
        {minutes.changes.map(({ at, why }) => (
          <p key={at} className="note">
            {t.sessions.changed(t.dates.day(at), why)}
          </p>
        ))}
        <p className="written">{minutes.summary}</p>
        <div className="two-sides">
          <Points
            title={t.sessions.agreedTitle}
            none={t.sessions.noneAgreed}
            points={minutes.agreed}
            side="agreed"
          />
          <Points
            title={t.sessions.notAgreedTitle}
            none={t.sessions.noneOpen}
            points={minutes.notAgreed}
            side="open"
          />
        </div>
      </section>
      {lines.length > 0 && (
        <section aria-labelledby="lines">
          <h2 id="lines">{t.sessions.linesTitle}</h2>
          <p className="small">{t.sessions.linesNote}</p>
          <ol className="lines">
            {lines.map((line) => (
              <li key={line.id}>
                <LineCard t={t} line={line} />
              </li>
            ))}
          </ol>
        </section>
      )}
    </>
  );
}

function Points({
  title,
  none,
  points,
  side,
}: {
  title: string;
  none: string;
  points: readonly string[];
  side: string;
}) {
  return (
    <div className={side}>
      <h3>{title}</h3>
      {points.length === 0 ? (
        <p>{none}</p>
      ) : (
        <ol>
          {points.map((point, index) => (
            <li key={index} className="written">
              {point}
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}

/** One agreed line: who, by when, how one sees that it is done, and where it stands. */
export function LineCard({ t, line }: { t: Text; line: Line }) {
  return (
    <>
      <h3>
        <span className="line-no">{t.sessions.lineNo(line.lineNo)}</span>
        {line.suggestion}
      </h3>
      <p className="tags">
        <span className={line.closedAt === null ? 'tag' : 'tag go'}>{say(t, line.state)}</span>
        {line.late && <span className="tag stop">{t.sessions.late}</span>}
      </p>
      <dl className="facts small-facts">
        <dt>{t.sessions.unit}</dt>
        <dd>{line.unitName}</dd>
        <dt>{t.sessions.due}</dt>
        <dd>
          <time dateTime={line.dueOn}>{t.dates.day(line.dueOn)}</time>
          {line.closedAt !== null && (
            <span className="small">{t.sessions.closedOn(t.dates.day(line.closedAt))}</span>
          )}
        </dd>
        <dt>{t.sessions.measure}</dt>
        <dd className="written">{line.measure}</dd>
        <dt>{t.sessions.kind}</dt>
        <dd>{say(t, lineKindNames[line.kind])}</dd>
      </dl>
      {line.reportText !== null && <p className="written">{line.reportText}</p>}
      {line.judged !== null && (
        <p>
          <strong>{t.sessions.judged}</strong>
          {solvedAnswers.map((answer) => (
            <span key={answer} className="count">
              {say(t, solvedNames[answer])} {line.judged?.[answer]}
            </span>
          ))}
        </p>
      )}
    </>
  );
}
