import { useQuery } from '@tanstack/react-query';
import { modeNames, sessionWorkflow } from '@tongxin/deliberations/rules';
import { links } from '@tongxin/public/links';
import { useLocale, useText } from '@tongxin/web/locale';
import { dayText, momentText, spanText } from '@tongxin/web/moments';
import { Points } from '@tongxin/web/points';
import { api, type Outputs } from '../../api.ts';
import { paths } from '../../paths.ts';
import { sessionsText } from '../../text/sessions.ts';
import { Facts } from '../../ui/Facts.tsx';
import { Go } from '../../ui/Go.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { Shown } from '../../ui/Shown.tsx';

type Session = Outputs['deliberations']['sessions']['get'];

/** One session for whoever is asked to it: when, where, about what, with whom; afterwards what came of it. */
export function SessionScreen({ id }: { id: string }) {
  const t = useText(sessionsText);
  const query = useQuery(api.deliberations.sessions.get.queryOptions({ id }));
  return (
    <Shown query={query}>
      {(session) => (
        <>
          <PageHead title={session.title} back={<WayBack session={session} />} />
          <Standing session={session} />
          <Notice session={session} />
          <section className="panel">
            <h2>{t.one.agenda}</h2>
            <ol className="agenda">
              {session.topics.map(({ id: topicId, title, summary }) => (
                <li key={topicId}>
                  <strong>{title}</strong>
                  <p className="words">{summary}</p>
                </li>
              ))}
            </ol>
          </section>
          <Outcome session={session} />
          <Invited session={session} />
          <Changes session={session} />
        </>
      )}
    </Shown>
  );
}

const isOver = ({ endsAt }: Session) =>
  Temporal.Instant.compare(Temporal.Instant.from(endsAt), Temporal.Now.instant()) <= 0;

function WayBack({ session }: { session: Session }) {
  const t = useText(sessionsText).one;
  return isOver(session) ? <Go {...paths.record()}>{t.toRecord}</Go> : <Go {...paths.home()}>{t.back}</Go>;
}

/** What one must not overlook: it is called off, it was moved, it is mine to convene. */
function Standing({ session }: { session: Session }) {
  const t = useText(sessionsText);
  const me = useQuery(api.members.me.queryOptions()).data;
  if (session.cancelledAt !== null) {
    return (
      <div className="note note-late">
        <p>
          <strong>{t.cancelled}</strong>
        </p>
        {session.cancelReason && <p>{t.one.cancelReason(session.cancelReason)}</p>}
      </div>
    );
  }
  return (
    <p className="marks">
      {isOver(session) && <span className="mark">{t.over}</span>}
      {me && me.id === session.convenorId && <span className="mark mark-done">{t.convenes}</span>}
      {session.sequence > 0 && <span className="mark mark-soon">{t.moved}</span>}
    </p>
  );
}

function Notice({ session }: { session: Session }) {
  const t = useText(sessionsText).one;
  const { locale } = useLocale();
  const taken = session.residentSeats - session.seatsLeft;
  return (
    <section className="panel">
      <Facts
        facts={[
          [t.when, spanText(session.startsAt, session.endsAt, locale)],
          [
            t.where,
            <>
              {session.hall}
              <br />
              {session.address}
            </>,
          ],
          [t.mode, modeNames[session.mode][locale]],
          [t.online, session.onlineUrl && <a href={session.onlineUrl}>{session.onlineUrl}</a>],
          [t.convenor, session.invited.find(({ id }) => id === session.convenorId)?.name],
          [t.seats, t.seatCount(taken, session.residentSeats)],
        ]}
      />
      <div className="steps">
        {session.cancelledAt === null && !isOver(session) && (
          <a className="button button-primary" href={links.sessionCalendar(session.id)}>
            {t.calendar}
          </a>
        )}
        <a className="button" href={links.session(session.id)}>
          {t.publicPage}
        </a>
      </div>
    </section>
  );
}

function Invited({ session }: { session: Session }) {
  const t = useText(sessionsText).one;
  const members = session.invited.filter(({ kind }) => kind === 'member');
  const units = session.invited.filter(({ kind }) => kind === 'organisation');
  return (
    <section className="panel">
      <h2>{t.invited}</h2>
      <Facts
        facts={[
          [
            t.members,
            members.map(({ id, name, sector }) => (
              <span key={id} className="line">
                {name} <span className="quiet">{sector}</span>
              </span>
            )),
          ],
          [
            t.units,
            units.length > 0 &&
              units.map(({ id, name }) => (
                <span key={id} className="line">
                  {name}
                </span>
              )),
          ],
        ]}
      />
    </section>
  );
}

/** The published minutes and the agreed lines, once they are there. */
function Outcome({ session }: { session: Session }) {
  const t = useText(sessionsText).one;
  const { locale } = useLocale();
  const [minutes] = session.minutes;
  if (minutes === undefined) return null;
  return (
    <section className="panel">
      <h2>{t.minutes}</h2>
      <p className="words">{minutes.summary}</p>
      <Points title={t.agreed} points={minutes.agreed} />
      <Points title={t.notAgreed} points={minutes.notAgreed} />
      {session.lines.length > 0 && (
        <>
          <h3>{t.lines}</h3>
          <ol>
            {session.lines.map(({ id, suggestion, unitName, dueOn }) => (
              <li key={id} className="words">
                {suggestion}
                <br />
                <span className="quiet">
                  {unitName} · {t.due(dayText(dueOn, locale))}
                </span>
              </li>
            ))}
          </ol>
        </>
      )}
    </section>
  );
}

/** What happened to it since it was announced, newest first. */
function Changes({ session }: { session: Session }) {
  const t = useText(sessionsText).one;
  const { locale } = useLocale();
  const moves: Partial<Record<string, { label: Record<typeof locale, string> }>> = sessionWorkflow.moves;
  return (
    <section className="panel">
      <h2>{t.changes}</h2>
      <ol className="trail" reversed>
        {session.changes.toReversed().map(({ move, at, unitName, reason, startsAt, endsAt }) => (
          <li key={`${move} ${at}`}>
            <span className="quiet">
              {momentText(at, locale)} · {unitName}
            </span>
            <br />
            <strong>{moves[move]?.label[locale] ?? t.noticed}</strong>
            {startsAt !== null && endsAt !== null && <p>{spanText(startsAt, endsAt, locale)}</p>}
            {reason && <p className="words">{t.reason(reason)}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}
