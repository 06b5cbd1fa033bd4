import { newId } from '@tongxin/core';
import { testDatabase, type TestDatabase } from '@tongxin/db/testing';
import { listHistory } from '@tongxin/matters/queries';
import { makePlatform } from '@tongxin/platforms/testing';
import { matters } from '@tongxin/matters/schema';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventDesk, getEvent, listBookings } from '../queries/index.ts';
import { events } from '../schema/index.ts';
import {
  afterEvent,
  eventSceneOf,
  hoursOf,
  makeDraft,
  makeEvent,
  makeInvited,
  planOf,
  type EventScene,
} from '../testing.ts';
import {
  addKind,
  cancelEvent,
  changeEvent,
  createEvent,
  endEvent,
  invite,
  moveEvent,
  publishEvent,
  registerHeld,
  retireKind,
  uninvite,
} from './index.ts';

let database: TestDatabase;
let scene: EventScene;
beforeAll(async () => {
  database = await testDatabase({ connections: 20 });
  scene = await eventSceneOf(database);
});
afterAll(() => database.close());

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: { code: string }) => error.code,
  );
const rowOf = async (id: string) => {
  const [row] = await database.db
    .select({
      state: matters.state,
      ownerRole: matters.ownerRole,
      ownerUnitId: matters.ownerUnitId,
      dueAt: matters.dueAt,
      countyCode: matters.countyCode,
      townshipCode: matters.townshipCode,
    })
    .from(matters)
    .where(eq(matters.id, id));
  return row!;
};
const movesOf = async (id: string) => (await listHistory(scene.at(scene.county), id)).map(({ move }) => move);
const during = hoursOf('2026-12-01', 9);
const timeOf = (memberId: string) =>
  listBookings(scene.at(scene.county), { kind: 'member', id: memberId }, during);
/** Each test of halls and days has a day of its own, so that none is in another's way. */
let days = 0;
const freeDay = () => {
  days += 1;
  const day = Temporal.PlainDate.from('2027-02-01').add({ days }).toString();
  return { startsAt: `${day}T09:00:00+08:00`, endsAt: `${day}T11:00:00+08:00` };
};
const hallOf = () =>
  makePlatform(scene.at(scene.county), {
    organisationId: scene.town.township.id,
    townshipCode: '330702001',
    name: `议事堂${newId()}`,
  });

describe('planning an event', () => {
  it('opens a draft of its level that is due before it begins and owned by its organiser', async () => {
    const of = { city: scene.city, county: scene.county, township: scene.host } as const;
    const codes = { city: '3307', county: '330702', township: '330702001' } as const;
    for (const level of ['city', 'county', 'township'] as const) {
      const id = await makeDraft(scene, { divisionCode: codes[level] }, of[level]);
      expect(await rowOf(id)).toMatchObject({
        state: 'draft',
        ownerUnitId: scene.town[level].id,
        dueAt: during.start,
        townshipCode: level === 'township' ? '330702001' : null,
      });
    }
  });

  it('twice with the same key plans once, also at the same time', async () => {
    const input = planOf();
    const made = await Promise.all([1, 2, 3].map(() => createEvent(scene.at(scene.county), input)));
    expect(new Set(made.map(({ id }) => id)).size).toBe(1);
    const other = { ...input, title: '另一场' };
    expect(await codeOf(createEvent(scene.at(scene.county), other))).toBe('idempotency.other_content');
  });

  it('is for the office of the level, with a unit, a kind and a place that are there', async () => {
    const { town } = scene;
    const codes = [
      [scene.city, {}, 'events.not_yours'],
      [scene.host, {}, 'events.not_yours'],
      [scene.county, { divisionCode: '330703' }, 'events.not_yours'],
      [scene.county, { organisationId: town.city.id }, 'events.unit_elsewhere'],
      [scene.county, { kindId: newId() }, 'events.kind_unknown'],
      [scene.county, { placeWords: undefined }, 'events.place_missing'],
      [scene.county, { platformId: newId() }, 'events.place_missing'],
      [scene.county, { parentId: newId() }, 'events.parent'],
      [scene.county, { memberIds: [newId()] }, 'events.member_unknown'],
      [scene.county, { organisationIds: [newId()] }, 'events.unit_unknown'],
    ] as const;
    for (const [actor, over, code] of codes)
      expect([over, await codeOf(createEvent(scene.at(actor), planOf(over)))]).toEqual([over, code]);
  });

  it('names a kind of its own unit, until it is retired', async () => {
    const kind = { organisationId: scene.town.county.id, category: 'training' as const, name: '委员大讲堂' };
    const { id: kindId } = await addKind(scene.at(scene.county), kind);
    expect(await codeOf(addKind(scene.at(scene.county), kind))).toBe('events.kind_exists');
    expect(await codeOf(addKind(scene.at(scene.otherCounty), kind))).toBe('events.not_yours');
    expect(await codeOf(addKind(scene.at(scene.county), { category: 'visit', name: '三走进' }))).toBe(
      'events.not_yours',
    );
    const id = await makeDraft(scene, { kindId });
    expect(await eventDesk(scene.at(scene.county), id)).toMatchObject({ kindName: '委员大讲堂' });
    expect(await codeOf(makeDraft(scene, { kindId, category: 'visit' }))).toBe('events.kind_unknown');
    await retireKind(scene.at(scene.county), { id: kindId });
    expect(await codeOf(retireKind(scene.at(scene.county), { id: kindId }))).toBe('events.kind_unknown');
    expect(await codeOf(makeDraft(scene, { kindId }))).toBe('events.kind_unknown');
  });
});

describe('announcing an event', () => {
  it('takes its site and everybody who has to come, and waits for its end', async () => {
    const member = await makeInvited(database, scene.town);
    const platformId = await hallOf();
    const id = await makeDraft(scene, { platformId, memberIds: [member.id] });
    expect(await timeOf(member.id)).toEqual([]);
    await publishEvent(scene.at(scene.county), { id });
    expect(await rowOf(id)).toMatchObject({ state: 'published', dueAt: during.end });
    expect((await timeOf(member.id)).map(({ matterId }) => matterId)).toEqual([id]);
    expect(await movesOf(id)).toEqual(['open', 'publish']);
  });

  it('is refused when somebody who has to come is taken, and takes nothing then', async () => {
    const member = await makeInvited(database, scene.town);
    const free = await makeInvited(database, scene.town);
    await makeEvent(scene, { memberIds: [member.id] });
    const id = await makeDraft(scene, { memberIds: [member.id, free.id] });
    expect(await codeOf(publishEvent(scene.at(scene.county), { id }))).toBe('events.taken');
    expect(await timeOf(free.id)).toEqual([]);
    expect(await rowOf(id)).toMatchObject({ state: 'draft' });
  });

  it('of two events that want the same hall lets one through', async () => {
    const platformId = await hallOf();
    const ids = await Promise.all(Array.from({ length: 8 }, () => makeDraft(scene, { platformId })));
    const tries = await Promise.all(ids.map((id) => codeOf(publishEvent(scene.at(scene.county), { id }))));
    expect(tries.filter((code) => code === 'done')).toHaveLength(1);
    expect(tries.filter((code) => code === 'events.taken')).toHaveLength(7);
  });

  it('is refused to others and once it has begun', async () => {
    const id = await makeDraft(scene);
    expect(await codeOf(publishEvent(scene.at(scene.otherCounty), { id }))).toBe('matters.not_found');
    expect(await codeOf(publishEvent(scene.at(scene.city), { id }))).toBe('matters.not_yours');
    expect(await codeOf(publishEvent(scene.at(scene.county, during.start), { id }))).toBe(
      'events.in_the_past',
    );
    await publishEvent(scene.at(scene.county), { id });
    expect(await codeOf(publishEvent(scene.at(scene.county), { id }))).toBe('matters.not_now');
  });

  it('announces its parts with it, each within the whole and in its own place', async () => {
    const member = await makeInvited(database, scene.town);
    const whole = await makeDraft(scene, { memberIds: [member.id] });
    const time = { startsAt: '2026-12-01T09:00:00+08:00', endsAt: '2026-12-01T10:00:00+08:00' };
    const part = await makeDraft(scene, {
      parentId: whole,
      memberIds: [member.id],
      title: '分组讨论',
      ...time,
    });
    expect(await codeOf(makeDraft(scene, { parentId: part, ...time }))).toBe('events.parent');
    const beyond = { ...time, endsAt: '2026-12-01T11:30:00+08:00' };
    expect(await codeOf(makeDraft(scene, { parentId: whole, ...beyond }))).toBe('events.parent');
    await publishEvent(scene.at(scene.county), { id: whole });
    expect(await rowOf(part)).toMatchObject({ state: 'published' });
    expect(await timeOf(member.id)).toHaveLength(1);
    expect((await eventDesk(scene.at(scene.county), whole)).parts.map(({ id }) => id)).toEqual([part]);
    await cancelEvent(scene.at(scene.county), { id: whole, reason: '台风' });
    expect(await rowOf(part)).toMatchObject({ state: 'cancelled' });
    expect(await timeOf(member.id)).toEqual([]);
  });
});

describe('changing an event', () => {
  it('keeps what it says up to date and never offers fewer places than are taken', async () => {
    const id = await makeEvent(scene, { capacity: 5 });
    await changeEvent(scene.at(scene.county), { id, title: '改过的名称', capacity: 3 });
    expect(await eventDesk(scene.at(scene.county), id)).toMatchObject({ title: '改过的名称', capacity: 3 });
    await database.db.update(events).set({ placesTaken: 3 }).where(eq(events.matterId, id));
    expect(await codeOf(changeEvent(scene.at(scene.county), { id, title: '名称', capacity: 2 }))).toBe(
      'events.capacity_taken',
    );
    expect(await codeOf(changeEvent(scene.at(scene.host), { id, title: '名称' }))).toBe('matters.not_found');
  });

  it('of time and place moves whoever is taken, or nothing', async () => {
    const member = await makeInvited(database, scene.town);
    const [first, second] = [await hallOf(), await hallOf()];
    const id = await makeEvent(scene, { platformId: first, memberIds: [member.id] });
    const later = freeDay();
    const stretch = {
      startsAt: Temporal.Instant.from(later.startsAt),
      endsAt: Temporal.Instant.from(later.endsAt),
    };
    const move = { id, ...stretch, reason: '场地维修' };
    await moveEvent(scene.at(scene.county), { ...move, platformId: second });
    expect(await timeOf(member.id)).toEqual([]);
    const there = { start: stretch.startsAt, end: stretch.endsAt };
    const taken = (resource: Parameters<typeof listBookings>[1]) =>
      listBookings(scene.at(scene.county), resource, there);
    expect(await taken({ kind: 'member', id: member.id })).toHaveLength(1);
    expect(await taken({ kind: 'platform', id: second })).toHaveLength(1);
    expect(await rowOf(id)).toMatchObject({ state: 'published', dueAt: stretch.endsAt });
    await makeEvent(scene, { platformId: second });
    const back = { ...move, startsAt: during.start, endsAt: during.end, platformId: second };
    expect(await codeOf(moveEvent(scene.at(scene.county), back))).toBe('events.taken');
    expect(await taken({ kind: 'platform', id: second })).toHaveLength(1);
    expect(await codeOf(moveEvent(scene.at(scene.county), move))).toBe('events.place_missing');
    const past = { ...move, placeWords: '别处', startsAt: scene.at(scene.county).now() };
    expect(await codeOf(moveEvent(scene.at(scene.county), past))).toBe('events.in_the_past');
  });

  it('that is called off frees everybody and says why to whoever was asked', async () => {
    const member = await makeInvited(database, scene.town);
    const id = await makeEvent(scene, { memberIds: [member.id] });
    expect(await codeOf(cancelEvent(scene.at(scene.county), { id, reason: ' ' }))).toBe(
      'matters.reason_missing',
    );
    await cancelEvent(scene.at(scene.county), { id, reason: '与会议冲突' });
    expect(await timeOf(member.id)).toEqual([]);
    expect(await getEvent(scene.at(member.actor), id)).toMatchObject({ cancelReason: '与会议冲突' });
    expect(await codeOf(cancelEvent(scene.at(scene.county), { id, reason: '再次' }))).toBe('matters.not_now');
  });
});

describe('inviting', () => {
  it('asks each once, a whole committee by its name, and takes their time once it is announced', async () => {
    const [first, second] = [
      await makeInvited(database, scene.town),
      await makeInvited(database, scene.town),
    ];
    const id = await makeEvent(scene, { ...freeDay(), memberIds: [first.id] });
    const wanted = { id, memberIds: [first.id, second.id], organisationIds: [scene.town.department.id] };
    expect(await invite(scene.at(scene.county), { ...wanted, wholeCommittee: false })).toEqual({
      invited: 2,
    });
    expect(await invite(scene.at(scene.county), { ...wanted, wholeCommittee: false })).toEqual({
      invited: 0,
    });
    expect(await movesOf(id)).toEqual(['open', 'publish', 'invite']);
    const { invited } = await invite(scene.at(scene.county), { ...wanted, wholeCommittee: true });
    expect(invited).toBeGreaterThan(2);
  });

  it('is taken back, with the time that was kept, unless it is on record that they came', async () => {
    const member = await makeInvited(database, scene.town);
    const id = await makeEvent(scene, { memberIds: [member.id] });
    await uninvite(scene.at(scene.county), { id, inviteeId: member.id });
    expect(await timeOf(member.id)).toEqual([]);
    expect(await codeOf(uninvite(scene.at(scene.county), { id, inviteeId: member.id }))).toBe(
      'events.not_invited',
    );
    expect(await codeOf(getEvent(scene.at(member.actor), id))).toBe('events.not_found');
  });
});

describe('the end of an event', () => {
  it('is passed by the clock, and attendance is then due within five working days', async () => {
    const id = await makeEvent(scene);
    expect(await codeOf(endEvent(scene.at(scene.county, afterEvent), id))).toBe('matters.not_yours');
    await endEvent(scene.at({ kind: 'system' }, afterEvent), id);
    const row = await rowOf(id);
    expect([row.state, row.dueAt?.toString()]).toEqual(['ended', '2026-12-08T16:00:00Z']);
  });

  it('may be registered afterwards, when it was never announced', async () => {
    const id = await makeDraft(scene);
    expect(await codeOf(registerHeld(scene.at(scene.county), { id }))).toBe('events.not_past');
    await registerHeld(scene.at(scene.county, afterEvent), { id });
    expect(await rowOf(id)).toMatchObject({ state: 'ended' });
  });
});
