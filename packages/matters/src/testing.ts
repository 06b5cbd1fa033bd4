import { newId, system, type Actor } from '@tongxin/core';
import type { Context } from '@tongxin/db';
import type { TestDatabase } from '@tongxin/db/testing';
import { makeDivision } from '@tongxin/divisions/testing';
import type { OrganisationKind } from '@tongxin/organisations/rules';
import { makeOrganisation } from '@tongxin/organisations/testing';
import { matters } from './schema.ts';

/** The moment at which tests happen: a Saturday afternoon in the city. */
export const testNow = Temporal.Instant.from('2026-11-21T07:00:00Z');

/** A context whose clock stands still until it is moved. */
export function contextOf(municipality: TestDatabase, actor: Actor, now = testNow): Context {
  return {
    municipality,
    actor,
    now: () => now,
    keys: {
      vault: { current: 'test', keys: { test: new Uint8Array(32).fill(7) } },
      receipt: new Uint8Array(32).fill(9),
    },
  };
}

/** A town small enough to see at once: two counties, three townships, two villages, their offices, two departments. */
export async function makeTown(database: TestDatabase) {
  const ctx = contextOf(database, system);
  const places = [
    ['33', '浙江省'],
    ['3307', '金华市'],
    ['330702', '婺城区'],
    ['330703', '金东区'],
    ['330702001', '城东街道'],
    ['330702002', '城中街道'],
    ['330703001', '多湖街道'],
    ['330702001001', '桥头社区'],
    ['330702001002', '河边社区'],
  ] as const;
  for (const [code, name] of places) await makeDivision(ctx, code, name);
  const office = async (kind: OrganisationKind, name: string, divisionCode: string) => ({
    id: await makeOrganisation(ctx, { kind, name, divisionCode }),
    kind,
    name,
    divisionCode,
  });
  return {
    city: await office('city_office', '市政协办公室', '3307'),
    county: await office('county_office', '婺城区政协办公室', '330702'),
    otherCounty: await office('county_office', '金东区政协办公室', '330703'),
    township: await office('township_group', '城东街道联络组', '330702001'),
    secondTownship: await office('township_group', '城中街道联络组', '330702002'),
    otherTownship: await office('township_group', '多湖街道联络组', '330703001'),
    department: await office('department', '婺城区建设局', '330702'),
    otherDepartment: await office('department', '婺城区交通局', '330702'),
  };
}

export type Town = Awaited<ReturnType<typeof makeTown>>;

/**
 * Sessions in the town's first village that exist and nothing more: for what hangs on matters (bookings, photos).
 * All in one statement, without journal entries.
 */
export async function makeMatters({ db }: TestDatabase, town: Town, count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, () => newId<'matter'>() as string);
  const place = {
    cityCode: '3307',
    countyCode: '330702',
    townshipCode: '330702001',
    villageCode: '330702001001',
    organisationId: town.township.id,
  };
  const turn = {
    state: 'announced',
    ownerRole: 'host' as const,
    ownerUnitId: town.township.id,
    dueAt: testNow,
  };
  const times = { openedAt: testNow, changedAt: testNow, entryCount: 0 };
  await db.insert(matters).values(
    ids.map((id) => ({
      ...place,
      ...turn,
      ...times,
      id,
      kind: 'session' as const,
      number: id,
      chainId: id,
    })),
  );
  return ids;
}
