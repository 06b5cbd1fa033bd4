import { anonymous, type Actor } from '@tongxin/core';
import type { Keys, Municipality } from '@tongxin/db';
import { openKeys } from '../keys.ts';
import type { SmsSender } from '../sms.ts';
import { actorReader } from './actor.ts';
import type { House } from './endpoints.ts';
import { openLibrary } from './library.ts';

export { builtInSender, gatewaySender, type CodeMessage, type SmsSender } from '../sms.ts';
export { addressHeader, basePath } from './library.ts';

export type SignInConfig = {
  /** Where people reach this installation, such as `https://tongxin.example.org`; decides how cookies travel. */
  origin: string;
  /** At least 32 characters. Changing it signs everybody out, and staff set up new authenticators. */
  authSecret: string;
  /** With the key that finds telephones again. */
  keys: Keys;
  production: boolean;
  demo: boolean;
  /** Staff hold nothing until they have an authenticator. Off only in the demo. */
  requireTotp: boolean;
  /** Null closes signing in by telephone. */
  sender: SmsSender | null;
  now: () => Temporal.Instant;
  /** Told what an operator should see: tries held back, codes not sent. Never a name, a number or a code. */
  log: (event: string, facts: Record<string, unknown>) => void;
};

export type SignIn = {
  /** Answers a request to one of the addresses under /auth. */
  handle(request: Request): Promise<Response>;
  /** Who sends a request with this Cookie header. */
  actorOf(cookies: string | undefined): Promise<Actor>;
  /** What the apps may know of this installation. */
  house: { demo: boolean; phone: boolean; outbox: boolean };
};

/** Opens signing in for one municipality. Refuses to start in production with a sender that only shows the codes. */
export function openSignIn(municipality: Municipality, config: SignInConfig): SignIn {
  const { sender, production, demo, requireTotp, authSecret, now, log } = config;
  if (production && sender?.kind === 'built_in') {
    throw new Error(
      'In production the codes must be sent: set a message gateway, or close signing in by telephone.',
    );
  }
  const secure = config.origin.startsWith('https:');
  // The prefix binds a cookie to this very host and to TLS; browsers refuse it on plain http.
  const prefix = secure ? '__Host-tongxin' : 'tongxin';
  const house: House = {
    municipality,
    now,
    log,
    sender,
    secure,
    secrets: config.keys,
    keys: openKeys(authSecret),
    deviceCookie: `${prefix}.device`,
  };
  const library = openLibrary(house, { origin: config.origin, authSecret, prefix });
  const cookieName = `${prefix}.session_token`;
  const actorOf = actorReader({ municipality, now, authSecret, cookieName, requireTotp });
  return {
    handle: (request) => library.handler(request),
    actorOf: async (cookies) => (cookies === undefined ? anonymous : actorOf(cookies)),
    house: { demo, phone: sender !== null, outbox: sender?.kind === 'built_in' && !production },
  };
}
