import { system, type Actor } from '@tongxin/core';
import { testDatabase, type TestDatabase } from '@tongxin/db/testing';
import { cancelEvent, recordList, recordScans } from '@tongxin/events/commands';
import { afterEvent, duringEvent, eventSceneOf, makeEvent, type EventScene } from '@tongxin/events/testing';
import { expertSceneOf, makeExpert, makeRequest } from '@tongxin/experts/testing';
import { accountOf } from '@tongxin/issues/testing';
import { giveVillage } from '@tongxin/members/commands';
import { members } from '@tongxin/members/schema';
import { makeMember } from '@tongxin/members/testing';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { listRecord, summariseRecord } from './index.ts';

let database: TestDatabase;
let scene: EventScene;
const inTwoYears = Temporal.Instant.from('2028-02-01T02:00:00Z');
beforeAll(async () => {
  database = await testDatabase();
  scene = await eventSceneOf(database);
});
afterAll(() => database.close());

async function aMember() {
  const actor = accountOf('member', { divisionCode: '330702' });
  const id = await makeMember(scene.at(system), {
    organisationId: scene.town.county.id,
    accountId: actor.accountId,
  });
  return { actor, id };
}
const yearsOf = async (actor: Actor) => (await summariseRecord(scene.at(actor, inTwoYears), {})).years;

/** Came to the door of an event that was then called off. */
async function scanAndCallOff(memberId: string, over: Record<string, unknown> = {}) {
  const id = await makeEvent(scene, { memberIds: [memberId], mustAttend: false, ...over });
  const [me] = await database.db
    .select({ code: members.doorCode })
    .from(members)
    .where(eq(members.id, memberId));
  const during = scene.at(scene.county, duringEvent);
  await recordScans(during, { id, scans: [{ code: me!.code, at: duringEvent }] });
  await cancelEvent(during, { id, reason: '台风预警，临时取消。' });
}

it('a record has the years since its first line: advice is one, an event that was called off is none', async () => {
  const scenery = await expertSceneOf(database, scene.town);
  const expert = await makeExpert(scenery, scenery.teamId);
  await makeRequest(scenery, 'advised', expert);
  expect(await yearsOf(expert.actor)).toEqual([2028, 2027, 2026]);
  const me = await aMember();
  await scanAndCallOff(me.id);
  expect(await yearsOf(me.actor)).toEqual([2028]);
});

it('a part that was called off is no fact of its event', async () => {
  const me = await aMember();
  const whole = await makeEvent(scene, { memberIds: [me.id], mustAttend: false });
  await scanAndCallOff(me.id, { parentId: whole });
  await recordList(scene.at(scene.county, afterEvent), {
    id: whole,
    how: 'list',
    entries: [{ memberId: me.id, state: 'absent' }],
  });
  const { rows } = await listRecord(scene.at(me.actor, inTwoYears), { year: 2026 });
  expect(rows).toMatchObject([{ id: whole, state: 'absent', parts: null }]);
});

it('a record says which village and which site the member had in that year', async () => {
  const me = await aMember();
  await giveVillage(scene.at(system), { villageCode: '330702001001', memberId: me.id });
  const of = (year?: number) => summariseRecord(scene.at(me.actor), year === undefined ? {} : { year });
  const { villages, years } = await of();
  expect(villages).toMatchObject([{ villageCode: '330702001001', toOn: null }]);
  expect(years).toEqual([2026]);
  expect((await of(2025)).villages).toEqual([]);
});
