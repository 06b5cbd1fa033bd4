import { wordsOf } from '@tongxin/divisions/rules';
import type { FoundPlace, PlaceLink } from '@tongxin/public/render';
import { findPlaces } from './places.ts';
import { attempt } from './problems.ts';
import type { Site } from './site.ts';
import type { Telling } from './tell-answers.ts';
import type { Visitor } from './visitor.ts';

/** The village or township with this code; null for whatever else it is. */
export async function choosePlace({ call }: Visitor, code: string): Promise<FoundPlace | null> {
  const found = await attempt(() => call.divisions.path({ code }));
  if (!('done' in found)) return null;
  const { level, name } = found.done.at(-1) ?? {};
  if ((level !== 'township' && level !== 'village') || name === undefined) return null;
  const within = found.done.slice(0, -1).filter((part) => part.code.length > 4);
  return { code, name, within: within.map((part) => part.name).join(' ') };
}

/** What the answers say of the place: it is chosen, it is the only one of that name, there are several, or a fault. */
export async function resolvePlace(
  visitor: Visitor,
  { place, placeTyped }: Telling,
): Promise<{ place: FoundPlace } | { found: readonly FoundPlace[] } | { fault: string }> {
  if (place !== null) return { place };
  if (placeTyped.trim() === '') return { fault: 'place' };
  const looked = await attempt(() => findPlaces(visitor, placeTyped));
  if ('refused' in looked) return { fault: looked.refused.fields['text']?.[0] ?? looked.refused.code };
  const only = onlyOne(placeTyped, looked.done);
  return only === undefined ? { found: looked.done } : { place: only };
}

/** The one place that was found, or the one whose whole name was typed. */
function onlyOne(typed: string, found: readonly FoundPlace[]): FoundPlace | undefined {
  if (found.length === 1) return found[0];
  const last = wordsOf(typed).at(-1);
  const exact = found.filter(({ name }) => name === last);
  return exact.length === 1 ? exact[0] : undefined;
}

/** What the page for choosing a place shows: what fits the typed name, and one level of the list. */
export async function placePage(
  site: Site,
  visitor: Visitor,
  { telling, inside }: { telling: Telling; inside?: string | undefined },
) {
  if (inside !== undefined) return insidePage(site, visitor, inside);
  const found =
    telling.placeTyped.trim() === ''
      ? { done: [] }
      : await attempt(() => findPlaces(visitor, telling.placeTyped));
  const counties = await site.names.counties();
  return {
    found: 'done' in found ? found.done : [],
    inside: null,
    names: counties.map((county) => ({ ...county, opens: true })),
  };
}

async function insidePage(site: Site, { call }: Visitor, code: string) {
  const opened = await attempt(async () => ({
    parent: await call.divisions.get({ code }),
    children: await call.divisions.children({ parentCode: code }),
  }));
  if (!('done' in opened)) {
    const counties = await site.names.counties();
    return { found: [], inside: null, names: counties.map((county) => ({ ...county, opens: true })) };
  }
  const { parent, children } = opened.done;
  const link = ({ code: childCode, name }: PlaceLink) => ({
    code: childCode,
    name,
    opens: parent.level !== 'township',
  });
  return { found: [], inside: { code: parent.code, name: parent.name }, names: children.map(link) };
}
