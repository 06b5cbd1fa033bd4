import { newId } from '@tongxin/core';
import type { Tx } from '@tongxin/db';
import { addMembership, changeMember } from '@tongxin/members/commands';
import { members, memberships } from '@tongxin/members/schema';
import { findOfficeOf } from '@tongxin/organisations/queries';
import { placements } from '../schema.ts';
import { and, eq, inArray, isNull } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countPlacements, getDesk, getPlatform, listPlacements, listUnplaced } from '../queries/index.ts';
import { endPlacement, movePlacement, placeMember } from './index.ts';
import { openSiteScene, type SiteScene } from './site-scene.ts';

let scene: SiteScene;
let hall: string;
beforeAll(async () => {
  scene = await openSiteScene();
  hall = await scene.makeHall();
});
afterAll(() => scene.close());

const reason = '编组下沉';
const expectRefusal = (promise: Promise<unknown>, code: string) =>
  expect(promise).rejects.toMatchObject({ code: `platforms.${code}` });
const current = (memberId: string) =>
  scene.database.db.$count(placements, and(eq(placements.memberId, memberId), isNull(placements.toOn)));
const namesOf = async (list: Promise<{ rows: { name: string }[] }>) =>
  (await list).rows.map(({ name }) => name);
const inCounty = { divisionCode: '330702' };

describe('placing a member', () => {
  it('shows the member behind the site by name and takes them off the gap list', async () => {
    const memberId = await scene.makeMember('陈一');
    expect(await namesOf(listUnplaced(scene.county, inCounty))).toContain('陈一');
    await placeMember(scene.county, { memberId, platformId: hall, reason });
    expect((await getPlatform(scene.house, hall)).people).toContainEqual({ memberId, name: '陈一' });
    expect(await namesOf(listUnplaced(scene.county, inCounty))).not.toContain('陈一');
    expect(await namesOf(listPlacements(scene.county, inCounty))).toContain('陈一');
    expect((await scene.historyOf(hall)).at(-1)).toMatchObject({
      action: 'member_placed',
      reason,
      facts: { memberId, name: '陈一', fromOn: '2026-11-21' },
    });
  });

  it('is refused a second time, outside one’s ground, and for members who do not serve or are unknown', async () => {
    const memberId = await scene.makeMember('陈二');
    const far = await scene.makeFarHall();
    await expectRefusal(placeMember(scene.host, { memberId, platformId: hall, reason }), 'not_yours');
    await expectRefusal(placeMember(scene.county, { memberId, platformId: far, reason }), 'not_yours');
    await expectRefusal(placeMember(scene.county, { memberId, platformId: newId(), reason }), 'not_found');
    await expectRefusal(
      placeMember(scene.county, { memberId, platformId: hall, fromOn: '2028-01-01', reason }),
      'placement_day',
    );
    await expect(
      placeMember(scene.county, { memberId: newId(), platformId: hall, reason }),
    ).rejects.toMatchObject({
      code: 'members.not_found',
    });
    // A member of one county is out of another one's reach.
    await expect(placeMember(scene.farCounty, { memberId, platformId: far, reason })).rejects.toMatchObject({
      code: 'members.not_found',
    });
    await placeMember(scene.county, { memberId, platformId: hall, reason });
    await expectRefusal(placeMember(scene.city, { memberId, platformId: far, reason }), 'placed');
    const gone = await scene.makeMember('陈三');
    await scene.leave(gone);
    await expectRefusal(
      placeMember(scene.county, { memberId: gone, platformId: hall, reason }),
      'member_inactive',
    );
  });

  it('at several sites at once gives one place', async () => {
    const memberId = await scene.makeMember('陈四');
    const sites = await Promise.all(Array.from({ length: 6 }, (_, at) => scene.makeHall(`议事堂${at}`)));
    const results = await Promise.allSettled(
      sites.map((platformId) => placeMember(scene.county, { memberId, platformId, reason })),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const result of results)
      if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'platforms.placed' });
    expect(await current(memberId)).toBe(1);
  });
});

describe('the gap list', () => {
  it('knows of a placement in every committee of the member, also one that is joined at the same moment', async () => {
    const memberId = await scene.makeMember('陈双');
    const office = await findOfficeOf(scene.house, 'city_office', '3307');
    const joins = { memberId, organisationId: office!.id, sectorCode: '22' };
    const [placementId] = await Promise.all([
      placeMember(scene.county, { memberId, platformId: hall, reason }),
      addMembership(scene.city, joins),
    ]);
    const lists = () => [
      namesOf(listUnplaced(scene.county, inCounty)),
      namesOf(listUnplaced(scene.city, { divisionCode: '3307' })),
    ];
    for (const names of await Promise.all(lists())) expect(names).not.toContain('陈双');
    await endPlacement(scene.county, { placementId, reason });
    for (const names of await Promise.all(lists()))
      expect(names.filter((name) => name === '陈双')).toHaveLength(1);
    await changeMember(scene.county, { memberId, name: '陈改', dutyTitle: null });
    for (const names of await Promise.all(lists())) expect(names).toContain('陈改');
  });
});

describe('moving and ending', () => {
  it('keeps the history of both sites and never two places', async () => {
    const memberId = await scene.makeMember('林一');
    const other = await scene.makeHall('第二议事堂');
    const placementId = await placeMember(scene.county, { memberId, platformId: hall, reason });
    await expectRefusal(movePlacement(scene.host, { placementId, platformId: other, reason }), 'not_yours');
    await expectRefusal(movePlacement(scene.county, { placementId, platformId: hall, reason }), 'same_site');
    await expectRefusal(
      movePlacement(scene.county, { placementId: newId(), platformId: other, reason }),
      'not_found',
    );
    await expectRefusal(
      movePlacement(scene.county, { placementId, platformId: await scene.makeFarHall(), reason }),
      'not_yours',
    );
    const next = await movePlacement(scene.county, { placementId, platformId: other, reason: '轮换' });
    expect(await current(memberId)).toBe(1);
    await expectRefusal(
      movePlacement(scene.county, { placementId, platformId: other, reason }),
      'placement_ended',
    );
    const before = (await getDesk(scene.county, hall)).placements.find(({ id }) => id === placementId);
    expect(before).toMatchObject({ endReason: '轮换' });
    expect((await scene.historyOf(other)).at(-1)).toMatchObject({ action: 'member_placed', reason: '轮换' });

    await expectRefusal(endPlacement(scene.host, { placementId: next, reason }), 'not_yours');
    await expectRefusal(endPlacement(scene.county, { placementId: newId(), reason }), 'not_found');
    await endPlacement(scene.county, { placementId: next, reason: '离任' });
    await expectRefusal(endPlacement(scene.county, { placementId: next, reason }), 'placement_ended');
    expect(await current(memberId)).toBe(0);
    expect(await namesOf(listUnplaced(scene.county, inCounty))).toContain('林一');
    expect((await scene.historyOf(other)).at(-1)).toMatchObject({ action: 'member_left', reason: '离任' });
  });

  it('by two at once is done by one', async () => {
    const memberId = await scene.makeMember('林二');
    const sites = [await scene.makeHall('东议事堂'), await scene.makeHall('西议事堂')];
    const placementId = await placeMember(scene.county, { memberId, platformId: hall, reason });
    const results = await Promise.allSettled([
      ...sites.map((platformId) => movePlacement(scene.county, { placementId, platformId, reason })),
      endPlacement(scene.county, { placementId, reason }),
    ]);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const result of results)
      if (result.status === 'rejected')
        expect(result.reason).toMatchObject({ code: 'platforms.placement_ended' });
  });
});

describe('the lists of placements', () => {
  it('are the offices’ and the host’s for their own ground; nobody else learns that they are there', async () => {
    for (const who of [
      scene.neighbour,
      scene.farCounty,
      scene.as('member', '330702'),
      scene.as('department_clerk', '330702'),
    ]) {
      await expectRefusal(listPlacements(who, { divisionCode: '330702001' }), 'not_found');
      await expectRefusal(listUnplaced(who, { divisionCode: '330702' }), 'not_found');
      await expectRefusal(countPlacements(who, { divisionCode: '330702' }), 'not_found');
    }
    await expectRefusal(listUnplaced(scene.host, { divisionCode: '330702' }), 'not_found');
    await expectRefusal(listPlacements(scene.city, { divisionCode: '999999' }), 'not_found');
    expect((await listPlacements(scene.host, { divisionCode: '330702001' })).rows.length).toBeGreaterThan(0);
  });

  it('do not take a fault of the database for a place that is not there', async () => {
    const closed = { ...scene.county, tx: {} as Tx };
    for (const asked of [listPlacements, listUnplaced, countPlacements])
      await expect(asked(closed, inCounty)).rejects.not.toMatchObject({ code: 'platforms.not_found' });
  });

  it('hold every active member of the county once, in one or the other, and count what they list', async () => {
    for (let index = 0; index < 45; index += 1) await scene.makeMember(`列席${index}`);
    const all = async (list: typeof listPlacements | typeof listUnplaced) => {
      const ids: string[] = [];
      let after: { name: string; id: string } | undefined;
      for (;;) {
        const page = await list(scene.county, { ...inCounty, after });
        ids.push(...page.rows.map((row) => ('memberId' in row ? String(row.memberId) : row.id)));
        if (page.next === null) return ids;
        after = page.next;
      }
    };
    const [placed, unplaced] = [await all(listPlacements), await all(listUnplaced)];
    const { db } = scene.database;
    const serving = db.select({ id: members.id }).from(members).where(eq(members.active, true));
    const active = await db.$count(
      memberships,
      and(eq(memberships.countyCode, '330702'), inArray(memberships.memberId, serving)),
    );
    expect(new Set([...placed, ...unplaced]).size).toBe(active);
    expect(placed.length + unplaced.length).toBe(active);
    expect(await countPlacements(scene.county, inCounty)).toEqual({
      placed: placed.length,
      unplaced: unplaced.length,
    });
  });
});
