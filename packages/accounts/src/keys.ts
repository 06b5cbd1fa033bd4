import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import type { Context } from '@tongxin/db';

/** Keyed hashes of what signing in must recognise again and must not keep. Changed with the server's secret. */
export type SignInKeys = {
  code(requestId: string, code: string): string;
  /** A name, network address or device in the throttle, which thus holds neither. */
  throttle(...parts: readonly string[]): string;
  device(username: string, deviceId: string): string;
};

/** Derives one key per purpose from the secret that also signs the cookies. */
export function openKeys(authSecret: string): SignInKeys {
  if (authSecret.length < 32) throw new Error('The secret of the sign-in has at least 32 characters.');
  const derive = (purpose: string) =>
    Buffer.from(hkdfSync('sha256', authSecret, 'tongxin accounts', purpose, 32));
  const codeKey = derive('one-time codes');
  const throttleKey = derive('throttle');
  const deviceKey = derive('devices');
  return {
    code: (requestId, code) => keyed(codeKey, [requestId, code]),
    throttle: (...parts) => keyed(throttleKey, parts).slice(0, 32),
    device: (username, deviceId) => keyed(deviceKey, [username, deviceId]).slice(0, 32),
  };
}

/** What an account is found by when its telephone is typed: nobody without the key can guess the number back. */
export function phoneHash({ keys }: Pick<Context, 'keys'>, phone: string): string {
  if (keys?.telephone === undefined) throw new Error('the key that telephones are found by is missing');
  return keyed(keys.telephone, [phone]);
}

/** Compares two hashes in a time that does not tell how much of them agrees. */
export function sameHash(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

function keyed(key: Uint8Array, parts: readonly string[]): string {
  return createHmac('sha256', key).update(JSON.stringify(parts)).digest('hex');
}
