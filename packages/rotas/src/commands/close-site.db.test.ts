import { anonymous, system } from '@tongxin/core';
import { testDatabase, type TestDatabase } from '@tongxin/db/testing';
import { publishEvent } from '@tongxin/events/commands';
import { eventSceneOf, makeDraft, makeEvent } from '@tongxin/events/testing';
import { sceneOf } from '@tongxin/issues/testing';
import { makeTown } from '@tongxin/matters/testing';
import { closePlatform } from '@tongxin/platforms/commands';
import { getPlatform } from '@tongxin/platforms/queries';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cancelSession, scheduleSession } from '@tongxin/deliberations/commands';
import { countSessions } from '@tongxin/deliberations/queries';
import {
  at,
  hallSceneOf,
  inDays,
  makeHall,
  makeSession,
  makeTopic,
  sessionInput,
  type HallScene,
} from '@tongxin/deliberations/testing';
import { nextTurns, previewRota } from '../queries/index.ts';
import {
  duringFirst,
  makePublicRota,
  makeSite,
  rotaInput,
  rotaSceneOf,
  withOwnPeople,
  type RotaScene,
} from '../testing.ts';
import { cancelTurn, closeSite, endRota, logTurn, makeRota } from './index.ts';

let database: TestDatabase;
let scene: HallScene;
let rotaScene: RotaScene;
beforeAll(async () => {
  database = await testDatabase();
  const town = await makeTown(database);
  scene = await hallSceneOf(sceneOf(database, town));
  rotaScene = await rotaSceneOf(database, town);
});
afterAll(() => database.close());

const reason = '搬迁';
const host = () => at(scene, scene.people.host);
const close = (id: string) => closeSite(host(), { id, reason });

describe('closing a site', () => {
  it('is refused while something is planned there, and goes once it is called off', async () => {
    const platformId = await makeHall(scene);
    const session = await makeSession(scene, { platformId });
    await expect(close(platformId)).rejects.toMatchObject({ code: 'rotas.site_booked' });
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

describe('an event at a site', () => {
  it('keeps it open once it is announced, and is announced at no closed one', async () => {
    const events = await eventSceneOf(database, scene.town);
    const platformId = await makeSite(scene);
    await makeEvent(events, { platformId });
    await expect(close(platformId)).rejects.toMatchObject({ code: 'rotas.site_booked' });
    const other = await makeSite(scene);
    const id = await makeDraft(events, { platformId: other });
    await close(other);
    await expect(publishEvent(events.at(events.county), { id })).rejects.toMatchObject({
      code: 'events.site_closed',
    });
  });

  it('and closing it at once never leave the event behind a closed door', async () => {
    const events = await eventSceneOf(database, scene.town);
    for (let round = 0; round < 6; round += 1) {
      const platformId = await makeSite(scene);
      const id = await makeDraft(events, { platformId });
      const results = await Promise.allSettled([
        publishEvent(events.at(events.county), { id }),
        close(platformId),
      ]);
      expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    }
  });
});

describe('a site where members take turns', () => {
  const close = (id: string, now?: Temporal.Instant) =>
    closeSite(at(scene, scene.people.host, now), { id, reason });

  it('stays open while a turn is to come, public or not, and closes once the rota is ended', async () => {
    const own = await withOwnPeople(rotaScene);
    for (const isPublic of [true, false]) {
      const { id, siteId } = await makePublicRota(own, { platformId: await makeSite(scene) }, { isPublic });
      await expect(close(siteId)).rejects.toMatchObject({ code: 'rotas.site_turns' });
      expect((await getPlatform(at(scene, system), siteId)).closedOn).toBeNull();
      await endRota(host(), { id, reason });
      await close(siteId);
      expect((await getPlatform(at(scene, system), siteId)).closedReason).toBe(reason);
    }
  });

  it('closes while a turn goes on that is written down already', async () => {
    const { turnIds, siteId } = await makePublicRota(await withOwnPeople(rotaScene));
    for (const id of turnIds.slice(1)) await cancelTurn(host(), { id, reason });
    await expect(close(siteId, duringFirst)).rejects.toMatchObject({ code: 'rotas.site_turns' });
    await logTurn(at(scene, scene.people.host, duringFirst), { id: turnIds[0]! });
    await close(siteId, duringFirst);
  });

  it('has no new turns once it is closed, and tells nobody of old ones', async () => {
    const own = await withOwnPeople(rotaScene);
    const { siteId } = await makePublicRota(own);
    await closePlatform(host(), { id: siteId, reason });
    expect(await nextTurns(at(scene, anonymous), { platformId: siteId })).toEqual([]);
    const { key, ...plan } = rotaInput(own, { platformId: siteId });
    await expect(previewRota(host(), plan)).rejects.toMatchObject({ code: 'rotas.site_closed' });
    await expect(makeRota(host(), { ...plan, key })).rejects.toMatchObject({ code: 'rotas.site_closed' });
  });

  it('and closing it at once never leave a turn behind a closed door', async () => {
    const own = await withOwnPeople(rotaScene);
    for (let round = 0; round < 6; round += 1) {
      const platformId = await makeSite(scene);
      const results = await Promise.allSettled([
        makeRota(host(), rotaInput(own, { platformId })),
        close(platformId),
      ]);
      const { closedOn } = await getPlatform(at(scene, system), platformId);
      const made = results[0]!.status === 'fulfilled';
      expect([closedOn !== null, made]).toContain(true);
      expect([closedOn !== null, made]).not.toEqual([true, true]);
    }
  });

  it('is closed by whoever keeps it, and is not there for others', async () => {
    const siteId = await makeSite(scene);
    for (const actor of [scene.people.neighbour, scene.people.otherCounty])
      await expect(closeSite(at(scene, actor), { id: siteId, reason })).rejects.toMatchObject({
        code: 'platforms.not_yours',
      });
  });
});
