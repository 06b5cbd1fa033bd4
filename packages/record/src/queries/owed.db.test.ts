import { newId, system, type Actor } from '@tongxin/core';
import { testDatabase, type TestDatabase } from '@tongxin/db/testing';
import { cancelEvent, createEvent } from '@tongxin/events/commands';
import { eventDesk } from '@tongxin/events/queries';
import { eventSceneOf, makeEvent, makeInvited, planOf, type EventScene } from '@tongxin/events/testing';
import { changeGroup, createGroup, endGroup, joinGroup, setMinimum } from '@tongxin/members/commands';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countOwed, groupYear, listOwed, myGroups } from './index.ts';

let database: TestDatabase;
let scene: EventScene;
const later = Temporal.Instant.from('2026-12-20T02:00:00Z');
const county = '330702';

beforeAll(async () => {
  database = await testDatabase();
  scene = await eventSceneOf(database);
});
afterAll(() => database.close());

const house = () => scene.at(system, later);
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: { code: string }) => error.code,
  );
const makeGroup = async (kind: 'study' | 'interest' = 'study') => {
  const organisationId = scene.town.county.id;
  const name = `小组${newId().slice(-8)}`;
  return (await createGroup(house(), { organisationId, kind, name })).groupId;
};
const owes = (category: 'study' | 'research', amount: number | null, groupId?: string) =>
  setMinimum(house(), {
    organisationId: scene.town.county.id,
    year: 2026,
    category,
    amount,
    ...(groupId && { groupId }),
  });
const groupsOf = async (open: boolean, actor: Actor = scene.county) =>
  (await listOwed(scene.at(actor, later), { divisionCode: county, year: 2026, open })).rows;
const held = (groupId: string, over: Record<string, unknown> = {}) =>
  makeEvent(scene, { groupId, category: 'study', mustAttend: false, ...over });

describe('what a group still owes', () => {
  it('is what every group owes, less what it has held: whole events that are over and were not called off', async () => {
    await owes('study', 2);
    const groupId = await makeGroup();
    const owedOf = async (now = later) =>
      (await groupYear(scene.at(scene.county, now), { groupId, year: 2026 })).owed;
    const whole = await held(groupId);
    await held(groupId, { parentId: whole });
    await cancelEvent(scene.at(scene.county), { id: await held(groupId), reason: '天气不好。' });
    await held(groupId, { category: 'research' });
    await held(await makeGroup());
    expect(await owedOf(Temporal.Instant.from('2026-12-01T02:00:00Z'))).toEqual([
      { category: 'study', amount: 2, held: 0 },
    ]);
    expect(await owedOf()).toEqual([
      { category: 'study', amount: 2, held: 1 },
      { category: 'research', amount: 0, held: 1 },
    ]);
    const { events } = await groupYear(scene.at(scene.county, later), { groupId, year: 2026 });
    expect(events.filter(({ category }) => category === 'study').map(({ id }) => id)).toEqual([whole]);
    expect((await groupsOf(true)).map(({ id }) => id)).toContain(groupId);
    await held(groupId);
    expect((await groupsOf(true)).map(({ id }) => id)).not.toContain(groupId);
    expect((await groupsOf(false)).map(({ id }) => id)).toContain(groupId);
    const counts = await countOwed(scene.at(scene.county, later), { divisionCode: county, year: 2026 });
    expect(counts).toEqual({ open: (await groupsOf(true)).length, done: (await groupsOf(false)).length });
  });

  it('is what is set for the group alone where that is said; an interest group owes nothing else', async () => {
    await owes('study', 2);
    const [own, interest] = [await makeGroup(), await makeGroup('interest')];
    const owedOf = async (groupId: string) =>
      (await groupYear(house(), { groupId, year: 2026 })).owed.map(({ amount }) => amount);
    expect([await owedOf(own), await owedOf(interest)]).toEqual([[2], []]);
    await owes('study', 5, own);
    await owes('research', 1, interest);
    expect([await owedOf(own), await owedOf(interest)]).toEqual([[5], [1]]);
    await owes('study', 0, own);
    expect(await owedOf(own)).toEqual([]);
    await owes('study', null, own);
    expect(await owedOf(own)).toEqual([2]);
  });

  it('is read by whoever is in the group, the offices and the auditor, and by nobody else', async () => {
    const [me, stranger] = [await makeInvited(database, scene.town), await makeInvited(database, scene.town)];
    const groupId = await makeGroup();
    await joinGroup(house(), { groupId, memberId: me.id });
    await changeGroup(house(), { groupId, name: '我们组', convenorMemberId: me.id });
    expect(await myGroups(scene.at(me.actor, later))).toMatchObject([
      { id: groupId, convenes: true, year: 2026 },
    ]);
    expect(await myGroups(scene.at(stranger.actor, later))).toEqual([]);
    for (const actor of [me.actor, scene.county, scene.city, scene.auditor])
      expect(await codeOf(groupYear(scene.at(actor, later), { groupId }))).toBe('done');
    for (const actor of [stranger.actor, scene.host, scene.otherCounty, { kind: 'anonymous' } as const])
      expect(await codeOf(groupYear(scene.at(actor, later), { groupId }))).toBe('members.group_not_found');
    for (const actor of [me.actor, scene.host, scene.otherCounty]) {
      expect(await codeOf(groupsOf(true, actor))).toBe('record.not_found');
      const input = { divisionCode: county };
      expect(await codeOf(countOwed(scene.at(actor), input))).toBe('record.not_found');
    }
    const far = { divisionCode: '330702001', open: true };
    expect(await codeOf(listOwed(scene.at(scene.county), far))).toBe('record.not_found');
  });
});

describe('an event of a group', () => {
  it('says whose it is; a group that has ended or belongs elsewhere is refused', async () => {
    const groupId = await makeGroup();
    const id = await held(groupId);
    expect(await eventDesk(scene.at(scene.county), id)).toMatchObject({ groupId });
    const ended = await makeGroup();
    await endGroup(house(), { groupId: ended, reason: '任务完成。' });
    for (const wrong of [ended, newId()])
      expect(await codeOf(createEvent(scene.at(scene.county), planOf({ groupId: wrong })))).toBe(
        'events.group',
      );
    const elsewhere = planOf({ groupId, divisionCode: '330703' });
    expect(await codeOf(createEvent(scene.at(scene.otherCounty), elsewhere))).toBe('events.group');
    const ofCity = planOf({ groupId, divisionCode: '3307' });
    expect(await codeOf(createEvent(scene.at(scene.city), ofCity))).toBe('events.group');
  });
});
