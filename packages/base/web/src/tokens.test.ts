import { describe, expect, it } from 'vitest';
import { tokens } from './tokens.ts';

/** Relative luminance of a colour. Source: WCAG 2.2, definition of contrast ratio. */
function luminance(colour: string): number {
  const channels = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255);
  const [red = 0, green = 0, blue = 0] = channels.map((part) =>
    part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

const { ink, quiet, primary, primaryDark, late, soon, done, paper, ground, control } = tokens;

describe('the colours', () => {
  it('of text reach 7:1 on paper and on the ground', () => {
    for (const text of [ink, quiet, primaryDark]) {
      expect(contrast(text, paper)).toBeGreaterThanOrEqual(7);
      expect(contrast(text, ground)).toBeGreaterThanOrEqual(6.5);
    }
  });

  it('that say something reach 4.5:1 on paper and on their own soft ground', () => {
    const pairs = [
      [primary, tokens.primarySoft],
      [late, tokens.lateSoft],
      [soon, tokens.soonSoft],
      [done, tokens.doneSoft],
    ] as const;
    for (const [colour, soft] of pairs) {
      expect(contrast(colour, paper)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(colour, soft)).toBeGreaterThanOrEqual(4.5);
    }
  });

  it('of borders that one has to see reach 3:1', () => {
    expect(contrast(control, paper)).toBeGreaterThanOrEqual(3);
    expect(contrast(control, ground)).toBeGreaterThanOrEqual(3);
  });
});
