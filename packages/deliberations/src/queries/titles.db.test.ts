import { newId, type Actor } from '@tongxin/core';
import { testDatabase, type TestDatabase } from '@tongxin/db/testing';
import { saveHandlingCopy } from '@tongxin/issues/commands';
import { accountOf, sceneOf } from '@tongxin/issues/testing';
import { makeTown } from '@tongxin/matters/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { at, hallSceneOf, makeAccepted, makeTopic, type HallScene } from '../testing/index.ts';
import { listTitles } from './index.ts';

let database: TestDatabase;
let scene: HallScene;

beforeAll(async () => {
  database = await testDatabase();
  scene = await hallSceneOf(sceneOf(database, await makeTown(database)));
});
afterAll(() => database.close());

const as = (actor: Actor) => at(scene, actor);

describe('the titles of matters', () => {
  it('are given to whoever works with them, of every kind, and to nobody else', async () => {
    const [named, unnamed] = await makeAccepted(scene);
    const copy = { id: named!, title: '路灯不亮', text: '社区入口三盏灯不亮。', confirmed: false };
    await saveHandlingCopy(as(scene.people.host), copy);
    const topic = await makeTopic(scene, { issueIds: [named!] });
    const ids = [topic.id, named!, unnamed ?? newId(), newId()];
    const titles = new Map(
      (await listTitles(as(scene.people.host), { ids })).map(({ id, title }) => [id, title]),
    );
    expect(titles.get(named!)).toBe('路灯不亮');
    expect(titles.get(topic.id)).toBeTypeOf('string');
    for (const actor of [
      scene.people.otherClerk,
      scene.people.neighbour,
      scene.people.otherCounty,
      accountOf('member', { divisionCode: '330702' }),
    ]) {
      expect(await listTitles(as(actor), { ids })).toEqual([]);
    }
  });
});
