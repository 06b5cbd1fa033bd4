import { describe, expect, it } from 'vitest';
import { readConfig } from './env.ts';

const key = (byte: number) => Buffer.alloc(32, byte).toString('base64');
const complete = {
  DATABASE_URL: 'postgres://127.0.0.1/tongxin',
  DATA_DIR: '/nowhere',
  VAULT_KEY: key(1),
  SEAL_KEY: key(2),
  RECEIPT_KEY: key(3),
  TELEPHONE_KEY: key(4),
  AUTH_SECRET: key(5),
};

describe('the keys of a town', () => {
  it('are each its own: another secret for signing in leaves receipts, telephones and identities as they are', () => {
    const before = readConfig(complete);
    const after = readConfig({ ...complete, AUTH_SECRET: key(6) });
    expect(after.keys).toEqual(before.keys);
    expect(after.keys.receipt).toEqual(new Uint8Array(32).fill(3));
    expect(after.keys.telephone).toEqual(new Uint8Array(32).fill(4));
  });

  it.each(['VAULT_KEY', 'SEAL_KEY', 'RECEIPT_KEY', 'TELEPHONE_KEY', 'AUTH_SECRET'])(
    'are all set by the operator: without %s the town does not start, and says so',
    (name) => {
      const { [name]: _, ...rest } = complete as Record<string, string>;
      expect(() => readConfig(rest)).toThrow(`  ${name}: `);
      expect(() => readConfig({ ...rest, [name]: 'c2hvcnQ=' })).toThrow(`  ${name}: `);
    },
  );

  it('include the older ones of the vault, by name', () => {
    const { vault } = readConfig({ ...complete, VAULT_KEY_ID: 'k2', VAULT_KEYS_OLD: `k1:${key(9)}` }).keys;
    expect(vault.current).toBe('k2');
    expect(Object.keys(vault.keys)).toEqual(['k1', 'k2']);
  });
});
