import { nationalSectors } from '@tongxin/sectors/rules';

/** The sectors (界别) that a committee is made of today: the city's of all of the national list. */
const all: readonly string[] = nationalSectors
  .filter(({ validTo }) => validTo === null)
  .map(({ code }) => code);

/** Guests from Hong Kong and Macao sit on the city's committee. */
const counties: readonly string[] = all.filter((code) => code !== '32' && code !== '33');

/** Sectors with more seats than others: of the Party, the economy, farming, education, medicine, special guests. */
const large = ['01', '21', '22', '23', '26', '14', '34', '10'];

/**
 * The sector of each seat of a committee: every sector has one before any has two, as far as the seats go. Each county
 * begins at another place of the list.
 */
export function seatsOf(level: 'city' | 'county', code: string, count: number): string[] {
  const first = level === 'city' ? 0 : (Number(code.slice(4)) * 5) % counties.length;
  const list = level === 'city' ? all : [...counties.slice(first), ...counties.slice(0, first)];
  const order = [...list, ...large, ...list, ...large, ...large];
  return Array.from({ length: count }, (_, at) => order[at % order.length]!);
}
