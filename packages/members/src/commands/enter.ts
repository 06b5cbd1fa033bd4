import { newId, secretWord, type Id } from '@tongxin/core';
import { transact, violated, type Context } from '@tongxin/db';
import { isValidOn, nationalSectors } from '@tongxin/sectors/rules';
import { eq } from 'drizzle-orm';
import { mayKeep, type AddMembership, type NewMember } from '../rules/index.ts';
import { members, memberships } from '../schema/index.ts';
import {
  dayOf,
  ensureKnown,
  ensureLinkable,
  lockPerson,
  moveDoors,
  placeOf,
  record,
  refuse,
  type Inside,
} from './held.ts';

/** Short enough to be typed from a poster; long enough that nobody is met by chance. */
const intakeCodeLength = 10;
const doorCodeLength = 32;

export const newIntakeCode = () => secretWord(intakeCodeLength);
export const newDoorCode = () => secretWord(doorCodeLength);

/**
 * Enters a person who is not on the list yet, with their membership in the committee that is named, or whose office is;
 * city and county follow from it. Refuses: members.not_yours, members.organisation, members.sector,
 * members.sector_ended, members.account, members.account_taken, members.day_ahead, organisations.not_found.
 */
export async function addMember(ctx: Context, member: NewMember): Promise<Id<'member'>> {
  return transact(ctx, async (tx, inside) => {
    const place = await placeOf(inside, member.organisationId);
    const id = newId<'member'>();
    const { name, dutyTitle = null, accountId = null } = member;
    if (accountId !== null) await ensureLinkable(inside, accountId);
    try {
      await tx.insert(members).values({
        id,
        name,
        dutyTitle: dutyTitle === '' ? null : dutyTitle,
        accountId,
        intakeCode: newIntakeCode(),
        doorCode: newDoorCode(),
      });
    } catch (error) {
      if (violated(error) !== 'members_account_id_key') throw error;
      throw refuse('members.account_taken');
    }
    await join(inside, { memberId: id, ...member }, { ...place, name, placed: false });
    await record(inside, 'entered', { memberId: id, organisationId: member.organisationId }, { name });
    return id;
  });
}

/**
 * Makes a person of the list a member of one more committee: whoever keeps them already does, so for somebody whom
 * another committee keeps it is the municipal office. Refuses: members.not_found, members.kept_elsewhere,
 * members.already_member, and as `addMember`.
 */
export async function addMembership(
  ctx: Context,
  membership: AddMembership,
): Promise<{ membershipId: string }> {
  return transact(ctx, async (tx, inside) => {
    const place = await placeOf(inside, membership.organisationId);
    const person = await lockPerson(inside, membership.memberId);
    await ensureKnown(inside, person.id);
    // An office that took in whom it likes would read what is restricted about them and rename them.
    if (!mayKeep(inside.actor, person.memberships).allowed) throw refuse('members.kept_elsewhere');
    const { name, placed } = person;
    const membershipId = await join(inside, membership, { ...place, name, placed });
    if (!person.active) await tx.update(members).set({ active: true }).where(eq(members.id, person.id));
    await record(
      inside,
      'membership_added',
      { memberId: person.id, organisationId: membership.organisationId },
      { sectorCode: membership.sectorCode, termNo: membership.termNo ?? null },
    );
    await moveDoors(inside, person.id);
    return { membershipId };
  });
}

async function join(
  inside: Inside,
  { memberId, organisationId, sectorCode, termNo = null, isStanding = false, joinedOn }: AddMembership,
  also: { cityCode: string; countyCode: string | null; name: string; placed: boolean },
): Promise<string> {
  const day = dayOf(inside, joinedOn);
  ensureSector(sectorCode, day);
  const id = newId<'membership'>();
  const row = { id, memberId, organisationId, sectorCode, termNo, isStanding, joinedOn: day, ...also };
  try {
    await inside.tx.insert(memberships).values(row);
  } catch (error) {
    if (violated(error) !== 'memberships_member_id_place_key') throw error;
    throw refuse('members.already_member');
  }
  return id;
}

/** Whether a sector is on the list of that day. Refuses: members.sector, members.sector_ended. */
export function ensureSector(sectorCode: string, day: Temporal.PlainDate): void {
  const sector = nationalSectors.find(({ code }) => code === sectorCode);
  if (sector === undefined) throw refuse('members.sector');
  // Before the first list that is kept, nobody can tell; only what has ended is refused.
  if (sector.validTo !== null && !isValidOn({ ...sector, validFrom: '0000' }, day.toString()))
    throw refuse('members.sector_ended');
}
