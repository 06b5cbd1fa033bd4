import { open } from 'node:fs/promises';
import { encodeQR } from 'qr';

const width = 640;
const height = 480;
/** Each code is held up for a quarter of a second; the film begins anew when it is over. */
const fps = 4;
const paper = 235;
const ink = 40;
const table = 120;

/** Writes what a camera sees while these codes are held up one after the other. */
export async function filmCodes(file: string, codes: readonly string[]): Promise<void> {
  const film = await open(file, 'w');
  try {
    await film.write(`YUV4MPEG2 W${width} H${height} F${fps}:1 Ip A1:1 C420mpeg2\n`);
    // Both colours in the middle: everything is grey.
    const colours = Buffer.alloc((width * height) / 2, 128);
    for (const [index, code] of codes.entries())
      await film.write(Buffer.concat([Buffer.from('FRAME\n'), draw(code, index), colours]));
  } finally {
    await film.close();
  }
}

/** A code on white paper on a table, each at a slightly different place. */
function draw(code: string, index: number): Buffer {
  const rows = encodeQR(code, 'raw', { ecc: 'medium', border: 4 });
  const scale = Math.floor((height * 0.8) / rows.length);
  const [left, top] = [60 + (index % 5) * 40, 20 + (index % 4) * 15];
  const picture = Buffer.alloc(width * height, table);
  for (const [y, row] of rows.entries())
    for (const [x, isDark] of row.entries())
      for (let line = 0; line < scale; line += 1) {
        const from = (top + y * scale + line) * width + left + x * scale;
        picture.fill(isDark ? ink : paper, from, from + scale);
      }
  return picture;
}
