import { placesFound } from '@tongxin/divisions/rules';
import { FindForm } from '../frame/FindForm.tsx';
import { Layout } from '../frame/Layout.tsx';
import type { Drawn } from '../frame/visit.ts';
import { links } from '../links.ts';
import type { PlaceLink } from './records.ts';

export type FoundPlace = PlaceLink & { within: string };

export type FindContent = {
  /** What was looked for; empty when nothing was. */
  typed: string;
  found: readonly FoundPlace[];
  /** The county whose townships are listed, or none: then the counties are. */
  county: PlaceLink | null;
  names: readonly PlaceLink[];
};

/** Places found by name, and the way down from county to township. */
export function FindPage({ t, visit, typed, found, county, names }: Drawn & FindContent) {
  const listTitle = county === null ? t.places.countiesTitle : t.places.townshipsOf(county.name);
  return (
    <Layout
      t={t}
      visit={visit}
      title={t.places.findTitle}
      back={county === null ? links.home() : links.find()}
    >
      <h1>{t.places.findTitle}</h1>
      <FindForm t={t} value={typed} />
      {typed !== '' && <Found t={t} typed={typed} found={found} />}
      <h2>{listTitle}</h2>
      <ul className="names" data-filter={county === null ? undefined : t.places.filter}>
        {names.map(({ code, name }) => (
          <li key={code}>
            <a href={county === null ? links.find({ in: code }) : links.place(code)}>{name}</a>
          </li>
        ))}
      </ul>
    </Layout>
  );
}

function Found({ t, typed, found }: Pick<Drawn, 't'> & Pick<FindContent, 'typed' | 'found'>) {
  if (found.length === 0) return <p className="note">{t.places.notFound(typed)}</p>;
  return (
    <>
      <h2>{found.length < placesFound ? t.places.found(found.length) : t.places.foundMany}</h2>
      <ul className="rows">
        {found.map(({ code, name, within }) => (
          <li key={code}>
            <a href={links.place(code)}>{name}</a>
            <span className="small">{within}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
