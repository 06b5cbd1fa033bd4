import { Layout } from '../frame/Layout.tsx';
import type { Drawn, Faults } from '../frame/visit.ts';
import { links } from '../links.ts';
import type { SessionRow } from './records.ts';

export type SeatContent = {
  session: SessionRow;
  /** Made when the page is drawn, so that pressing twice takes one seat. Null when no seat can be taken. */
  seatKey: string | null;
  faults: Faults;
};

/** One press takes a seat; no name is asked. */
export function SeatPage({ t, visit, session, seatKey, faults }: Drawn & SeatContent) {
  const text = t.sessions;
  return (
    <Layout
      t={t}
      visit={visit}
      title={text.takeSeat}
      section="sessions"
      back={links.session(session.id)}
      faults={faults}
      hidden
    >
      <h1>{text.takeSeat}</h1>
      <p>
        <strong>{session.title}</strong>
        <span className="line">{t.dates.period(session.startsAt, session.endsAt)}</span>
        <span className="line">{session.hallName}</span>
      </p>
      {session.state === 'noticed' && !session.hasBegun ? (
        <TakeOne t={t} session={session} seatKey={seatKey} />
      ) : (
        <p>{session.state === 'noticed' ? text.begun : text.states[session.state]}</p>
      )}
    </Layout>
  );
}

function TakeOne({ t, session, seatKey }: Pick<Drawn & SeatContent, 't' | 'session' | 'seatKey'>) {
  const text = t.sessions;
  return (
    <>
      <p>
        {session.seatsLeft > 0
          ? text.seatsLeft(session.seatsLeft, session.residentSeats)
          : text.seatsGone(session.residentSeats)}
      </p>
      <form method="post" action={links.takeSeat(session.id)} id="seat" data-once="">
        {seatKey === null ? (
          <p>{text.comeAnyway}</p>
        ) : (
          <>
            <p>{text.comeLead}</p>
            <input type="hidden" name="key" value={seatKey} />
            <button type="submit">{text.takeSeat}</button>
          </>
        )}
      </form>
    </>
  );
}
