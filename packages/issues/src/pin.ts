import { createHmac, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import type { Keys } from '@tongxin/db';

const derive = promisify(scrypt) as (
  word: Buffer,
  salt: string,
  length: number,
  cost: object,
) => Promise<Buffer>;

// A million PINs are tried through by whoever has the table, at any cost per try that a submission can bear. What
// protects them there is the key that is not in the database; so the derivation is light, and the five tries that a
// person gets are counted.
const cost = { N: 64, r: 8, p: 1 };

/** The PIN of a submission: the same for the same form, so that a repeat can show it again and nobody stores it. */
export function pinFor(keys: Keys, submissionKey: string): string {
  const digest = createHmac('sha256', keys.receipt).update(`pin\n${submissionKey}`).digest();
  // 48 bits over a million values: the bias is below one in 10^8.
  return String(digest.readUIntBE(0, 6) % 1_000_000).padStart(6, '0');
}

/** What is stored of a PIN: scrypt of its keyed digest, with the receipt as salt. */
export async function hashPin(keys: Keys, receipt: string, pin: string): Promise<string> {
  const word = createHmac('sha256', keys.receipt).update(`hash\n${receipt}\n${pin}`).digest();
  return (await derive(word, receipt, 32, cost)).toString('base64');
}

/** Whether this is the PIN, in the same time for a receipt that does not exist (`hash` null). */
export async function isPin(keys: Keys, receipt: string, pin: string, hash: string | null): Promise<boolean> {
  const tried = Buffer.from(await hashPin(keys, receipt, pin), 'base64');
  const known = Buffer.from(hash ?? '', 'base64');
  return known.length === tried.length && timingSafeEqual(known, tried);
}

/**
 * A digest of what was sent, under the key: the idempotency table must not let anybody try telephone numbers
 * against a plain hash.
 */
export function fingerprintOf(keys: Keys, text: string): string {
  return createHmac('sha256', keys.receipt).update(`input\n${text}`).digest('base64');
}
