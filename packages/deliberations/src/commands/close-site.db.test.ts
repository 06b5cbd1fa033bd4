import { system } from '@tongxin/core';
import { testDatabase, type TestDatabase } from '@tongxin/db/testing';
import { sceneOf } from '@tongxin/issues/testing';
import { makeTown } from '@tongxin/matters/testing';
import { getPlatform } from '@tongxin/platforms/queries';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countSessions, listSessions } from '../queries/index.ts';
import {
  at,
  hallSceneOf,
  inDays,
  makeHall,
  makeSession,
  makeTopic,
  sessionInput,
  type HallScene,
} from '../testing/index.ts';
import { cancelSession, closeSite, scheduleSession } from './index.ts';

let database: TestDatabase;
let scene: HallScene;
beforeAll(async () => {
  database = await testDatabase();
  scene = await hallSceneOf(sceneOf(database, await makeTown(database)));
});
afterAll(() => database.close());

const reason = '搬迁';
const host = () => at(scene, scene.people.host);
const close = (id: string) => closeSite(host(), { id, reason });

describe('closing a site', () => {
  it('is refused while something is planned there, and goes once it is called off', async () => {
    const platformId = await makeHall(scene);
    const session = await makeSession(scene, { platformId });
    await expect(close(platformId)).rejects.toMatchObject({ code: 'deliberations.site_booked' });
    expect((await getPlatform(at(scene, system), platformId)).closedOn).toBeNull();
    await cancelSession(host(), { id: session.id, reason: '不开了' });
    await close(platformId);
    expect((await getPlatform(at(scene, system), platformId)).closedReason).toBe(reason);
  });

  it('is not kept from it by what is over', async () => {
    const platformId = await makeHall(scene);
    await makeSession(scene, { platformId });
    await closeSite(at(scene, scene.people.host, inDays(20)), { id: platformId, reason });
    expect((await getPlatform(at(scene, system), platformId)).closedOn).not.toBeNull();
  });

  it('leaves no room for a further session', async () => {
    const platformId = await makeHall(scene);
    await close(platformId);
    const { id } = await makeTopic(scene);
    await expect(scheduleSession(host(), sessionInput(scene, [id], { platformId }))).rejects.toMatchObject({
      code: 'deliberations.hall_closed',
    });
  });

  it('and scheduling there at once never leave a session behind a closed door', async () => {
    for (let round = 0; round < 4; round += 1) {
      const platformId = await makeHall(scene);
      const results = await Promise.allSettled([makeSession(scene, { platformId }), close(platformId)]);
      const { closedOn } = await getPlatform(at(scene, system), platformId);
      const planned = await countSessions(at(scene, system), { platformId, when: 'upcoming' });
      expect([closedOn !== null, planned > 0]).not.toEqual([true, true]);
      expect(results.some(({ status }) => status === 'fulfilled')).toBe(true);
    }
  });
});

describe('the sessions of one room', () => {
  it('are those held there and no others', async () => {
    const platformId = await makeHall(scene);
    const { id } = await makeSession(scene, { platformId });
    await makeSession(scene);
    const asked = { platformId, when: 'upcoming' as const };
    expect((await listSessions(at(scene, system), asked)).rows.map((row) => row.id)).toEqual([id]);
    expect(await countSessions(at(scene, system), asked)).toBe(1);
  });
});
