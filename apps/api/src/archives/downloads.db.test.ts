import { anonymous, newId, type Actor } from '@tongxin/core';
import { testDatabase, type TestDatabase } from '@tongxin/db/testing';
import { addArchiveLink, addArchivePhotos, addArchiveText, recordList } from '@tongxin/events/commands';
import { afterEvent, eventSceneOf, makeEvent, makeInvited, type EventScene } from '@tongxin/events/testing';
import { makePhoto, testStorage } from '@tongxin/files/testing';
import { unpackZip } from '@tongxin/sheets/testing';
import fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { registerArchives } from './downloads.ts';

let database: TestDatabase;
let scene: EventScene;
let storage: Awaited<ReturnType<typeof testStorage>>;
let app: FastifyInstance;
let actor: Actor = anonymous;
beforeAll(async () => {
  database = await testDatabase();
  scene = await eventSceneOf(database);
  storage = await testStorage();
  app = fastify();
  const contextOf = async () => scene.at(actor, afterEvent);
  await registerArchives(app, { storage, contextOf, demo: true });
});
afterAll(async () => {
  await app.close();
  await storage[Symbol.asyncDispose]();
  await database.close();
});

async function get(id: string, as: Actor, query = '') {
  actor = as;
  return app.inject({ url: `/archives/events/${id}.zip${query}` });
}

describe('the archive of an event as a file', () => {
  it('opens without a network: an index, each photo and text that it leads to, and attendance in numbers', async () => {
    const member = await makeInvited(database, scene.town, '不该出现的名字');
    const id = await makeEvent(scene, {
      ...{ title: '主席<大>宣讲', speaker: '一位主席', memberIds: [member.id] },
    });
    const county = scene.at(scene.county, afterEvent);
    const entries = [{ memberId: member.id, state: 'attended' as const }];
    await recordList(county, { id, how: 'paper', entries, others: 46 });
    const photoIds = [await makePhoto(county, storage), await makePhoto(county, storage)];
    await addArchivePhotos(county, { id, photoIds, caption: '会场' });
    const text = { id, key: newId(), kind: 'text' as const, title: '讲稿', body: '第一行\n第二行' };
    await addArchiveText(county, text);
    await addArchiveLink(county, { id, key: newId(), title: '报道', url: 'https://news.example.org/1' });

    const answer = await get(id, scene.county);
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'application/zip']);
    expect(Number(answer.headers['content-length'])).toBe(answer.rawPayload.length);
    expect(answer.headers['cache-control']).toBe('private, no-store');
    const files = await unpackZip(answer.rawPayload);
    const names = Object.keys(files);
    expect(names).toHaveLength(4);
    const index = new TextDecoder().decode(files['index.html']);
    for (const seen of [
      '主席&lt;大&gt;宣讲',
      '一位主席',
      '出席 1',
      '其他到场 46',
      '演示数据',
      '2026-12-01 09:00',
    ])
      expect(index).toContain(seen);
    expect(index).not.toContain('不该出现的名字');
    // Everything that the index leads to is in the file, but the media's own page; nothing else is loaded from anywhere.
    const targets = [...index.matchAll(/(?:href|src)="([^"]+)"/g)].map(([, target]) => target!);
    const away = targets.filter((target) => !names.includes(target));
    expect(new Set(away)).toEqual(new Set(['https://news.example.org/1']));
    expect(new Set(targets)).toEqual(
      new Set([...names.filter((name) => name !== 'index.html'), 'https://news.example.org/1']),
    );
    expect(index).not.toContain('<script');
    const [photo] = names.filter((name) => name.startsWith('photos/'));
    expect([...files[photo!]!.subarray(0, 2)]).toEqual([0xff, 0xd8]);
    const [words] = names.filter((name) => name.startsWith('texts/'));
    expect(new TextDecoder().decode(files[words!])).toContain('第一行\r\n第二行');
    expect((await get(id, scene.county, '?lang=en')).rawPayload.length).toBeGreaterThan(1000);
  });

  it('is there, with an index alone, when nothing is kept yet', async () => {
    const id = await makeEvent(scene);
    const files = await unpackZip((await get(id, scene.county)).rawPayload);
    expect(Object.keys(files)).toEqual(['index.html']);
  });

  it('is for the offices of its ground, and for others there is nothing', async () => {
    const id = await makeEvent(scene);
    for (const other of [anonymous, scene.otherCounty, scene.host, scene.auditor])
      expect((await get(id, other)).statusCode).toBe(404);
    expect((await get(id, scene.city)).statusCode).toBe(200);
    expect((await get(newId(), scene.county)).statusCode).toBe(404);
    expect((await get('nothing', scene.county)).statusCode).toBe(404);
  });
});
