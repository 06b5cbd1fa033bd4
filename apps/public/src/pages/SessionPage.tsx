import { modeNames } from '@tongxin/deliberations/rules';
import { Layout } from '../frame/Layout.tsx';
import { Minutes } from '../frame/Minutes.tsx';
import type { Drawn } from '../frame/visit.ts';
import { links } from '../links.ts';
import { say } from '../text/index.ts';
import type { Change, Line, PlaceLink, SessionRow } from './records.ts';

export type SessionContent = {
  session: SessionRow & {
    number: string | null;
    address: string;
    onlineUrl: string | null;
    cancelReason: string | null;
  };
  /** Under which name the committee invites; null where it has none. */
  brand: { code: string; name: string } | null;
  place: PlaceLink;
  topics: readonly { id: string; title: string; summary: string }[];
  members: readonly { id: string; name: string; sector: string | null; convenes: boolean }[];
  units: readonly { id: string; name: string }[];
  /** Moved to another time, or called off: when and why. */
  moved: readonly Change[];
  minutes: {
    summary: string;
    agreed: readonly string[];
    notAgreed: readonly string[];
    publishedAt: string;
    changes: readonly Change[];
    residentsPresent: number | null;
  } | null;
  lines: readonly Line[];
  seatsOpen: boolean;
};

/** The notice of a session; after it, what was agreed and what was not. */
export function SessionPage(props: Drawn & SessionContent) {
  const { t, visit, session, minutes, lines, topics } = props;
  return (
    <Layout
      t={t}
      visit={visit}
      title={session.title}
      section="sessions"
      back={links.sessions({ in: props.place.code })}
    >
      <p className="kicker">
        {props.brand !== null && (
          <>
            <a href={links.brand(props.brand.code)}>{props.brand.name}</a>
            {' · '}
          </>
        )}
        {t.sessions.states[session.state]}
      </p>
      <h1>{session.title}</h1>
      {session.state === 'cancelled' && (
        <p className="note stop">{t.sessions.cancelled(session.cancelReason ?? '')}</p>
      )}
      {session.state === 'held' && <p className="note">{t.sessions.held}</p>}
      {props.moved.map(({ at, why }) => (
        <p key={at} className="note">
          {t.sessions.moved(t.dates.day(at), why)}
        </p>
      ))}
      <Facts {...props} />
      {session.state === 'noticed' &&
        (session.hasBegun ? <p className="note">{t.sessions.begun}</p> : <ComeAlong {...props} />)}
      {minutes !== null && <Minutes t={t} minutes={minutes} lines={lines} />}
      <section aria-labelledby="topics">
        <h2 id="topics">{t.sessions.topicsTitle}</h2>
        <ol className="topics">
          {topics.map(({ id, title, summary }) => (
            <li key={id}>
              <h3>{title}</h3>
              <p className="written">{summary}</p>
            </li>
          ))}
        </ol>
      </section>
      {minutes === null && session.state !== 'cancelled' && (
        <section aria-labelledby="agenda">
          <h2 id="agenda">{t.sessions.agendaTitle}</h2>
          <ol className="plain-list">
            {t.sessions.agenda.map((part) => (
              <li key={part}>{part}</li>
            ))}
          </ol>
        </section>
      )}
      <p className="rows">
        <a href={links.sessionCalendar(session.id)}>{t.sessions.calendar}</a>
        {minutes !== null && <a href={links.chain(session.id)}>{t.sessions.chain}</a>}
      </p>
    </Layout>
  );
}

function Facts({ t, session, place, members, units }: Drawn & SessionContent) {
  return (
    <dl className="facts">
      <dt>{t.sessions.time}</dt>
      <dd>
        <time dateTime={session.startsAt}>{t.dates.period(session.startsAt, session.endsAt)}</time>
      </dd>
      <dt>{t.sessions.hall}</dt>
      <dd>
        <a href={links.place(place.code)}>{session.hallName}</a>
        <span className="small">{session.address}</span>
      </dd>
      <dt>{t.sessions.mode}</dt>
      <dd>{say(t, modeNames[session.mode])}</dd>
      {session.onlineUrl !== null && (
        <>
          <dt>{t.sessions.online}</dt>
          <dd>
            <a href={session.onlineUrl} rel="noreferrer">
              {session.onlineUrl}
            </a>
          </dd>
        </>
      )}
      {members.length + units.length > 0 && (
        <>
          <dt>{t.sessions.invitedTitle}</dt>
          <dd>
            {members.map(({ id, name, sector, convenes }) => (
              <span key={id} className="line">
                {t.sessions.member(name, sector)}
                {convenes && <span className="tag">{t.sessions.convenor}</span>}
              </span>
            ))}
            {units.map(({ id, name }) => (
              <span key={id} className="line">
                {name}
              </span>
            ))}
          </dd>
        </>
      )}
      {session.number !== null && (
        <>
          <dt>{t.sessions.number}</dt>
          <dd>{session.number}</dd>
        </>
      )}
    </dl>
  );
}

/** How to be there. The seat itself is taken on a page of its own, so that this one is the same for everybody. */
function ComeAlong({ t, session, seatsOpen }: Drawn & SessionContent) {
  const { seatsLeft, residentSeats } = session;
  if (session.mode === 'online' || residentSeats === 0) {
    return (
      <section className="come" aria-labelledby="come">
        <h2 id="come">{t.sessions.comeTitle}</h2>
        <p>{t.sessions.onlineOnly}</p>
      </section>
    );
  }
  return (
    <section className="come" aria-labelledby="come">
      <h2 id="come">{t.sessions.comeTitle}</h2>
      <p>{t.sessions.comeLead}</p>
      <p>
        <strong>
          {seatsLeft > 0
            ? t.sessions.seatsLeft(seatsLeft, residentSeats)
            : t.sessions.seatsGone(residentSeats)}
        </strong>
      </p>
      {seatsOpen ? (
        <a className="button" href={links.takeSeat(session.id)}>
          {t.sessions.takeSeat}
        </a>
      ) : (
        <p>{t.sessions.comeAnyway}</p>
      )}
      <p className="small">
        <a href={links.findTicket()}>{t.sessions.haveSeat}</a>
      </p>
    </section>
  );
}
