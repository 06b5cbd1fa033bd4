import { Layout } from '../frame/Layout.tsx';
import { Pager } from '../frame/Pager.tsx';
import { SiteList } from '../frame/SiteList.tsx';
import type { Drawn } from '../frame/visit.ts';
import { links } from '../links.ts';
import type { PlaceLink, SiteRow } from './records.ts';

export type SitesContent = {
  /** Whose doors these are; null for the whole city's. */
  place: PlaceLink | null;
  /** What contains it, from the county down. */
  path: readonly PlaceLink[];
  rows: readonly SiteRow[];
  next: string | null;
  /** Whether pages come before this one. */
  later: boolean;
};

/** Every door of a place, those of the county before those of its townships. */
export function SitesPage({ t, visit, place, path, rows, next, later }: Drawn & SitesContent) {
  const title = place === null ? t.sites.title : t.sites.titleOf(place.name);
  const at = { in: place?.code };
  return (
    <Layout t={t} visit={visit} title={title} back={place === null ? links.find() : links.place(place.code)}>
      {path.length > 0 && (
        <p className="path">
          {path.map(({ code, name }) => (
            <a key={code} href={links.sites({ in: code })}>
              {name}
            </a>
          ))}
        </p>
      )}
      <h1>{title}</h1>
      <p className="lead">{t.sites.lead}</p>
      {rows.length === 0 ? <p>{t.sites.none}</p> : <SiteList t={t} rows={rows} level={2} />}
      <Pager
        t={t}
        next={next === null ? null : links.sites({ ...at, after: next })}
        first={later ? links.sites(at) : null}
      />
    </Layout>
  );
}
