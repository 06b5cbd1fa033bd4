import { weekRows } from '@tongxin/platforms/rules';
import type { Drawn } from '../frame/visit.ts';
import { links } from '../links.ts';
import type { SiteContent } from './SitePage.tsx';

/** What a site is: its photo, and beside each name what is known of it. */
export function SiteFacts(props: Drawn & SiteContent) {
  const { t, site, plaques, hours, demonstration } = props;
  // A hall names its post and its paper, or says that it has none yet.
  const isHall = plaques.some(({ role }) => role === 'hall');
  const ofHall = (known: string | null) => known ?? (isHall ? t.sites.notNamed : null);
  const facts: (readonly [string, React.ReactNode])[] = [
    [t.sites.address, site.address],
    [t.sites.hours, hours.week.length === 0 && hours.exceptions.length === 0 ? null : <Hours {...props} />],
    [t.sites.note, site.note],
    [t.sites.plaques, <Lines key="plaques" lines={plaques.map(({ plaqueName }) => plaqueName)} />],
    [t.sites.services, site.services.length === 0 ? null : <Lines key="services" lines={site.services} />],
    [t.sites.leadPost, ofHall(site.leadPost)],
    [t.sites.host, site.hostName],
    [t.sites.authorityDocument, ofHall(site.authorityDocument)],
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
