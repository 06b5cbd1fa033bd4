import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { system } from '@tongxin/core';
import type { Context } from '@tongxin/db';
import { testDatabase, type TestDatabase } from '@tongxin/db/testing';
import { asc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importDivisions } from './commands.ts';
import { bundledList, type OfficialList } from './official-list.ts';
import { divisions } from './schema.ts';

let database: TestDatabase;
let ctx: Context;
let folder: string;

beforeAll(async () => {
  database = await testDatabase();
  ctx = {
    municipality: database,
    actor: system,
    now: () => Temporal.Instant.from('2026-03-01T08:00:00+08:00'),
  };
  folder = await mkdtemp(join(tmpdir(), 'divisions-'));
});

afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true });
});

/** A small edition of the list with one city, two counties (the second not contained in the first's code). */
async function edition(asOf: string, villages: Record<string, string>): Promise<OfficialList> {
  const zone = '990181,"高新区",9901,99\n';
  const lines = Object.entries(villages).map(
    ([code, name]) => `${code},"${name}",990102001,99,9901,990181\n`,
  );
  await writeFile(join(folder, 'provinces.csv'), 'code,name\n99,"某省"\n');
  await writeFile(join(folder, 'cities.csv'), 'code,name,provinceCode\n9901,"某市",99\n9902,"邻市",99\n');
  await writeFile(
    join(folder, 'areas.csv'),
    `code,name,cityCode,provinceCode\n990102,"某区",9901,99\n${zone}`,
  );
  await writeFile(
    join(folder, 'streets.csv'),
    'code,name,areaCode,provinceCode,cityCode\n990102001,"高新街道",990181,99,9901\n',
  );
  const header = 'code,name,streetCode,provinceCode,cityCode,areaCode\n';
  await writeFile(join(folder, 'villages.csv'), header + lines.join(''));
  return { folder, asOf: Temporal.PlainDate.from(asOf) };
}

async function stored(code: string) {
  const [row] = await database.db.select().from(divisions).where(eq(divisions.code, code));
  return row;
}

const nothing = { inserted: 0, changed: 0, closed: 0 };

describe('importing a city from the official list', () => {
  it('brings Jinhua with its 9 counties, 146 townships and 3,300 villages, and hears how far it is', async () => {
    const heard: [number, number][] = [];
    const counts = await importDivisions(ctx, { city: '3307', progress: (...step) => heard.push(step) });
    expect(counts).toEqual({
      province: { ...nothing, inserted: 1, unchanged: 0 },
      city: { ...nothing, inserted: 1, unchanged: 0 },
      county: { ...nothing, inserted: 9, unchanged: 0 },
      township: { ...nothing, inserted: 146, unchanged: 0 },
      village: { ...nothing, inserted: 3300, unchanged: 0 },
    });
    expect(heard.at(-1)).toEqual([665_276, 665_276]);
    expect(heard.map(([done]) => done)).toEqual(heard.map(([done]) => done).toSorted((a, b) => a - b));
    expect(await stored('330782105002')).toMatchObject({
      name: '胡宅社区居委会',
      level: 'village',
      parentCode: '330782105',
      cityCode: '3307',
      countyCode: '330782',
      townshipCode: '330782105',
      validFrom: bundledList().asOf,
      validTo: null,
    });
  });

  it('changes nothing the second time', async () => {
    const { county, village } = await importDivisions(ctx, { city: '3307' });
    expect(county).toEqual({ ...nothing, unchanged: 9 });
    expect(village).toEqual({ ...nothing, unchanged: 3300 });
  });

  it('refuses a city that the list does not have', async () => {
    await expect(importDivisions(ctx, { city: '3399' })).rejects.toMatchObject({
      code: 'divisions.city_unknown',
      facts: { city: '3399' },
    });
  });
});

describe('a new edition of the list', () => {
  it('is believed about what contains what, also where the code says otherwise', async () => {
    const list = await edition('2024-06-30', {
      '990102001001': '东村',
      '990102001002': '西村',
      '990102001003': '南村',
    });
    await importDivisions(ctx, { city: '9901', list });
    expect(await stored('990102001')).toMatchObject({ parentCode: '990181', countyCode: '990181' });
    expect(await stored('990102001002')).toMatchObject({ countyCode: '990181', townshipCode: '990102001' });
  });

  it('closes a village that vanished, corrects a renamed one, adds a new one and deletes none', async () => {
    const list = await edition('2025-06-30', {
      '990102001001': '东村社区',
      '990102001003': '南村',
      '990102001004': '新村',
    });
    const { village } = await importDivisions(ctx, { city: '9901', list });
    expect(village).toEqual({ inserted: 1, changed: 1, closed: 1, unchanged: 1 });
    expect(await stored('990102001002')).toMatchObject({
      name: '西村',
      validTo: Temporal.PlainDate.from('2025-06-30'),
    });
    expect(await stored('990102001001')).toMatchObject({ name: '东村社区', validTo: null });
  });

  it('closes the last village of the list, too', async () => {
    const list = await edition('2026-06-30', { '990102001001': '东村社区', '990102001003': '南村' });
    const { village } = await importDivisions(ctx, { city: '9901', list });
    expect(village).toMatchObject({ closed: 1, changed: 0 });
    expect((await stored('990102001004'))?.validTo?.toString()).toBe('2026-06-30');
  });

  it('opens a village again that the list has again', async () => {
    const list = await edition('2027-06-30', {
      '990102001001': '东村社区',
      '990102001002': '西村',
      '990102001003': '南村',
    });
    const { village } = await importDivisions(ctx, { city: '9901', list });
    expect(village).toMatchObject({ inserted: 0, changed: 1, closed: 0 });
    expect((await stored('990102001002'))?.validTo).toBeNull();
  });

  it('touches no other city', async () => {
    const [open] = await database.db
      .select({ validTo: divisions.validTo })
      .from(divisions)
      .where(eq(divisions.level, 'village'))
      .orderBy(asc(divisions.code))
      .limit(1);
    expect(open).toEqual({ validTo: null });
    expect(await database.db.$count(divisions, eq(divisions.cityCode, '3307'))).toBe(9 + 146 + 3300);
  });

  it('is refused when its rows are out of order, and nothing of that batch stays', async () => {
    const list = await edition('2028-06-30', { '990102001009': '甲村' });
    await writeFile(
      join(folder, 'villages.csv'),
      `${await readFile(join(folder, 'villages.csv'), 'utf8')}990102001001,"东村",990102001,99,9901,990181\n`,
    );
    await expect(importDivisions(ctx, { city: '9901', list })).rejects.toThrow('not ordered by code');
    expect(await stored('990102001009')).toBeUndefined();
  });
});

describe('two imports at the same time', () => {
  it('leave the same divisions as one', async () => {
    await using other = await testDatabase();
    const twice = { ...ctx, municipality: other };
    const [first, second] = await Promise.all([1, 2].map(() => importDivisions(twice, { city: '3307' })));
    expect(first!.village.inserted + second!.village.inserted).toBe(3300);
    expect(await other.db.$count(divisions, eq(divisions.cityCode, '3307'))).toBe(9 + 146 + 3300);
  });
});
