import { Layout } from '../frame/Layout.tsx';
import { Numbers } from '../frame/Numbers.tsx';
import { SessionList } from '../frame/SessionList.tsx';
import { SettledList } from '../frame/SettledList.tsx';
import type { Drawn } from '../frame/visit.ts';
import { links } from '../links.ts';
import type { OpenNumber, PlaceLink, SessionRow, SettledRow } from './records.ts';

type Hall = { id: string; name: string; address: string; opening: string | null };

export type PlaceContent = {
  place: PlaceLink;
  /** What contains it, from the county down. */
  path: readonly PlaceLink[];
  /** Whether this browser's front page shows this place first. */
  remembered: boolean;
  halls: readonly Hall[];
  sessions: readonly SessionRow[];
  settled: readonly SettledRow[];
  numbers: readonly OpenNumber[];
  /** The township whose sessions can be subscribed to; null for a county. */
  calendar: string | null;
  /** Townships of a county, villages of a township. */
  inside: readonly PlaceLink[];
  insideAreVillages: boolean;
};

/** One county, township or village: its hall, what is coming, what was settled, its numbers. */
export function PlacePage(props: Drawn & PlaceContent) {
  const { t, visit, place, path, halls, sessions, settled, numbers, calendar } = props;
  return (
    <Layout t={t} visit={visit} title={place.name} back={links.find({ in: path[0]?.code })} wide>
      {path.length > 0 && (
        <p className="path">
          {path.map(({ code, name }) => (
            <a key={code} href={links.place(code)}>
              {name}
            </a>
          ))}
        </p>
      )}
      <h1>{place.name}</h1>
      <Remember {...props} />
      <div className="board">
        <section aria-labelledby="sessions">
          <h2 id="sessions">{t.places.sessionsTitle}</h2>
          {sessions.length === 0 ? <p>{t.places.noSessions}</p> : <SessionList t={t} rows={sessions} />}
          <p>
            <a href={links.sessions({ in: place.code, past: '1' })}>{t.places.pastSessions}</a>
          </p>
        </section>
        <section aria-labelledby="halls">
          <h2 id="halls">{t.places.halls}</h2>
          <Halls t={t} halls={halls} />
          <h3>{t.places.calendarTitle}</h3>
          <p className="small">{t.places.calendarHint}</p>
          <ul className="rows">
            {calendar !== null && (
              <li>
                <a href={links.placeCalendar(calendar)}>{t.places.calendarPlace(place.name)}</a>
              </li>
            )}
            {halls.map(({ id, name }) => (
              <li key={id}>
                <a href={links.hallCalendar(id)}>{t.places.calendarHall(name)}</a>
              </li>
            ))}
          </ul>
        </section>
        <section aria-labelledby="settled">
          <h2 id="settled">{t.places.settledTitle}</h2>
          {settled.length === 0 ? <p>{t.places.noSettled}</p> : <SettledList t={t} rows={settled} />}
          <p>
            <a href={links.settled({ in: place.code })}>{t.home.settledAll}</a>
          </p>
        </section>
        {numbers.length > 0 && (
          <section aria-labelledby="numbers">
            <h2 id="numbers">{t.places.numbersTitle}</h2>
            <p className="small">{t.home.numbersNote}</p>
            <Numbers t={t} rows={numbers} />
          </section>
        )}
      </div>
      <Inside {...props} />
    </Layout>
  );
}

function Remember({ t, place, remembered }: Drawn & PlaceContent) {
  return (
    <form
      method="post"
      action={remembered ? links.forgetPlace() : links.rememberPlace(place.code)}
      className="buttons"
    >
      <a className="button" href={links.tell({ place: place.code })}>
        {t.places.tellHere}
      </a>
      {remembered && <span className="small">{t.places.remembered}</span>}
      <button type="submit" className="as-link">
        {remembered ? t.places.forget : t.places.remember}
      </button>
    </form>
  );
}

function Halls({ t, halls }: Pick<Drawn, 't'> & Pick<PlaceContent, 'halls'>) {
  if (halls.length === 0) return <p>{t.places.noHalls}</p>;
  return (
    <ul className="rows">
      {halls.map(({ id, name, address, opening }) => (
        <li key={id}>
          <strong>{name}</strong>
          <span>{address}</span>
          {opening !== null && <span className="small">{t.places.open(opening)}</span>}
        </li>
      ))}
    </ul>
  );
}

function Inside({ t, place, inside, insideAreVillages }: Drawn & PlaceContent) {
  if (inside.length === 0) return null;
  return (
    <details className="inside-places">
      <summary>
        {insideAreVillages ? t.places.villagesOf(place.name) : t.places.townshipsOf(place.name)}
      </summary>
      <ul className="names" data-filter={t.places.filter}>
        {inside.map(({ code, name }) => (
          <li key={code}>
            <a href={links.place(code)}>{name}</a>
          </li>
        ))}
      </ul>
    </details>
  );
}
