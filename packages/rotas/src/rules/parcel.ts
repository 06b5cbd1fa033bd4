import { z } from 'zod';
import type { FieldCode } from './refusals.ts';
import { ReceiveAdvice, ReceiveIssue } from './visits.ts';

/**
 * What a visitor said, written down without a network and locked to the house's public key: the desk's computer, which
 * others use too, keeps it and cannot read it.
 */
export const ReceiveParcel = z.strictObject({
  key: z.uuid('rotas.key' satisfies FieldCode),
  turnId: z.uuid('rotas.not_found'),
  /** Whose sign-in wrote it down: nobody else sends it, so that the journal names the right one. */
  by: z.uuid('rotas.parcel'),
  /** Which key of the house it is locked to. */
  keyId: z.string().regex(/^[\w-]{1,40}$/, 'rotas.parcel'),
  sealed: z.base64('rotas.parcel').max(40_000, 'rotas.parcel'),
});
export type ReceiveParcel = z.output<typeof ReceiveParcel>;

/** What is inside: one visitor as either form sends them. */
export const Visit = z.union([
  z.strictObject({ kind: z.literal('advice'), visit: ReceiveAdvice }),
  z.strictObject({ kind: z.literal('matter'), visit: ReceiveIssue }),
]);

export type Visit = z.output<typeof Visit>;

/** The words that tie a parcel to what it is for: opened for another turn, key or writer it stays shut. */
export const boundTo = ({ key, turnId, by, keyId }: Omit<ReceiveParcel, 'sealed'>): string =>
  ['tongxin reception', keyId, turnId, key, by].join(' ');

export const publicKeyLength = 65;
export const nonceLength = 12;

/**
 * Locks a visit for the house: P-256 with a key pair of its own that is forgotten at once, HKDF-SHA-256, AES-256-GCM.
 * Whoever has the answer alone learns nothing but its length. Needs a browser's Web Crypto.
 */
export async function sealVisit(
  visit: z.input<typeof Visit>,
  { keyId, publicKey, by }: { keyId: string; publicKey: string; by: string },
): Promise<ReceiveParcel> {
  const bound = { key: visit.visit.key, turnId: visit.visit.turnId, by, keyId };
  const curve = { name: 'ECDH', namedCurve: 'P-256' };
  const theirs = await crypto.subtle.importKey('raw', fromBase64(publicKey), curve, false, []);
  const own = await crypto.subtle.generateKey(curve, false, ['deriveBits']);
  const common = await crypto.subtle.deriveBits({ name: 'ECDH', public: theirs }, own.privateKey, 256);
  const secret = await crypto.subtle.importKey('raw', common, 'HKDF', false, ['deriveKey']);
  const encoded = new TextEncoder();
  const info = encoded.encode(boundTo(bound));
  const key = await crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info },
    secret,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt'],
  );
  const iv = crypto.getRandomValues(new Uint8Array(nonceLength));
  const body = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv },
    key,
    encoded.encode(JSON.stringify(visit)),
  );
  const mine = await crypto.subtle.exportKey('raw', own.publicKey);
  return { ...bound, sealed: toBase64([new Uint8Array(mine), iv, new Uint8Array(body)]) };
}

const fromBase64 = (text: string) => Uint8Array.from(atob(text), (sign) => sign.codePointAt(0)!);
const toBase64 = (parts: readonly Uint8Array[]) =>
  btoa(parts.map((part) => Array.from(part, (byte) => String.fromCodePoint(byte)).join('')).join(''));
