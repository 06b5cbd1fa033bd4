import { newId, type Actor } from '@tongxin/core';
import { testDatabase, type TestDatabase } from '@tongxin/db/testing';
import { openPhoto } from '@tongxin/files/queries';
import { makePhoto, testStorage } from '@tongxin/files/testing';
import { listHistory } from '@tongxin/matters/queries';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getRequest, myRequests } from '../queries/index.ts';
import { Advise } from '../rules/index.ts';
import { at, expertSceneOf, makeRequest, type ExpertScene } from '../testing.ts';
import { adviseOn } from './index.ts';

let database: TestDatabase;
let scene: ExpertScene;
let storage: Awaited<ReturnType<typeof testStorage>>;
beforeAll(async () => {
  database = await testDatabase();
  scene = await expertSceneOf(database);
  storage = await testStorage();
});
afterAll(async () => {
  await storage[Symbol.asyncDispose]();
  await database.close();
});

const as = (actor: Actor) => at(scene, actor);
const chen = () => as(scene.chen.actor);
const advice = '先测土，再按缺什么补什么。';
const refusedWith = (code: string) => expect.objectContaining({ code }) as unknown;
const refusal = async (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => error,
  );

describe('photos of what an expert saw', () => {
  it('go with the advice to whoever asked and the offices above, and to nobody else', async () => {
    const id = await makeRequest(scene, 'accepted');
    const photoIds = [await makePhoto(chen(), storage), await makePhoto(chen(), storage)];
    await adviseOn(chen(), { id, advice, photoIds });
    const { host, county, city, neighbour, otherCounty, auditor } = scene.people;
    for (const actor of [host, county, city]) {
      expect((await getRequest(as(actor), { id })).photoIds).toEqual(photoIds);
      expect(await openPhoto(as(actor), storage, photoIds[0]!, 'small')).toMatchObject({ published: false });
    }
    for (const actor of [neighbour, otherCounty, auditor, scene.chen.actor, { kind: 'anonymous' } as const])
      expect(await refusal(openPhoto(as(actor), storage, photoIds[0]!, 'small'))).toEqual(
        refusedWith('files.not_found'),
      );
    const mine = await myRequests(chen(), { open: true });
    expect(mine.rows.find((row) => row.id === id)).toMatchObject({ photos: 2 });
    expect(JSON.stringify(mine.rows)).not.toContain(photoIds[0]);
    const entry = (await listHistory(as(host), id)).at(-1);
    expect(entry).toMatchObject({ move: 'advise', data: { photos: 2 } });
  });

  it('belong to one request; what is not there or taken leaves the advice unsaid', async () => {
    const [first, second] = [await makeRequest(scene, 'accepted'), await makeRequest(scene, 'accepted')];
    const photoId = await makePhoto(chen(), storage);
    await adviseOn(chen(), { id: first, advice, photoIds: [photoId] });
    expect(await refusal(adviseOn(chen(), { id: second, advice, photoIds: [photoId] }))).toEqual(
      refusedWith('files.taken'),
    );
    expect(await refusal(adviseOn(chen(), { id: second, advice, photoIds: [newId()] }))).toEqual(
      refusedWith('files.not_found'),
    );
    expect(await getRequest(as(scene.people.host), { id: second })).toMatchObject({
      state: 'accepted',
      advice: null,
    });
    const seven = Array.from({ length: 7 }, () => newId());
    expect(Advise.safeParse({ id: second, advice, photoIds: seven }).success).toBe(false);
  });
});
