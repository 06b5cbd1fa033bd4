import { modeNames } from '@tongxin/deliberations/rules';
import { links } from '../links.ts';
import type { SessionRow } from '../pages/records.ts';
import { say, type Text } from '../text/index.ts';
import { Stub } from './Stub.tsx';

/** Sessions as leaves on the board: the day at the left, what and where at the right. */
export function SessionList<Row extends SessionRow>({
  t,
  rows,
  level = 3,
  after,
}: {
  t: Text;
  rows: readonly Row[];
  level?: 2 | 3;
  /** A line below each, such as what came of it. */
  after?: (row: Row) => string | null;
}) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <ol className="leaves">
      {rows.map((row) => (
        <li key={row.id}>
          <Stub t={t} at={row.startsAt} spent={row.state !== 'noticed' || row.hasBegun} />
          <div>
            <Heading>
              <a href={links.session(row.id)}>{row.title}</a>
            </Heading>
            <p>
              {t.dates.times(row.startsAt, row.endsAt)}
              {' · '}
              {row.hallName}
            </p>
            {after?.(row) && <p className="small">{after(row)}</p>}
            <p className="tags">
              <SessionTag t={t} row={row} />
              {row.mode !== 'onsite' && <span className="tag">{say(t, modeNames[row.mode])}</span>}
            </p>
          </div>
        </li>
      ))}
    </ol>
  );
}

function SessionTag({ t, row }: { t: Text; row: SessionRow }) {
  if (row.state === 'cancelled') return <span className="tag stop">{t.sessions.cancelledShort}</span>;
  if (row.state !== 'noticed') return <span className="tag">{t.sessions.states[row.state]}</span>;
  if (row.hasBegun) return <span className="tag">{t.sessions.begun}</span>;
  if (row.mode === 'online' || row.residentSeats === 0) return null;
  return row.seatsLeft > 0 ? (
    <span className="tag go">{t.sessions.seatsFew(row.seatsLeft)}</span>
  ) : (
    <span className="tag">{t.sessions.full}</span>
  );
}
