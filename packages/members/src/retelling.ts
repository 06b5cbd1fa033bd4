import { civilDay, newId } from '@tongxin/core';
import type { Context, Tx } from '@tongxin/db';
import { doorsOf } from './commands/held.ts';
import type { JournalAction, partyAffiliations, sexes } from './rules/index.ts';
import { groupMembers, memberJournal, memberParticulars, villageMembers } from './schema/index.ts';

type Inside = Context & { tx: Tx };

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

const rowsAtOnce = 1000;

/** Takes members who serve into groups of their committees, many at a time, as `joinGroup` does one by one. */
export async function retellJoinings(inside: Inside, all: readonly Joining[]): Promise<void> {
  const fromOn = dayOf(inside);
  for (const part of inParts(all)) {
    await inside.tx
      .insert(groupMembers)
      .values(part.map(({ groupId, memberId }) => ({ id: newId(), groupId, memberId, fromOn })));
    await record(
      inside,
      'group_joined',
      part.map(({ groupId, memberId, name }) => ({ groupId, memberId, facts: { name } })),
    );
  }
}

/** Gives villages that nobody has to members who serve, many at a time, as `giveVillage` does one by one. */
export async function retellVillages(inside: Inside, all: readonly Village[]): Promise<void> {
  const fromOn = dayOf(inside);
  for (const part of inParts(all)) {
    await inside.tx.insert(villageMembers).values(
      part.map(({ villageCode, townshipCode, countyCode, cityCode, memberId }) => ({
        ...{ id: newId(), villageCode, townshipCode, countyCode, cityCode, memberId, fromOn },
      })),
    );
    await record(
      inside,
      'village_given',
      part.map(({ memberId, villageCode, villageName, name }) => ({
        memberId,
        facts: { villageCode, villageName, name },
      })),
    );
  }
}

/** Writes what is restricted about members for the first time, many at a time; only as the house. */
export async function retellParticulars(inside: Inside, all: readonly Particulars[]): Promise<void> {
  for (const part of inParts(all)) {
    const rows = part.map(({ committees, ...row }) => ({
      ...row,
      doors: doorsOf(committees.map((one) => ({ ...one, leftOn: null }))),
    }));
    await inside.tx.insert(memberParticulars).values(rows);
    await record(
      inside,
      'particulars_saved',
      part.map(({ memberId }) => ({ memberId, facts: {} })),
    );
  }
}

const dayOf = (inside: Inside) => civilDay(inside.now());

function inParts<Row>(rows: readonly Row[]): Row[][] {
  const parts: Row[][] = [];
  for (let from = 0; from < rows.length; from += rowsAtOnce) parts.push(rows.slice(from, from + rowsAtOnce));
  return parts;
}

type Entry = { memberId: string; groupId?: string; facts: Record<string, unknown> };

async function record({ tx, now, actor }: Inside, action: JournalAction, entries: readonly Entry[]) {
  const actorId = actor.kind === 'account' ? actor.accountId : null;
  await tx
    .insert(memberJournal)
    .values(entries.map((entry) => ({ ...entry, id: newId(), at: now(), action, actorId })));
}
