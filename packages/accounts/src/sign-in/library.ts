import { newId } from '@tongxin/core';
import { betterAuth, type BetterAuthOptions } from 'better-auth';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { twoFactor } from 'better-auth/plugins/two-factor';
import { recordTotp } from '../commands/index.ts';
import { hashPassword, passwordMatches } from '../password.ts';
import { staffSession } from '../rules/index.ts';
import { accounts, credentials, rateLimits, signIns, twoFactors, verifications } from '../schema.ts';
import { waysIn, type House } from './endpoints.ts';
import { withHashedTokens } from './hashed-tokens.ts';

/** The header in which the HTTP side names the client's address; what a client sends under it is dropped there. */
export const addressHeader = 'x-tongxin-client-address';
export const basePath = '/auth';

const product = '同心汇';

/** The library that keeps sign-ins, cookies and authenticators, on our tables and with our own ways in. */
export function openLibrary(house: House, how: { origin: string; authSecret: string; prefix: string }) {
  return betterAuth({
    appName: product,
    baseURL: how.origin,
    basePath,
    secret: how.authSecret,
    database: database(house),
    // Staff have no e-mail here; their user name is what the library calls one.
    user: { fields: { email: 'username' } },
    session: { expiresIn: staffSession.total('seconds'), disableSessionRefresh: true },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      password: { hash: hashPassword, verify: ({ hash, password }) => passwordMatches(hash, password) },
    },
    plugins: [waysIn(house), twoFactor({ issuer: product, allowPasswordless: true })],
    databaseHooks: { user: { update: { after: ({ id }) => noteTotp(house, id) } } },
    // Whole offices share one address, so this only holds back machines; people are counted by our own throttle.
    rateLimit: {
      enabled: true,
      storage: 'database',
      customRules: { '/**': { window: 60, max: 120 } },
    },
    advanced: {
      cookiePrefix: how.prefix,
      useSecureCookies: false,
      defaultCookieAttributes: { secure: house.secure, httpOnly: true, sameSite: 'lax', path: '/' },
      // Said, because the library's own defaults depend on NODE_ENV.
      disableCSRFCheck: false,
      disableOriginCheck: false,
      ipAddress: { ipAddressHeaders: [addressHeader] },
      database: { generateId: () => newId() },
    },
    telemetry: { enabled: false },
    logger: {
      level: 'error',
      // A failed query's message goes on with its values, which may be a name or a number.
      log: (level, message) =>
        house.log('sign_in_library', { level, message: message.split('\nparams:', 1)[0] }),
    },
  });
}

function database({ municipality }: House) {
  const store = drizzleAdapter(municipality.db, {
    provider: 'pg',
    transaction: true,
    schema: {
      user: accounts,
      session: signIns,
      account: credentials,
      verification: verifications,
      twoFactor: twoFactors,
      rateLimit: rateLimits,
    },
  });
  return (options: BetterAuthOptions) => withHashedTokens(store(options));
}

/** The library changes an account only to note that its authenticator works. */
async function noteTotp({ municipality, now }: House, accountId: string): Promise<void> {
  await recordTotp({ municipality, now, actor: { kind: 'account', accountId, name: '', grants: [] } });
}
