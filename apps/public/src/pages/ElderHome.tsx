import { Layout } from '../frame/Layout.tsx';
import type { Drawn } from '../frame/visit.ts';
import { links } from '../links.ts';
import type { PlaceLink } from './records.ts';

/** The elders' front page: four doors, one under the other, and a telephone number. */
export function ElderHome({ t, visit, place }: Drawn & { place: PlaceLink | null }) {
  const { elder } = t.home;
  return (
    <Layout t={t} visit={visit} title={elder.title}>
      <h1>{elder.title}</h1>
      <nav aria-label={elder.title}>
        <ul className="elder-doors">
          <li>
            <a className="door" href={links.tell({ place: place?.code })}>
              <strong>{elder.tell}</strong>
            </a>
          </li>
          <li>
            <a className="door second" href={links.follow()}>
              <strong>{elder.follow}</strong>
            </a>
          </li>
          <li>
            <a className="door second" href={place === null ? links.find() : links.place(place.code)}>
              <strong>{place === null ? elder.place : t.home.near(place.name)}</strong>
            </a>
          </li>
          <li>
            <a className="door second" href="tel:12345">
              <strong>{elder.call}</strong>
            </a>
          </li>
        </ul>
      </nav>
      <p>{elder.callHint}</p>
    </Layout>
  );
}
