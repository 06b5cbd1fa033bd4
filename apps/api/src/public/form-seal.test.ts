import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openFormSeal } from './form-seal.ts';

const seal = openFormSeal('a secret of the tests, long enough to be one');

describe('what is sealed', () => {
  it('opens as it was, for the same purpose only', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const sealed = seal.seal('tell', { value });
        expect(seal.open('tell', sealed)).toEqual(JSON.parse(JSON.stringify({ value })));
        expect(seal.open('sent', sealed)).toBeUndefined();
      }),
    );
  });

  it('does not open when one bit is different, or when it was sealed elsewhere', () => {
    const sealed = Buffer.from(seal.seal('tell', { words: '路灯' }), 'base64url');
    fc.assert(
      fc.property(fc.nat(sealed.length - 1), fc.nat(7), (at, bit) => {
        const changed = Buffer.from(sealed);
        changed[at] = changed[at]! ^ (1 << bit);
        expect(seal.open('tell', changed.toString('base64url'))).toBeUndefined();
      }),
    );
    expect(
      openFormSeal('another secret, just as long as the first').open('tell', sealed.toString('base64url')),
    ).toBeUndefined();
  });

  it('stays shut for whatever else is shown', () => {
    fc.assert(fc.property(fc.string(), (word) => seal.open('tell', word) === undefined));
  });

  it('tells nothing of what is in it and never looks the same twice', () => {
    expect(seal.seal('tell', '路灯')).not.toBe(seal.seal('tell', '路灯'));
  });
});
