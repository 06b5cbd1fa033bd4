import { categoryNames, modeNames } from '@tongxin/events/rules';
import { Layout } from '../frame/Layout.tsx';
import type { Drawn } from '../frame/visit.ts';
import { links } from '../links.ts';
import { say } from '../text/index.ts';
import type { EventRow, KeptItem } from './records.ts';

export type EventContent = {
  event: EventRow & {
    number: string;
    summary: string | null;
    speaker: string | null;
    organiser: string;
    platformId: string | null;
    cancelReason: string | null;
    /** People who were there besides those who were asked, when it was counted. */
    present: number | null;
  };
  sites: readonly { id: string; name: string }[];
  parts: readonly { id: string; title: string; startsAt: string; endsAt: string; cancelled: boolean }[];
  kept: readonly KeptItem[];
};

/** An event that is open to everybody; afterwards, what its organiser shows of it. */
export function EventPage(props: Drawn & EventContent) {
  const { t, visit, event, kept } = props;
  const back = event.platformId === null ? links.events() : links.site(event.platformId);
  return (
    <Layout t={t} visit={visit} title={event.title} back={back}>
      <p className="kicker">{t.events.states[event.state]}</p>
      <h1>{event.title}</h1>
      {event.state === 'cancelled' && (
        <p className="note stop">{t.events.cancelled(event.cancelReason ?? '')}</p>
      )}
      <Facts {...props} />
      {event.state === 'coming' && (
        <p className="note">{event.mode === 'online' ? t.events.comeOnline : t.events.come}</p>
      )}
      {event.summary !== null && (
        <section aria-labelledby="about">
          <h2 id="about">{t.events.about}</h2>
          <p className="written">{event.summary}</p>
        </section>
      )}
      <Parts {...props} />
      {kept.length > 0 && <Kept {...props} />}
      <p className="rows">
        <a href={links.eventCalendar(event.id)}>{t.events.calendar}</a>
      </p>
    </Layout>
  );
}

function Facts({ t, event, sites }: Drawn & EventContent) {
  const visited = sites.map(({ id, name }) => (
    <span key={id} className="line">
      <a href={links.site(id)}>{name}</a>
    </span>
  ));
  const facts: (readonly [string, React.ReactNode])[] = [
    [
      t.events.time,
      <time key="time" dateTime={event.startsAt}>
        {t.dates.period(event.startsAt, event.endsAt)}
      </time>,
    ],
    [t.events.where, event.where === '' ? null : event.where],
    [t.events.mode, say(t, modeNames[event.mode])],
    [t.events.kind, event.kindName ?? say(t, categoryNames[event.category])],
    [t.events.speaker, event.speaker],
    [t.events.organiser, event.organiser],
    [t.events.sites, visited.length === 0 ? null : visited],
    [t.events.present, event.present === null ? null : t.events.presentCount(t.dates.count(event.present))],
    [t.events.number, event.number],
  ];
  return (
    <dl className="facts">
      {facts
        .filter(([, value]) => value !== null)
        .flatMap(([name, value]) => [<dt key={name}>{name}</dt>, <dd key={`${name}=`}>{value}</dd>])}
    </dl>
  );
}

function Parts({ t, parts }: Drawn & EventContent) {
  if (parts.length === 0) return null;
  return (
    <section aria-labelledby="parts">
      <h2 id="parts">{t.events.parts}</h2>
      <ul className="plain-list">
        {parts.map(({ id, title, startsAt, endsAt, cancelled }) => (
          <li key={id}>
            <a href={links.event(id)}>{title}</a>{' '}
            <span className="small">{t.dates.period(startsAt, endsAt)}</span>
            {cancelled && <strong className="small"> {t.events.states.cancelled}</strong>}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Kept({ t, kept }: Drawn & EventContent) {
  const of = (...kinds: KeptItem['kind'][]) => kept.filter(({ kind }) => kinds.includes(kind));
  const [texts, photos, findings, media] = [of('text'), of('photo'), of('finding'), of('link')];
  return (
    <>
      {texts.length + photos.length > 0 && (
        <section aria-labelledby="kept">
          <h2 id="kept">{t.events.keptTitle}</h2>
          <Written items={texts} />
          {photos.map(({ id, fileId, title, size }) => (
            <figure key={id} className="kept-photo">
              <img
                src={links.photo(fileId ?? '', 'large')}
                alt={title}
                loading="lazy"
                {...(size === null ? {} : size)}
              />
              <figcaption className="small">{title}</figcaption>
            </figure>
          ))}
        </section>
      )}
      {findings.length > 0 && (
        <section aria-labelledby="findings">
          <h2 id="findings">{t.events.findings}</h2>
          <Written items={findings} />
        </section>
      )}
      {media.length > 0 && (
        <section aria-labelledby="media">
          <h2 id="media">{t.events.media}</h2>
          <ul className="plain-list">
            {media.map(({ id, title, url }) => (
              <li key={id}>
                <a href={url ?? ''} rel="noreferrer">
                  {title}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Written({ items }: { items: readonly KeptItem[] }) {
  return items.map(({ id, title, body }) => (
    <article key={id}>
      <h3>{title}</h3>
      <p className="written">{body}</p>
    </article>
  ));
}
