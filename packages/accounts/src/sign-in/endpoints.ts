import { anonymous, DomainError, type Role } from '@tongxin/core';
import type { Context, Keys, Municipality } from '@tongxin/db';
import type { BetterAuthPlugin } from 'better-auth';
import { APIError, createAuthEndpoint, createAuthMiddleware, getIP } from 'better-auth/api';
import { deleteSessionCookie, setSessionCookie } from 'better-auth/cookies';
import { checkPassword, sendPhoneCode, spendTotp, takePhoneCode } from '../commands/index.ts';
import type { SignInKeys } from '../keys.ts';
import { standingGrants } from '../queries/held-grants.ts';
import {
  isStaffRole,
  memberSession,
  PasswordSignIn,
  PhoneSignIn,
  SendPhoneCode,
  staffSession,
} from '../rules/index.ts';
import type { SmsSender } from '../sms.ts';
import { knownDevice, rememberDevice } from './device.ts';

export type House = {
  municipality: Municipality;
  now: () => Temporal.Instant;
  secrets: Keys;
  keys: SignInKeys;
  sender: SmsSender | null;
  deviceCookie: string;
  secure: boolean;
  log: (event: string, facts: Record<string, unknown>) => void;
};

/** Where whoever signs in is not known yet. */
const contextOf = ({ municipality, now, secrets }: House): Context => ({
  municipality,
  actor: anonymous,
  now,
  keys: secrets,
});

/** Our own ways in; from there on the library keeps the session, and asks for the second factor on these paths. */
export function waysIn(house: House): BetterAuthPlugin {
  return {
    id: 'tongxin',
    endpoints: {
      signInUsername: passwordEndpoint(house),
      sendPhoneCode: sendEndpoint(house),
      signInPhone: phoneEndpoint(house),
    },
    hooks: {
      after: [{ matcher: ({ path }) => path === '/two-factor/verify-totp', handler: onceOnly(house) }],
    },
  };
}

function passwordEndpoint(house: House) {
  const { keys, deviceCookie, secure } = house;
  return createAuthEndpoint('/sign-in/username', { method: 'POST', body: PasswordSignIn }, async (ctx) => {
    const cookie = ctx.getCookie(deviceCookie) ?? undefined;
    const from = { address: addressOf(ctx), device: knownDevice(cookie, ctx.body.username, keys) };
    const { accountId } = await refusing(house, () =>
      checkPassword(contextOf(house), ctx.body, { from, keys }),
    );
    ctx.setCookie(deviceCookie, rememberDevice(cookie, ctx.body.username, keys), {
      httpOnly: true,
      sameSite: 'lax',
      secure,
      path: '/',
      maxAge: 180 * 24 * 3600,
    });
    await openSession(house, ctx, accountId);
    return ctx.json({ signedIn: true });
  });
}

function sendEndpoint(house: House) {
  const { keys, sender, log } = house;
  return createAuthEndpoint('/phone-code/send', { method: 'POST', body: SendPhoneCode }, async (ctx) => {
    const address = addressOf(ctx);
    const { requestId, expiresAt, delivery } = await refusing(house, () =>
      sendPhoneCode(contextOf(house), ctx.body.phone, { address, keys, sender }),
    );
    delivery.catch((error: unknown) => log('phone_code_not_sent', { error: String(error) }));
    return ctx.json({ requestId, expiresAt: expiresAt.toString() });
  });
}

function phoneEndpoint(house: House) {
  return createAuthEndpoint('/sign-in/phone-number', { method: 'POST', body: PhoneSignIn }, async (ctx) => {
    const { accountId } = await refusing(house, () => takePhoneCode(contextOf(house), ctx.body, house.keys));
    await openSession(house, ctx, accountId);
    return ctx.json({ signedIn: true });
  });
}

type EndpointContext = Parameters<typeof setSessionCookie>[0];

/** Opens the session: a working day for staff, a month for members. */
async function openSession(house: House, ctx: EndpointContext, accountId: string): Promise<void> {
  const user = await ctx.context.internalAdapter.findUserById(accountId);
  if (user === null) throw new APIError('UNAUTHORIZED', { code: 'accounts.sign_in_failed' });
  const roles: Role[] = (await standingGrants(contextOf(house), [accountId])).map(({ role }) => role);
  const life = roles.length > 0 && !roles.some(isStaffRole) ? memberSession : staffSession;
  // oxlint-disable-next-line no-restricted-globals -- the library takes nothing else
  const expiresAt = new Date(house.now().add(life).epochMilliseconds);
  const session = await ctx.context.internalAdapter.createSession(accountId, false, { expiresAt }, true);
  await setSessionCookie(ctx, { session, user }, false, { maxAge: life.total('seconds') });
}

/** A code of the authenticator that was seen over somebody's shoulder opens nothing a second time. */
function onceOnly(house: House) {
  return createAuthMiddleware(async (ctx) => {
    const opened = ctx.context.newSession;
    if (!opened) return;
    const code = String((ctx.body as { code?: unknown } | undefined)?.code);
    try {
      await refusing(house, () => spendTotp(contextOf(house), opened.user.id, code));
    } catch (error) {
      await ctx.context.internalAdapter.deleteSession(opened.session.token);
      deleteSessionCookie(ctx);
      ctx.context.setNewSession(null);
      throw error;
    }
  });
}

function addressOf(ctx: {
  request?: Request | undefined;
  headers?: Headers | undefined;
  context: { options: object };
}) {
  const source = ctx.request ?? ctx.headers;
  return (source === undefined ? null : getIP(source, ctx.context.options)) ?? 'unknown';
}

/** A no of the domain in the library's own form, which the HTTP side turns back into its code. */
async function refusing<T>(house: House, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    if (error.kind === 'TOO_MANY_REQUESTS') house.log('sign_in_held_back', { refusal: error.code });
    throw new APIError(error.kind, { code: error.code, message: error.code, facts: error.facts });
  }
}
