import { newId, system, type Actor, type Role } from '@tongxin/core';
import { testDatabase, type TestDatabase } from '@tongxin/db/testing';
import {
  hallSceneOf,
  makePublished,
  makeHeld,
  makeSession,
  type HallScene,
} from '@tongxin/deliberations/testing';
import { sceneOf } from '@tongxin/issues/testing';
import { contextOf, makeTown } from '@tongxin/matters/testing';
import { addPlatform, addRole, closePlatform } from '@tongxin/platforms/commands';
import { NewPlatform } from '@tongxin/platforms/rules';
import { listPlatforms } from '@tongxin/platforms/queries';
import { makePlatform } from '@tongxin/platforms/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { coverageGrid, coverageHalls, coverageTable } from './index.ts';

let database: TestDatabase;
let scene: HallScene;
beforeAll(async () => {
  database = await testDatabase();
  scene = await hallSceneOf(sceneOf(database, await makeTown(database)));
  const house = contextOf(database, system);
  const { town } = scene;
  const reason = '演示';
  // In the first township: four halls of their own by the makers below, one of them with two further plaques.
  await addRole(house, { id: scene.hallId, role: 'studio', plaqueName: '委员工作室', reason });
  await addRole(house, { id: scene.hallId, role: 'contact_point', plaqueName: '联络点', reason });
  await makeSession(scene);
  await makeHeld(scene);
  await makePublished(scene);
  // A hall with a plaque and nothing else, and one that is closed, in the second township.
  const second = { organisationId: town.secondTownship.id, townshipCode: '330702002' };
  await makePlatform(house, second);
  await closePlatform(house, { id: await makePlatform(house, second), reason });
  const window = {
    name: '婺城窗口',
    organisationId: town.county.id,
    placeCode: '330702',
    address: '婺城区政协一楼',
    seats: 0,
    roles: [{ role: 'county_window', plaqueName: '婺城窗口' }],
  };
  await addPlatform(house, NewPlatform.parse(window));
}, 60_000);
afterAll(() => database.close());

const as = (role: Role, divisionCode: string) => {
  const grants = [{ role, divisionCode, organisationId: null, matterId: null }];
  const actor: Actor = { kind: 'account', accountId: newId<'account'>(), name: '某人', grants };
  return contextOf(database, actor);
};
const county = () => as('county_office', '330702');

describe('the coverage of a county', () => {
  it('counts rooms and plaques apart, and halls as covering only once a session was published there', async () => {
    const { rows, total } = await coverageTable(county(), { divisionCode: '330702' });
    expect(rows.map(({ code, own, sites, halls, covered }) => [code, own, sites, halls, covered])).toEqual([
      ['330702', true, 1, 0, 0],
      ['330702001', false, 4, 4, 1],
      ['330702002', false, 1, 1, 0],
    ]);
    expect(rows[1]?.roles).toEqual({ hall: 4, studio: 1, contact_point: 1 });
    expect(total).toMatchObject({ sites: 6, halls: 5, covered: 1 });
    expect(total.roles).toEqual({ hall: 5, studio: 1, contact_point: 1, county_window: 1 });
  });

  it('equals the lists that its numbers open', async () => {
    const { rows, total } = await coverageTable(county(), { divisionCode: '330702' });
    for (const { code, own, sites, halls, covered, roles } of [
      ...rows,
      { ...total, code: '330702', own: false },
    ]) {
      const place = own ? { placeCode: code, own: true as const } : { placeCode: code };
      const listed = await listPlatforms(county(), { ...place, closed: false });
      expect(listed.rows).toHaveLength(sites);
      for (const [role, count] of Object.entries(roles))
        expect(
          (await listPlatforms(county(), { ...place, role: role as 'hall', closed: false })).rows,
        ).toHaveLength(count);
      if (own) continue;
      const of = async (is: boolean) =>
        (await coverageHalls(county(), { divisionCode: code, covered: is })).rows;
      expect([(await of(true)).length, (await of(false)).length]).toEqual([covered, halls - covered]);
    }
  });

  it('adds up to the city’s', async () => {
    const { rows, total } = await coverageTable(as('city_office', '3307'), { divisionCode: '3307' });
    expect(rows.map(({ code, sites }) => [code, sites])).toEqual([
      ['330702', 6],
      ['330703', 0],
    ]);
    expect(total).toMatchObject({ sites: 6, halls: 5, covered: 1 });
  });

  it('is for its own offices and the auditor, a township’s also for its host', async () => {
    const readers: [Role, string, string][] = [
      ['host', '330702001', '330702001'],
      ['county_office', '330702', '330702001'],
      ['auditor', '3307', '3307'],
    ];
    for (const [role, code, asked] of readers)
      expect((await coverageTable(as(role, code), { divisionCode: asked })).division.code).toBe(asked);
    const others: [Role, string, string][] = [
      ['host', '330702001', '330702'],
      ['host', '330702002', '330702001'],
      ['county_office', '330703', '330702'],
      ['member', '3307', '3307'],
    ];
    for (const [role, code, divisionCode] of others) {
      const who = as(role, code);
      await expect(coverageTable(who, { divisionCode })).rejects.toMatchObject({ code: 'reports.not_found' });
      await expect(coverageHalls(who, { divisionCode, covered: true })).rejects.toMatchObject({
        code: 'reports.not_found',
      });
    }
  });

  it('goes on from page to page', async () => {
    const house = contextOf(database, system);
    const { otherTownship } = scene.town;
    for (let index = 0; index < 55; index += 1)
      await makePlatform(house, {
        organisationId: otherTownship.id,
        townshipCode: '330703001',
        name: `议事堂${index % 7}`,
      });
    const who = as('county_office', '330703');
    const first = await coverageHalls(who, { divisionCode: '330703', covered: false });
    const second = await coverageHalls(who, { divisionCode: '330703', covered: false, after: first.next! });
    expect([first.rows.length, second.rows.length, second.next]).toEqual([50, 5, null]);
    expect(new Set([...first.rows, ...second.rows].map(({ id }) => id)).size).toBe(55);
  });
});

type Cursor = NonNullable<Awaited<ReturnType<typeof coverageHalls>>['next']>;

describe('the grid of townships', () => {
  it('has every township of every county once, and each number is as long as the list it opens', async () => {
    for (const [ctx, divisionCode] of [
      [as('city_office', '3307'), '3307'],
      [county(), '330702'],
    ] as const) {
      const { counties } = await coverageGrid(ctx, { divisionCode });
      const tiles = counties.flatMap(({ townships }) => townships);
      expect(new Set(tiles.map(({ code }) => code)).size).toBe(tiles.length);
      for (const { code, halls, covered } of tiles) {
        const list = async (yes: boolean, after?: Cursor): Promise<number> => {
          const page = await coverageHalls(ctx, { divisionCode: code, covered: yes, after });
          return page.rows.length + (page.next === null ? 0 : await list(yes, page.next));
        };
        expect([code, await list(true), await list(false)]).toEqual([code, covered, halls - covered]);
      }
      const { total } = await coverageTable(ctx, { divisionCode });
      const add = (of: 'halls' | 'covered') => tiles.reduce((sum, tile) => sum + tile[of], 0);
      expect([add('halls'), add('covered')]).toEqual([total.halls, total.covered]);
    }
  });

  it('is there for nobody outside', async () => {
    await expect(
      coverageGrid(as('county_office', '330703'), { divisionCode: '330702' }),
    ).rejects.toMatchObject({
      code: 'reports.not_found',
    });
  });
});
