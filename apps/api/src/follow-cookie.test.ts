import { newId } from '@tongxin/core';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { followMinutes, readFollow, sealFollow } from './follow-cookie.ts';

const now = Temporal.Instant.from('2026-11-21T07:00:00Z');
const key = new Uint8Array(32).fill(1);
const matterId = newId<'matter'>();

it('a shown receipt opens its matter for half an hour, its end excluded', () => {
  const cookie = sealFollow(matterId, now, key);
  expect(readFollow(cookie, now.add({ minutes: followMinutes }).subtract({ milliseconds: 1 }), key)).toEqual({
    kind: 'resident',
    matterId,
  });
  expect(readFollow(cookie, now.add({ minutes: followMinutes }), key)).toBeUndefined();
});

it('a cookie of another town, another matter or any other text opens nothing', () => {
  const cookie = sealFollow(matterId, now, key);
  expect(readFollow(cookie, now, new Uint8Array(32).fill(2))).toBeUndefined();
  expect(readFollow(cookie.replace(matterId, newId<'matter'>()), now, key)).toBeUndefined();
  expect(readFollow(undefined, now, key)).toBeUndefined();
  fc.assert(fc.property(fc.string(), (text) => readFollow(text, now, key) === undefined));
});

it('no single changed letter of a cookie is accepted', () => {
  const cookie = sealFollow(matterId, now, key);
  fc.assert(
    fc.property(fc.nat(cookie.length - 1), fc.constantFrom('0', 'f', 'A', '.'), (at, letter) => {
      const changed = cookie.slice(0, at) + letter + cookie.slice(at + 1);
      if (changed !== cookie) expect(readFollow(changed, now, key)).toBeUndefined();
    }),
  );
});
