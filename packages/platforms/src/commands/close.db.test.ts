import { anonymous, newId } from '@tongxin/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countPlacements, getDesk, getPlatform, listPlatforms, listUnplaced } from '../queries/index.ts';
import { ListPlatforms } from '../rules/index.ts';
import { addRole, closePlatform, placeMember, reopenPlatform } from './index.ts';
import { openSiteScene, type SiteScene } from './site-scene.ts';

let scene: SiteScene;
beforeAll(async () => {
  scene = await openSiteScene();
});
afterAll(() => scene.close());

const reason = '年度调整';
const expectRefusal = (promise: Promise<unknown>, code: string) =>
  expect(promise).rejects.toMatchObject({ code: `platforms.${code}` });

describe('closing a site', () => {
  it('says so to everybody, frees its members and keeps its history', async () => {
    const id = await scene.makeHall();
    const memberId = await scene.makeMember('甲委员');
    await placeMember(scene.county, { platformId: id, memberId, reason });
    await closePlatform(scene.host, { id, reason: '搬迁' });
    const shown = await getPlatform({ ...scene.house, actor: anonymous }, id);
    expect(shown).toMatchObject({ closedReason: '搬迁', nextOpen: null, people: [] });
    expect(shown.closedOn?.toString()).toBe('2026-11-21');
    const open = await listPlatforms(scene.house, ListPlatforms.parse({ placeCode: '330702001' }));
    expect(open.rows.map((row) => row.id)).not.toContain(id);
    const closed = await listPlatforms(
      scene.house,
      ListPlatforms.parse({ placeCode: '330702001', closed: true }),
    );
    expect(closed.rows.map((row) => row.id)).toContain(id);
    await expectRefusal(closePlatform(scene.host, { id, reason }), 'closed');
    await expectRefusal(addRole(scene.host, { id, role: 'parlour', plaqueName: '会客厅', reason }), 'closed');
    await expectRefusal(placeMember(scene.county, { platformId: id, memberId, reason }), 'closed');
    await reopenPlatform(scene.host, { id, reason: '搬好了' });
    expect(await getPlatform(scene.house, id)).toMatchObject({ closedOn: null, people: [] });
    await expectRefusal(reopenPlatform(scene.host, { id, reason }), 'not_closed');
    const history = await scene.historyOf(id);
    expect(history.map(({ action }) => action)).toEqual([
      'added',
      'member_placed',
      'member_left',
      'closed',
      'reopened',
    ]);
    expect(history[2]).toMatchObject({
      reason: '搬迁',
      facts: { memberId, name: '甲委员', toOn: '2026-11-21' },
    });
  });

  it('puts its members on the gap list, which counts as it lists', async () => {
    const id = await scene.makeHall();
    const people = ['乙委员', '丙委员'];
    for (const name of people)
      await placeMember(scene.county, { platformId: id, memberId: await scene.makeMember(name), reason });
    const inCounty = { divisionCode: '330702' };
    const before = await countPlacements(scene.county, inCounty);
    await closePlatform(scene.host, { id, reason });
    const { rows } = await listUnplaced(scene.county, inCounty);
    expect(rows.map(({ name }) => name)).toEqual(expect.arrayContaining(people));
    expect(await countPlacements(scene.county, inCounty)).toEqual({
      placed: before.placed - 2,
      unplaced: before.unplaced + 2,
    });
  });

  it('ends a placement that has not begun on its first day', async () => {
    const id = await scene.makeHall();
    const memberId = await scene.makeMember('丁委员');
    await placeMember(scene.county, { platformId: id, memberId, fromOn: '2026-12-01', reason });
    await closePlatform(scene.host, { id, reason });
    const { placements } = await getDesk(scene.county, id);
    expect(placements.map(({ fromOn, toOn }) => [fromOn.toString(), toOn?.toString()])).toEqual([
      ['2026-12-01', '2026-12-01'],
    ]);
    // Free for another site.
    await placeMember(scene.county, { platformId: await scene.makeHall(), memberId, reason });
  });

  it('is refused to others', async () => {
    const id = await scene.makeHall();
    await expectRefusal(closePlatform(scene.neighbour, { id, reason }), 'not_yours');
    await expectRefusal(closePlatform(scene.host, { id: newId(), reason }), 'not_found');
    await closePlatform(scene.host, { id, reason });
    await expectRefusal(reopenPlatform(scene.neighbour, { id, reason }), 'not_yours');
    await expectRefusal(reopenPlatform(scene.host, { id: newId(), reason }), 'not_found');
  });

  it('happens once when two do it at once', async () => {
    const id = await scene.makeHall();
    const results = await Promise.allSettled([1, 2, 3].map(() => closePlatform(scene.host, { id, reason })));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });
});
