import { ensure } from '@tongxin/core';
import { transact, type Context } from '@tongxin/db';
import { and, eq } from 'drizzle-orm';
import { hashPassword, passwordMatches } from '../password.ts';
import { limits, mayAdminister, refusals } from '../rules/index.ts';
import { accounts, credentials, twoFactors } from '../schema.ts';
import { credentialOf } from './account.ts';
import { endSignIns, lockAccount, record, refuse } from './account-record.ts';
import { countTry } from './throttle.ts';

/**
 * Gives an account a new password and ends its sign-ins. Refuses: not_found, own_account, above_you, no_username.
 */
export async function setPassword(
  ctx: Context,
  input: { accountId: string; password: string; reason: string },
): Promise<void> {
  const { accountId, reason } = input;
  const password = await hashPassword(input.password);
  await transact(ctx, async (tx, inside) => {
    const account = await lockAccount(inside, accountId);
    ensure(mayAdminister(ctx.actor, account), refusals);
    if (account.username === null) throw refuse('accounts.no_username');
    const at = ctx.now().toString();
    await tx
      .insert(credentials)
      .values({ ...credentialOf(accountId), password, createdAt: at, updatedAt: at })
      .onConflictDoUpdate({
        target: [credentials.providerId, credentials.accountId],
        set: { password, updatedAt: at },
      });
    await endSignIns(tx, accountId);
    await record(inside, { accountId, action: 'password_set', reason });
  });
}

/**
 * Changes one's own password and ends all of one's sign-ins, this one too.
 * Refuses: not_signed_in, sign_in_locked after five wrong ones, no_username, password_wrong.
 */
export async function changePassword(
  ctx: Context,
  { current, next }: { current: string; next: string },
): Promise<void> {
  if (ctx.actor.kind !== 'account') throw refuse('accounts.not_signed_in');
  const { accountId } = ctx.actor;
  const key = `change:${accountId}`;
  await transact(ctx, (tx) =>
    countTry(tx, ctx.now(), [{ key, allowed: limits.passwordPerPlace, refusal: 'accounts.sign_in_locked' }]),
  );
  const own = and(eq(credentials.accountId, accountId), eq(credentials.providerId, 'credential'));
  const [stored] = await ctx.municipality.db
    .select({ password: credentials.password })
    .from(credentials)
    .where(own)
    .limit(1);
  if (stored === undefined) throw refuse('accounts.no_username');
  if (!(await passwordMatches(stored.password, current))) throw refuse('accounts.password_wrong');
  const password = await hashPassword(next);
  await transact(ctx, async (tx, inside) => {
    await lockAccount(inside, accountId);
    await tx.update(credentials).set({ password, updatedAt: ctx.now().toString() }).where(own);
    await endSignIns(tx, accountId);
    await record(inside, { accountId, action: 'password_set', reason: 'own' });
  });
}

/**
 * Takes the authenticator off an account whose telephone was lost, and ends its sign-ins; its grants rest until a
 * new one is set up. Refuses: not_found, own_account, above_you, no_totp.
 */
export async function resetTotp(
  ctx: Context,
  { accountId, reason }: { accountId: string; reason: string },
): Promise<void> {
  await transact(ctx, async (tx, inside) => {
    const account = await lockAccount(inside, accountId);
    ensure(mayAdminister(ctx.actor, account), refusals);
    if (!account.twoFactorEnabled) throw refuse('accounts.no_totp');
    await tx.delete(twoFactors).where(eq(twoFactors.userId, accountId));
    await tx
      .update(accounts)
      .set({ twoFactorEnabled: false, updatedAt: ctx.now().toString() })
      .where(eq(accounts.id, accountId));
    await endSignIns(tx, accountId);
    await record(inside, { accountId, action: 'totp_reset', reason });
  });
}

/** Writes down that somebody has set up their authenticator; the sign-in library has stored it. */
export async function recordTotp(ctx: Context): Promise<void> {
  if (ctx.actor.kind !== 'account') throw refuse('accounts.not_signed_in');
  const { accountId } = ctx.actor;
  await transact(ctx, (_tx, inside) => record(inside, { accountId, action: 'totp_set', reason: 'own' }));
}

/** Lets one code of an authenticator open one sign-in. Refuses: totp_wrong for a code that was used. */
export async function spendTotp(ctx: Context, accountId: string, code: string): Promise<void> {
  await transact(ctx, (tx) =>
    countTry(tx, ctx.now(), [
      { key: `totp:${accountId}:${code}`, allowed: limits.totpPerCode, refusal: 'accounts.totp_wrong' },
    ]),
  );
}
