import { ensure, newId } from '@tongxin/core';
import { transact, violated, type Context } from '@tongxin/db';
import { getDivision } from '@tongxin/divisions/queries';
import { codesOf } from '@tongxin/divisions/rules';
import { eq } from 'drizzle-orm';
import { phoneHash } from '../keys.ts';
import { hashPassword } from '../password.ts';
import { mayAdminister, mayCreate, refusals, type CreateAccount } from '../rules/index.ts';
import { accounts, credentials } from '../schema.ts';
import { endSignIns, lockAccount, record, refuse } from './account-record.ts';

/**
 * Makes an account that holds nothing yet. Refuses: role_not_yours, beyond_own_scope, username_taken, phone_taken,
 * divisions.not_found.
 */
export async function createAccount(ctx: Context, input: CreateAccount): Promise<{ accountId: string }> {
  const password = input.password === undefined ? null : await hashPassword(input.password);
  const accountId = newId<'account'>();
  await translatingTaken(() =>
    transact(ctx, async (tx, inside) => {
      const division = await getDivision(inside, input.divisionCode);
      ensure(mayCreate(ctx.actor, codesOf(division)), refusals);
      const at = ctx.now().toString();
      await tx.insert(accounts).values({
        id: accountId,
        name: input.name,
        username: input.username ?? null,
        ...phoneColumns(ctx, input.phone),
        divisionCode: input.divisionCode,
        createdAt: at,
        updatedAt: at,
      });
      if (password !== null) {
        await tx
          .insert(credentials)
          .values({ ...credentialOf(accountId), password, createdAt: at, updatedAt: at });
      }
      await record(inside, {
        accountId,
        action: 'created',
        reason: input.reason,
        facts: { divisionCode: input.divisionCode },
      });
    }),
  );
  return { accountId };
}

/** Sets the telephone that codes go to, and ends the sign-ins. Refuses: not_found, own_account, above_you, phone_taken. */
export async function setPhone(
  ctx: Context,
  { accountId, phone, reason }: { accountId: string; phone: string; reason: string },
): Promise<void> {
  await translatingTaken(() =>
    transact(ctx, async (tx, inside) => {
      const account = await lockAccount(inside, accountId);
      ensure(mayAdminister(ctx.actor, account), refusals);
      await tx
        .update(accounts)
        .set({ ...phoneColumns(ctx, phone), updatedAt: ctx.now().toString() })
        .where(eq(accounts.id, accountId));
      await endSignIns(tx, accountId);
      await record(inside, { accountId, action: 'phone_set', reason });
    }),
  );
}

/** Closes an account and ends its sign-ins; its grants stay written. Refuses: not_found, own_account, above_you, already_disabled. */
export async function disableAccount(
  ctx: Context,
  { accountId, reason }: { accountId: string; reason: string },
): Promise<void> {
  await transact(ctx, async (tx, inside) => {
    const account = await lockAccount(inside, accountId);
    ensure(mayAdminister(ctx.actor, account), refusals);
    if (account.disabled) throw refuse('accounts.already_disabled');
    await tx
      .update(accounts)
      .set({ disabledAt: ctx.now(), updatedAt: ctx.now().toString() })
      .where(eq(accounts.id, accountId));
    await endSignIns(tx, accountId);
    await record(inside, { accountId, action: 'disabled', reason });
  });
}

/** Opens a closed account again. Refuses: not_found, own_account, above_you, not_disabled. */
export async function enableAccount(
  ctx: Context,
  { accountId, reason }: { accountId: string; reason: string },
): Promise<void> {
  await transact(ctx, async (tx, inside) => {
    const account = await lockAccount(inside, accountId);
    ensure(mayAdminister(ctx.actor, account), refusals);
    if (!account.disabled) throw refuse('accounts.not_disabled');
    await tx
      .update(accounts)
      .set({ disabledAt: null, updatedAt: ctx.now().toString() })
      .where(eq(accounts.id, accountId));
    // A sign-in that slipped in while the account was being closed does not come alive with it.
    await endSignIns(tx, accountId);
    await record(inside, { accountId, action: 'enabled', reason });
  });
}

/** The row under which the sign-in library looks for an account's password. */
export const credentialOf = (accountId: string) => ({
  id: newId<'credential'>(),
  userId: accountId,
  accountId,
  providerId: 'credential',
});

function phoneColumns(ctx: Context, phone: string | undefined) {
  return phone === undefined ? {} : { phoneHash: phoneHash(ctx, phone), phoneTail: phone.slice(-4) };
}

async function translatingTaken(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const constraint = violated(error);
    if (constraint === 'accounts_username_key') throw refuse('accounts.username_taken');
    if (constraint === 'accounts_phone_hash_key') throw refuse('accounts.phone_taken');
    throw error;
  }
}
