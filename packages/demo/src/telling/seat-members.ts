import { civilDay } from '@tongxin/core';
import { addMember, addMembership, changeGroup, createGroup } from '@tongxin/members/commands';
import { retellJoinings, retellParticulars, retellVillages } from '@tongxin/members/retelling';
import type { People, PlannedMember } from '../people/town-people.ts';
import { signedInMember } from '../sign-ins.ts';
import { named, type Cast, type Inside } from './stage.ts';

/**
 * Enters the members of a committee; who is on the list already gets one more membership. Then their groups, and the
 * villages that each is the member of.
 */
export async function seatMembers(inside: Inside, people: People, cast: Cast): Promise<void> {
  const today = civilDay(inside.now()).toString();
  const term = people.terms.find(({ startsOn, endsOn }) => startsOn <= today && today < endsOn)!;
  const seat = { termNo: term.termNo, joinedOn: term.startsOn };
  const entered: PlannedMember[] = [];
  for (const member of people.members) {
    const { key, name, dutyTitle, sectorCode, isStanding, office } = member;
    const membership = { ...seat, sectorCode, isStanding, organisationId: named(cast.units, office) };
    const known = cast.members[key];
    if (known !== undefined) {
      await addMembership(inside, { ...membership, memberId: known });
      continue;
    }
    const accountId = accountOf(key, cast)?.accountId ?? null;
    cast.members[key] = await addMember(inside, { ...membership, name, dutyTitle, accountId });
    entered.push(member);
  }
  await tellParticulars(inside, people, { cast, entered });
  await found(inside, people, cast);
  await giveVillages(inside, people, cast);
}

/** The account of a member who signs in. */
export function accountOf(key: string, cast: Cast) {
  return cast.accounts[key === signedInMember ? 'member' : `account:${key}`];
}

async function tellParticulars(
  inside: Inside,
  { place }: People,
  { cast, entered }: { cast: Cast; entered: readonly PlannedMember[] },
): Promise<void> {
  const committee = {
    cityCode: place.code.slice(0, 4),
    countyCode: place.code.length === 4 ? null : place.code,
  };
  await retellParticulars(
    inside,
    entered.map(({ key, particulars }) => ({
      ...particulars,
      memberId: named(cast.members, key),
      accountId: accountOf(key, cast)?.accountId ?? null,
      committees: [committee],
    })),
  );
}

async function found(inside: Inside, { groups, members }: People, cast: Cast): Promise<void> {
  const names = new Map(members.map(({ key, name }) => [key, name]));
  for (const { office, kind, name, sectorCode, members: keys, convened } of groups) {
    const organisationId = named(cast.units, office);
    const { groupId } = await createGroup(inside, { organisationId, kind, name, sectorCode });
    await retellJoinings(
      inside,
      keys.map((key) => ({ groupId, memberId: named(cast.members, key), name: names.get(key)! })),
    );
    const convenorMemberId = convened ? named(cast.members, keys[0]!) : null;
    if (convenorMemberId !== null) await changeGroup(inside, { groupId, name, convenorMemberId });
  }
}

async function giveVillages(inside: Inside, { villages, members, place }: People, cast: Cast): Promise<void> {
  const names = new Map(members.map(({ key, name }) => [key, name]));
  await retellVillages(
    inside,
    villages.map(({ code, name, townshipCode, member }) => ({
      ...{ villageCode: code, villageName: name, townshipCode, countyCode: place.code },
      ...{
        cityCode: place.code.slice(0, 4),
        memberId: named(cast.members, member),
        name: names.get(member)!,
      },
    })),
  );
}
