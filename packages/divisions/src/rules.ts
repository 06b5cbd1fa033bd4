import type { Kind, Messages } from '@tongxin/core';
import { z } from 'zod';

export const levels = ['province', 'city', 'county', 'township', 'village'] as const;
export type Level = (typeof levels)[number];

/** An official code as text, never a number: leading digits carry meaning. */
export const DivisionCode = z.string().regex(/^\d{2}(\d{2}(\d{2}(\d{3}(\d{3})?)?)?)?$/, 'divisions.code');

/** A division with the divisions that contain it. A level above or below its own is null. */
export type DivisionPath = {
  code: string;
  name: string;
  level: Level;
  cityCode: string | null;
  countyCode: string | null;
  townshipCode: string | null;
  villageCode: string | null;
};

/** The codes of this division and of all that contain it, widest first: what scope is compared with. */
export function codesOf(
  path: Pick<DivisionPath, 'cityCode' | 'countyCode' | 'townshipCode' | 'villageCode'>,
) {
  return [path.cityCode, path.countyCode, path.townshipCode, path.villageCode].filter(
    (code) => code !== null,
  );
}

/** What a resident types to find a village: its name, or names from wide to narrow with spaces between. */
export const FindPlaces = z.strictObject({ text: z.string().max(60, 'divisions.text') });

/** How many places a search shows; whoever finds more than these types another character. */
export const placesFound = 20;

/** The words of a search, at most four: all of them must be in the place's full name. */
export function wordsOf(text: string): string[] {
  return text
    .normalize('NFKC')
    .split(/[\s,，、/\p{Cc}]+/u)
    .filter((word) => word !== '')
    .slice(0, 4);
}

export const refusals = {
  'divisions.not_found': 'NOT_FOUND',
  'divisions.code': 'BAD_REQUEST',
  'divisions.text': 'BAD_REQUEST',
  'divisions.city_unknown': 'NOT_FOUND',
} as const satisfies Record<`divisions.${string}`, Kind>;
export type Refusal = keyof typeof refusals;

export const levelNames: Messages<Level> = {
  province: { 'zh-CN': '省', en: 'Province' },
  city: { 'zh-CN': '市', en: 'City' },
  county: { 'zh-CN': '县（市、区）', en: 'County' },
  township: { 'zh-CN': '乡镇（街道）', en: 'Township' },
  village: { 'zh-CN': '村（社区）', en: 'Village' },
};
