import { createHash, sign, verify, type KeyObject } from 'node:crypto';
import { canonicalJson } from '@tongxin/core';
import type { journal } from './schema.ts';

export type Entry = typeof journal.$inferSelect;
export type Head = { upTo: bigint; entryCount: bigint; hash: string };

/** What stands before the first entry. */
export const firstHash = '0'.repeat(64);

/** The hash of an entry: over all its columns and the hash before it, so that no entry can be moved or changed. */
export function sealOf(entry: Entry, before: string): string {
  const text = canonicalJson({
    ...entry,
    position: entry.position.toString(),
    at: entry.at.toString(),
    recordedAt: entry.recordedAt.toString(),
  });
  return createHash('sha256').update(before).update('\n').update(text).digest('hex');
}

const statement = (head: Head) => Buffer.from(`${head.upTo}:${head.entryCount}:${head.hash}`);

/** Signs the head of a batch (Ed25519): whoever rewrites history also needs this key. */
export function signHead(head: Head, privateKey: KeyObject): string {
  return sign(null, statement(head), privateKey).toString('base64');
}

export function isSigned(head: Head & { signature: string }, publicKey: KeyObject): boolean {
  return verify(null, statement(head), publicKey, Buffer.from(head.signature, 'base64'));
}
