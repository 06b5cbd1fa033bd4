import { anonymous, newId } from '@tongxin/core';
import { makePhoto, testStorage } from '@tongxin/files/testing';
import { openPhoto } from '@tongxin/files/queries';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getDesk, getPlatform, listPlatforms } from '../queries/index.ts';
import { EditPlatform, ListPlatforms, NewPlatform } from '../rules/index.ts';
import { addPlatform, addRole, editPlatform, endRole } from './index.ts';
import { openSiteScene, type SiteScene } from './site-scene.ts';

let scene: SiteScene;
beforeAll(async () => {
  scene = await openSiteScene();
});
afterAll(() => scene.close());

const reason = '年度调整';
const expectRefusal = (promise: Promise<unknown>, code: string) =>
  expect(promise).rejects.toMatchObject({ code: `platforms.${code}` });
const hall = (change: object = {}) =>
  NewPlatform.parse({
    name: '城东民生议事堂',
    organisationId: scene.town.township.id,
    placeCode: '330702001',
    address: '桥头路 12 号二楼',
    seats: 60,
    hours: { week: [{ day: 1, from: '09:00', to: '17:00' }], closesOnHolidays: true, exceptions: [] },
    roles: [
      { role: 'hall', plaqueName: '城东民生议事堂' },
      { role: 'studio', plaqueName: '城东委员工作室' },
      { role: 'contact_point', plaqueName: '城东联络点' },
    ],
    ...change,
  });

describe('adding a site', () => {
  it('shows it to everybody: three plaques in one room are one site with three roles', async () => {
    const id = await addPlatform(scene.host, hall());
    const shown = await getPlatform({ ...scene.house, actor: anonymous }, id);
    expect(shown).toMatchObject({
      name: '城东民生议事堂',
      countyCode: '330702',
      townshipCode: '330702001',
      villageCode: null,
      placeCode: '330702001',
      people: [],
      demonstration: null,
    });
    expect(shown.roles.map(({ role }) => role)).toEqual(['hall', 'studio', 'contact_point']);
    // Saturday afternoon: Monday is next.
    expect(shown.nextOpen?.opensAt.toString()).toBe('2026-11-23T01:00:00Z');
    const rows = (await listPlatforms(scene.house, ListPlatforms.parse({ role: 'studio' }))).rows;
    expect(rows.map((row) => row.id)).toEqual([id]);
    const [entry] = await scene.historyOf(id);
    expect(entry).toMatchObject({ action: 'added', facts: { roles: ['hall', 'studio', 'contact_point'] } });
  });

  it('is refused to others than its host and the offices above', async () => {
    for (const who of [
      scene.neighbour,
      scene.farCounty,
      scene.as('member', '330702001'),
      { ...scene.house, actor: anonymous },
    ])
      await expectRefusal(addPlatform(who, hall()), 'not_yours');
  });

  it('is hosted by the township’s own group, or by a body of the county or the city for theirs', async () => {
    await expectRefusal(
      addPlatform(scene.house, hall({ organisationId: scene.town.secondTownship.id })),
      'organisation',
    );
    await expectRefusal(
      addPlatform(scene.house, hall({ organisationId: scene.town.department.id })),
      'organisation',
    );
    const window = {
      placeCode: '330702',
      name: '婺城窗口',
      roles: [{ role: 'county_window', plaqueName: '婺城窗口' }],
    };
    await expectRefusal(addPlatform(scene.house, hall(window)), 'organisation');
    const id = await addPlatform(scene.county, hall({ ...window, organisationId: scene.town.county.id }));
    expect(await getPlatform(scene.house, id)).toMatchObject({ townshipCode: null, placeCode: '330702' });
    const inVillage = hall({
      placeCode: '330702001001',
      name: '桥头议事室',
      roles: [{ role: 'deliberation_room', plaqueName: '议事室' }],
    });
    expect(await getPlatform(scene.house, await addPlatform(scene.host, inVillage))).toMatchObject({
      townshipCode: '330702001',
      villageCode: '330702001001',
    });
  });

  it('keeps halls in townships', async () => {
    const inCounty = hall({ placeCode: '330702', organisationId: scene.town.county.id });
    await expectRefusal(addPlatform(scene.house, inCounty), 'hall_township');
    const [county] = (
      await listPlatforms(scene.house, ListPlatforms.parse({ placeCode: '330702', own: true }))
    ).rows;
    await expectRefusal(
      addRole(scene.county, { id: county!.id, role: 'hall', plaqueName: '议事堂', reason }),
      'hall_township',
    );
  });

  it('is refused for units and places that are not there', async () => {
    await expect(addPlatform(scene.house, hall({ organisationId: newId() }))).rejects.toMatchObject({
      code: 'organisations.not_found',
    });
    await expect(addPlatform(scene.house, hall({ placeCode: '339999' }))).rejects.toMatchObject({
      code: 'divisions.not_found',
    });
  });
});

describe('changing a site', () => {
  const edited = (id: string, change: object = {}) => {
    const { organisationId: _o, placeCode: _p, roles: _r, ...details } = hall();
    return EditPlatform.parse({ ...details, id, version: 1, reason, ...change });
  };

  it('writes what changed into its history, and nothing where nothing did', async () => {
    const id = await scene.makeHall();
    expect(await editPlatform(scene.host, edited(id, { rules: '一、人人发言' }))).toEqual({ version: 2 });
    const history = await scene.historyOf(id);
    expect(history.at(-1)).toMatchObject({
      action: 'edited',
      reason,
      actorId: scene.host.actor.kind === 'account' ? scene.host.actor.accountId : '',
    });
    expect(history.at(-1)?.facts['changed']).toEqual(
      expect.arrayContaining(['name', 'hours', 'rules', 'seats']),
    );
    const again = edited(id, { rules: '一、人人发言', version: 2 });
    expect(await editPlatform(scene.host, again)).toEqual({ version: 2 });
    expect(await scene.historyOf(id)).toHaveLength(history.length);
  });

  it('is refused to others and for sites that are not there', async () => {
    const id = await scene.makeHall();
    await expectRefusal(editPlatform(scene.neighbour, edited(id)), 'not_yours');
    await expectRefusal(editPlatform(scene.farCounty, edited(id)), 'not_yours');
    await expectRefusal(editPlatform(scene.host, edited(newId())), 'not_found');
    const elsewhere = { ...scene.host, municipality: { ...scene.database, code: '3308' } };
    await expectRefusal(editPlatform(elsewhere, edited(id)), 'not_found');
  });

  it('by two at once is done by one; the other is told that it has changed', async () => {
    const id = await scene.makeHall();
    const results = await Promise.allSettled(
      ['甲', '乙', '丙', '丁'].map((name) => editPlatform(scene.host, edited(id, { name: `议事堂${name}` }))),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const result of results)
      if (result.status === 'rejected')
        expect(result.reason).toMatchObject({ code: 'platforms.changed_meanwhile' });
    expect(await scene.historyOf(id)).toHaveLength(2);
  });

  it('hangs its photo where everybody sees it, and takes it down again', async () => {
    await using storage = await testStorage();
    const visitor = { ...scene.house, actor: anonymous };
    const opened = (photoId: string) =>
      openPhoto(visitor, storage, photoId, 'small').then(
        ({ published }) => published,
        () => false,
      );
    const [id, other] = [await scene.makeHall(), await scene.makeHall()];
    const [first, second] = [await makePhoto(scene.house, storage), await makePhoto(scene.house, storage)];
    await editPlatform(scene.host, edited(id, { photoId: first }));
    expect([await opened(first), await opened(second)]).toEqual([true, false]);
    await expect(editPlatform(scene.host, edited(other, { photoId: first }))).rejects.toMatchObject({
      code: 'files.taken',
    });
    await editPlatform(scene.host, edited(id, { photoId: second, version: 2 }));
    expect([await opened(first), await opened(second)]).toEqual([false, true]);
    await editPlatform(scene.host, edited(id, { photoId: null, version: 3 }));
    expect(await opened(second)).toBe(false);
    await expect(
      editPlatform(scene.host, edited(id, { photoId: newId(), version: 4 })),
    ).rejects.toMatchObject({
      code: 'files.not_found',
    });
  });
});

describe('plaques', () => {
  it('are put up and taken down, and the site stays', async () => {
    const id = await scene.makeHall();
    await addRole(scene.host, { id, role: 'parlour', plaqueName: '城东会客厅', reason });
    await expectRefusal(
      addRole(scene.host, { id, role: 'parlour', plaqueName: '又一块', reason }),
      'has_role',
    );
    await endRole(scene.host, { id, role: 'hall', reason });
    await expectRefusal(endRole(scene.host, { id, role: 'hall', reason }), 'role_ended');
    await expectRefusal(endRole(scene.host, { id, role: 'parlour', reason }), 'last_role');
    const desk = await getDesk(scene.host, id);
    expect(desk.roles.map(({ role }) => role)).toEqual(['parlour']);
    expect(desk.formerRoles.map(({ role }) => role)).toEqual(['hall']);
    expect((await scene.historyOf(id)).map(({ action }) => action)).toEqual([
      'added',
      'role_added',
      'role_ended',
    ]);
    // What was taken down may hang again.
    await addRole(scene.host, { id, role: 'hall', plaqueName: '议事堂', reason });
  });

  it('are the work of those who keep the site', async () => {
    const id = await scene.makeHall();
    await expectRefusal(
      addRole(scene.neighbour, { id, role: 'parlour', plaqueName: '会客厅', reason }),
      'not_yours',
    );
    await expectRefusal(endRole(scene.neighbour, { id, role: 'hall', reason }), 'not_yours');
    await expectRefusal(
      addRole(scene.host, { id: newId(), role: 'parlour', plaqueName: '会客厅', reason }),
      'not_found',
    );
    await expectRefusal(endRole(scene.host, { id: newId(), role: 'hall', reason }), 'not_found');
  });

  it('of one kind are put up once when several do it at once', async () => {
    const id = await scene.makeHall();
    const results = await Promise.allSettled(
      Array.from({ length: 6 }, () =>
        addRole(scene.host, { id, role: 'bookroom', plaqueName: '书屋', reason }),
      ),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await getPlatform(scene.house, id)).roles).toHaveLength(2);
  });
});

describe('the history of sites', () => {
  it('cannot be rewritten or deleted by the application', async () => {
    const id = await scene.makeHall();
    for (const text of [`update platform_history set reason = '别的'`, 'delete from platform_history'])
      await expect(scene.database.pool.query(text)).rejects.toThrow(/permission denied/);
    expect(await scene.historyOf(id)).toHaveLength(1);
  });
});
