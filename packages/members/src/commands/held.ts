import { holdsRole } from '@tongxin/accounts/queries';
import { civilDay, DomainError, ensure, newId } from '@tongxin/core';
import { asSystem, type Context, type Tx } from '@tongxin/db';
import { getDivision } from '@tongxin/divisions/queries';
import { getOrganisation } from '@tongxin/organisations/queries';
import { and, eq, isNull } from 'drizzle-orm';
import { reachOf } from '../queries/reach.ts';
import {
  mayAdd,
  mayKeep,
  refusals,
  standingOf,
  type Held,
  type JournalAction,
  type Refusal,
} from '../rules/index.ts';
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
 * Where the committee of a unit lies, for whoever keeps its members. Refuses: organisations.not_found,
 * members.not_yours, members.organisation.
 */
export async function placeOf(inside: Inside, organisationId: string) {
  const office = await getOrganisation(inside, organisationId);
  const place = await getDivision(inside, office.divisionCode);
  ensure(mayAdd(inside.actor, office, place), refusals);
  return { cityCode: place.cityCode!, countyCode: place.countyCode };
}

/**
 * The person with their memberships, locked until the transaction ends, for an office that keeps them.
 * Refuses: members.not_found, members.not_yours.
 */
export async function lockMember(inside: Inside, memberId: string) {
  const person = await lockPerson(inside, memberId);
  ensure(mayKeep(inside.actor, person.memberships), refusals);
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

/** Refuses: members.not_found, for somebody whom the actor may not know of. */
export async function ensureKnown(inside: Inside, memberId: string): Promise<void> {
  const reach = reachOf(inside.actor, memberships);
  if (reach === undefined) throw refuse('members.not_found');
  const [known] = await inside.tx
    .select({ id: memberships.id })
    .from(memberships)
    .where(and(eq(memberships.memberId, memberId), reach))
    .limit(1);
  if (known === undefined) throw refuse('members.not_found');
}

/**
 * An account of a member, of the places that the actor's office looks after; the house itself links any.
 * Refuses: members.account.
 */
export async function ensureLinkable(inside: Inside, accountId: string): Promise<void> {
  if (inside.actor.kind === 'system') return;
  if (!(await holdsRole(inside, accountId, 'member'))) throw refuse('members.account');
}

/** A member who serves and whom the actor may know of. Refuses: members.not_found, members.left. */
export async function ensureServing(inside: Inside, memberId: string): Promise<{ name: string }> {
  const [person] = await inside.tx
    .select({ name: members.name, active: members.active })
    .from(members)
    .where(eq(members.id, memberId))
    .for('share')
    .limit(1);
  if (person === undefined) throw refuse('members.not_found');
  await ensureKnown(inside, memberId);
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

/** The codes of the committees that a person belongs to; of those they belonged to when they have left all. */
export function doorsOf(held: readonly Held[]): string[] {
  return [...new Set(standingOf(held).map(({ cityCode, countyCode }) => countyCode ?? cityCode))];
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

type About = { memberId?: string; groupId?: string; organisationId?: string; reason?: string };

/** Writes down what was done to a member, a group or a committee's minimums. */
export async function record(
  inside: Inside,
  action: JournalAction,
  about: About,
  facts: Record<string, unknown> = {},
): Promise<void> {
  await inside.tx.insert(memberJournal).values(entryOf(inside, action, about, facts));
}

/** What was done, as the journal keeps it. */
export function entryOf(
  { now, actor }: Context,
  action: JournalAction,
  about: About,
  facts: Record<string, unknown>,
) {
  const actorId = actor.kind === 'account' ? actor.accountId : null;
  const nobody = { memberId: null, groupId: null, organisationId: null, reason: null };
  return { ...nobody, ...about, id: newId(), at: now(), action, actorId, facts };
}
