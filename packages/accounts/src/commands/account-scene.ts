import { newId, system } from '@tongxin/core';
import type { Context } from '@tongxin/db';
import { testDatabase } from '@tongxin/db/testing';
import { makeDivisions, yiwu } from '@tongxin/divisions/testing';
import { asc, eq } from 'drizzle-orm';
import { expect } from 'vitest';
import { accountJournal, signIns } from '../schema.ts';
import { makeAccount, testKeys } from '../testing.ts';

export const now = Temporal.Instant.from('2026-11-21T07:00:00Z');
/** An id that nobody has. */
export const strange = '0190a000-0000-7000-8000-0000000000ff';

export const refused = (code: string) => expect.objectContaining({ code });

export type Scene = Awaited<ReturnType<typeof openScene>>;

/** A town with its places and nobody in it, the offices that look after accounts, and what they leave behind. */
export async function openScene() {
  const database = await testDatabase();
  const house: Context = { municipality: database, actor: system, now: () => now, keys: testKeys };
  await makeDivisions(house);
  const as = (actor: Context['actor']): Context => ({ ...house, actor });
  return {
    database,
    house,
    as,
    close: () => database.close(),
    countyOffice: async () =>
      as(await makeAccount(house, { grants: [{ role: 'county_office', divisionCode: yiwu }] })),
    cityOffice: async () =>
      as(await makeAccount(house, { grants: [{ role: 'city_office', divisionCode: '3307' }] })),
    journalOf: (accountId: string) =>
      database.db
        .select({
          action: accountJournal.action,
          actorId: accountJournal.actorId,
          reason: accountJournal.reason,
          facts: accountJournal.facts,
        })
        .from(accountJournal)
        .where(eq(accountJournal.accountId, accountId))
        .orderBy(asc(accountJournal.id)),
    async signedIn(accountId: string): Promise<void> {
      const at = now.toString();
      await database.db.insert(signIns).values({
        id: newId(),
        userId: accountId,
        token: newId(),
        expiresAt: now.add({ hours: 1 }).toString(),
        createdAt: at,
        updatedAt: at,
      });
    },
    signInCount: (accountId: string) => database.db.$count(signIns, eq(signIns.userId, accountId)),
  };
}
