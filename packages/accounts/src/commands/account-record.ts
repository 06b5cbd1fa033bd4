import { DomainError, newId } from '@tongxin/core';
import type { Context, Tx } from '@tongxin/db';
import { codesOf } from '@tongxin/divisions/rules';
import { getDivision } from '@tongxin/divisions/queries';
import { and, eq, isNull } from 'drizzle-orm';
import { standingGrants } from '../queries/held-grants.ts';
import { refusals, type Holder, type JournalAction, type Refusal } from '../rules/index.ts';
import { accountJournal, accounts, phoneCodes, signIns, verifications } from '../schema.ts';

export const refuse = (code: Refusal, facts: Record<string, unknown> = {}) =>
  new DomainError(code, refusals[code], facts);

export type LockedAccount = Holder & {
  username: string | null;
  twoFactorEnabled: boolean;
  disabled: boolean;
};

/** The account with what it holds, locked until the transaction ends. Refuses: not_found. */
export async function lockAccount(ctx: Context & { tx: Tx }, accountId: string): Promise<LockedAccount> {
  const [row] = await ctx.tx
    .select({
      username: accounts.username,
      divisionCode: accounts.divisionCode,
      twoFactorEnabled: accounts.twoFactorEnabled,
      disabledAt: accounts.disabledAt,
    })
    .from(accounts)
    .where(eq(accounts.id, accountId))
    .for('update')
    .limit(1);
  if (row === undefined) throw refuse('accounts.not_found');
  const [division, grants] = [
    await getDivision(ctx, row.divisionCode),
    await standingGrants(ctx, [accountId]),
  ];
  return {
    accountId,
    divisionCodes: codesOf(division),
    grants,
    username: row.username,
    twoFactorEnabled: row.twoFactorEnabled,
    disabled: row.disabledAt !== null,
  };
}

/** Ends every sign-in of the account, finished or half done, from the next request on. */
export async function endSignIns(tx: Tx, accountId: string): Promise<void> {
  await tx.delete(signIns).where(eq(signIns.userId, accountId));
  await tx.delete(verifications).where(eq(verifications.value, accountId));
  await tx.delete(phoneCodes).where(and(eq(phoneCodes.accountId, accountId), isNull(phoneCodes.usedAt)));
}

/** Writes down what was done to an account. */
export async function record(
  ctx: Context & { tx: Tx },
  entry: {
    accountId: string;
    action: JournalAction;
    reason: string;
    grantId?: string;
    facts?: Record<string, unknown>;
  },
): Promise<void> {
  await ctx.tx.insert(accountJournal).values({
    id: newId<'account_journal'>(),
    accountId: entry.accountId,
    at: ctx.now(),
    action: entry.action,
    actorId: ctx.actor.kind === 'account' ? ctx.actor.accountId : null,
    grantId: entry.grantId ?? null,
    reason: entry.reason,
    facts: entry.facts ?? {},
  });
}
