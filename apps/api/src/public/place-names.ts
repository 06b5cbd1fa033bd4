import type { PlaceLink } from '@tongxin/public/render';
import { anonymous } from '@tongxin/core';
import { callerOf } from '../router.ts';
import { contextFor, type Town } from '../town.ts';

const keptMs = 10 * 60_000;

/** Names of the city, its counties and townships: 160 that change once a year and stand on every page. */
export type PlaceNames = {
  city(): Promise<string>;
  counties(): Promise<readonly PlaceLink[]>;
  townshipsOf(countyCode: string): Promise<readonly PlaceLink[]>;
  /** County and township in one, as people write it; the code when it is none of ours. */
  full(code: string): Promise<string>;
};

type Known = {
  city: string;
  counties: readonly PlaceLink[];
  townships: readonly PlaceLink[];
  byCode: Map<string, string>;
};

export function openPlaceNames(town: Town): PlaceNames {
  let known: Known | undefined;
  let until = 0;
  const read = async () => {
    if (known !== undefined && performance.now() < until) return known;
    try {
      known = await load(town);
      until = performance.now() + keptMs;
    } catch (error) {
      // Yesterday's names are better than no page while the database does not answer.
      if (known === undefined) throw error;
    }
    return known;
  };
  return {
    // It stands on the page that says that something is broken, too.
    city: async () => (await read().catch(() => undefined))?.city ?? '',
    counties: async () => (await read()).counties,
    townshipsOf: async (countyCode) =>
      (await read()).townships.filter(({ code }) => code.startsWith(countyCode)),
    full: async (code) => {
      const { byCode } = await read();
      const names = [code.slice(0, 6), code.slice(0, 9)].map((part) => byCode.get(part));
      return [...new Set(names)].filter((name) => name !== undefined).join('') || code;
    },
  };
}

async function load(town: Town): Promise<Known> {
  const call = callerOf(contextFor(town, anonymous));
  const [city, { counties, townships }] = await Promise.all([
    call.divisions.get({ code: town.municipality.code }),
    call.divisions.countiesAndTownships(),
  ]);
  const links = (rows: readonly PlaceLink[]) => rows.map(({ code, name }) => ({ code, name }));
  const byCode = new Map([...counties, ...townships].map(({ code, name }) => [code, name]));
  return { city: city.name, counties: links(counties), townships: links(townships), byCode };
}
