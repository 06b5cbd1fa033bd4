import { ensure } from '@tongxin/core';
import { asSystem, transact, violated, type Context } from '@tongxin/db';
import { eq } from 'drizzle-orm';
import { findMemberByAccount } from '../queries/member.ts';
import {
  mayReadParticulars,
  refusals,
  type ChangeMember,
  type LinkAccount,
  type RenewCode,
  type RenewOwnCode,
  type SaveParticulars,
} from '../rules/index.ts';
import { memberParticulars, members, memberships } from '../schema/index.ts';
import { newDoorCode, newIntakeCode } from './enter.ts';
import { doorsOf, ensureLinkable, lockMember, lockPerson, moveDoors, record, refuse } from './held.ts';

/** Corrects a name or a post. Refuses: members.not_found, members.not_yours. */
export async function changeMember(ctx: Context, { memberId, name, dutyTitle }: ChangeMember): Promise<void> {
  await transact(ctx, async (tx, inside) => {
    const person = await lockMember(inside, memberId);
    const after = { name, dutyTitle: dutyTitle === '' ? null : dutyTitle };
    if (person.name === after.name && person.dutyTitle === after.dutyTitle) return;
    await tx.update(members).set(after).where(eq(members.id, memberId));
    // The lists are in the order of the memberships' own copy of it.
    await tx.update(memberships).set({ name }).where(eq(memberships.memberId, memberId));
    const from = { name: person.name, dutyTitle: person.dutyTitle };
    await record(inside, 'changed', { memberId }, { from, to: after });
  });
}

/**
 * Says which account is the member's, or that none is. Refuses: members.not_found, members.not_yours,
 * members.account, members.account_taken.
 */
export async function linkAccount(ctx: Context, { memberId, accountId }: LinkAccount): Promise<void> {
  await transact(ctx, async (tx, inside) => {
    await lockMember(inside, memberId);
    if (accountId !== null) await ensureLinkable(inside, accountId);
    try {
      await tx.update(members).set({ accountId }).where(eq(members.id, memberId));
    } catch (error) {
      if (violated(error) !== 'members_account_id_key') throw error;
      throw refuse('members.account_taken');
    }
    await record(inside, 'account_linked', { memberId }, { accountId });
    await moveDoors(inside, memberId);
  });
}

/**
 * Makes a new code for a QR that was lost or is misused; the old one leads nowhere from now on. Refuses:
 * members.not_found, members.not_yours.
 */
export async function renewCode(ctx: Context, { memberId, code, reason }: RenewCode): Promise<void> {
  await transact(ctx, async (tx, inside) => {
    await lockMember(inside, memberId);
    await tx.update(members).set(freshCode(code)).where(eq(members.id, memberId));
    await record(inside, 'code_renewed', { memberId, reason }, { code });
  });
}

/**
 * The same by the member whose code it is: whoever loses a telephone at night does not wait for an office. Answers
 * nothing; the new code is read like the old one. Refuses: members.not_found.
 */
export async function renewOwnCode(ctx: Context, { code }: RenewOwnCode): Promise<void> {
  await transact(ctx, async (tx, inside) => {
    const { actor } = inside;
    const own = actor.kind === 'account' ? await findMemberByAccount(inside, actor.accountId) : null;
    if (own === null) throw refuse('members.not_found');
    const { accountId, active } = await lockPerson(inside, own.id);
    // The office may have taken the account away, or ended the membership, a moment ago.
    if (!active || actor.kind !== 'account' || accountId !== actor.accountId)
      throw refuse('members.not_found');
    await tx.update(members).set(freshCode(code)).where(eq(members.id, own.id));
    await record(inside, 'code_renewed', { memberId: own.id }, { code });
  });
}

const freshCode = (code: RenewCode['code']) =>
  code === 'intake' ? { intakeCode: newIntakeCode() } : { doorCode: newDoorCode() };

/**
 * Writes what is restricted about a member. What was changed is written down, not what it says. Refuses:
 * members.not_found, members.not_yours: also to the municipal office about a county's member.
 */
export async function saveParticulars(ctx: Context, input: SaveParticulars): Promise<void> {
  await transact(ctx, async (_tx, inside) => {
    const { memberId, sex, birthYear, partyAffiliation } = input;
    const person = await lockMember(inside, memberId);
    ensure(mayReadParticulars(ctx.actor, person), refusals);
    const row = {
      sex,
      birthYear,
      partyAffiliation,
      accountId: person.accountId,
      doors: doorsOf(person.memberships),
    };
    await asSystem(inside, ({ tx }) =>
      tx
        .insert(memberParticulars)
        .values({ memberId, ...row })
        .onConflictDoUpdate({ target: memberParticulars.memberId, set: row }),
    );
    await record(inside, 'particulars_saved', { memberId });
  });
}
