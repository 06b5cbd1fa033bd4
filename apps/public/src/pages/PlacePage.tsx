import { Layout } from '../frame/Layout.tsx';
import { Numbers } from '../frame/Numbers.tsx';
import { SessionList } from '../frame/SessionList.tsx';
import { SettledList } from '../frame/SettledList.tsx';
import { SiteList } from '../frame/SiteList.tsx';
import type { Drawn } from '../frame/visit.ts';
import { links } from '../links.ts';
import type { OpenNumber, PlaceLink, SessionRow, SettledRow, SiteRow } from './records.ts';

/** Who a village's people turn to: by name and duty, never by telephone. */
export type VillageMember = { name: string; dutyTitle: string | null; code: string };

export type PlaceContent = {
  place: PlaceLink;
  /** What contains it, from the county down. */
  path: readonly PlaceLink[];
  /** Whether this browser's front page shows this place first. */
  remembered: boolean;
  /** The member for this village; null for other places, and where nobody is assigned. */
  member: VillageMember | null;
  sites: readonly SiteRow[];
  sessions: readonly SessionRow[];
  settled: readonly SettledRow[];
  numbers: readonly OpenNumber[];
  /** The township whose sessions can be subscribed to; null for a county. */
  calendar: string | null;
  /** Townships of a county, villages of a township. */
  inside: readonly PlaceLink[];
  insideAreVillages: boolean;
};

/** One county, township or village: its doors and when they open, what is coming, what was settled, its numbers. */
export function PlacePage(props: Drawn & PlaceContent) {
  const { t, visit, place, path, member, sessions, settled, numbers } = props;
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
      {member !== null && <Member t={t} place={place} member={member} />}
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
          <Doors {...props} />
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

function Member({ t, place, member }: Pick<Drawn, 't'> & { place: PlaceLink; member: VillageMember }) {
  return (
    <section aria-labelledby="member">
      <h2 id="member">{t.sites.villageMember(place.name)}</h2>
      <p>
        <strong>{member.name}</strong> <span className="tag">{t.sites.memberWord}</span>
      </p>
      {member.dutyTitle !== null && <p>{member.dutyTitle}</p>}
      <p>
        <a href={links.member(member.code)}>{t.sites.villageMemberCode(member.name)}</a>
      </p>
      <p className="small">{t.sites.villageMemberHint}</p>
    </section>
  );
}

/** The doors of the place, and what is held behind them for people's own calendars. */
function Doors({ t, place, sites, calendar }: Drawn & PlaceContent) {
  return (
    <>
      {sites.length === 0 ? <p>{t.sites.none}</p> : <SiteList t={t} rows={sites} />}
      {sites.length > 0 && (
        <p>
          <a href={links.sites({ in: place.code })}>{t.sites.all}</a>
        </p>
      )}
      {calendar !== null && (
        <>
          <h3>{t.places.calendarTitle}</h3>
          <p className="small">{t.places.calendarHint}</p>
          <p>
            <a href={links.placeCalendar(calendar)}>{t.places.calendarPlace(place.name)}</a>
          </p>
        </>
      )}
    </>
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
