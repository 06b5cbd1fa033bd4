import { newId, type Actor } from '@tongxin/core';
import { testDatabase, type TestDatabase } from '@tongxin/db/testing';
import { listNotices } from '@tongxin/notices/queries';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventSceneOf, makeDraft, makeEvent, makeInvited, type EventScene } from '../testing.ts';
import { answerEvent, cancelEvent, changeEvent, invite, moveEvent, publishEvent } from './index.ts';

let database: TestDatabase;
let scene: EventScene;
beforeAll(async () => {
  database = await testDatabase({ connections: 20 });
  scene = await eventSceneOf(database);
});
afterAll(() => database.close());

const county = () => scene.at(scene.county);
const person = () => makeInvited(database, scene.town);
/** What somebody was told, the first first. */
async function toldTo(actor: Actor, ...ids: string[]): Promise<string[]> {
  const { rows } = await listNotices(scene.at(actor), {});
  return rows
    .filter(({ matterId }) => ids.includes(matterId))
    .map(({ event }) => event)
    .toReversed();
}
const clerkOf = (organisationId: string): Actor => ({
  kind: 'account',
  accountId: newId<'account'>(),
  name: '某人',
  grants: [
    { role: 'department_clerk', divisionCode: null, organisationId: organisationId as never, matterId: null },
  ],
});
const later = {
  startsAt: Temporal.Instant.from('2026-12-02T01:00:00Z'),
  endsAt: Temporal.Instant.from('2026-12-02T03:00:00Z'),
};
const move = (id: string) => moveEvent(county(), { id, ...later, placeWords: '二楼', reason: '会场调整' });
const partTime = { startsAt: '2026-12-01T09:00:00+08:00', endsAt: '2026-12-01T10:00:00+08:00' };

describe('a member who is asked', () => {
  it('is told when it is announced, moved and called off, and nobody else is', async () => {
    const [member, other] = [await person(), await person()];
    const id = await makeDraft(scene, { memberIds: [member.id] });
    await changeEvent(county(), { id, title: '改过的名称' });
    expect(await toldTo(member.actor, id)).toEqual([]);
    await publishEvent(county(), { id });
    await move(id);
    await cancelEvent(county(), { id, reason: '台风' });
    expect(await toldTo(member.actor, id)).toEqual(['asked', 'moved', 'called_off']);
    for (const actor of [other.actor, scene.host, scene.city, scene.otherCounty])
      expect(await toldTo(actor, id)).toEqual([]);
    const { rows } = await listNotices(scene.at(member.actor), { mine: true });
    expect(rows[0]).toMatchObject({ kind: 'event', own: true, seenAt: null });
    // Which event it is, and nothing of what it is about.
    expect(JSON.stringify(rows)).not.toMatch(/名称|台风|会场/);
  });

  it('is told once, though it is announced by many at the same time', async () => {
    const member = await person();
    const id = await makeDraft(scene, { memberIds: [member.id], ...partTime });
    const tries = await Promise.allSettled([1, 2, 3, 4].map(() => publishEvent(county(), { id })));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await toldTo(member.actor, id)).toEqual(['asked']);
  });

  it('hears nothing of what could not be announced, of a draft that is dropped, and of the past that is retold', async () => {
    const [member, taken] = [await person(), await person()];
    await makeEvent(scene, { memberIds: [taken.id], ...partTime });
    const id = await makeDraft(scene, { memberIds: [member.id, taken.id], ...partTime });
    await expect(publishEvent(county(), { id })).rejects.toMatchObject({ code: 'events.taken' });
    await cancelEvent(county(), { id, reason: '不办了' });
    const retold = await makeDraft(scene, { memberIds: [member.id], ...partTime });
    await publishEvent({ ...county(), retelling: true }, { id: retold });
    expect(await toldTo(member.actor, id, retold)).toEqual([]);
  });

  it('later than others is told then, and the others not a second time', async () => {
    const [first, second] = [await person(), await person()];
    const id = await makeEvent(scene, { memberIds: [first.id] });
    const wanted = { id, memberIds: [first.id, second.id], organisationIds: [], wholeCommittee: false };
    await invite(county(), wanted);
    await invite(county(), wanted);
    for (const { actor } of [first, second]) expect(await toldTo(actor, id)).toEqual(['asked']);
  });

  it('who put themselves down is told when it is called off', async () => {
    const member = await person();
    const id = await makeEvent(scene, { mustAttend: false, signUp: 'members' });
    await answerEvent(scene.at(member.actor), { id, answer: 'coming' });
    await cancelEvent(county(), { id, reason: '台风' });
    expect(await toldTo(member.actor, id)).toEqual(['called_off']);
  });

  it('to a whole and to its parts hears of the whole; to a part alone, of that part', async () => {
    const [all, one] = [await person(), await person()];
    const whole = await makeDraft(scene, { memberIds: [all.id] });
    const part = await makeDraft(scene, { parentId: whole, memberIds: [all.id, one.id], ...partTime });
    await publishEvent(county(), { id: whole });
    await cancelEvent(county(), { id: whole, reason: '台风' });
    expect([await toldTo(all.actor, whole), await toldTo(all.actor, part)]).toEqual([
      ['asked', 'called_off'],
      [],
    ]);
    expect([await toldTo(one.actor, whole), await toldTo(one.actor, part)]).toEqual([
      [],
      ['asked', 'called_off'],
    ]);
  });
});

describe('a unit that is asked', () => {
  it('is told: a department itself, any other unit the office of its level, once', async () => {
    const { town } = scene;
    const groupId = newId<'organisation'>();
    await database.pool.query(
      `insert into organisations (id, kind, name, division_code) values ($1, 'special_committee', '提案委', '330702')`,
      [groupId],
    );
    const organisationIds = [town.department.id, groupId, town.county.id];
    const id = await makeEvent(scene, { mustAttend: false, organisationIds });
    await move(id);
    for (const actor of [clerkOf(town.department.id), scene.county])
      expect(await toldTo(actor, id)).toEqual(['asked', 'moved']);
    for (const actor of [clerkOf(town.otherDepartment.id), scene.host, scene.otherCounty])
      expect(await toldTo(actor, id)).toEqual([]);
  });
});
