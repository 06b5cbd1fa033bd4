import { EventList } from '../frame/EventList.tsx';
import { Layout } from '../frame/Layout.tsx';
import { Pager } from '../frame/Pager.tsx';
import type { Drawn } from '../frame/visit.ts';
import { links } from '../links.ts';
import type { EventRow } from './records.ts';

export type EventsContent = {
  /** Of one site; of the whole city without. */
  site: { id: string; name: string } | null;
  past: boolean;
  rows: readonly EventRow[];
  /** Opaque words for the address of the next page; null on the last. */
  next: string | null;
  /** Whether this is not the first page. */
  later: boolean;
};

/** Events that are open to everybody, to come or held, of one site or of the whole city. */
export function EventsPage({ t, visit, site, past, rows, next, later }: Drawn & EventsContent) {
  const title = site === null ? t.events.title : t.events.at(site.name);
  const here = { site: site?.id, past: past ? ('1' as const) : undefined };
  return (
    <Layout t={t} visit={visit} title={title} back={site === null ? links.home() : links.site(site.id)}>
      <h1>{title}</h1>
      <p className="lead">{t.events.lead}</p>
      <ul className="tabs">
        <li>
          <a href={links.events({ site: site?.id })} aria-current={past ? undefined : 'page'}>
            {t.events.upcoming}
          </a>
        </li>
        <li>
          <a href={links.events({ site: site?.id, past: '1' })} aria-current={past ? 'page' : undefined}>
            {t.events.past}
          </a>
        </li>
      </ul>
      {rows.length === 0 ? (
        <p>{past ? t.events.noPast : t.events.noUpcoming}</p>
      ) : (
        <EventList t={t} rows={rows} level={2} />
      )}
      <Pager
        t={t}
        next={next === null ? null : links.events({ ...here, after: next })}
        first={later ? links.events(here) : null}
      />
    </Layout>
  );
}
