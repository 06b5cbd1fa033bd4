import { civilDay, DomainError, ensure, newId } from '@tongxin/core';
import { asSystem, type Context, type Tx } from '@tongxin/db';
import { and, eq, isNull } from 'drizzle-orm';
import { mayKeep, refusals, type JournalAction, type Refusal } from '../rules/index.ts';
import { memberJournal, memberParticulars, members, memberships } from '../schema/index.ts';

export type Inside = Context & { tx: Tx };

export const refuse = (code: Refusal, facts: Record<string, unknown> = {}) =>
  new DomainError(code, refusals[code], facts);

/** A wished day, or today. Refuses: members.day_ahead, for a change that has not happened yet. */
export function dayOf(inside: Context, wished: string | undefined): Temporal.PlainDate {
  const today = civilDay(inside.now());
  const day = wished === undefined ? today : Temporal.PlainDate.from(wished);
  if (Temporal.PlainDate.compare(day, today) > 0) throw refuse('members.day_ahead');
  return day;
}

/**
 * The person with their memberships, locked until the transaction ends, for an office that keeps them.
 * Refuses: members.not_found, members.not_yours.
 */
export async function lockMember(inside: Inside, memberId: string) {
  const person = await lockPerson(inside, memberId);
  const standing = person.memberships.filter(({ leftOn }) => leftOn === null);
  // Whoever has left stays with the offices that kept them.
  ensure(mayKeep(inside.actor, standing.length === 0 ? person.memberships : standing), refusals);
  return person;
}

/** The same for a step that asks elsewhere who may take it. Refuses: members.not_found. */
export async function lockPerson(inside: Inside, memberId: string) {
  const [person] = await inside.tx
    .select({
      id: members.id,
      name: members.name,
      dutyTitle: members.dutyTitle,
      accountId: members.accountId,
      active: members.active,
    })
    .from(members)
    .where(eq(members.id, memberId))
    .for('update')
    .limit(1);
  if (person === undefined) throw refuse('members.not_found');
  const held = await inside.tx
    .select({
      id: memberships.id,
      cityCode: memberships.cityCode,
      countyCode: memberships.countyCode,
      joinedOn: memberships.joinedOn,
      leftOn: memberships.leftOn,
      placed: memberships.placed,
    })
    .from(memberships)
    .where(eq(memberships.memberId, memberId))
    .limit(100);
  return { ...person, memberships: held, placed: held.some(({ placed }) => placed) };
}

/** A member who serves. Refuses: members.not_found, members.left. */
export async function ensureServing(inside: Inside, memberId: string): Promise<{ name: string }> {
  const [person] = await inside.tx
    .select({ name: members.name, active: members.active })
    .from(members)
    .where(eq(members.id, memberId))
    .for('share')
    .limit(1);
  if (person === undefined) throw refuse('members.not_found');
  if (!person.active) throw refuse('members.left');
  return person;
}

/**
 * Says in the lists whether a member stands behind a site. For whoever keeps the sites, in the same transaction. Locks
 * the member, so that a membership that is added at the same time says it too.
 */
export async function noteWhetherPlaced(inside: Inside, memberId: string, placed: boolean): Promise<void> {
  await lockPerson(inside, memberId);
  await inside.tx.update(memberships).set({ placed }).where(eq(memberships.memberId, memberId));
}

/** Brings the doors of what is restricted about a member to the committees and the account that they have now. */
export async function moveDoors(inside: Inside, memberId: string): Promise<void> {
  const { accountId, memberships: held } = await lockPerson(inside, memberId);
  const doors = doorsOf(held);
  // The office that changes one committee need not be a door of the other.
  await asSystem(inside, ({ tx }) =>
    tx.update(memberParticulars).set({ accountId, doors }).where(eq(memberParticulars.memberId, memberId)),
  );
}

type Held = { cityCode: string; countyCode: string | null; leftOn: Temporal.PlainDate | null };

/** The codes of the committees that a person belongs to; of the last ones when they have left all. */
export function doorsOf(held: readonly Held[]): string[] {
  const standing = held.filter(({ leftOn }) => leftOn === null);
  const from = standing.length === 0 ? held : standing;
  return [...new Set(from.map(({ cityCode, countyCode }) => countyCode ?? cityCode))];
}

/** Whether the person still belongs to a committee. */
export async function isServing(inside: Inside, memberId: string): Promise<boolean> {
  const [one] = await inside.tx
    .select({ id: memberships.id })
    .from(memberships)
    .where(and(eq(memberships.memberId, memberId), isNull(memberships.leftOn)))
    .limit(1);
  return one !== undefined;
}

/** Writes down what was done to a member, a group or a committee's minimums. */
export async function record(
  inside: Inside,
  action: JournalAction,
  about: { memberId?: string; groupId?: string; organisationId?: string; reason?: string },
  facts: Record<string, unknown> = {},
): Promise<void> {
  const { actor } = inside;
  await inside.tx.insert(memberJournal).values({
    id: newId(),
    at: inside.now(),
    action,
    memberId: about.memberId ?? null,
    groupId: about.groupId ?? null,
    organisationId: about.organisationId ?? null,
    actorId: actor.kind === 'account' ? actor.accountId : null,
    reason: about.reason ?? null,
    facts,
  });
}
