import { newId } from '@tongxin/core';
import { testDatabase, type TestDatabase } from '@tongxin/db/testing';
import { listHistory } from '@tongxin/matters/queries';
import { makePlatform } from '@tongxin/platforms/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listArchive, listBookings } from '../queries/index.ts';
import {
  eventSceneOf,
  hoursOf,
  makeDraft,
  makeEvent,
  makeInvited,
  planOf,
  type EventScene,
} from '../testing.ts';
import {
  addArchiveText,
  cancelEvent,
  changeEvent,
  correctAttendance,
  moveEvent,
  publishEvent,
  recordList,
  removeArchiveItem,
  showArchiveItem,
} from './index.ts';

let database: TestDatabase;
let scene: EventScene;
beforeAll(async () => {
  database = await testDatabase({ connections: 20 });
  scene = await eventSceneOf(database);
});
afterAll(() => database.close());

const county = () => scene.at(scene.county);
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: { code: string }) => error.code,
  );
const movesOf = async (id: string) => (await listHistory(county(), id)).map(({ move }) => move);
const later = hoursOf('2027-03-01', 9);
const elsewhere = { startsAt: later.start, endsAt: later.end, placeWords: '文化礼堂二楼203室' };
const phone = '有事打 139 0000 1234';

describe('somebody’s number', () => {
  it('stands in no reason, and nothing happens that had such a reason', async () => {
    const member = await makeInvited(database, scene.town);
    const id = await makeEvent(scene, { memberIds: [member.id], mustAttend: false });
    const after = scene.at(scene.county, hoursOf('2026-12-01', 10).start);
    await recordList(after, { id, how: 'list', entries: [{ memberId: member.id, state: 'absent' }] });
    const { itemId } = await addArchiveText(county(), {
      id,
      key: newId(),
      kind: 'text',
      title: '小结',
      body: '开得很好。',
    });
    const works = [
      () => moveEvent(county(), { id, ...elsewhere, reason: phone }),
      () => moveEvent(county(), { id, ...elsewhere, placeWords: phone, reason: '维修' }),
      () => changeEvent(county(), { id, title: '委员培训', summary: phone }),
      () => correctAttendance(after, { id, memberId: member.id, state: 'attended', reason: phone }),
      () => removeArchiveItem(county(), { id, itemId, reason: phone }),
      () => cancelEvent(county(), { id, reason: phone }),
    ];
    for (const work of works) expect(await codeOf(work())).toBe('events.personal_words');
    expect(await movesOf(id)).toEqual(['open', 'publish', 'record', 'archive']);
  });

  it('is not announced and not shown of an archive; the number of a room may be', async () => {
    const draft = await makeDraft(scene, { summary: phone });
    expect(await codeOf(publishEvent(county(), { id: draft }))).toBe('events.personal_words');
    expect(await movesOf(draft)).toEqual(['open']);

    const id = await makeEvent(scene, { mustAttend: false, signUp: 'public', placeWords: '文化礼堂203室' });
    for (const [body, outcome] of [
      [phone, 'events.personal_words'],
      ['在文化礼堂203室举行。', 'done'],
    ] as const) {
      const { itemId } = await addArchiveText(county(), {
        id,
        key: newId(),
        kind: 'text',
        title: '小结',
        body,
      });
      const show = { id, itemId, published: true, looked: true } as const;
      expect(await codeOf(showArchiveItem(county(), show))).toBe(outcome);
      const shown = (await listArchive(county(), { id })).rows.find((item) => item.id === itemId);
      expect(shown?.published).toBe(outcome === 'done');
    }
  });
});

describe('an event that is announced while it is moved', () => {
  it('is taken where it ends up, and nowhere else', async () => {
    for (let round = 0; round < 8; round += 1) {
      const day = `2027-04-0${round + 1}`;
      const before = hoursOf(day, 9);
      const moved = hoursOf(day, 14);
      const platformId = await makePlatform(county(), {
        organisationId: scene.town.township.id,
        townshipCode: '330702001',
        name: `议事堂${newId()}`,
      });
      const { key, ...plan } = planOf({ platformId, placeWords: undefined, mustAttend: false });
      const id = await makeDraft(scene, {
        ...plan,
        key,
        startsAt: `${day}T09:00:00+08:00`,
        endsAt: `${day}T10:00:00+08:00`,
      });
      const move = { id, startsAt: moved.start, endsAt: moved.end, platformId, reason: '改到下午' };
      await Promise.all([publishEvent(county(), { id }), moveEvent(county(), move)]);
      const site = { kind: 'platform' as const, id: platformId };
      const taken = await listBookings(county(), site, { start: before.start, end: moved.end });
      expect(taken.map(({ during }) => during.start.toString())).toEqual([moved.start.toString()]);
    }
  });
});
