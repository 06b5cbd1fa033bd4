import { system } from '@tongxin/core';
import { testDatabase, type TestDatabase } from '@tongxin/db/testing';
import { cancelEvent, recordList } from '@tongxin/events/commands';
import { duringEvent, eventSceneOf, makeEvent, type EventScene } from '@tongxin/events/testing';
import { makePlatform } from '@tongxin/platforms/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestSite, textOf, type TestSite } from './testing/browser.ts';

let database: TestDatabase;
let scene: EventScene;
let site: TestSite;
let stationId: string;
beforeAll(async () => {
  database = await testDatabase();
  scene = await eventSceneOf(database);
  site = await openTestSite(database);
  stationId = await makePlatform(scene.at(system), {
    organisationId: scene.town.township.id,
    townshipCode: '330702001',
  });
});
afterAll(async () => {
  await site.close();
  await database.close();
});

const page = async () => textOf((await site.browser().get(`/sites/${stationId}`)).html);

/** A free clinic at the station on this day in December, from nine to eleven. */
const serviceDay = (day: string, over: Parameters<typeof makeEvent>[1] = {}) =>
  makeEvent(scene, {
    category: 'outreach',
    title: `义诊 ${day} 日`,
    platformId: stationId,
    placeWords: undefined,
    signUp: 'public',
    mustAttend: false,
    startsAt: `2026-12-${day}T09:00:00+08:00`,
    endsAt: `2026-12-${day}T11:00:00+08:00`,
    ...over,
  });

it('a station’s page shows its next service day, and what is not for everybody or was called off does not stand there', async () => {
  const first = await serviceDay('01');
  await serviceDay('08', { title: '内部演练', signUp: 'invited' });
  const called = await serviceDay('15');
  await cancelEvent(scene.at(scene.county), { id: called, reason: '停电' });
  const shown = await page();
  expect(shown).toContain('下一个服务日');
  expect(shown).toContain('义诊 01 日');
  expect(shown).not.toContain('内部演练');
  expect(shown).not.toContain('义诊 15 日');

  // What is kept of whoever came is their number.
  await recordList(scene.at(scene.county, duringEvent), { id: first, how: 'list', entries: [], others: 46 });
  const { rows } = await database.pool.query(`select others_present from events where matter_id = $1`, [
    first,
  ]);
  expect(rows).toEqual([{ others_present: 46 }]);
});
