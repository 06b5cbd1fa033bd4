import { Layout } from '../frame/Layout.tsx';
import { Pager } from '../frame/Pager.tsx';
import { SessionList } from '../frame/SessionList.tsx';
import type { Drawn } from '../frame/visit.ts';
import { links } from '../links.ts';
import type { PlaceLink, SessionRow } from './records.ts';

export type BrandContent = {
  place: PlaceLink;
  brand: string;
  lead: string;
  /** With how many lines were agreed and how many of them are struck off. */
  rows: readonly (SessionRow & { lines: number; closedLines: number })[];
  next: string | null;
  later: boolean;
};

/** Everything a committee has talked over under its brand, and what came of it. Source: inventory row 110. */
export function BrandPage({ t, visit, place, brand, lead, rows, next, later }: Drawn & BrandContent) {
  return (
    <Layout t={t} visit={visit} title={brand} section="sessions" back={links.sessions({ in: place.code })}>
      <p className="kicker">{place.name}</p>
      <h1>{brand}</h1>
      <p className="lead">{lead}</p>
      {rows.length === 0 ? (
        <p>{t.sessions.noneOfBrand}</p>
      ) : (
        <SessionList
          t={t}
          rows={rows}
          level={2}
          after={({ lines, closedLines }) => (lines === 0 ? null : t.sessions.outcome(lines, closedLines))}
        />
      )}
      <Pager
        t={t}
        next={next === null ? null : links.brand(place.code, { after: next })}
        first={later ? links.brand(place.code) : null}
      />
    </Layout>
  );
}
