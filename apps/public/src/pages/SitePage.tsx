import type { Message } from '@tongxin/core';
import { siteRoleNames, type OpeningHours, type SiteRole } from '@tongxin/platforms/rules';
import type { RoomRule } from '@tongxin/reports/rules';
import { Layout } from '../frame/Layout.tsx';
import type { ServiceDay } from '../frame/ServiceDays.tsx';
import { OpeningWords } from '../frame/SiteList.tsx';
import type { Drawn } from '../frame/visit.ts';
import { links } from '../links.ts';
import { say } from '../text/index.ts';
import type { EventRow, Opening, PlaceLink, SessionRow } from './records.ts';
import { siteSections } from './site-sections.tsx';
import { SiteFacts } from './SiteFacts.tsx';

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
  /** What this year's logs say of the room's rules. */
  log: { year: number; counts: Readonly<Record<RoomRule, number>> };
  /** Who is there next, by name and role and by nothing else. */
  onDuty: readonly { startsAt: string; endsAt: string; name: string; role: Message }[];
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
  events: { coming: readonly EventRow[]; past: readonly EventRow[] };
};

/** One door: when it is open, what it is, and under a heading each what goes on behind it. */
export function SitePage(props: Drawn & SiteContent) {
  const { t, visit, site, place, opening, hours, closed } = props;
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
          <SiteFacts {...props} />
          <Sections {...props} beside="facts" />
        </div>
        <div>
          <Sections {...props} beside="people" />
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

function Sections({ beside, ...props }: Drawn & SiteContent & { beside: 'facts' | 'people' }) {
  return siteSections
    .filter((section) => section.beside === beside && section.isThere(props))
    .map(({ id, title, Show }) => (
      <section key={id} aria-labelledby={id}>
        <h2 id={id}>{title(props.t)}</h2>
        <Show {...props} />
      </section>
    ));
}
