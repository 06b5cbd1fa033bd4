import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fingerprintOf, hashPin, isPin, pinFor } from './pin.ts';
import { openContact, sealContact } from './vault.ts';

const keys = { old: new Uint8Array(32).fill(1), new: new Uint8Array(32).fill(2) };
const vault = { current: 'new', keys };
const matter = '01890000-0000-7000-8000-000000000001';
const other = '01890000-0000-7000-8000-000000000002';
const secrets = { vault, receipt: new Uint8Array(32).fill(3) };

describe('sealed contact details', () => {
  it('open for their own matter, whatever was written', () => {
    fc.assert(
      fc.property(
        fc.record({ name: fc.string({ unit: 'grapheme' }), phone: fc.string(), address: fc.string() }),
        (contact) => {
          expect(openContact(vault, matter, sealContact(vault, matter, contact))).toEqual(contact);
        },
      ),
    );
  });

  it('do not open for another matter, with another key, or with any byte changed', () => {
    const sealed = sealContact(vault, matter, { phone: '139 0000 0000' });
    expect(() => openContact(vault, other, sealed)).toThrow();
    expect(() => openContact({ ...vault, keys: { new: keys.old } }, matter, sealed)).toThrow();
    expect(() => openContact(vault, matter, { ...sealed, keyId: 'old' })).toThrow();
    for (let at = 0; at < sealed.sealed.length; at += 1) {
      const bent = Uint8Array.from(sealed.sealed);
      bent[at]! ^= 1;
      expect(() => openContact(vault, matter, { ...sealed, sealed: bent })).toThrow();
    }
  });

  it('say nothing of what they hold and are different each time', () => {
    const [one, two] = [
      sealContact(vault, matter, { name: '张三' }),
      sealContact(vault, matter, { name: '张三' }),
    ];
    expect(Buffer.from(one.sealed).toString('utf8')).not.toContain('张三');
    expect(Buffer.from(one.sealed).equals(Buffer.from(two.sealed))).toBe(false);
  });

  it('still open after the current key has changed, as long as the old one is there', () => {
    const sealed = sealContact({ ...vault, current: 'old' }, matter, { name: '张三' });
    expect(openContact(vault, matter, sealed)).toEqual({ name: '张三' });
    expect(() => openContact({ current: 'new', keys: { new: keys.new } }, matter, sealed)).toThrow(/old/);
  });
});

describe('a PIN', () => {
  it('has six digits, is the same for the same form and another for another', () => {
    fc.assert(
      fc.property(
        fc.uuid(),
        (key) => /^\d{6}$/.test(pinFor(secrets, key)) && pinFor(secrets, key) === pinFor(secrets, key),
      ),
    );
    const pins = new Set(Array.from({ length: 200 }, () => pinFor(secrets, crypto.randomUUID())));
    expect(pins.size).toBeGreaterThan(190);
  });

  it('is known by its hash, for its own receipt and under the key only', async () => {
    const hash = await hashPin(secrets, '7K-M2QF-9XTB', '123456');
    expect(hash).not.toContain('123456');
    expect(await isPin(secrets, '7K-M2QF-9XTB', '123456', hash)).toBe(true);
    expect(await isPin(secrets, '7K-M2QF-9XTB', '123457', hash)).toBe(false);
    expect(await isPin(secrets, '7K-M2QF-9XTC', '123456', hash)).toBe(false);
    expect(await isPin({ ...secrets, receipt: new Uint8Array(32) }, '7K-M2QF-9XTB', '123456', hash)).toBe(
      false,
    );
    expect(await isPin(secrets, '7K-M2QF-9XTB', '123456', null)).toBe(false);
  });
});

it('what was sent leaves a digest that nobody can try without the key', () => {
  expect(fingerprintOf(secrets, 'a')).not.toBe(fingerprintOf(secrets, 'b'));
  expect(fingerprintOf(secrets, 'a')).not.toBe(
    fingerprintOf({ ...secrets, receipt: new Uint8Array(32) }, 'a'),
  );
});
