import { holds, no, yes, type Actor, type Decision } from '@tongxin/core';
import { codesOf, type DivisionPath } from '@tongxin/divisions/rules';
import { keepers, readers } from './names.ts';
import type { Refusal } from './refusals.ts';

/** Where a membership is: the municipal committee has no county. */
export type CommitteePlace = { cityCode: string; countyCode: string | null };

/** A membership as decisions see it; `leftOn` is the first day on which it no longer holds. */
export type Held = CommitteePlace & { leftOn: Temporal.PlainDate | null };

const codesAt = ({ cityCode, countyCode }: CommitteePlace) =>
  countyCode === null ? [cityCode] : [cityCode, countyCode];

/** The memberships that a person has; of somebody who has left them all, those that they had. */
export function standingOf<One extends Pick<Held, 'leftOn'>>(held: readonly One[]): readonly One[] {
  const standing = held.filter(({ leftOn }) => leftOn === null);
  return standing.length === 0 ? held : standing;
}

/** A committee's own office, or the municipal one, keeps its membership; departments and groups have no members. */
export function mayAdd(actor: Actor, office: { kind: string }, place: DivisionPath): Decision<Refusal> {
  const keeper = holds(actor, keepers, { divisionCodes: codesOf(place) });
  if (actor.kind !== 'system' && keeper === undefined) return no('members.not_yours');
  const has = ['committee', 'city_office', 'county_office'].includes(office.kind);
  return has ? yes : no('members.organisation');
}

/**
 * Whether the actor may change what is kept of a member: the office of a committee that they belong to, or belonged
 * to when they have left them all. To an office that may not know of them they do not exist; members of the municipal
 * committee are known to every county.
 */
export function mayKeep(actor: Actor, held: readonly Held[]): Decision<Refusal> {
  if (actor.kind === 'system') return yes;
  const memberships = standingOf(held);
  if (memberships.some((place) => holds(actor, keepers, { divisionCodes: codesAt(place) }) !== undefined))
    return yes;
  const knows = actor.kind === 'account' && memberships.some(({ countyCode }) => countyCode === null);
  return knows ? no('members.not_yours') : no('members.not_found');
}

/**
 * Whether the actor may read what is behind the wall about a member: the member, and the office of a committee that
 * they belong to, or belonged to when they have left them all: each committee's for its own members. Source: domain
 * §3.4.
 */
export function mayReadParticulars(
  actor: Actor,
  member: { accountId: string | null; memberships: readonly Held[] },
): Decision<Refusal> {
  if (actor.kind === 'system') return yes;
  if (actor.kind !== 'account') return no('members.not_found');
  if (actor.accountId === member.accountId) return yes;
  const own = standingOf(member.memberships).some(
    ({ cityCode, countyCode }) =>
      holds(actor, keepers, { divisionCodes: [countyCode ?? cityCode] }) !== undefined,
  );
  return own ? yes : no('members.not_found');
}

/** Whether the actor may give out villages of this place: the offices over it. */
export function mayGiveVillage(actor: Actor, place: DivisionPath): Decision<Refusal> {
  if (actor.kind !== 'system' && holds(actor, keepers, { divisionCodes: codesOf(place) }) === undefined)
    return no('members.not_yours');
  return place.level === 'village' ? yes : no('members.village');
}

/** Whether the actor may change a group: the office of its committee. Elsewhere it does not exist. */
export function mayKeepGroup(actor: Actor, place: CommitteePlace): Decision<Refusal> {
  if (actor.kind === 'system') return yes;
  return holds(actor, keepers, { divisionCodes: codesAt(place) }) === undefined
    ? no('members.group_not_found')
    : yes;
}

/** Whether the actor reads lists of this place: an office at it or above it. */
export function mayRead(actor: Actor, place: DivisionPath): boolean {
  return actor.kind === 'system' || holds(actor, readers, { divisionCodes: codesOf(place) }) !== undefined;
}
