import { DomainError, newId, secretDigits } from '@tongxin/core';
import { transact, type Context, type Tx } from '@tongxin/db';
import { and, count, eq, gt, isNotNull, isNull } from 'drizzle-orm';
import { phoneHash, sameHash, type SignInKeys } from '../keys.ts';
import { passwordMatches } from '../password.ts';
import { codeLife, codeTries, limits, refusals, type Refusal } from '../rules/index.ts';
import { accounts, credentials, phoneCodes } from '../schema.ts';
import type { SmsSender } from '../sms.ts';
import { countTry, forgetTries } from './throttle.ts';

/** Where a try comes from. `device` is set when this device has signed in under this name before. */
export type From = { address: string; device: string | null };

const say = (code: Refusal) => new DomainError(code, refusals[code]);

/**
 * The account that this name and password belong to. Unknown, closed and passwordless accounts get the same answer
 * in the same time as a wrong password. Refuses: sign_in_failed, sign_in_locked (with `until`).
 */
export async function checkPassword(
  ctx: Context,
  { username, password }: { username: string; password: string },
  { from, keys }: { from: From; keys: SignInKeys },
): Promise<{ accountId: string }> {
  // To the millisecond, as the table keeps it: forgetting looks for exactly this instant.
  const at = ctx.now().round({ smallestUnit: 'millisecond', roundingMode: 'trunc' });
  const place = from.device === null ? `address:${from.address}` : `device:${from.device}`;
  const own = `password:${keys.throttle(username, place)}`;
  const shared = `password-address:${keys.throttle(from.address)}`;
  await transact(ctx, (tx) =>
    countTry(tx, at, [
      { key: own, allowed: limits.passwordPerPlace, refusal: 'accounts.sign_in_locked' },
      // A device that is known by name has its own five tries; strangers on its network do not use them up.
      ...(from.device === null
        ? [{ key: shared, allowed: limits.passwordPerAddress, refusal: 'accounts.sign_in_locked' as const }]
        : []),
    ]),
  );
  const stored = await findPassword(ctx, username);
  if (!(await passwordMatches(stored?.password ?? null, password)) || stored === null) {
    throw say('accounts.sign_in_failed');
  }
  await transact(ctx, (tx) => forgetTries(tx, { cleared: own, shared, at }));
  return { accountId: stored.accountId };
}

async function findPassword(ctx: Context, username: string) {
  const [row] = await ctx.municipality.db
    .select({ accountId: accounts.id, password: credentials.password })
    .from(accounts)
    .innerJoin(credentials, eq(credentials.userId, accounts.id))
    .where(
      and(
        eq(accounts.username, username),
        eq(credentials.providerId, 'credential'),
        isNull(accounts.disabledAt),
      ),
    )
    .limit(1);
  return row ?? null;
}

/**
 * Sends a code to this telephone, when somebody signs in with it; the answer is the same when nobody does.
 * `delivery` settles when the sender is done; the person is not kept waiting for it, or the wait would tell.
 * Refuses: phone_closed, send_too_soon, send_too_many (both with `until`).
 */
export async function sendPhoneCode(
  ctx: Context,
  phone: string,
  { address, keys, sender }: { address: string; keys: SignInKeys; sender: SmsSender | null },
) {
  if (sender === null) throw say('accounts.phone_closed');
  const requestId = newId<'phone_code'>();
  const code = secretDigits(6);
  const now = ctx.now();
  const expiresAt = now.add(codeLife);
  const known = await transact(ctx, async (tx) => {
    const hash = phoneHash(ctx, phone);
    await countSending(tx, now, { phone: keys.throttle(phone), address: keys.throttle(address) });
    const accountId = await findByPhone(tx, hash);
    await tx.insert(phoneCodes).values({
      requestId,
      phoneHash: hash,
      accountId,
      codeHash: keys.code(requestId, code),
      addressHash: keys.throttle(address),
      createdAt: now,
      expiresAt,
    });
    return accountId !== null;
  });
  const delivery = known
    ? sender.send({ phone, code, minutes: codeLife.total('minutes') })
    : Promise.resolve();
  return { requestId, expiresAt, delivery };
}

async function countSending(tx: Tx, now: Temporal.Instant, by: { phone: string; address: string }) {
  const [once, ...often] = limits.sendPerPhone;
  await countTry(tx, now, [
    { key: `send-soon:${by.phone}`, allowed: [once], refusal: 'accounts.send_too_soon' },
    { key: `send:${by.phone}`, allowed: often, refusal: 'accounts.send_too_many' },
    { key: `send-address:${by.address}`, allowed: limits.sendPerAddress, refusal: 'accounts.send_too_many' },
  ]);
  const since = now.subtract({ seconds: limits.sendPerCity.seconds });
  const [sent] = await tx
    .select({ messages: count() })
    .from(phoneCodes)
    .where(and(gt(phoneCodes.createdAt, since), isNotNull(phoneCodes.accountId)));
  if ((sent?.messages ?? 0) >= limits.sendPerCity.count) throw say('accounts.send_too_many');
}

async function findByPhone(tx: Tx, hash: string): Promise<string | null> {
  const [row] = await tx
    .select({ id: accounts.id })
    .from(accounts)
    .where(and(eq(accounts.phoneHash, hash), isNull(accounts.disabledAt)))
    .limit(1);
  return row?.id ?? null;
}

/**
 * The account whose telephone got this code. Works once, for five minutes, five tries, for the request that asked.
 * Locks the code. Refuses: code_wrong, code_ended.
 */
export async function takePhoneCode(
  ctx: Context,
  { requestId, code }: { requestId: string; code: string },
  keys: SignInKeys,
): Promise<{ accountId: string }> {
  const now = ctx.now();
  // A wrong try must stay counted, so the refusal is thrown after the transaction has ended.
  const outcome = await transact(ctx, async (tx) => {
    const issued = await lockCode(tx, requestId);
    if (issued === null || issued.usedAt !== null || issued.tries >= codeTries) return 'accounts.code_ended';
    if (Temporal.Instant.compare(now, issued.expiresAt) >= 0) return 'accounts.code_ended';
    const right = sameHash(keys.code(requestId, code), issued.codeHash) && issued.accountId !== null;
    await tx
      .update(phoneCodes)
      .set({ tries: issued.tries + 1, usedAt: right ? now : null })
      .where(eq(phoneCodes.requestId, requestId));
    return right ? { accountId: issued.accountId! } : 'accounts.code_wrong';
  });
  if (typeof outcome === 'string') throw say(outcome);
  return outcome;
}

async function lockCode(tx: Tx, requestId: string) {
  const [row] = await tx
    .select({
      accountId: phoneCodes.accountId,
      codeHash: phoneCodes.codeHash,
      expiresAt: phoneCodes.expiresAt,
      tries: phoneCodes.tries,
      usedAt: phoneCodes.usedAt,
    })
    .from(phoneCodes)
    .where(eq(phoneCodes.requestId, requestId))
    .for('update')
    .limit(1);
  return row ?? null;
}
