import { randomBytes } from 'node:crypto';
import { sameHash, type SignInKeys } from '../keys.ts';

const remembered = 5;

/**
 * Which device this is for this name: its id, when somebody has signed in here under the name before, else null.
 * The cookie holds the device's id and one proof per name, so a shared computer knows several people.
 */
export function knownDevice(cookie: string | undefined, username: string, keys: SignInKeys): string | null {
  const [id, ...proofs] = (cookie ?? '').split('.');
  if (id === undefined || !/^[0-9a-f]{32}$/.test(id)) return null;
  const own = keys.device(username, id);
  return proofs.some((proof) => sameHash(proof, own)) ? id : null;
}

/** The cookie that makes this device known for this name too; the five newest names stay. */
export function rememberDevice(cookie: string | undefined, username: string, keys: SignInKeys): string {
  const [old, ...proofs] = (cookie ?? '').split('.');
  const id = old !== undefined && /^[0-9a-f]{32}$/.test(old) ? old : randomBytes(16).toString('hex');
  const own = keys.device(username, id);
  const others = proofs.filter((proof) => /^[0-9a-f]{32}$/.test(proof) && proof !== own);
  return [id, own, ...others.slice(0, remembered - 1)].join('.');
}
