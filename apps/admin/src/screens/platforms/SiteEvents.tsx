import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useLocale, useText } from '@tongxin/web/locale';
import { spanText } from '@tongxin/web/moments';
import { api, type Outputs } from '../../api.ts';
import { paths } from '../../paths.ts';
import { eventsText } from '../../text/events.ts';
import { StateTag } from '../../ui/StateTag.tsx';

type Row = Outputs['events']['list']['rows'][number];

const shown = 5;

/** What is held at the site or goes to see it: what is coming and what was there last. */
export function SiteEvents({ siteId }: { siteId: string }) {
  const t = useText(eventsText).list;
  const coming = useQuery(api.events.list.queryOptions({ siteId, when: 'upcoming' })).data;
  const held = useQuery(api.events.list.queryOptions({ siteId, when: 'held' })).data;
  return (
    <section className="panel">
      <h2>{t.atSite}</h2>
      <Few title={t.upcoming} rows={coming?.rows ?? []} />
      <Few title={t.held} rows={held?.rows ?? []} />
      {coming?.rows.length === 0 && held?.rows.length === 0 && <p className="quiet">{t.noneAtSite}</p>}
    </section>
  );
}

function Few({ title, rows }: { title: string; rows: readonly Row[] }) {
  const { locale } = useLocale();
  if (rows.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul className="plain">
        {rows.slice(0, shown).map(({ id, title: name, startsAt, endsAt, state }) => (
          <li key={id}>
            <span>
              <Link {...paths.event(id)}>{name}</Link>{' '}
              <span className="quiet small">{spanText(startsAt, endsAt, locale)}</span>
            </span>
            <StateTag kind="event" state={state} />
          </li>
        ))}
      </ul>
    </>
  );
}
