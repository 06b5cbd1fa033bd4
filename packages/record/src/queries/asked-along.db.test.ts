import { newId, system, type AccountActor, type Actor } from '@tongxin/core';
import { testDatabase, type TestDatabase } from '@tongxin/db/testing';
import { transact } from '@tongxin/db';
import { cancelEvent, recordList, recordScans } from '@tongxin/events/commands';
import { eventWorkflow } from '@tongxin/events/rules';
import { members } from '@tongxin/members/schema';
import {
  afterEvent,
  duringEvent,
  eventSceneOf,
  makeEvent,
  makeInvited,
  type EventScene,
} from '@tongxin/events/testing';
import { expertSceneOf, makeExpert, makeRequest } from '@tongxin/experts/testing';
import { newReceipt } from '@tongxin/matters/rules';
import { openMatter } from '@tongxin/matters/commands';
import { eq } from 'drizzle-orm';
import { createGroup, joinGroup } from '@tongxin/members/commands';
import { saveTerm } from '@tongxin/organisations/commands';
import { makeOrganisation } from '@tongxin/organisations/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listQuiet, listUntrained, quietByCommittee, trainingCoverage } from './index.ts';

let database: TestDatabase;
let scene: EventScene;
const later = Temporal.Instant.from('2026-12-20T02:00:00Z');
const divisionCode = '330702';
const period = { from: Temporal.PlainDate.from('2026-11-01'), until: Temporal.PlainDate.from('2026-12-31') };

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
async function attends(memberId: string, over: Record<string, unknown> = {}) {
  const id = await makeEvent(scene, { memberIds: [memberId], mustAttend: false, ...over });
  await recordList(scene.at(scene.county, afterEvent), {
    id,
    how: 'list',
    entries: [{ memberId, state: 'attended' }],
  });
}
async function scanAndCallOff(memberId: string) {
  const id = await makeEvent(scene, { memberIds: [memberId], mustAttend: false });
  const [me] = await database.db
    .select({ code: members.doorCode })
    .from(members)
    .where(eq(members.id, memberId));
  const during = scene.at(scene.county, duringEvent);
  await recordScans(during, { id, scans: [{ code: me!.code, at: duringEvent }] });
  await cancelEvent(during, { id, reason: '台风预警，临时取消。' });
}
/** A member opens a matter that is no resident's. */
const opensAnEvent = (actor: AccountActor) =>
  transact(scene.at(actor), (tx, ctx) =>
    openMatter(tx, ctx, eventWorkflow, {
      number: newReceipt(),
      organisationId: scene.town.county.id,
      cityCode: '3307',
      countyCode: '330702',
      townshipCode: null,
      villageCode: null,
      due: later,
      grant: actor.grants[0],
    }),
  );
const makeGroup = async (kind: 'study' | 'interest', memberIds: readonly string[]) => {
  const organisationId = scene.town.county.id;
  const { groupId } = await createGroup(house(), { organisationId, kind, name: `小组${newId().slice(-8)}` });
  for (const memberId of memberIds) await joinGroup(house(), { groupId, memberId });
  return groupId;
};

describe('who was at no training this term', () => {
  it('is listed by group, each number as long as its list, since the term began', async () => {
    const [trained, not, alone] = [
      await makeInvited(database, scene.town, '丁一'),
      await makeInvited(database, scene.town, '丙二'),
      await makeInvited(database, scene.town, '乙三'),
    ];
    const groupId = await makeGroup('study', [trained.id, not.id]);
    await attends(trained.id);
    await attends(not.id, { category: 'study' });
    const office = scene.at(scene.county, later);
    const coverage = await trainingCoverage(office, { divisionCode });
    expect(coverage).toMatchObject({ term: null, groups: [{ id: groupId, members: 2, without: 1 }] });
    const namesOf = async (group?: string) =>
      (await listUntrained(office, { divisionCode, ...(group && { group }) })).rows.map(({ id }) => id);
    expect(await namesOf(groupId)).toEqual([not.id]);
    expect(await namesOf('none')).toEqual([alone.id]);
    // By pinyin: bing before yi.
    expect(await namesOf()).toEqual([not.id, alone.id]);
    expect(coverage).toMatchObject({ all: { members: 3, without: 2 }, none: { members: 1, without: 1 } });

    const committee = await makeOrganisation(house(), { kind: 'committee', divisionCode });
    const term = { organisationId: committee, termNo: 10, startsOn: '2026-12-10', endsOn: '2031-12-10' };
    await saveTerm(house(), term);
    const sinceTerm = await trainingCoverage(office, { divisionCode });
    expect(sinceTerm).toMatchObject({ term: { termNo: 10 }, all: { without: 3 } });
  });
});

describe('of whom nothing is recorded', () => {
  it('is listed by name and counted by committee; what an interest group does is no duty', async () => {
    const [active, quiet] = [
      await makeInvited(database, scene.town),
      await makeInvited(database, scene.town),
    ];
    await attends(active.id, { category: 'research' });
    await attends(quiet.id, { groupId: await makeGroup('interest', []) });
    const office = scene.at(scene.county, later);
    const ids = (await listQuiet(office, { divisionCode, ...period })).rows.map(({ id }) => id);
    expect(ids).toContain(quiet.id);
    expect(ids).not.toContain(active.id);
    const [row] = await quietByCommittee(office, { divisionCode, ...period });
    expect(row).toMatchObject({ divisionCode, quiet: ids.length, held: true });
    const ofCity = await quietByCommittee(scene.at(scene.city, later), { divisionCode: '3307', ...period });
    expect(ofCity.map((one) => [one.divisionCode, one.held])).toEqual(
      expect.arrayContaining([
        ['3307', false],
        ['330702', true],
        ['330703', false],
      ]),
    );
  });

  it('leaves out whoever advised as an expert, and nobody for an event that was called off', async () => {
    const experts = await expertSceneOf(database, scene.town);
    const [advised, accepted] = [
      await makeExpert(experts, experts.teamId),
      await makeExpert(experts, experts.teamId),
    ];
    await makeRequest(experts, 'advised', advised);
    await makeRequest(experts, 'accepted', accepted);
    const scanned = await makeInvited(database, scene.town);
    await scanAndCallOff(scanned.id);
    const { rows } = await listQuiet(scene.at(scene.county, later), { divisionCode, ...period });
    const ids = rows.map(({ id }) => id);
    expect(ids).not.toContain(advised.memberId);
    expect(ids).toContain(accepted.memberId);
    expect(ids).toContain(scanned.id);
  });

  it('leaves out whoever wrote something down for a resident, not whoever opened anything else', async () => {
    const me = await makeInvited(database, scene.town);
    await opensAnEvent(me.actor as AccountActor);
    const { rows } = await listQuiet(scene.at(scene.county, later), { divisionCode, ...period });
    expect(rows.map(({ id }) => id)).toContain(me.id);
  });

  it('comes page by page, each member once', async () => {
    for (let made = 0; made < 21; made += 1) await makeInvited(database, scene.town);
    const office = scene.at(scene.county, later);
    const first = await listQuiet(office, { divisionCode, ...period });
    const second = await listQuiet(office, { divisionCode, ...period, after: first.next! });
    const ids = [...first.rows, ...second.rows].map(({ id }) => id);
    expect(first.rows).toHaveLength(20);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

it('only the committee’s office and the municipal one see whom to ask along', async () => {
  const me = await makeInvited(database, scene.town);
  const asked = (actor: Actor) => [
    codeOf(listQuiet(scene.at(actor), { divisionCode, ...period })),
    codeOf(quietByCommittee(scene.at(actor), { divisionCode, ...period })),
    codeOf(listUntrained(scene.at(actor), { divisionCode })),
    codeOf(trainingCoverage(scene.at(actor), { divisionCode })),
  ];
  const { host, otherCounty, auditor } = scene;
  for (const actor of [me.actor, host, otherCounty, auditor, { kind: 'anonymous' } as const])
    expect(await Promise.all(asked(actor))).toEqual(Array(4).fill('record.not_found'));
  for (const actor of [scene.county, scene.city])
    expect(await Promise.all(asked(actor))).toEqual(Array(4).fill('done'));
});
