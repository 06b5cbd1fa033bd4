import { civilDay, newId } from '@tongxin/core';
import { insertRows } from '@tongxin/db';
import { doorsOf, entryOf, type Inside } from './commands/held.ts';
import type { JournalAction, partyAffiliations, sexes } from './rules/index.ts';
import { groupMembers, memberJournal, memberParticulars, villageMembers } from './schema/index.ts';

type Joining = { groupId: string; memberId: string; name: string };
type Village = {
  villageCode: string;
  villageName: string;
  townshipCode: string;
  countyCode: string;
  cityCode: string;
  memberId: string;
  name: string;
};
export type Particulars = {
  memberId: string;
  accountId: string | null;
  sex: (typeof sexes)[number] | null;
  birthYear: number | null;
  partyAffiliation: (typeof partyAffiliations)[number] | null;
  committees: readonly { cityCode: string; countyCode: string | null }[];
};

/** Takes members who serve into groups of their committees, many at a time, as `joinGroup` does one by one. */
export async function retellJoinings(inside: Inside, all: readonly Joining[]): Promise<void> {
  const fromOn = civilDay(inside.now());
  await insertRows(
    inside.tx,
    groupMembers,
    all.map(({ groupId, memberId }) => ({ id: newId(), groupId, memberId, fromOn })),
  );
  await record(
    inside,
    'group_joined',
    all.map(({ groupId, memberId, name }) => ({ groupId, memberId, facts: { name } })),
  );
}

/** Gives villages that nobody has to members who serve, many at a time, as `giveVillage` does one by one. */
export async function retellVillages(inside: Inside, all: readonly Village[]): Promise<void> {
  const fromOn = civilDay(inside.now());
  await insertRows(
    inside.tx,
    villageMembers,
    all.map(({ villageCode, townshipCode, countyCode, cityCode, memberId }) => ({
      ...{ id: newId(), villageCode, townshipCode, countyCode, cityCode, memberId, fromOn },
    })),
  );
  await record(
    inside,
    'village_given',
    all.map(({ memberId, villageCode, villageName, name }) => ({
      memberId,
      facts: { villageCode, villageName, name },
    })),
  );
}

/** Writes what is restricted about members for the first time, many at a time; only as the house. */
export async function retellParticulars(inside: Inside, all: readonly Particulars[]): Promise<void> {
  const rows = all.map(({ committees, ...row }) => ({
    ...row,
    doors: doorsOf(committees.map((one) => ({ ...one, leftOn: null }))),
  }));
  await insertRows(inside.tx, memberParticulars, rows);
  await record(
    inside,
    'particulars_saved',
    all.map(({ memberId }) => ({ memberId, facts: {} })),
  );
}

type Entry = { memberId: string; groupId?: string; facts: Record<string, unknown> };

async function record(inside: Inside, action: JournalAction, entries: readonly Entry[]) {
  await insertRows(
    inside.tx,
    memberJournal,
    entries.map(({ facts, ...about }) => entryOf(inside, action, about, facts)),
  );
}
