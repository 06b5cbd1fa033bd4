import { newId, type Actor } from '@tongxin/core';
import { transact } from '@tongxin/db';
import { testDatabase, type TestDatabase } from '@tongxin/db/testing';
import { sweepUnattached, withdrawPhotos } from '@tongxin/files/commands';
import { openPhoto } from '@tongxin/files/queries';
import { files } from '@tongxin/files/schema';
import { makePhoto, testStorage } from '@tongxin/files/testing';
import { listHistory } from '@tongxin/matters/queries';
import { testNow } from '@tongxin/matters/testing';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listArchive } from '../queries/index.ts';
import { AddArchiveLink, ShowArchiveItem } from '../rules/index.ts';
import { eventSceneOf, makeDraft, makeEvent, type EventScene } from '../testing.ts';
import {
  addArchiveLink,
  addArchivePhotos,
  addArchiveText,
  removeArchiveItem,
  showArchiveItem,
} from './index.ts';

let database: TestDatabase;
let scene: EventScene;
let storage: Awaited<ReturnType<typeof testStorage>>;
beforeAll(async () => {
  database = await testDatabase({ connections: 20 });
  scene = await eventSceneOf(database);
  storage = await testStorage();
});
afterAll(async () => {
  await storage[Symbol.asyncDispose]();
  await database.close();
});

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: { code: string }) => error.code,
  );
const county = () => scene.at(scene.county);
const open = { mustAttend: false, signUp: 'public' as const };
const photo = () => makePhoto(county(), storage);
const textOf = (id: string, over: Record<string, unknown> = {}) => ({
  ...{ id, key: newId(), kind: 'text' as const, title: '小结', body: '谈了三件事。' },
  ...over,
});

describe('the archive of an event', () => {
  it('numbers what is kept in the order in which it came, and each step is in the journal', async () => {
    const id = await makeEvent(scene);
    const photoIds = [await photo(), await photo()];
    expect(await addArchivePhotos(county(), { id, photoIds, caption: '会场一角' })).toEqual({ added: 2 });
    await addArchiveText(county(), textOf(id));
    await addArchiveLink(county(), { id, key: newId(), title: '报道', url: 'https://news.example.org/1' });
    const { rows: items } = await listArchive(county(), { id });
    expect(items.map(({ kind, itemNo }) => [kind, itemNo])).toEqual([
      ['photo', 1],
      ['photo', 2],
      ['text', 3],
      ['link', 4],
    ]);
    expect(items[0]!.number).toMatch(/^E330702-2026-\d+-01$/);
    const moves = (await listHistory(county(), id)).map(({ move }) => move);
    expect(moves.filter((move) => move === 'archive')).toHaveLength(3);
  });

  it('keeps a photo once, however often it is sent, and a text once for one press', async () => {
    const id = await makeEvent(scene);
    const photoIds = [await photo()];
    const sent = Array.from({ length: 5 }, () =>
      addArchivePhotos(county(), { id, photoIds, caption: '会场一角' }),
    );
    expect((await Promise.all(sent)).map(({ added }) => added).toSorted((a, b) => a - b)).toEqual([
      0, 0, 0, 0, 1,
    ]);
    const text = textOf(id);
    await Promise.all([addArchiveText(county(), text), addArchiveText(county(), text)]);
    expect((await listArchive(county(), { id })).rows).toHaveLength(2);
    const other = { ...text, title: '另一篇' };
    expect(await codeOf(addArchiveText(county(), other))).toBe('idempotency.other_content');
  });

  it('gives each of many who add at once a number of its own', async () => {
    const id = await makeEvent(scene);
    await Promise.all(Array.from({ length: 8 }, () => addArchiveText(county(), textOf(id))));
    const numbers = (await listArchive(county(), { id })).rows.map(({ itemNo }) => itemNo);
    expect(numbers).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it('takes no photo of another event, none that is not there, nothing for a draft, nothing from another office', async () => {
    const [id, other] = [await makeEvent(scene), await makeEvent(scene)];
    const photoIds = [await photo()];
    const caption = '会场一角';
    await addArchivePhotos(county(), { id, photoIds, caption });
    expect(await codeOf(addArchivePhotos(county(), { id: other, photoIds, caption }))).toBe('files.taken');
    const nothing = { id, photoIds: [newId()], caption };
    expect(await codeOf(addArchivePhotos(county(), nothing))).toBe('files.not_found');
    expect(await codeOf(addArchiveText(county(), textOf(await makeDraft(scene))))).toBe('matters.not_now');
    const far = scene.at(scene.otherCounty);
    expect(await codeOf(addArchiveText(far, textOf(id)))).toBe('matters.not_found');
    expect(await codeOf(addArchiveText(scene.at(scene.city), textOf(id)))).toBe('matters.not_yours');
  });

  it('shows what is kept of its parts with it, so that a group’s notes are read where the whole is kept', async () => {
    const whole = await makeEvent(scene, { category: 'plenary' });
    const part = await makeEvent(scene, { parentId: whole, title: '第一组', placeWords: '一号会议室' });
    await addArchiveText(county(), textOf(part, { title: '第一组简报' }));
    const { rows: items } = await listArchive(county(), { id: whole });
    expect(items).toMatchObject([{ title: '第一组简报', eventTitle: '第一组', isOfPart: true }]);
  });

  it('is read by the offices of its ground only, photos too', async () => {
    const id = await makeEvent(scene);
    const photoId = await photo();
    await addArchivePhotos(county(), { id, photoIds: [photoId], caption: '会场一角' });
    for (const actor of [scene.otherCounty, scene.host])
      expect(await codeOf(listArchive(scene.at(actor), { id }))).toBe('matters.not_found');
    for (const actor of [scene.otherCounty, scene.host, { kind: 'anonymous' as const }])
      expect(await codeOf(openPhoto(scene.at(actor), storage, photoId, 'large'))).toBe('files.not_found');
    expect((await listArchive(scene.at(scene.city), { id })).rows).toHaveLength(1);
    expect((await openPhoto(county(), storage, photoId, 'large')).published).toBe(false);
  });

  it('holds two hundred things and says so to the next', async () => {
    const id = await makeEvent(scene);
    await database.pool.query(
      `insert into archive_items (id, event_id, item_no, kind, title, body, added_at)
       select gen_random_uuid(), $1, no, 'text', 't', 'b', now() from generate_series(1, 200) no`,
      [id],
    );
    expect(await codeOf(addArchiveText(county(), textOf(id)))).toBe('events.archive_full');
  });
});

describe('showing what is kept', () => {
  it('puts it on the public page and takes it back, once whoever does it has looked', async () => {
    const id = await makeEvent(scene, open);
    const photoId = await photo();
    await addArchivePhotos(county(), { id, photoIds: [photoId], caption: '会场一角' });
    const [item] = (await listArchive(county(), { id })).rows;
    const show = { id, itemId: item!.id, published: true, looked: true };
    expect(ShowArchiveItem.safeParse({ ...show, looked: false }).success).toBe(false);
    await showArchiveItem(county(), show);
    expect(await codeOf(showArchiveItem(county(), show))).toBe('events.item_unchanged');
    const anybody = scene.at({ kind: 'anonymous' });
    expect((await openPhoto(anybody, storage, photoId, 'small')).published).toBe(true);
    await showArchiveItem(county(), { ...show, published: false });
    expect(await codeOf(openPhoto(anybody, storage, photoId, 'small'))).toBe('files.not_found');
  });

  it('is not for events that have no public page, and not for what is not there', async () => {
    const id = await makeEvent(scene);
    const { itemId } = await addArchiveText(county(), textOf(id));
    const show = { published: true, looked: true };
    expect(await codeOf(showArchiveItem(county(), { id, itemId, ...show }))).toBe('events.not_public');
    const elsewhere = { id: await makeEvent(scene, open), itemId, ...show };
    expect(await codeOf(showArchiveItem(county(), elsewhere))).toBe('events.item_unknown');
  });
});

describe('taking something out', () => {
  it('needs a reason, takes it off the public page, and its number stays used', async () => {
    const id = await makeEvent(scene, open);
    const photoId = await photo();
    await addArchivePhotos(county(), { id, photoIds: [photoId], caption: '会场一角' });
    const [item] = (await listArchive(county(), { id })).rows;
    const itemId = item!.id;
    await showArchiveItem(county(), { id, itemId, published: true, looked: true });
    await removeArchiveItem(county(), { id, itemId, reason: '拍到了人脸' });
    for (const actor of [{ kind: 'anonymous' as const }, scene.county, scene.city])
      expect(await codeOf(openPhoto(scene.at(actor), storage, photoId, 'small'))).toBe('files.not_found');
    const again = removeArchiveItem(county(), { id, itemId, reason: '再来一次' });
    expect(await codeOf(again)).toBe('events.item_unknown');
    await addArchiveText(county(), textOf(id));
    expect((await listArchive(county(), { id })).rows.map(({ itemNo }) => itemNo)).toEqual([2]);
    const last = (await listHistory(county(), id)).find(({ move }) => move === 'take_out');
    expect(last).toMatchObject({ reason: '拍到了人脸' });
  });
});

describe('a photo that is taken out', () => {
  it('counts no more, and its bytes are gone with the next day’s sweep', async () => {
    const id = await makeEvent(scene, open);
    const photoId = await photo();
    await addArchivePhotos(county(), { id, photoIds: [photoId], caption: '会场一角' });
    const [item] = (await listArchive(county(), { id })).rows;
    await removeArchiveItem(county(), { id, itemId: item!.id, reason: '拍到了人脸' });
    const kept = () =>
      transact(scene.at({ kind: 'system' }), (tx) => tx.$count(files, eq(files.id, photoId)));
    const counted = () =>
      transact(scene.at({ kind: 'system' }), (tx) => tx.$count(files, eq(files.matterId, id)));
    expect([await kept(), await counted()]).toEqual([1, 0]);
    const tomorrow = scene.at({ kind: 'system' }, testNow.add({ hours: 25 }));
    expect(await sweepUnattached(tomorrow, storage)).toBeGreaterThan(0);
    expect(await kept()).toBe(0);
  });

  it('is taken away by whoever sees it in its matter and by nobody else', async () => {
    const id = await makeEvent(scene, open);
    const photoId = await photo();
    await addArchivePhotos(county(), { id, photoIds: [photoId], caption: '会场一角' });
    const away = (actor: Actor, matterId = id) =>
      codeOf(withdrawPhotos(scene.at(actor), { matterId, photoIds: [photoId] }));
    expect(await away(scene.otherCounty)).toBe('files.not_found');
    expect(await away(scene.county, newId())).toBe('files.not_found');
    expect((await openPhoto(county(), storage, photoId, 'large')).published).toBe(false);
  });
});

describe('a media link', () => {
  it('leads to a web address and to nothing else', () => {
    const link = { id: newId(), key: newId(), title: '直播' };
    const ok = (url: string) => AddArchiveLink.safeParse({ ...link, url }).success;
    expect(ok('https://live.example.org/1')).toBe(true);
    for (const url of ['javascript:alert(1)', 'file:///etc/passwd', 'data:text/html,x', 'live'])
      expect([url, ok(url)]).toEqual([url, false]);
  });
});
