import { categoryNames, modeNames } from '@tongxin/events/rules';
import { links } from '../links.ts';
import type { EventRow } from '../pages/records.ts';
import { say, type Text } from '../text/index.ts';
import { Stub } from './Stub.tsx';

/** Public events as leaves on the board: the day at the left, what and where at the right. */
export function EventList({ t, rows, level = 3 }: { t: Text; rows: readonly EventRow[]; level?: 2 | 3 }) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <ol className="leaves">
      {rows.map((row) => (
        <li key={row.id}>
          <Stub t={t} at={row.startsAt} spent={row.state !== 'coming'} />
          <div>
            <Heading>
              <a href={links.event(row.id)}>{row.title}</a>
            </Heading>
            <p>
              {t.dates.times(row.startsAt, row.endsAt)}
              {row.where !== '' && ` · ${row.where}`}
            </p>
            <p className="tags">
              {row.state === 'cancelled' && <span className="tag stop">{t.events.states.cancelled}</span>}
              <span className="tag">{row.kindName ?? say(t, categoryNames[row.category])}</span>
              {row.mode !== 'onsite' && <span className="tag">{say(t, modeNames[row.mode])}</span>}
            </p>
          </div>
        </li>
      ))}
    </ol>
  );
}
