import { anonymous, type Role } from '@tongxin/core';
import { testDatabase } from '@tongxin/db/testing';
import { beiyuan, dongyang, hengdian, makeDivisions, suxi } from '@tongxin/divisions/testing';
import { makeOrganisation } from '@tongxin/organisations/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSiteScene, type SiteScene } from '../commands/site-scene.ts';
import { ListPlatforms } from '../rules/index.ts';
import { makePlatform } from '../testing.ts';
import { getDesk, getPlatform, listPlatforms } from './index.ts';

let scene: SiteScene;
beforeAll(async () => {
  scene = await openSiteScene();
});
afterAll(() => scene.close());

describe('the list of sites', () => {
  it('is complete, without repeats, in the order of places, twenty a page', async () => {
    await using other = await testDatabase();
    const there = { ...scene.house, municipality: other };
    await makeDivisions(there);
    const groups = new Map<string, string>();
    for (const code of [suxi, beiyuan, hengdian]) {
      const unit = { kind: 'township_group' as const, divisionCode: code, name: `${code}联络组` };
      groups.set(code, await makeOrganisation(there, unit));
    }
    for (let index = 0; index < 45; index += 1) {
      const townshipCode = [suxi, beiyuan, hengdian][index % 3]!;
      const organisationId = groups.get(townshipCode)!;
      await makePlatform(there, { townshipCode, organisationId, name: `议事堂${index % 5}` });
    }
    const seen = { ...there, actor: anonymous };
    const ask = (filter: object) => listPlatforms(seen, ListPlatforms.parse(filter));
    const first = await ask({});
    const second = await ask({ after: first.next! });
    const third = await ask({ after: second.next! });
    expect([first, second, third].map(({ rows }) => rows.length)).toEqual([20, 20, 5]);
    expect(third.next).toBeNull();
    const rows = [first, second, third].flatMap((page) => page.rows);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(45);
    expect(rows.map((row) => row.placeCode)).toEqual(rows.map((row) => row.placeCode).toSorted());

    expect((await ask({ placeCode: hengdian })).rows).toHaveLength(15);
    const inDongyang = await ask({ placeCode: dongyang });
    expect(inDongyang.rows.every(({ countyCode }) => countyCode === dongyang)).toBe(true);
    expect((await ask({ placeCode: dongyang, own: true })).rows).toEqual([]);
    expect((await ask({ role: 'studio' })).rows).toEqual([]);
  });

  it('does not know the sites of another city', async () => {
    const id = await scene.makeHall();
    const elsewhere = { ...scene.house, municipality: { ...scene.database, code: '3308' } };
    await expect(getPlatform(elsewhere, id)).rejects.toMatchObject({ code: 'platforms.not_found' });
    expect(await listPlatforms(elsewhere, ListPlatforms.parse({}))).toEqual({ rows: [], next: null });
  });
});

describe('the desk of a site', () => {
  it('is its keepers’ and the auditor’s; for others the site has none', async () => {
    const id = await scene.makeHall();
    const readers: [Role, string][] = [
      ['host', '330702001'],
      ['county_office', '330702'],
      ['city_office', '3307'],
      ['auditor', '3307'],
    ];
    for (const [role, code] of readers)
      expect((await getDesk(scene.as(role, code), id)).history.map(({ action }) => action)).toEqual([
        'added',
      ]);
    const others: [Role, string][] = [
      ['host', '330702002'],
      ['county_office', '330703'],
      ['member', '3307'],
      ['operator', '3307'],
      ['department_clerk', '330702'],
    ];
    for (const [role, code] of others)
      await expect(getDesk(scene.as(role, code), id)).rejects.toMatchObject({ code: 'platforms.not_found' });
  });

  it('says what each may do', async () => {
    const id = await scene.makeHall();
    const allowed = async (role: Role, code: string) => {
      const { may } = await getDesk(scene.as(role, code), id);
      return Object.entries(may).flatMap(([name, { allowed: is }]) => (is ? [name] : []));
    };
    expect(await allowed('host', '330702001')).toEqual(['edit', 'addRole', 'endRole', 'close']);
    expect(await allowed('county_office', '330702')).toEqual([
      ...['edit', 'addRole', 'endRole', 'close'],
      ...['place', 'endPlacement', 'nominate'],
    ]);
    expect(await allowed('auditor', '3307')).toEqual([]);
  });
});
