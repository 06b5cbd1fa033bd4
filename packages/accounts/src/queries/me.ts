import type { Context } from '@tongxin/db';
import { eq } from 'drizzle-orm';
import { isStaffRole } from '../rules/index.ts';
import { accounts, credentials } from '../schema.ts';
import { standingGrants } from './held-grants.ts';

type House = { demo: boolean; phone: boolean; outbox: boolean };

/**
 * What an app needs to know before it shows its first screen: whether the people are invented, which ways in are
 * open, and who asks (null for whoever has not signed in).
 */
export async function getMe(ctx: Context, house: House = { demo: false, phone: false, outbox: false }) {
  return { ...house, account: await findOwnAccount(ctx) };
}

async function findOwnAccount(ctx: Context) {
  if (ctx.actor.kind !== 'account') return null;
  const { accountId, grants: inForce } = ctx.actor;
  const [row] = await ctx.municipality.db
    .select({
      name: accounts.name,
      username: accounts.username,
      phoneTail: accounts.phoneTail,
      twoFactorEnabled: accounts.twoFactorEnabled,
      passwordSubject: credentials.accountId,
    })
    .from(accounts)
    .leftJoin(credentials, eq(credentials.userId, accounts.id))
    .where(eq(accounts.id, accountId))
    .limit(1);
  if (row === undefined) return null;
  const now = ctx.now();
  const held = (await standingGrants(ctx, [accountId])).filter(
    ({ validFrom }) => Temporal.Instant.compare(validFrom, now) <= 0,
  );
  return {
    accountId,
    name: row.name,
    username: row.username,
    phoneTail: row.phoneTail,
    hasPassword: row.passwordSubject !== null,
    hasTotp: row.twoFactorEnabled,
    // Grants that do not reach the actor are resting until there is an authenticator.
    needsTotp: !row.twoFactorEnabled && inForce.length === 0 && held.some(({ role }) => isStaffRole(role)),
    grants: held.map(
      ({ id, role, divisionCode, divisionName, organisationId, organisationName, matterId, validTo }) => ({
        id,
        role,
        divisionCode,
        divisionName,
        organisationId,
        organisationName,
        matterId,
        validTo,
      }),
    ),
  };
}
