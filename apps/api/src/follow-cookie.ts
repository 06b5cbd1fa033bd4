import { createHmac, timingSafeEqual } from 'node:crypto';
import { isId, type ResidentActor } from '@tongxin/core';

/** How long a shown receipt opens its matter. Source: an old phone passed around a table; design §5. */
export const followMinutes = 30;
export const followCookie = 'follow';

/** The value of the cookie that says: this browser has shown the receipt and PIN of this matter. */
export function sealFollow(matterId: string, now: Temporal.Instant, key: Uint8Array): string {
  const until = now.add({ minutes: followMinutes }).epochMilliseconds;
  const claim = `${matterId}.${until}`;
  return `${claim}.${signature(claim, key)}`;
}

/** The resident that a cookie stands for, or nobody when it is forged, cut or too old. */
export function readFollow(
  value: string | undefined,
  now: Temporal.Instant,
  key: Uint8Array,
): ResidentActor | undefined {
  const [matterId = '', until = '', given = ''] = (value ?? '').split('.');
  if (!isId(matterId) || !/^\d{13}$/.test(until)) return undefined;
  const wanted = Buffer.from(signature(`${matterId}.${until}`, key));
  const shown = Buffer.from(given);
  if (wanted.length !== shown.length || !timingSafeEqual(wanted, shown)) return undefined;
  return Number(until) > now.epochMilliseconds ? { kind: 'resident', matterId } : undefined;
}

function signature(claim: string, key: Uint8Array): string {
  return createHmac('sha256', key).update(`follow:${claim}`).digest('base64url');
}
