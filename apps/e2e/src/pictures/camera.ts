import { mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import sharp from 'sharp';
import { widths } from '../page-checks.ts';

/** Where the pictures of the papers lie. */
const folder =
  process.env.PICTURES_FOLDER ?? fileURLToPath(new URL('../../../../docs/pictures/', import.meta.url));
/** A picture shows the beginning of a long page: so many pixels, unless told otherwise. */
const heights = { 360: 1400, 1440: 1100 };

/** Takes a screen at both widths, in few colours, and answers how many bytes the two files have. */
export async function take(page: Page, name: string, tallest = heights): Promise<number> {
  await mkdir(folder, { recursive: true });
  let bytes = 0;
  for (const { viewport } of widths) {
    await page.setViewportSize(viewport);
    // What stays in view while one scrolls stands at its place, and nothing is being typed.
    await page.evaluate(async () => {
      scrollTo(0, 0);
      (document.activeElement as HTMLElement | null)?.blur();
      await document.fonts.ready;
    });
    const whole = await page.screenshot({ fullPage: true, animations: 'disabled', caret: 'hide' });
    const { width, height } = await sharp(whole).metadata();
    const file = join(folder, `${name}-${viewport.width}.png`);
    const most = tallest[viewport.width] * (width / viewport.width);
    await sharp(whole)
      .extract({ left: 0, top: 0, width, height: Math.min(height, Math.round(most)) })
      .png({ palette: true, colours: 48, compressionLevel: 9, effort: 10 })
      .toFile(file);
    bytes += (await stat(file)).size;
  }
  console.log(`  ${name} (${Math.round(bytes / 1000)} kB)`);
  return bytes;
}
