import { createDecipheriv, createECDH, hkdfSync } from 'node:crypto';
import type { Context, Keys } from '@tongxin/db';
import type { Submitted } from '@tongxin/issues/commands';
import { boundTo, nonceLength, publicKeyLength, Visit, type ReceiveParcel } from '../rules/index.ts';
import { accountOf, ensureReceives, receiveAdvice, receiveIssue } from './receive.ts';
import { refuse } from './refuse.ts';

const curve = 'prime256v1';
const tagLength = 16;

/**
 * The house's pair of keys for parcels, out of the vault's own key: one secret less to keep, and what a desk locked
 * today opens as long as that key is known.
 */
function pairOf(secret: Uint8Array) {
  const pair = createECDH(curve);
  pair.setPrivateKey(Buffer.from(hkdfSync('sha256', secret, '', 'tongxin parcels', 32)));
  return pair;
}

function vaultOf({ keys }: Context): Keys['vault'] {
  if (keys === undefined) throw new Error('no keys are configured');
  return keys.vault;
}

/** The public key to which desks lock what they write down without a network. */
export function deskKey(ctx: Context): { keyId: string; publicKey: string } {
  const { current, keys } = vaultOf(ctx);
  return { keyId: current, publicKey: pairOf(keys[current]!).getPublicKey('base64') };
}

/**
 * A visitor who was written down without a network and locked: opened here and recorded as at the desk. Sent twice it is
 * one line, and of a matter the same receipt is answered. Refuses: matters.not_found; rotas.parcel_owner, parcel; as
 * receiveAdvice and receiveIssue.
 */
export async function receiveParcel(
  ctx: Context,
  parcel: ReceiveParcel,
): Promise<{ id: string } | Submitted> {
  // Before it is opened: what is inside tells nobody else whether there is such a turn.
  await ensureReceives(ctx, parcel.turnId);
  if (parcel.by !== accountOf(ctx)) refuse('rotas.parcel_owner');
  const inside = openParcel(vaultOf(ctx), parcel);
  return inside.kind === 'advice' ? receiveAdvice(ctx, inside.visit) : receiveIssue(ctx, inside.visit);
}

function openParcel(vault: Keys['vault'], { sealed, ...bound }: ReceiveParcel): Visit {
  const secret = vault.keys[bound.keyId];
  if (secret === undefined) return refuse('rotas.parcel');
  const opened = Visit.safeParse(unlock(secret, Buffer.from(sealed, 'base64'), boundTo(bound)));
  if (!opened.success) return refuse('rotas.parcel');
  const { key, turnId } = opened.data.visit;
  return key === bound.key && turnId === bound.turnId ? opened.data : refuse('rotas.parcel');
}

/** What is inside, or undefined when it does not open: nothing is told about why. */
function unlock(secret: Uint8Array, sealed: Buffer, info: string): unknown {
  try {
    const common = pairOf(secret).computeSecret(sealed.subarray(0, publicKeyLength));
    const key = Buffer.from(hkdfSync('sha256', common, '', info, 32));
    const nonce = sealed.subarray(publicKeyLength, publicKeyLength + nonceLength);
    const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagLength });
    const body = sealed.subarray(publicKeyLength + nonceLength);
    decipher.setAuthTag(body.subarray(-tagLength));
    const text = Buffer.concat([decipher.update(body.subarray(0, -tagLength)), decipher.final()]);
    return JSON.parse(text.toString('utf8'));
  } catch {
    return undefined;
  }
}
