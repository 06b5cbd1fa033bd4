import { civilDay, endOfDay, ensure, newId, startOfDay } from '@tongxin/core';
import { transact, type Context } from '@tongxin/db';
import { getDivision } from '@tongxin/divisions/queries';
import { codesOf } from '@tongxin/divisions/rules';
import { getOrganisation } from '@tongxin/organisations/queries';
import { eq } from 'drizzle-orm';
import { findGrant, standingGrants, type HeldRow } from '../queries/held-grants.ts';
import {
  mayGrant,
  mayRevoke,
  refusals,
  type GrantRole,
  type HeldGrant,
  type ScopeKind,
} from '../rules/index.ts';
import { grants } from '../schema.ts';
import { endSignIns, lockAccount, record, refuse } from './account-record.ts';

/**
 * Gives an account a role over a division, a unit or one matter, and ends its sign-ins, so that the next request
 * is judged anew. Locks the account. Refuses: not_found, own_account, wrong_scope, role_not_yours,
 * beyond_own_scope, period when it would already be over, already_granted, divisions.not_found,
 * organisations.not_found.
 */
export async function grantRole(ctx: Context, input: GrantRole): Promise<{ grantId: string }> {
  const grantId = newId<'grant'>();
  await transact(ctx, async (tx, inside) => {
    const account = await lockAccount(inside, input.accountId);
    const wanted = await placeOf(inside, input);
    ensure(mayGrant(ctx.actor, wanted, account), refusals);
    const period = periodOf(input, ctx.now());
    const held = await standingGrants(inside, [input.accountId]);
    if (held.some((grant) => sameScope(grant, input) && overlaps(grant, period)))
      throw refuse('accounts.already_granted');
    await tx.insert(grants).values({
      id: grantId,
      accountId: input.accountId,
      role: input.role,
      divisionCode: input.divisionCode ?? null,
      organisationId: input.organisationId ?? null,
      matterId: input.matterId ?? null,
      ...period,
      grantedBy: ctx.actor.kind === 'account' ? ctx.actor.accountId : null,
      reason: input.reason,
    });
    await endSignIns(tx, input.accountId);
    await record(inside, {
      accountId: input.accountId,
      action: 'granted',
      reason: input.reason,
      grantId,
      facts: factsOf({ ...input, ...period }),
    });
  });
  return { grantId };
}

/**
 * Ends a grant now and the account's sign-ins with it. Locks the account.
 * Refuses: grant_not_found, own_account, role_not_yours, beyond_own_scope, grant_ended.
 */
export async function revokeGrant(
  ctx: Context,
  { grantId, reason }: { grantId: string; reason: string },
): Promise<void> {
  await transact(ctx, async (tx, inside) => {
    const seen = await findGrant(inside, grantId);
    if (seen === null) throw refuse('accounts.grant_not_found');
    const account = await lockAccount(inside, seen.accountId);
    const decision = mayRevoke(ctx.actor, seen, account);
    if (!decision.allowed && decision.code === 'accounts.not_found') throw refuse('accounts.grant_not_found');
    ensure(decision, refusals);
    // Read again after the lock: of two at once the second finds it ended.
    const grant = await findGrant(inside, grantId);
    if (grant === null || hasEnded(grant, ctx.now())) throw refuse('accounts.grant_ended');
    await tx.update(grants).set({ revokedAt: ctx.now() }).where(eq(grants.id, grantId));
    await endSignIns(tx, grant.accountId);
    await record(inside, {
      accountId: grant.accountId,
      action: 'revoked',
      reason,
      grantId,
      facts: factsOf(grant),
    });
  });
}

/** Where the wanted scope lies. Refuses: divisions.not_found, organisations.not_found. */
async function placeOf(ctx: Context, input: GrantRole): Promise<HeldGrant> {
  const { role } = input;
  if (input.matterId !== undefined)
    return { role, matterId: input.matterId, divisionCodes: [], scope: 'matter' };
  if (input.organisationId !== undefined) {
    const unit = await getOrganisation(ctx, input.organisationId);
    const division = await getDivision(ctx, unit.divisionCode);
    return { role, matterId: null, divisionCodes: codesOf(division), scope: 'organisation' };
  }
  const division = await getDivision(ctx, input.divisionCode ?? '');
  return { role, matterId: null, divisionCodes: codesOf(division), scope: division.level as ScopeKind };
}

type Span = { validFrom: Temporal.Instant; validTo: Temporal.Instant | null };

/** From the beginning of the first day (now, when it is today or not given) to the end of the last. */
function periodOf({ firstDay, lastDay }: GrantRole, now: Temporal.Instant): Span {
  const first = firstDay === undefined ? civilDay(now) : Temporal.PlainDate.from(firstDay);
  const validFrom = first.equals(civilDay(now)) ? now : startOfDay(first);
  const validTo = lastDay === undefined ? null : endOfDay(Temporal.PlainDate.from(lastDay));
  if (validTo !== null && Temporal.Instant.compare(validTo, now) <= 0) throw refuse('accounts.period');
  return { validFrom, validTo };
}

function overlaps(a: Span, b: Span): boolean {
  const before = (end: Temporal.Instant | null, start: Temporal.Instant) =>
    end !== null && Temporal.Instant.compare(end, start) <= 0;
  return !before(a.validTo, b.validFrom) && !before(b.validTo, a.validFrom);
}

function sameScope(held: HeldRow, wanted: GrantRole): boolean {
  return (
    held.role === wanted.role &&
    held.divisionCode === (wanted.divisionCode ?? null) &&
    held.organisationId === (wanted.organisationId ?? null) &&
    held.matterId === (wanted.matterId ?? null)
  );
}

function hasEnded({ revokedAt, validTo }: HeldRow, now: Temporal.Instant): boolean {
  return revokedAt !== null || (validTo !== null && Temporal.Instant.compare(validTo, now) <= 0);
}

function factsOf(
  grant: Span & Partial<Pick<HeldRow, 'divisionCode' | 'organisationId' | 'matterId'>> & { role: string },
) {
  return {
    role: grant.role,
    divisionCode: grant.divisionCode ?? null,
    organisationId: grant.organisationId ?? null,
    matterId: grant.matterId ?? null,
    validFrom: grant.validFrom.toString(),
    validTo: grant.validTo?.toString() ?? null,
  };
}
