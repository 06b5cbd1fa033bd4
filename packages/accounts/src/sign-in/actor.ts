import { createHmac } from 'node:crypto';
import { anonymous, type Actor, type Grant } from '@tongxin/core';
import type { Municipality } from '@tongxin/db';
import { and, eq, gt, isNull, lte, or, sql } from 'drizzle-orm';
import { sameHash } from '../keys.ts';
import { needsTotp } from '../rules/index.ts';
import { accounts, grants, signIns } from '../schema.ts';
import { tokenHash } from './hashed-tokens.ts';

export type ActorReader = {
  municipality: Municipality;
  now: () => Temporal.Instant;
  authSecret: string;
  cookieName: string;
  requireTotp: boolean;
};

/**
 * Makes the function that tells who sends a request, from its Cookie header: the account with the grants that hold
 * now, or anonymous. Asks the database each time, so what was granted, revoked or closed counts from the next
 * request on. Staff without the authenticator that they must have hold nothing.
 */
export function actorReader({ municipality, now, authSecret, cookieName, requireTotp }: ActorReader) {
  const query = signedInAs(municipality);
  return async (cookies: string | undefined): Promise<Actor> => {
    const token = signedToken(cookies, cookieName, authSecret);
    if (token === null) return anonymous;
    const rows = await query.execute({ token: tokenHash(token), now: now().toString() });
    const [first] = rows;
    if (first === undefined) return anonymous;
    const held = rows.flatMap(({ role, divisionCode, organisationId, matterId }): Grant[] =>
      role === null ? [] : [{ role, divisionCode, organisationId, matterId }],
    );
    const resting = needsTotp({ twoFactorEnabled: first.twoFactorEnabled, grants: held }, { requireTotp });
    return { kind: 'account', accountId: first.accountId, name: first.name, grants: resting ? [] : held };
  };
}

/** Prepared: it runs before every request of everybody who has signed in. */
function signedInAs({ db }: Municipality) {
  const now = sql`${sql.placeholder('now')}::timestamptz`;
  return db
    .select({
      accountId: accounts.id,
      name: accounts.name,
      twoFactorEnabled: accounts.twoFactorEnabled,
      role: grants.role,
      divisionCode: grants.divisionCode,
      organisationId: grants.organisationId,
      matterId: grants.matterId,
    })
    .from(signIns)
    .innerJoin(accounts, eq(accounts.id, signIns.userId))
    .leftJoin(
      grants,
      and(
        eq(grants.accountId, accounts.id),
        isNull(grants.revokedAt),
        lte(grants.validFrom, now),
        or(isNull(grants.validTo), gt(grants.validTo, now)),
      ),
    )
    .where(
      and(
        eq(signIns.token, sql.placeholder('token')),
        gt(signIns.expiresAt, now),
        isNull(accounts.disabledAt),
      ),
    )
    .orderBy(grants.validFrom, grants.id)
    .limit(200)
    .prepare('accounts_signed_in_as');
}

/** The token of the sign-in cookie, when the server itself has signed it: `<token>.<HMAC-SHA256 in base64>`. */
function signedToken(cookies: string | undefined, name: string, secret: string): string | null {
  const value = cookieNamed(cookies, name);
  const dot = value?.lastIndexOf('.') ?? -1;
  if (value === undefined || dot < 1) return null;
  const token = value.slice(0, dot);
  const signature = createHmac('sha256', secret).update(token).digest('base64');
  return sameHash(value.slice(dot + 1), signature) ? token : null;
}

/** The first cookie of this name, decoded. */
function cookieNamed(cookies: string | undefined, name: string): string | undefined {
  for (const pair of (cookies ?? '').split(';')) {
    const equals = pair.indexOf('=');
    if (equals > 0 && pair.slice(0, equals).trim() === name) return decoded(pair.slice(equals + 1).trim());
  }
  return undefined;
}

function decoded(value: string): string | undefined {
  try {
    return decodeURIComponent(value);
  } catch {
    return undefined;
  }
}
