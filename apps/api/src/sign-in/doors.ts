import {
  PasswordSignIn,
  PhoneSignIn,
  refusals,
  SendPhoneCode,
  TotpCode,
  TotpSetUp,
  type Refusal,
} from '@tongxin/accounts/rules';
import type { Kind } from '@tongxin/core';
import { z } from 'zod';

type Json = Record<string, unknown>;
/** What stands behind an address: what it takes, and which part of the library's answer leaves the house. */
type Door = { input: z.ZodType<Json>; answer: (given: Json) => Json };

/** Either somebody is signed in, or the code of their authenticator is still to come. The token stays in the cookie. */
const opened = ({ twoFactorRedirect }: Json) =>
  twoFactorRedirect === true ? { twoFactorRedirect } : { signedIn: true };

/** The addresses of the sign-in library that are open. All others of its many stay closed. */
export const doors: Readonly<Record<string, Door>> = {
  '/sign-in/username': { input: PasswordSignIn, answer: opened },
  '/phone-code/send': {
    input: SendPhoneCode,
    answer: ({ requestId, expiresAt }) => ({ requestId, expiresAt }),
  },
  '/sign-in/phone-number': { input: PhoneSignIn, answer: opened },
  // The address is drawn as a QR code by the page. The library's recovery codes are not used: an office resets.
  '/two-factor/enable': { input: TotpSetUp, answer: ({ totpURI }) => ({ totpURI }) },
  '/two-factor/verify-totp': { input: TotpCode, answer: opened },
  '/sign-out': { input: z.strictObject({}), answer: () => ({ signedIn: false }) },
};

const libraryCodes: Readonly<Record<string, Refusal>> = {
  INVALID_CODE: 'accounts.totp_wrong',
  INVALID_TWO_FACTOR_COOKIE: 'accounts.totp_ended',
  TOTP_NOT_ENABLED: 'accounts.totp_ended',
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: 'accounts.totp_ended',
  ACCOUNT_TEMPORARILY_LOCKED: 'accounts.totp_locked',
  TOTP_ALREADY_ENABLED: 'accounts.totp_already_set',
  INVALID_PASSWORD: 'accounts.password_wrong',
  UNAUTHORIZED: 'accounts.not_signed_in',
};

const statuses: Record<Kind, number> = {
  BAD_REQUEST: 400,
  UNAUTHORIZED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  PRECONDITION_FAILED: 412,
  TOO_MANY_REQUESTS: 429,
};

export type No = { status: number; body: { refusal: Refusal; facts: unknown } };

export function sayNo(refusal: Refusal, facts: unknown = {}): No {
  return { status: statuses[refusals[refusal]], body: { refusal, facts } };
}

/** The library's no in our words; undefined when it is not a no but a fault. */
export function translated(status: number, given: Json): No | undefined {
  if (status === 429 && given.code === undefined) return sayNo('accounts.too_many_requests');
  const code = String(given.code);
  if (Object.hasOwn(refusals, code)) return sayNo(code as Refusal, given.facts);
  const known = libraryCodes[code] ?? (status === 401 ? 'accounts.not_signed_in' : undefined);
  return known === undefined ? undefined : sayNo(known);
}
