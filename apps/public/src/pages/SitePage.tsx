import { siteRoleNames, weekRows, type OpeningHours, type SiteRole } from '@tongxin/platforms/rules';
import { Layout } from '../frame/Layout.tsx';
import { ServiceDays, type ServiceDay } from '../frame/ServiceDays.tsx';
import { SessionList } from '../frame/SessionList.tsx';
import { OpeningWords } from '../frame/SiteList.tsx';
import type { Drawn } from '../frame/visit.ts';
import { links } from '../links.ts';
import { say } from '../text/index.ts';
import type { Opening, PlaceLink, SessionRow } from './records.ts';

export type SiteContent = {
  site: {
    id: string;
    name: string;
    address: string;
    hostName: string;
    seats: number;
    note: string | null;
    leadPost: string | null;
    authorityDocument: string | null;
    rules: string | null;
    services: readonly string[];
    photoId: string | null;
  };
  place: PlaceLink;
  plaques: readonly { role: SiteRole; plaqueName: string }[];
  opening: Opening | null;
  /** Days that are over are left out. */
  hours: OpeningHours;
  /** Since when and why nobody is there any more. */
  closed: { on: string; why: string } | null;
  people: readonly { id: string; name: string }[];
  demonstration: {
    sponsor: string | null;
    guarantor: string | null;
    taskForce: string | null;
    plan: string | null;
  } | null;
  /** The next days on which people are served here, open to everybody. */
  serviceDays: readonly ServiceDay[];
  sessions: readonly SessionRow[];
  past: readonly SessionRow[];
};

/** One door: when it is open, what it is, who stands behind it, what is talked over there. */
export function SitePage(props: Drawn & SiteContent) {
  const { t, visit, site, place, opening, hours, closed, sessions, past } = props;
  return (
    <Layout t={t} visit={visit} title={site.name} back={links.sites({ in: place.code })} wide>
      <p className="kicker">{place.name}</p>
      <h1>{site.name}</h1>
      {closed === null ? (
        <p className="lead">
          <OpeningWords t={t} opening={opening} known={hours.week.length > 0 || site.note !== null} />
        </p>
      ) : (
        <p className="note stop">{t.sites.closed(t.dates.day(closed.on), closed.why)}</p>
      )}
      <p className="tags">
        {props.plaques.map(({ role }) => (
          <span key={role} className="tag">
            {say(t, siteRoleNames[role])}
          </span>
        ))}
        {props.demonstration !== null && <span className="tag go">{t.sites.demonstration}</span>}
      </p>
      <div className="board">
        <div>
          <Facts {...props} />
          {site.rules !== null && (
            <section aria-labelledby="rules">
              <h2 id="rules">{t.sites.rulesTitle}</h2>
              <p className="written">{site.rules}</p>
            </section>
          )}
        </div>
        <div>
          {closed === null && <ServiceDays t={t} days={props.serviceDays} />}
          {closed === null && <People {...props} />}
          <section aria-labelledby="sessions">
            <h2 id="sessions">{t.sites.sessionsTitle}</h2>
            {sessions.length === 0 ? <p>{t.sites.noSessions}</p> : <SessionList t={t} rows={sessions} />}
            <p>
              <a href={links.hallCalendar(site.id)}>{t.sites.calendar}</a>
            </p>
          </section>
          {past.length > 0 && (
            <section aria-labelledby="past">
              <h2 id="past">{t.sites.pastTitle}</h2>
              <SessionList t={t} rows={past} />
            </section>
          )}
        </div>
      </div>
      <p className="buttons">
        <a className="button" href={links.tell({ place: place.code })}>
          {t.sites.tellHere}
        </a>
      </p>
    </Layout>
  );
}

function Facts(props: Drawn & SiteContent) {
  const { t, site, plaques, hours, demonstration } = props;
  const facts: (readonly [string, React.ReactNode])[] = [
    [t.sites.address, site.address],
    [t.sites.hours, hours.week.length === 0 && hours.exceptions.length === 0 ? null : <Hours {...props} />],
    [t.sites.note, site.note],
    [t.sites.plaques, <Lines key="plaques" lines={plaques.map(({ plaqueName }) => plaqueName)} />],
    [t.sites.services, site.services.length === 0 ? null : <Lines key="services" lines={site.services} />],
    [t.sites.leadPost, site.leadPost],
    [t.sites.host, site.hostName],
    [t.sites.authorityDocument, site.authorityDocument],
    [t.sites.seats, site.seats === 0 ? null : t.sites.seatCount(t.dates.count(site.seats))],
    [t.sites.sponsor, demonstration?.sponsor],
    [t.sites.guarantor, demonstration?.guarantor],
    [t.sites.taskForce, demonstration?.taskForce],
    [t.sites.plan, demonstration?.plan],
  ];
  return (
    <>
      {site.photoId !== null && (
        <p className="site-photo">
          <img src={links.photo(site.photoId, 'large')} alt={t.sites.photoOf(site.name)} loading="lazy" />
        </p>
      )}
      <dl className="facts">
        {facts
          .filter(([, value]) => value !== null && value !== undefined)
          .flatMap(([name, value]) => [<dt key={name}>{name}</dt>, <dd key={`${name}=`}>{value}</dd>])}
      </dl>
    </>
  );
}

function Lines({ lines }: { lines: readonly string[] }) {
  return (
    <ul>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

/** The week with its days together, then the days that differ. */
function Hours({ t, hours }: Drawn & SiteContent) {
  const times = (periods: readonly { from: string; to: string }[]) =>
    periods.map(({ from, to }) => `${from}–${to}`).join(t.sites.listed);
  return (
    <>
      <ul>
        {weekRows(hours).map(({ days, periods }) => (
          <li key={days.join()}>
            {daysInWords(t, days)} {times(periods)}
          </li>
        ))}
      </ul>
      {hours.closesOnHolidays && <p className="small">{t.sites.holidays}</p>}
      {hours.exceptions.length > 0 && (
        <>
          <p className="small">{t.sites.exceptions}</p>
          <ul>
            {hours.exceptions.map(({ on, periods, note }) => (
              <li key={on}>
                {t.dates.day(on)} {periods.length === 0 ? t.sites.dayOff : times(periods)}
                {note !== '' && <span className="small"> {note}</span>}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

/** Three days and more in a row as from–to, others one by one. */
function daysInWords(t: Drawn['t'], days: readonly number[]): string {
  const runs: number[][] = [];
  for (const day of days) {
    const run = runs.at(-1);
    if (run?.at(-1) === day - 1) run.push(day);
    else runs.push([day]);
  }
  const name = (day: number) => t.sites.dayNames[day - 1] ?? '';
  return runs
    .flatMap((run) => (run.length < 3 ? run.map(name) : [t.sites.dayRange(name(run[0]!), name(run.at(-1)!))]))
    .join(t.sites.listed);
}

function People({ t, people }: Drawn & SiteContent) {
  return (
    <section aria-labelledby="people">
      <h2 id="people">{t.sites.peopleTitle}</h2>
      {people.length === 0 ? (
        <p>{t.sites.noPeople}</p>
      ) : (
        <>
          <ul className="rows">
            {people.map(({ id, name }) => (
              <li key={id}>
                <strong>{name}</strong> <span>{t.sites.memberWord}</span>
              </li>
            ))}
          </ul>
          <p className="small">{t.sites.peopleLead}</p>
        </>
      )}
    </section>
  );
}
