import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';

/** Makes the icons of the members' app from its drawing: `pnpm icons`, after the drawing has changed. */
const folder = fileURLToPath(new URL('../../../member/public/', import.meta.url));
const drawing = await readFile(`${folder}icon.svg`);
const blue = '#14568c';

async function write(name: string, size: number, { margin = 0, square = false } = {}): Promise<void> {
  const inner = Math.round(size * (1 - 2 * margin));
  const picture = await sharp(drawing, { density: 300 }).resize(inner, inner).png().toBuffer();
  const ground = square ? blue : { r: 0, g: 0, b: 0, alpha: 0 };
  await sharp({ create: { width: size, height: size, channels: 4, background: ground } })
    .composite([{ input: picture, gravity: 'centre' }])
    .png({ palette: true, colours: 32, compressionLevel: 9, effort: 10 })
    .toFile(`${folder}${name}`);
}

await write('icon-192.png', 192);
await write('icon-512.png', 512);
// Telephones cut these to a shape of their own: colour to the edge, the drawing within the middle four fifths.
await write('icon-maskable-512.png', 512, { margin: 0.1, square: true });
await write('apple-touch-icon.png', 180, { margin: 0.06, square: true });
