import { testDatabase, type TestDatabase } from '@tongxin/db/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerEvent, answerForUnit, cancelEvent, publishEvent, recordList } from '../commands/index.ts';
import { eventSceneOf, makeDraft, makeInvited, type EventScene } from '../testing.ts';
import { eventWeek, getEvent } from './index.ts';

let database: TestDatabase;
let scene: EventScene;
beforeAll(async () => {
  database = await testDatabase();
  scene = await eventSceneOf(database);
});
afterAll(() => database.close());

const county = (now?: Temporal.Instant) => scene.at(scene.county, now);
const on = (day: number, hour = '09') => ({
  startsAt: `2026-12-0${day}T${hour}:00:00+08:00`,
  endsAt: `2026-12-0${day}T${hour}:50:00+08:00`,
});
const afterwards = Temporal.Instant.from('2026-12-04T12:00:00Z');

/** A sector's week of four days, to which two members and a department are asked. */
async function makeWeek() {
  const [one, other] = [
    await makeInvited(database, scene.town, '安先生'),
    await makeInvited(database, scene.town, '张女士'),
  ];
  const departmentId = scene.town.department.id;
  const common = { category: 'sector_discussion', mustAttend: false };
  const time = { startsAt: '2026-12-01T08:00:00+08:00', endsAt: '2026-12-04T18:00:00+08:00' };
  const whole = await makeDraft(scene, { ...common, ...time, title: '界别活动周' });
  const part = (title: string, when: object, over: object = {}) =>
    makeDraft(scene, {
      ...{ ...common, parentId: whole, title, memberIds: [one.id, other.id] },
      ...{ organisationIds: [departmentId], capacity: 30, ...when, ...over },
    });
  const visit = await part('走访企业', on(1));
  const talk = await part('座谈', on(3));
  const off = await part('开放日', on(4));
  await publishEvent(county(), { id: whole });
  const draft = await part('还没定的', on(2));
  return { whole, visit, talk, off, draft, one, other, departmentId };
}

describe('a sector’s activity week', () => {
  it('is one paper: its parts by day with who signs up, and afterwards who came, each member counted once', async () => {
    const { whole, visit, talk, off, draft, one, other, departmentId } = await makeWeek();
    for (const id of [visit, talk]) await answerEvent(scene.at(one.actor), { id, answer: 'coming' });
    await answerEvent(scene.at(other.actor), { id: visit, answer: 'declined' });
    const clerk = {
      ...{ kind: 'account' as const, accountId: one.id as never, name: '某人' },
      grants: [
        {
          ...{ role: 'department_clerk' as const, divisionCode: null, matterId: null },
          organisationId: departmentId as never,
        },
      ],
    };
    await answerForUnit(scene.at(clerk), { id: visit, organisationId: departmentId, answer: 'coming' });
    await cancelEvent(county(), { id: off, reason: '学校考试' });
    const before = await eventWeek(county(), { id: whole });
    expect(before.parts.map((part) => [part.id, part.state, part.coming, part.asked, part.capacity])).toEqual(
      [
        [visit, 'published', 2, 3, 30],
        [draft, 'draft', 0, 3, 30],
        [talk, 'published', 1, 3, 30],
        [off, 'cancelled', 0, 3, 30],
      ],
    );
    expect(before.people).toEqual({ coming: 1, attended: 0 });
    const came = (ids: string[]) => ids.map((memberId) => ({ memberId, state: 'attended' as const }));
    const list = { how: 'list' as const };
    await recordList(county(afterwards), {
      id: visit,
      ...list,
      entries: came([other.id, one.id]),
      others: 12,
    });
    await recordList(county(afterwards), {
      ...{ id: talk, ...list },
      entries: [...came([one.id]), { memberId: other.id, state: 'absent' }],
    });
    const after = await eventWeek(county(afterwards), { id: whole });
    expect(after.parts.map((part) => [part.title, part.attended, part.others, part.names])).toEqual([
      ['走访企业', 2, 12, ['安先生', '张女士']],
      ['还没定的', 0, null, []],
      ['座谈', 1, null, ['安先生']],
      ['开放日', 0, null, []],
    ]);
    expect(after.people).toEqual({ coming: 1, attended: 2 });
  });

  it('is read by the offices of its ground and by auditors, who see no draft, and by nobody else', async () => {
    const { whole, draft, one } = await makeWeek();
    const partsFor = async (actor: typeof scene.county) =>
      (await eventWeek(scene.at(actor), { id: whole })).parts.map(({ id }) => id);
    expect(await partsFor(scene.city)).toContain(draft);
    expect(await partsFor(scene.auditor)).not.toContain(draft);
    for (const actor of [scene.otherCounty, scene.host, one.actor])
      await expect(eventWeek(scene.at(actor), { id: whole })).rejects.toMatchObject({
        code: 'matters.not_found',
      });
  });

  it('names those who came as long as they fit on the paper', async () => {
    const { whole, visit } = await makeWeek();
    await database.pool.query(
      `with made as (
         insert into members (id, name, intake_code, door_code)
         select gen_random_uuid(), '委员' || no, 'w' || no, 'w' || no from generate_series(1, 61) no
         returning id)
       insert into attendances (event_id, member_id, state, at, received_at, how)
       select $1, id, 'attended', now(), now(), 'list' from made`,
      [visit],
    );
    const { parts, people } = await eventWeek(county(), { id: whole });
    expect(parts[0]).toMatchObject({ attended: 61, names: null });
    expect(people.attended).toBe(61);
  });
});

describe('a unit that is asked to a part for invited people', () => {
  it('finds that part on the page of the whole, and others do not', async () => {
    const departmentId = scene.town.department.id;
    const whole = await makeDraft(scene, { signUp: 'public', mustAttend: false });
    const part = await makeDraft(scene, {
      ...{ parentId: whole, mustAttend: false, organisationIds: [departmentId] },
    });
    await publishEvent(county(), { id: whole });
    const clerkOf = (organisationId: string) => ({
      ...{ kind: 'account' as const, accountId: whole as never, name: '某人' },
      grants: [
        {
          ...{ role: 'department_clerk' as const, divisionCode: null, matterId: null },
          organisationId: organisationId as never,
        },
      ],
    });
    const partsFor = async (organisationId: string) =>
      (await getEvent(scene.at(clerkOf(organisationId)), whole)).parts.map(({ id }) => id);
    expect(await partsFor(departmentId)).toEqual([part]);
    expect(await partsFor(scene.town.otherDepartment.id)).toEqual([]);
  });
});
