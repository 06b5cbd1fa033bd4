import { newId, type Actor } from '@tongxin/core';
import { testDatabase, type TestDatabase } from '@tongxin/db/testing';
import { makePlatform } from '@tongxin/platforms/testing';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  addKind,
  answerForUnit,
  cancelEvent,
  moveEvent,
  createEvent,
  publishEvent,
  recordList,
  retireKind,
} from '../commands/index.ts';
import {
  afterEvent,
  eventSceneOf,
  makeDraft,
  makeEvent,
  makeInvited,
  planOf,
  type EventScene,
} from '../testing.ts';
import {
  doorList,
  eventDesk,
  getEvent,
  listAskedOfUnits,
  listEvents,
  listInvitees,
  listKinds,
} from './index.ts';
import { ListEvents } from '../rules/index.ts';
import { attendances } from '../schema/index.ts';

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
/** What is written down of a member, event by event. */
const factsOf = (memberId: string) =>
  database.db
    .select({ eventId: attendances.eventId, state: attendances.state })
    .from(attendances)
    .where(eq(attendances.memberId, memberId));
const list = async (actor: Actor, over: Record<string, unknown> = {}) =>
  (await listEvents(scene.at(actor), ListEvents.parse(over))).rows;
const clerk = (): Actor => ({
  kind: 'account',
  accountId: newId<'account'>(),
  name: '某人',
  grants: [
    {
      role: 'department_clerk',
      divisionCode: null,
      organisationId: scene.town.department.id as never,
      matterId: null,
    },
  ],
});

describe('an auditor', () => {
  it('reads what was announced, who was asked and who was there, but no draft and no code of the door', async () => {
    const { id: memberId } = await makeInvited(database, scene.town);
    const id = await makeEvent(scene, { memberIds: [memberId], category: 'oversight' });
    const draft = await makeDraft(scene, { category: 'oversight' });
    const auditor = scene.at(scene.auditor);
    expect((await list(scene.auditor, { category: 'oversight' })).map((row) => row.id)).toEqual([id]);
    expect(await list(scene.auditor, { when: 'drafts' })).toEqual([]);
    const desk = await eventDesk(auditor, id);
    expect(Object.values(desk.may).some(({ allowed }) => allowed)).toBe(false);
    expect(desk.readsArchive).toBe(false);
    expect((await eventDesk(scene.at(scene.city), id)).readsArchive).toBe(true);
    expect((await listInvitees(auditor, { id })).rows).toHaveLength(1);
    expect(await codeOf(eventDesk(auditor, draft))).toBe('matters.not_found');
    expect(await codeOf(doorList(auditor, { id }))).toBe('matters.not_found');
  });
});

describe('kinds of events', () => {
  it('that an office names are offered and filter at once; when retired, what was held keeps its name', async () => {
    const county = scene.at(scene.county);
    const before = (await list(scene.county, { category: 'outreach' })).length;
    const drive = { category: 'outreach' as const, name: '两走进', organisationId: scene.town.county.id };
    const { id: kindId } = await addKind(county, drive);
    const id = await makeEvent(scene, { category: 'outreach', kindId });
    await makeEvent(scene, { category: 'outreach' });
    expect((await list(scene.county, { kindId })).map((row) => [row.id, row.kindName])).toEqual([
      [id, '两走进'],
    ]);
    // The category totals as ever: reports count by it, whatever the kinds are called.
    expect(await list(scene.county, { category: 'outreach' })).toHaveLength(before + 2);
    const kinds = async (actor: Actor) => (await listKinds(scene.at(actor))).find((one) => one.id === kindId);
    expect(await kinds(scene.county)).toMatchObject({ active: true, may: { retire: true } });
    expect(await kinds(scene.city)).toMatchObject({ active: true, may: { retire: false } });
    expect(await kinds(scene.auditor)).toMatchObject({ may: { retire: false } });
    expect(await kinds(scene.otherCounty)).toBeUndefined();
    await retireKind(county, { id: kindId });
    expect(await kinds(scene.county)).toMatchObject({ active: false, may: { retire: false } });
    expect((await list(scene.county, { kindId })).map((row) => row.kindName)).toEqual(['两走进']);
    expect(await codeOf(makeDraft(scene, { category: 'outreach', kindId }))).toBe('events.kind_unknown');
    const { rows } = await database.pool.query('select added_by, retired_by from event_kinds where id = $1', [
      kindId,
    ]);
    const accountId = scene.county.kind === 'account' ? scene.county.accountId : '';
    expect(rows).toEqual([{ added_by: accountId, retired_by: accountId }]);
  });
});

describe('a day with parts', () => {
  it('is one event in the list and as many facts as there were parts', async () => {
    const member = await makeInvited(database, scene.town);
    const memberIds = [member.id];
    const whole = await makeEvent(scene, { category: 'sector_discussion', title: '界别活动日', memberIds });
    const half = (from: string, to: string, title: string) =>
      makeEvent(scene, {
        ...{ parentId: whole, category: 'sector_discussion', title, memberIds },
        startsAt: `2026-12-01T${from}:00+08:00`,
        endsAt: `2026-12-01T${to}:00+08:00`,
      });
    const parts = [await half('09:00', '10:00', '走访'), await half('10:00', '11:00', '座谈')];
    const entries = [{ memberId: member.id, state: 'attended' as const }];
    for (const id of [whole, ...parts])
      await recordList(scene.at(scene.county, afterEvent), { id, how: 'list', entries });
    expect((await list(scene.county, { category: 'sector_discussion' })).map(({ id }) => id)).toEqual([
      whole,
    ]);
    expect((await eventDesk(scene.at(scene.county), whole)).parts.map(({ title }) => title)).toEqual([
      '走访',
      '座谈',
    ]);
    expect(await factsOf(member.id)).toHaveLength(3);
  });

  it('stays around its parts, when whole and part are moved at the same time', async () => {
    const on = (from: string, to: string) => ({
      startsAt: Temporal.Instant.from(`2026-12-05T${from}:00+08:00`),
      endsAt: Temporal.Instant.from(`2026-12-05T${to}:00+08:00`),
    });
    const shown = ({ startsAt, endsAt }: ReturnType<typeof on>) => ({
      startsAt: startsAt.toString(),
      endsAt: endsAt.toString(),
    });
    for (let round = 0; round < 5; round += 1) {
      const whole = await makeEvent(scene, shown(on('08:00', '12:00')));
      const part = await makeEvent(scene, { parentId: whole, ...shown(on('09:00', '10:00')) });
      const move = (id: string, time: ReturnType<typeof on>) =>
        codeOf(moveEvent(scene.at(scene.county), { id, ...time, placeWords: '二楼', reason: '调整' }));
      const outcomes = await Promise.all([
        move(whole, on('08:00', '10:30')),
        move(part, on('11:00', '12:00')),
      ]);
      expect(outcomes.toSorted()).toEqual(['done', 'events.parent']);
    }
  });

  it('is called off with its parts while it is being announced, or announced before it is called off', async () => {
    for (let round = 0; round < 5; round += 1) {
      const whole = await makeDraft(scene);
      const part = { parentId: whole, endsAt: '2026-12-01T10:00:00+08:00' };
      await makeDraft(scene, part);
      await makeDraft(scene, part);
      const outcomes = await Promise.all([
        codeOf(publishEvent(scene.at(scene.county), { id: whole })),
        codeOf(cancelEvent(scene.at(scene.county), { id: whole, reason: '台风' })),
      ]);
      expect(outcomes[1]).toBe('done');
      const { parts, state } = await eventDesk(scene.at(scene.county), whole);
      expect([state, ...parts.map((one) => one.state)]).toEqual(['cancelled', 'cancelled', 'cancelled']);
    }
  });
});

describe('a hybrid salon', () => {
  it('records whoever joined online like whoever was in the room, and tells only those who come where to join', async () => {
    const [here, online] = [await makeInvited(database, scene.town), await makeInvited(database, scene.town)];
    const id = await makeEvent(scene, {
      ...{ mode: 'hybrid', onlineUrl: 'https://meet.example.org/1', signUp: 'public', mustAttend: false },
      memberIds: [here.id, online.id],
    });
    expect((await getEvent(scene.at(online.actor), id)).onlineUrl).toBe('https://meet.example.org/1');
    expect((await getEvent(scene.at({ kind: 'anonymous' }), id)).onlineUrl).toBeNull();
    const entries = [here, online].map((one) => ({ memberId: one.id, state: 'attended' as const }));
    await recordList(scene.at(scene.county, afterEvent), { id, how: 'list', entries });
    for (const one of [here, online])
      expect(await factsOf(one.id)).toEqual([{ eventId: id, state: 'attended' }]);
  });
});

describe('a site that an event goes to see', () => {
  it('has the event in its history, and so has the site where it is held', async () => {
    const site = () =>
      makePlatform(scene.at({ kind: 'system' }), {
        organisationId: scene.town.township.id,
        townshipCode: '330702001',
      });
    const [held, seen, other] = [await site(), await site(), await site()];
    const id = await makeEvent(scene, { platformId: held, siteIds: [seen], title: '现场推进会' });
    for (const siteId of [held, seen])
      expect((await list(scene.county, { siteId })).map((row) => row.id)).toEqual([id]);
    expect(await list(scene.county, { siteId: other })).toEqual([]);
    expect((await eventDesk(scene.at(scene.county), id)).sites.map((one) => one.id)).toEqual([seen]);
    const unknown = createEvent(scene.at(scene.county), planOf({ siteIds: [newId()] }));
    expect(await codeOf(unknown)).toBe('events.site_unknown');
  });
});

describe('a unit that is asked', () => {
  const asked = (over: Record<string, unknown> = {}) =>
    makeEvent(scene, { mustAttend: false, organisationIds: [scene.town.department.id], ...over });
  const say = (actor: Actor, id: string, answer: 'coming' | 'declined', now?: Temporal.Instant) =>
    codeOf(answerForUnit(scene.at(actor, now), { id, organisationId: scene.town.department.id, answer }));

  it('finds what it is asked to, reads it, and says whether somebody comes; saying it twice is one place', async () => {
    const id = await asked({ capacity: 1 });
    const actor = clerk();
    expect((await listAskedOfUnits(scene.at(actor), {})).rows).toMatchObject([{ id, waits: true }]);
    expect(await Promise.all([say(actor, id, 'coming'), say(actor, id, 'coming')])).toEqual(['done', 'done']);
    const read = await getEvent(scene.at(actor), id);
    expect([read.placesTaken, read.units]).toMatchObject([1, [{ answer: 'coming' }]]);
    expect((await listAskedOfUnits(scene.at(actor), {})).rows).toMatchObject([{ id, waits: false }]);
    expect(await say(actor, id, 'declined')).toBe('done');
    expect((await getEvent(scene.at(actor), id)).placesTaken).toBe(0);
  });

  it('is told when all places are taken, or when it has begun', async () => {
    const member = await makeInvited(database, scene.town);
    const id = await asked({ capacity: 1, memberIds: [member.id] });
    await database.pool.query('update events set places_taken = 1 where matter_id = $1', [id]);
    expect(await say(clerk(), id, 'coming')).toBe('events.full');
    expect(await say(clerk(), id, 'declined', afterEvent)).toBe('events.answers_closed');
  });

  it('is answered for by nobody else, and a draft is not there for it', async () => {
    const id = await asked();
    const other = clerk();
    if (other.kind === 'account')
      (other.grants[0] as { organisationId: string }).organisationId = scene.town.otherDepartment.id;
    for (const actor of [other, scene.otherCounty, scene.host, scene.auditor])
      expect(await say(actor, id, 'coming')).toBe('events.not_found');
    const draft = await makeDraft(scene, { organisationIds: [scene.town.department.id] });
    expect(await say(clerk(), draft, 'coming')).toBe('events.not_found');
    expect(await codeOf(getEvent(scene.at(other), id))).toBe('events.not_found');
    expect((await listAskedOfUnits(scene.at(other), {})).rows.map((row) => row.id)).not.toContain(id);
  });

  it('that is no department is answered for by the office of its own level', async () => {
    const id = await makeEvent(scene, { mustAttend: false, organisationIds: [scene.town.township.id] });
    const answer = { id, organisationId: scene.town.township.id, answer: 'coming' as const };
    expect(await codeOf(answerForUnit(scene.at(scene.neighbour), answer))).toBe('events.not_found');
    await answerForUnit(scene.at(scene.host), answer);
    expect((await listAskedOfUnits(scene.at(scene.host), {})).rows.map((row) => row.id)).toContain(id);
  });
});
