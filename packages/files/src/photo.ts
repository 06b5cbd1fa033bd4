import { DomainError } from '@tongxin/core';
import sharp from 'sharp';
import { faultOf, formatOf, pixelLimit, refusals, sizes, type Refusal, type SizeName } from './rules.ts';

type Rendering = { bytes: Uint8Array; width: number; height: number };
export type Renderings = Record<SizeName, Rendering>;

/**
 * Makes the sizes that are kept out of what was sent: upright JPEGs with nothing in them but the picture. What the
 * sender hid in the file (place, time, camera, a second file behind the first) is not carried over.
 * Refuses: files.empty, files.too_big, files.not_a_photo, files.heic, files.damaged, files.too_many_pixels.
 */
export async function renderPhoto(sent: Uint8Array): Promise<Renderings> {
  const fault = faultOf(sent);
  if (fault !== null) throw refusal(fault);
  const { format, width, height, isProgressive, orientation } = await header(sent);
  if (format !== formatOf(sent)) throw refusal('files.not_a_photo');
  const limit = pixelLimit({ format, isProgressive });
  if (width * height > limit) throw refusal('files.too_many_pixels');
  const reduced = await reduce(sent, { limit, orientation });
  return { large: await render(reduced, 'large'), small: await render(reduced, 'small') };
}

/** Reads the first bytes only: a small file may claim to be a picture that fills all memory. */
async function header(sent: Uint8Array) {
  try {
    return await sharp(sent, { limitInputPixels: false }).metadata();
  } catch {
    throw refusal('files.damaged');
  }
}

/** Makes it small before it is turned upright: turning needs the whole picture in memory. */
async function reduce(
  sent: Uint8Array,
  { limit, orientation = 1 }: { limit: number; orientation: number | undefined },
): Promise<Uint8Array> {
  try {
    return await sharp(sent, { limitInputPixels: limit, failOn: 'error', sequentialRead: true })
      .resize({ ...square('large'), fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .withExif({ IFD0: { Orientation: String(orientation) } })
      .png({ compressionLevel: 0 })
      .toBuffer();
  } catch {
    throw refusal('files.damaged');
  }
}

async function render(reduced: Uint8Array, size: SizeName): Promise<Rendering> {
  const { data, info } = await sharp(reduced)
    .autoOrient()
    .resize({ ...square(size), fit: 'inside', withoutEnlargement: true })
    .jpeg({ quality: 80, progressive: true })
    .toBuffer({ resolveWithObject: true });
  return { bytes: data, width: info.width, height: info.height };
}

/** The box is square, so it is the same before and after turning. */
function square(size: SizeName) {
  return { width: sizes[size], height: sizes[size] };
}

function refusal(code: Refusal): DomainError {
  return new DomainError(code, refusals[code]);
}
