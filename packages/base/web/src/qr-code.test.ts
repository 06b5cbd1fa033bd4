import { decodeQR } from 'qr/decode.js';
import type { ReactElement } from 'react';
import { expect, it } from 'vitest';
import { QrCode } from './QrCode.tsx';

const scale = 4;

type Drawing = { viewBox: string; children: [ReactElement, ReactElement<{ d: string }>] };

/** What a camera sees of the drawing. */
function pictureOf({ viewBox, children }: Drawing) {
  const size = Number(viewBox.split(' ').at(-1)) * scale;
  const data = new Uint8ClampedArray(size * size * 4).fill(255);
  for (const [, x, y] of children[1].props.d.matchAll(/M(\d+) (\d+)h1v1h-1z/g))
    for (let line = 0; line < scale; line += 1)
      for (let dot = 0; dot < scale; dot += 1) {
        const at = ((Number(y) * scale + line) * size + Number(x) * scale + dot) * 4;
        data.fill(0, at, at + 3);
      }
  return { width: size, height: size, data };
}

it('what is drawn is read again as it was written', () => {
  for (const text of ['ABCDEFGH23456789JKMNPQRSTUVWXYZ2', 'https://hall.example/m/ABCDEFGH23']) {
    const { props } = QrCode({ text, label: '码' }) as ReactElement<Drawing>;
    expect(decodeQR(pictureOf(props))).toBe(text);
  }
});
