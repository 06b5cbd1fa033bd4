import { newId, type AccountActor, type Grant, type Id, type Role } from '@tongxin/core';
import type { Context, Keys } from '@tongxin/db';
import { phoneHash } from './keys.ts';
import { hashPassword } from './password.ts';
import { credentialOf } from './commands/account.ts';
import { accounts, credentials, grants } from './schema.ts';

/** Secrets that everybody may know. */
export const testSecret = 'a secret of the tests, long enough to be one 7f3b9c';
export const testKeys: Keys = {
  vault: { current: 'test', keys: { test: new Uint8Array(32).fill(7) } },
  receipt: new Uint8Array(32).fill(9),
  telephone: new Uint8Array(32).fill(5),
};

type Scope = Partial<Omit<Grant, 'role'>>;
export type WantedGrant = Scope & { role: Role };

const complete = (grant: WantedGrant): Grant => ({
  role: grant.role,
  divisionCode: grant.divisionCode ?? null,
  organisationId: grant.organisationId ?? null,
  matterId: grant.matterId ?? null,
});

/** Somebody who has signed in and holds these grants; no database needed. */
export function actorWith(
  wanted: readonly WantedGrant[],
  { accountId = newId<'account'>(), name = '演示人员' }: { accountId?: Id<'account'>; name?: string } = {},
): AccountActor {
  return { kind: 'account', accountId, name, grants: wanted.map(complete) };
}

let made = 0;

/**
 * An account in the database that holds these grants from the year 2000 on, and the actor that it signs in as.
 * The divisions and organisations it names must exist. Passwords cost 40 ms, so there is one only when asked for.
 */
export async function makeAccount(
  ctx: Context,
  wish: {
    name?: string;
    username?: string;
    password?: string;
    phone?: string;
    divisionCode?: string;
    grants?: readonly WantedGrant[];
    twoFactorEnabled?: boolean;
    disabledAt?: Temporal.Instant;
  } = {},
): Promise<AccountActor> {
  made += 1;
  const actor = actorWith(wish.grants ?? [], { name: wish.name ?? `演示人员${made}` });
  const at = ctx.now().toString();
  const db = ctx.tx ?? ctx.municipality.db;
  await db.insert(accounts).values({
    id: actor.accountId,
    name: actor.name,
    username: wish.username ?? (wish.password === undefined ? null : `person-${made}`),
    ...(wish.phone === undefined
      ? {}
      : {
          phoneHash: phoneHash({ keys: ctx.keys ?? testKeys }, wish.phone),
          phoneTail: wish.phone.slice(-4),
        }),
    divisionCode:
      wish.divisionCode ?? wish.grants?.find(({ divisionCode }) => divisionCode)?.divisionCode ?? '3307',
    twoFactorEnabled: wish.twoFactorEnabled ?? false,
    disabledAt: wish.disabledAt ?? null,
    createdAt: at,
    updatedAt: at,
  });
  if (wish.password !== undefined) {
    const password = await hashPassword(wish.password);
    await db
      .insert(credentials)
      .values({ ...credentialOf(actor.accountId), password, createdAt: at, updatedAt: at });
  }
  if (actor.grants.length > 0) {
    await db.insert(grants).values(
      actor.grants.map((grant) => ({
        ...grant,
        id: newId<'grant'>(),
        accountId: actor.accountId,
        validFrom: Temporal.Instant.from('2000-01-01T00:00:00Z'),
        reason: 'test',
      })),
    );
  }
  return actor;
}
