import { Layout } from '../frame/Layout.tsx';
import type { Drawn } from '../frame/visit.ts';
import { links } from '../links.ts';
import type { SessionRow } from './records.ts';

export type TicketContent = {
  ticket: string;
  session: Pick<SessionRow, 'id' | 'title' | 'hallName' | 'startsAt' | 'endsAt'>;
  /** Why the session was called off; null when it was not. */
  cancelled: string | null;
  givenBack: boolean;
};

/** A seat without a name: the number is all there is. */
export function TicketPage({ t, visit, ticket, session, cancelled, givenBack }: Drawn & TicketContent) {
  const title = givenBack ? t.sessions.ticket.given : t.sessions.ticket.title;
  return (
    <Layout t={t} visit={visit} title={title} section="sessions" back={links.sessions()} hidden>
      <div className={givenBack ? 'slip spent' : 'slip'}>
        <h1>{title}</h1>
        {cancelled !== null && <p className="note stop">{t.sessions.cancelled(cancelled)}</p>}
        <p>
          <a href={links.session(session.id)}>{session.title}</a>
          <span className="line">{t.dates.period(session.startsAt, session.endsAt)}</span>
          <span className="line">{session.hallName}</span>
        </p>
        {!givenBack && (
          <dl className="keys">
            <dt>{t.sessions.ticket.number}</dt>
            <dd>{ticket}</dd>
          </dl>
        )}
      </div>
      {!givenBack && cancelled === null && (
        <>
          <p>{t.sessions.ticket.keep}</p>
          <form method="post" action={links.giveBack(ticket)} className="no-print">
            <h2>{t.sessions.ticket.backTitle}</h2>
            <p>{t.sessions.ticket.backLead}</p>
            <button type="submit" className="plain">
              {t.sessions.ticket.giveBack}
            </button>
          </form>
        </>
      )}
    </Layout>
  );
}
