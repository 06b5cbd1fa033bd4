import { Layout } from '../frame/Layout.tsx';
import { TextField } from '../frame/TextField.tsx';
import type { Drawn, Faults } from '../frame/visit.ts';
import { links } from '../links.ts';
import type { Carried } from './answers.ts';
import type { FoundPlace } from './FindPage.tsx';
import type { PlaceLink } from './records.ts';

export type TellPlaceContent = Carried & {
  found: readonly FoundPlace[];
  /** The county or township whose parts are listed; null lists the counties. */
  inside: PlaceLink | null;
  /** Whether picking a name here opens its parts or chooses it. */
  names: readonly (PlaceLink & { opens: boolean })[];
  faults: Faults;
};

/** Which place is meant: those that match what was typed, and the list from county to village. */
export function TellPlacePage({
  t,
  visit,
  answers,
  sealed,
  found,
  inside,
  names,
  faults,
}: Drawn & TellPlaceContent) {
  const text = t.tell.place;
  const typed = answers.placeTyped;
  return (
    <Layout t={t} visit={visit} title={text.title} section="tell" faults={faults} form="tell" hidden>
      <form id="tell" method="post" action={links.tellPlace()} noValidate>
        <input type="hidden" name="sealed" value={sealed} />
        <p className="kicker">{t.tell.step(1, 3)}</p>
        <h1>{text.title}</h1>
        {typed !== '' && inside === null && (
          <p className={found.length === 0 ? 'note' : undefined}>
            {found.length === 0 ? text.none(typed) : text.which(typed)}
          </p>
        )}
        {inside === null && (
          <ul className="picks">
            {found.map(({ code, name, within }) => (
              <li key={code}>
                <button type="submit" name="choose" value={code} className="pick">
                  <strong>{name}</strong> <span className="small">{within}</span>
                </button>
              </li>
            ))}
          </ul>
        )}
        <TextField
          t={t}
          name="place"
          label={text.search}
          value={typed}
          faults={faults}
          autoComplete="off"
          places
        />
        <button type="submit" className="plain">
          {text.searchButton}
        </button>
        <h2>{inside === null ? text.list : inside.name}</h2>
        <ul className="picks names" data-filter={t.places.filter}>
          {inside !== null && names.some(({ opens }) => !opens) && (
            <li>
              <button type="submit" name="choose" value={inside.code} className="pick">
                {text.wholeTownship(inside.name)}
              </button>
            </li>
          )}
          {names.map(({ code, name, opens }) => (
            <li key={code}>
              <button type="submit" name={opens ? 'in' : 'choose'} value={code} className="pick">
                {name}
              </button>
            </li>
          ))}
        </ul>
        <button type="submit" name="go" value="what" className="as-link">
          {text.back}
        </button>
      </form>
    </Layout>
  );
}
