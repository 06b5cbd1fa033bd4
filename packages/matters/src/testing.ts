import { newId, type Actor } from '@tongxin/core';
import type { Context } from '@tongxin/db';
import type { TestDatabase } from '@tongxin/db/testing';
import { divisions } from '@tongxin/divisions/schema';
import { organisations } from '@tongxin/organisations/schema';
import type { OrganisationKind } from '@tongxin/organisations/rules';
import { drizzle } from 'drizzle-orm/node-postgres';
import pg from 'pg';

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

const from = Temporal.PlainDate.from('2020-01-01');
const division = (code: string, name: string, level: 'city' | 'county' | 'township' | 'village') => ({
  code,
  name,
  level,
  parentCode: { city: null, county: code.slice(0, 4), township: code.slice(0, 6), village: code.slice(0, 9) }[level],
  cityCode: code.slice(0, 4),
  countyCode: level === 'city' ? null : code.slice(0, 6),
  townshipCode: level === 'township' || level === 'village' ? code.slice(0, 9) : null,
  validFrom: from,
});

/** A town small enough to see at once: two counties, three townships, two villages, their offices, two departments. */
export async function makeTown(database: TestDatabase) {
  const client = new pg.Client({ connectionString: database.ownerUrl, options: '-c search_path=m3307,public' });
  await client.connect();
  const owner = drizzle(client);
  const office = (kind: OrganisationKind, name: string, divisionCode: string) => ({
    id: newId<'organisation'>() as string,
    kind,
    name,
    divisionCode,
  });
  const offices = {
    city: office('city_office', '市政协办公室', '3307'),
    county: office('county_office', '婺城区政协办公室', '330702'),
    otherCounty: office('county_office', '金东区政协办公室', '330703'),
    township: office('township_group', '城东街道联络组', '330702001'),
    secondTownship: office('township_group', '城中街道联络组', '330702002'),
    otherTownship: office('township_group', '多湖街道联络组', '330703001'),
    department: office('department', '婺城区建设局', '330702'),
    otherDepartment: office('department', '婺城区交通局', '330702'),
  };
  try {
    await owner.insert(divisions).values([
      division('3307', '金华市', 'city'),
      division('330702', '婺城区', 'county'),
      division('330703', '金东区', 'county'),
      division('330702001', '城东街道', 'township'),
      division('330702002', '城中街道', 'township'),
      division('330703001', '多湖街道', 'township'),
      division('330702001001', '桥头社区', 'village'),
      division('330702001002', '河边社区', 'village'),
    ]);
    await owner.insert(organisations).values(Object.values(offices));
  } finally {
    await client.end();
  }
  return offices;
}

export type Town = Awaited<ReturnType<typeof makeTown>>;
