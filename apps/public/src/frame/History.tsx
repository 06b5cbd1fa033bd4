import type { Entry, Reading } from '../pages/matter-content.ts';
import { say, type Text } from '../text/index.ts';

/** What happened, oldest first, with who did it as office and why. */
export function History({ t, entries }: { t: Text; entries: readonly Entry[] }) {
  const text = t.follow.matter;
  return (
    <section aria-labelledby="history">
      <h2 id="history">{text.historyTitle}</h2>
      <ol className="history">
        {entries.map((entry) => (
          <li key={entry.seq}>
            <time className="small" dateTime={entry.at}>
              {t.dates.moment(entry.at)}
            </time>
            <strong>{entry.label === null ? text.opened : say(t, entry.label)}</strong>
            <span className="small">
              {entry.role === null ? text.byClock : text.by(say(t, entry.role), entry.unit)}
            </span>
            {entry.reason !== null && <p className="written">{text.reason(entry.reason)}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Every opening of the person's own words, photos or contact: which office, when, why. */
export function Readings({ t, readings }: { t: Text; readings: readonly Reading[] }) {
  const text = t.follow.matter;
  return (
    <section aria-labelledby="readings" className="readings">
      <h2 id="readings">{text.readersTitle}</h2>
      <p className="small">{text.readersNote}</p>
      {readings.length === 0 ? (
        <p>{text.noReaders}</p>
      ) : (
        <ul className="rows">
          {readings.map((reading) => (
            <li key={`${reading.at}${reading.what}`}>
              <strong>{text.what[reading.what]}</strong>
              <span>
                {text.by(
                  reading.role === null ? reading.unit : say(t, reading.role),
                  reading.role === null ? '' : reading.unit,
                )}
              </span>
              <time className="small" dateTime={reading.at}>
                {t.dates.moment(reading.at)}
              </time>
              {reading.reason !== null && <p className="written">{text.reason(reading.reason)}</p>}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
