import {
  recordsOfRule,
  roomRuleNames,
  roomRules,
  roomRuleUnits,
  siteRecordSentences,
} from '@tongxin/reports/rules';
import type { ReactNode } from 'react';
import { EventList } from '../frame/EventList.tsx';
import { ServiceDays } from '../frame/ServiceDays.tsx';
import { SessionList } from '../frame/SessionList.tsx';
import type { Drawn } from '../frame/visit.ts';
import { links } from '../links.ts';
import { say, type Text } from '../text/index.ts';
import type { SiteContent } from './SitePage.tsx';

type Props = Drawn & SiteContent;

/** A part of a site's page under a heading of its own; it is there when there is something to say. */
type Section = {
  id: string;
  /** In which of the two columns: under the facts, or where people come first. On a telephone one follows the other. */
  beside: 'facts' | 'people';
  title: (t: Text) => string;
  isThere: (props: Props) => boolean;
  Show: (props: Props) => ReactNode;
};

/** All parts of a site's page, in the order in which they are read. */
export const siteSections: readonly Section[] = [
  {
    id: 'rules',
    beside: 'facts',
    title: (t) => t.sites.rulesTitle,
    isThere: ({ site }) => site.rules !== null,
    Show: ({ site }) => <p className="written">{site.rules}</p>,
  },
  {
    id: 'log',
    beside: 'facts',
    title: (t) => t.sites.logTitle,
    isThere: ({ log }) => roomRules.some((rule) => log.counts[rule] > 0),
    Show: Log,
  },
  {
    id: 'duty',
    beside: 'people',
    title: (t) => t.sites.dutyTitle,
    isThere: ({ onDuty }) => onDuty.length > 0,
    Show: OnDuty,
  },
  {
    id: 'service-days',
    beside: 'people',
    title: (t) => t.sites.serviceTitle,
    isThere: ({ closed, serviceDays }) => closed === null && serviceDays.length > 0,
    Show: ({ t, serviceDays }) => <ServiceDays t={t} days={serviceDays} />,
  },
  {
    id: 'people',
    beside: 'people',
    title: (t) => t.sites.peopleTitle,
    isThere: ({ closed }) => closed === null,
    Show: People,
  },
  {
    id: 'sessions',
    beside: 'people',
    title: (t) => t.sites.sessionsTitle,
    isThere: () => true,
    Show: Coming,
  },
  {
    id: 'events',
    beside: 'people',
    title: (t) => t.events.siteTitle,
    isThere: ({ events }) => events.coming.length > 0,
    Show: ({ t, site, events }) => (
      <>
        <EventList t={t} rows={events.coming} />
        <p>
          <a href={links.events({ site: site.id })}>{t.events.all}</a>
        </p>
      </>
    ),
  },
  {
    id: 'past',
    beside: 'people',
    title: (t) => t.sites.pastTitle,
    isThere: ({ past }) => past.length > 0,
    Show: ({ t, past }) => <SessionList t={t} rows={past} />,
  },
  {
    id: 'past-events',
    beside: 'people',
    title: (t) => t.events.sitePast,
    isThere: ({ events }) => events.past.length > 0,
    Show: ({ t, site, events }) => (
      <>
        <EventList t={t} rows={events.past} />
        <p>
          <a href={links.events({ site: site.id, past: '1' })}>{t.events.all}</a>
        </p>
      </>
    ),
  },
];

/** How often each of the room's rules was kept this year, and how that is counted. */
function Log({ t, log }: Props) {
  return (
    <>
      <p className="small">{t.sites.logLead(String(log.year))}</p>
      <dl className="facts">
        {roomRules.flatMap((rule) => [
          <dt key={rule}>{say(t, roomRuleNames[rule])}</dt>,
          <dd key={`${rule}=`}>
            <strong>{say(t, roomRuleUnits[rule](log.counts[rule]))}</strong>
            <br />
            <span className="small">{say(t, siteRecordSentences[recordsOfRule[rule]])}</span>
          </dd>,
        ])}
      </dl>
    </>
  );
}

function OnDuty({ t, onDuty }: Props) {
  return (
    <>
      <ul className="rows">
        {onDuty.map(({ startsAt, endsAt, name, role }) => (
          <li key={`${startsAt} ${name}`}>
            <span>
              {t.dates.period(startsAt, endsAt)}
              <br />
              <strong>{name}</strong> {say(t, role)}
            </span>
          </li>
        ))}
      </ul>
      <p className="small">{t.sites.dutyLead}</p>
    </>
  );
}

function People({ t, people }: Props) {
  if (people.length === 0) return <p>{t.sites.noPeople}</p>;
  return (
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
  );
}

function Coming({ t, site, sessions }: Props) {
  return (
    <>
      {sessions.length === 0 ? <p>{t.sites.noSessions}</p> : <SessionList t={t} rows={sessions} />}
      <p>
        <a href={links.hallCalendar(site.id)}>{t.sites.calendar}</a>
      </p>
    </>
  );
}
