import { newId, type Actor } from '@tongxin/core';
import { testDatabase, type TestDatabase } from '@tongxin/db/testing';
import { makePhoto, testStorage } from '@tongxin/files/testing';
import { listPhotos } from '@tongxin/files/queries';
import { listHistory } from '@tongxin/matters/queries';
import { contextOf, makeTown, testNow } from '@tongxin/matters/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getIssue } from '../queries/index.ts';
import { makeIssueIn, sceneOf, type Scene } from '../testing.ts';
import {
  contestIssue,
  extendIssue,
  noteProgress,
  replyToIssue,
  routeIssue,
  saveHandlingCopy,
  takeIssue,
} from './index.ts';

let database: TestDatabase;
let scene: Scene;
beforeAll(async () => {
  database = await testDatabase();
  scene = sceneOf(database, await makeTown(database));
});
afterAll(() => database.close());

const as = (actor: Actor, now = testNow) => contextOf(database, actor, now);
const refusal = (promise: Promise<unknown>) =>
  promise.then(
    () => 'done',
    (error: { code?: string }) => error.code ?? 'a bug',
  );
const look = (id: string) => getIssue(as(scene.people.county), { id });
const lastEntry = async (id: string) => (await listHistory(as(scene.people.county), id)).at(-1)!;

describe('handing a matter to a department', () => {
  const route = (id: string, over = {}) =>
    routeIssue(as(scene.people.host), {
      id,
      unitId: scene.town.department.id,
      term: 'simple',
      confirmed: false,
      ...over,
    });

  it('needs a handling copy without anything personal, unless a person looked and let it stand', async () => {
    const { id } = await makeIssueIn(scene, 'accepted');
    expect(await refusal(route(id))).toBe('issues.copy_missing');
    const copy = { id, title: '路灯不亮', text: '人民路12号前的路灯不亮。' };
    const blocked = saveHandlingCopy(as(scene.people.host), { ...copy, confirmed: false });
    await expect(blocked).rejects.toMatchObject({
      code: 'issues.personal_found',
      facts: { found: [{ field: 'text', kind: 'house_number', start: 3, end: 6 }] },
    });
    await saveHandlingCopy(as(scene.people.host), { ...copy, confirmed: true });
    expect(await refusal(route(id))).toBe('issues.personal_found');
    await route(id, { confirmed: true });
    expect(await look(id)).toMatchObject({
      state: 'routed',
      handlerUnitId: scene.town.department.id,
      handlingDays: 3,
    });
  });

  it('gives it three or ten working days from the day of the hand-over, whenever it is taken on', async () => {
    const { id } = await makeIssueIn(scene, 'routed');
    expect((await look(id)).handleBy?.toString()).toBe('2026-11-25T16:00:00Z');
    await takeIssue(as(scene.people.clerk, testNow.add({ hours: 48 })), { id });
    expect(await look(id)).toMatchObject({ state: 'handling', ownerUnitId: scene.town.department.id });
    expect((await look(id)).dueAt?.toString()).toBe('2026-11-25T16:00:00Z');
  });

  it('goes to a department of the county or the city, not to an office, another county or nobody', async () => {
    const { id } = await makeIssueIn(scene, 'accepted');
    await saveHandlingCopy(as(scene.people.host), {
      id,
      title: '路灯不亮',
      text: '社区入口路灯不亮。',
      confirmed: false,
    });
    expect(await refusal(route(id, { unitId: scene.town.county.id }))).toBe('issues.unit');
    expect(await refusal(route(id, { unitId: newId() }))).toBe('organisations.not_found');
    expect(await look(id)).toMatchObject({ state: 'accepted', handlerUnitId: null });
  });

  it('twice at once hands it over once', async () => {
    const { id } = await makeIssueIn(scene, 'accepted');
    await saveHandlingCopy(as(scene.people.host), {
      id,
      title: '路灯不亮',
      text: '社区入口路灯不亮。',
      confirmed: false,
    });
    const units = [scene.town.department.id, scene.town.otherDepartment.id];
    const answers = await Promise.all(units.map((unitId) => refusal(route(id, { unitId }))));
    expect(answers.toSorted()).toEqual(['done', 'matters.not_now']);
    const { handlerUnitId } = await look(id);
    expect(handlerUnitId).toBe(units[answers.indexOf('done')]);
  });

  it('that contests it gives it back, names whose it is, and no longer sees it', async () => {
    const { id } = await makeIssueIn(scene, 'routed');
    const suggestedUnitId = scene.town.otherDepartment.id;
    expect(await refusal(contestIssue(as(scene.people.otherClerk), { id, reason: '不归我们。' }))).toBe(
      'matters.not_found',
    );
    await contestIssue(as(scene.people.clerk), { id, reason: '路灯归交通局。', suggestedUnitId });
    expect(await look(id)).toMatchObject({ state: 'accepted', handlerUnitId: null });
    expect(await lastEntry(id)).toMatchObject({
      move: 'contest',
      reason: '路灯归交通局。',
      data: { suggestedUnitId },
    });
    expect(await refusal(getIssue(as(scene.people.clerk), { id }))).toBe('matters.not_found');
  });

  it('notes progress that the resident reads, and gets a later date once', async () => {
    const { id } = await makeIssueIn(scene, 'handling');
    await noteProgress(as(scene.people.clerk), { id, note: '配件已经订货。' });
    expect(await lastEntry(id)).toMatchObject({ move: 'note_progress', reason: '配件已经订货。' });
    const extend = (dueOn: string) =>
      extendIssue(as(scene.people.county), { id, dueOn, reason: '配件要两周到货。' });
    expect(await refusal(extend('2026-11-25'))).toBe('issues.extension_date');
    expect(await refusal(extend('2027-11-25'))).toBe('issues.extension_date');
    await extend('2026-12-09');
    expect((await look(id)).dueAt?.toString()).toBe('2026-12-09T16:00:00Z');
    expect(await refusal(extend('2026-12-20'))).toBe('issues.extended_before');
    expect(
      await refusal(extendIssue(as(scene.people.clerk), { id, dueOn: '2026-12-20', reason: '再延。' })),
    ).toBe('matters.not_yours');
  });

  it('answers with class, text and photos that it sees itself; what points to a person is refused', async () => {
    await using storage = await testStorage();
    const { id } = await makeIssueIn(scene, 'handling');
    const photo = await makePhoto(as(scene.people.clerk), storage);
    const reply = {
      id,
      class: 'cannot' as const,
      ground: 'money' as const,
      text: '今年没有经费。',
      photoIds: [photo],
      confirmed: false,
    };
    expect(
      await refusal(replyToIssue(as(scene.people.clerk), { ...reply, text: '已联系 139 0000 1234' })),
    ).toBe('issues.personal_found');
    expect(await refusal(replyToIssue(as(scene.people.otherClerk), reply))).toBe('matters.not_found');
    await replyToIssue(as(scene.people.clerk), reply);
    expect(await look(id)).toMatchObject({
      state: 'replied',
      replyClass: 'cannot',
      replyText: '今年没有经费。',
    });
    expect(await lastEntry(id)).toMatchObject({ data: { class: 'cannot', ground: 'money' } });
    expect((await listPhotos(as(scene.people.clerk), [id])).map((one) => one.id)).toEqual([photo]);
    expect(await listPhotos(as(scene.people.otherClerk), [id])).toEqual([]);
  });
});
