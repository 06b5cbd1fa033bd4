import { anonymous, system } from '@tongxin/core';
import type { Context } from '@tongxin/db';
import { testDatabase, type TestDatabase } from '@tongxin/db/testing';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importDivisions } from './commands.ts';
import { findPlaces, getDivision, listChildren, listPath } from './queries.ts';
import { divisions } from './schema.ts';

let database: TestDatabase;
let ctx: Context;
const since = Temporal.PlainDate.from('2023-06-30');

beforeAll(async () => {
  database = await testDatabase();
  ctx = {
    municipality: database,
    actor: anonymous,
    now: () => Temporal.Instant.from('2026-03-01T08:00:00+08:00'),
  };
  await importDivisions({ ...ctx, actor: system }, { city: '3307' });
  await database.db.insert(divisions).values([
    { ...inSuxi, code: '330782105997', name: '下王' },
    { ...inSuxi, code: '330782105998', name: '百分%村_' },
    { ...inSuxi, code: '330782105999', name: '已撤村', validTo: Temporal.PlainDate.from('2025-01-01') },
    { code: '3308', name: '衢州市', level: 'city', parentCode: '33', validFrom: since },
    {
      code: '330802',
      name: '柯城区',
      level: 'county',
      parentCode: '3308',
      cityCode: '3308',
      validFrom: since,
    },
    {
      code: '330802001',
      name: '苏溪街道',
      level: 'township',
      parentCode: '330802',
      cityCode: '3308',
      countyCode: '330802',
      validFrom: since,
    },
  ]);
});

const inSuxi = {
  level: 'village' as const,
  parentCode: '330782105',
  cityCode: '3307',
  countyCode: '330782',
  townshipCode: '330782105',
  validFrom: since,
};

afterAll(() => database.close());

const names = async (text: string) => (await findPlaces(ctx, text)).map(({ name }) => name);

describe('finding a village by name', () => {
  it('shows where it lies', async () => {
    const [place] = await findPlaces(ctx, '胡宅社区');
    expect(place).toMatchObject({ code: '330782105002', countyName: '义乌市', townshipName: '苏溪镇' });
  });

  it('works for a name of two characters, and shows those first whose name starts with it', async () => {
    const found = await names('下王');
    expect(found).toContain('下王');
    expect(found[0]?.startsWith('下王')).toBe(true);
  });

  it('takes the township and the village, with or without a space between', async () => {
    expect(await names('苏溪 胡宅')).toEqual(['胡宅社区居委会']);
    expect(await names('苏溪镇胡宅')).toEqual(['胡宅社区居委会']);
    expect(await names('金华市义乌市苏溪镇胡宅')).toEqual(['胡宅社区居委会']);
    expect(await names('横店 胡宅')).toEqual([]);
  });

  it('shows the township before its villages', async () => {
    const found = await findPlaces(ctx, '苏溪');
    expect(found[0]).toMatchObject({ name: '苏溪镇', level: 'township', townshipName: null });
    expect(found.slice(1).map(({ townshipName }) => townshipName)).toContain('苏溪镇');
  });

  it('shows at most twenty, and none for no words', async () => {
    expect(await findPlaces(ctx, '村')).toHaveLength(20);
    expect(await findPlaces(ctx, '  ')).toEqual([]);
  });

  it('takes % and _ and \\ as they stand', async () => {
    expect(await names('%')).toEqual(['百分%村_']);
    expect(await names('_')).toEqual(['百分%村_']);
    expect(await names('百分_')).toEqual([]);
    expect(await names('\\')).toEqual([]);
    expect(await names("'; drop table divisions; --")).toEqual([]);
  });

  it('shows neither closed villages nor those of another city', async () => {
    expect(await names('已撤')).toEqual([]);
    expect(await names('苏溪街道')).toEqual([]);
  });
});

describe('reading the tree', () => {
  it('gives the divisions directly inside one, by code', async () => {
    const counties = await listChildren(ctx, '3307');
    expect(counties).toHaveLength(9);
    expect(counties.map(({ code }) => code)).toEqual(counties.map(({ code }) => code).toSorted());
  });

  it('gives the names from the city down', async () => {
    const path = await listPath(ctx, '330782105002');
    expect(path.map(({ name }) => name)).toEqual(['金华市', '义乌市', '苏溪镇', '胡宅社区居委会']);
    expect((await listPath(ctx, '3307')).map(({ name }) => name)).toEqual(['金华市']);
  });

  it('still knows a division that no longer exists, and not one that never did', async () => {
    expect(await getDivision(ctx, '330782105999')).toMatchObject({
      name: '已撤村',
      townshipCode: '330782105',
    });
    await expect(listPath(ctx, '330799')).rejects.toMatchObject({ code: 'divisions.not_found' });
    expect(await database.db.$count(divisions, eq(divisions.code, '330799'))).toBe(0);
  });
});
