import { scopeOf, type Actor, type Kind, type Role } from '@tongxin/core';
import { z } from 'zod';

/** What a phone sends at most, and a page carries. */
export const maxBytes = 10 * 1024 * 1024;
export const photosPerMatter = 6;

/** The longer edge of each size that is kept; a smaller photo is not blown up. */
export const sizes = { large: 1600, small: 400 } as const;
export const sizeNames = ['large', 'small'] as const satisfies readonly (keyof typeof sizes)[];
export type SizeName = (typeof sizeNames)[number];

/** An upload that no matter has taken for so long is thrown away. */
export const unattachedHours = 24;

export const PhotoIds = z
  .array(z.uuid('files.not_found'))
  .max(photosPerMatter, 'files.too_many')
  .transform((ids) => [...new Set(ids)]);

export const refusals = {
  'files.empty': 'BAD_REQUEST',
  'files.too_big': 'BAD_REQUEST',
  'files.not_a_photo': 'BAD_REQUEST',
  'files.heic': 'BAD_REQUEST',
  'files.damaged': 'BAD_REQUEST',
  'files.too_many_pixels': 'BAD_REQUEST',
  'files.too_many': 'BAD_REQUEST',
  'files.not_found': 'NOT_FOUND',
  'files.taken': 'CONFLICT',
} as const satisfies Record<`files.${string}`, Kind>;
export type Refusal = keyof typeof refusals;

export type PhotoFormat = 'jpeg' | 'png' | 'webp';

/** What the first bytes say, whatever the file is called; null for all that is no photo. */
export function formatOf(bytes: Uint8Array): PhotoFormat | 'heic' | null {
  const text = (from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to));
  if (text(0, 3) === '\u00FF\u00D8\u00FF') return 'jpeg';
  if (text(0, 8) === '\u0089PNG\r\n\u001A\n') return 'png';
  if (text(0, 4) === 'RIFF' && text(8, 12) === 'WEBP') return 'webp';
  const isHeif = text(4, 8) === 'ftyp' && /^(heic|heix|heim|heis|hevc|hevx|mif1|msf1)$/.test(text(8, 12));
  return isHeif ? 'heic' : null;
}

/** The first reason to refuse an upload by its bytes alone, before anything looks inside; null when there is none. */
export function faultOf(bytes: Uint8Array): Refusal | null {
  if (bytes.length === 0) return 'files.empty';
  if (bytes.length > maxBytes) return 'files.too_big';
  const format = formatOf(bytes);
  if (format === 'heic') return 'files.heic';
  return format === null ? 'files.not_a_photo' : null;
}

/**
 * How many pixels are decoded at most. A phone's JPEG is read in small pieces; any other picture can be made so
 * that it must be unpacked whole, and is larger than a screenshot only on purpose.
 */
export function pixelLimit({ format, isProgressive }: { format: string; isProgressive: boolean }): number {
  return format === 'jpeg' && !isProgressive ? 64_000_000 : 25_000_000;
}

/** Width and height of a size, without decoding it: what a page reserves room for. */
export function fitInto(size: SizeName, { width, height }: { width: number; height: number }) {
  const ratio = Math.min(1, sizes[size] / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * ratio)), height: Math.max(1, Math.round(height * ratio)) };
}

/** Whose work needs unpublished photos; members, auditors and operators are not among them. Source: domain §3.3. */
const readers: readonly Role[] = ['host', 'county_office', 'city_office', 'department_clerk'];

/** The doors through which this actor may see a photo that is not published. Empty for the public. */
export function doorsOf(actor: Actor): string[] {
  if (actor.kind !== 'account') return scopeOf(actor);
  return scopeOf({ ...actor, grants: actor.grants.filter(({ role }) => readers.includes(role)) });
}
