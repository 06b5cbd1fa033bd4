import { links } from '../links.ts';
import type { EventRow } from '../pages/records.ts';
import type { Text } from '../text/index.ts';
import { EventList } from './EventList.tsx';

/** The next public events of a site and the last ones, with the way to all of them. Nothing where there are none. */
export function SiteEvents({
  t,
  siteId,
  coming,
  past,
}: {
  t: Text;
  siteId: string;
  coming: readonly EventRow[];
  past: readonly EventRow[];
}) {
  if (coming.length + past.length === 0) return null;
  return (
    <>
      {coming.length > 0 && (
        <section aria-labelledby="events">
          <h2 id="events">{t.events.siteTitle}</h2>
          <EventList t={t} rows={coming} />
        </section>
      )}
      {past.length > 0 && (
        <section aria-labelledby="past-events">
          <h2 id="past-events">{t.events.sitePast}</h2>
          <EventList t={t} rows={past} />
        </section>
      )}
      <p>
        <a href={links.events({ site: siteId, past: coming.length === 0 ? '1' : undefined })}>
          {t.events.all}
        </a>
      </p>
    </>
  );
}
