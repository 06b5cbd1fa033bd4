import { Layout } from '../frame/Layout.tsx';
import { Pager } from '../frame/Pager.tsx';
import { SessionList } from '../frame/SessionList.tsx';
import type { Drawn } from '../frame/visit.ts';
import { links } from '../links.ts';
import type { PlaceLink, SessionRow } from './records.ts';

export type SessionsContent = {
  place: PlaceLink | null;
  past: boolean;
  /** How many there are in all: the number that leads here. */
  count: number;
  rows: readonly SessionRow[];
  /** Opaque words for the address of the next page; null on the last. */
  next: string | null;
  /** Whether this is not the first page. */
  later: boolean;
};

/** Sessions to come or held, of the whole city or of one place. */
export function SessionsPage({ t, visit, place, past, count, rows, next, later }: Drawn & SessionsContent) {
  const title = place === null ? t.sessions.title : t.sessions.at(place.name);
  const here = { in: place?.code, past: past ? ('1' as const) : undefined };
  return (
    <Layout t={t} visit={visit} title={title} section="sessions">
      <h1>{title}</h1>
      <p className="lead">{t.sessions.lead}</p>
      <ul className="tabs">
        <li>
          <a href={links.sessions({ in: place?.code })} aria-current={past ? undefined : 'page'}>
            {t.sessions.upcoming}
          </a>
        </li>
        <li>
          <a href={links.sessions({ in: place?.code, past: '1' })} aria-current={past ? 'page' : undefined}>
            {t.sessions.past}
          </a>
        </li>
      </ul>
      <p className="small">
        {t.sessions.count(count)}
        {' · '}
        {place === null ? (
          <a href={links.find()}>{t.sessions.narrow}</a>
        ) : (
          <a href={links.sessions({ past: here.past })}>{t.sessions.everywhere}</a>
        )}
        {' · '}
        <a href={links.events()}>{t.events.title}</a>
      </p>
      {rows.length === 0 ? (
        <p>{past ? t.sessions.noPast : t.sessions.noUpcoming}</p>
      ) : (
        <SessionList t={t} rows={rows} level={2} />
      )}
      <Pager
        t={t}
        next={next === null ? null : links.sessions({ ...here, after: next })}
        first={later ? links.sessions(here) : null}
      />
    </Layout>
  );
}
