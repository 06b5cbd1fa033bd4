import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { deflateSync } from 'node:zlib';
import { anonymous, newId, system, type Actor, type Role } from '@tongxin/core';
import { transact, type Context } from '@tongxin/db';
import { testDatabase, type TestDatabase } from '@tongxin/db/testing';
import { matters } from '@tongxin/matters/schema';
import { makeTown, type Town } from '@tongxin/matters/testing';
import { eq, sql } from 'drizzle-orm';
import pg from 'pg';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { attachPhotos, publishPhotos, storePhoto, sweepUnattached } from './commands.ts';
import { renderPhoto } from './photo.ts';
import { listPhotos, listPublishedPhotos, openPhoto } from './queries.ts';
import { files } from './schema.ts';
import { makePhoto, photoBytes, testStorage } from './testing.ts';

let database: TestDatabase;
let town: Town;
let storage: Awaited<ReturnType<typeof testStorage>>;
let ctx: Context;
const now = Temporal.Instant.from('2026-11-21T07:00:00Z');

beforeAll(async () => {
  database = await testDatabase();
  town = await makeTown(database);
  storage = await testStorage();
  ctx = { municipality: database, actor: anonymous, now: () => now };
});

afterAll(async () => {
  await database.close();
  await storage[Symbol.asyncDispose]();
});

const place = { cityCode: '3307', countyCode: '330702', townshipCode: '330702001', villageCode: '330702001001' };

async function makeMatter(): Promise<string> {
  const id = newId<'matter'>();
  await database.db.insert(matters).values({
    ...place,
    id,
    kind: 'issue',
    number: id,
    chainId: id,
    organisationId: town.township.id,
    state: 'told',
    ownerRole: 'host',
    ownerUnitId: town.township.id,
    dueAt: now,
    openedAt: now,
    changedAt: now,
    entryCount: 1,
  });
  return id;
}

const resident = (matterId: string): Actor => ({ kind: 'resident', matterId });
const holder = (role: Role, divisionCode: string | null, organisationId: string | null = null): Actor => ({
  kind: 'account',
  accountId: newId<'account'>(),
  name: '某人',
  grants: [{ role, divisionCode, organisationId, matterId: null }],
});
const as = (actor: Actor): Context => ({ ...ctx, actor });
const kept = () => readdirSync(storage.folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
const row = (id: string) =>
  transact(as(system), async (tx) => {
    const found = await tx.select().from(files).where(eq(files.id, id));
    return found[0];
  });

/** A photo that its matter's resident has sent. */
async function attached(handlerUnitId: string | null = null) {
  const matterId = await makeMatter();
  const id = await makePhoto(ctx, storage);
  const actor = resident(matterId);
  await attachPhotos(as(actor), { matterId, photoIds: [id], place: { ...place, handlerUnitId } });
  return { id, matterId };
}

const mayOpen = async (actor: Actor, id: string) =>
  openPhoto(as(actor), storage, id, 'small').then(
    () => true,
    (error: { code?: string }) => {
      expect(error.code).toBe('files.not_found');
      return false;
    },
  );

describe('storing a photo', () => {
  it('keeps two sizes, upright, without place, time and camera', async () => {
    const sent = await sharp({ create: { width: 3000, height: 2000, channels: 3, background: '#446688' } })
      .withExif({
        IFD0: { Make: 'SomePhone', DateTime: '2026:11:20 08:00:00' },
        IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '29/1 6/1 0/1' },
      })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    expect((await sharp(sent).metadata()).exif).toBeDefined();
    const { id } = await storePhoto(ctx, storage, sent);
    const stored = (await row(id))!;
    expect(stored).toMatchObject({ width: 1067, height: 1600, matterId: null, published: false });
    const matterId = await makeMatter();
    await attachPhotos(as(resident(matterId)), { matterId, photoIds: [id], place });
    const large = await openPhoto(as(resident(matterId)), storage, id, 'large');
    const small = await openPhoto(as(resident(matterId)), storage, id, 'small');
    for (const photo of [large, small]) {
      const seen = await sharp(photo.bytes).metadata();
      expect(seen).toMatchObject({ format: 'jpeg', width: photo.width, height: photo.height });
      expect([seen.exif, seen.icc, seen.xmp, seen.iptc, seen.orientation]).toEqual(Array(5).fill(undefined));
      expect(Buffer.from(photo.bytes).includes('SomePhone')).toBe(false);
    }
    expect([small.width, small.height]).toEqual([267, 400]);
    expect(createHash('sha256').update(large.bytes).digest('hex')).toBe(stored.sha256);
    expect(large.bytes.length).toBe(stored.bytes);
  });

  it('takes PNG and WebP, shows what is transparent as white, and does not blow up a small one', async () => {
    const clear = sharp({ create: { width: 30, height: 20, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } });
    for (const sent of [await clear.png().toBuffer(), await clear.webp().toBuffer()]) {
      const { id } = await storePhoto(ctx, storage, sent);
      expect(await row(id)).toMatchObject({ width: 30, height: 20 });
    }
    const names = kept().map(({ name }) => name);
    expect(names.every((name) => /^[0-9a-f]{32}-(large|small)\.jpg$/.test(name))).toBe(true);
  });

  it('carries nothing over that hides behind or inside a photo', async () => {
    const payload = '<script>alert(1)</script>';
    const plain = Buffer.from(await photoBytes());
    const comment = Buffer.concat([Buffer.from([0xff, 0xfe, 0, payload.length + 2]), Buffer.from(payload)]);
    const inside = Buffer.concat([plain.subarray(0, 2), comment, plain.subarray(2)]);
    const behind = Buffer.concat([plain, Buffer.from(`PK\u0003\u0004${payload}`)]);
    for (const sent of [inside, behind]) {
      expect(sent.includes(payload)).toBe(true);
      const { id } = await storePhoto(ctx, storage, sent);
      const matterId = await makeMatter();
      await attachPhotos(as(resident(matterId)), { matterId, photoIds: [id], place });
      const { bytes } = await openPhoto(as(resident(matterId)), storage, id, 'large');
      expect(Buffer.from(bytes).includes('script')).toBe(false);
    }
  });

  it('takes the photo of a large camera and a screenshot of twenty-five million pixels', async () => {
    const white = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: '#fff' } });
    for (const sent of [await white(8000, 6000).jpeg().toBuffer(), await white(5000, 5000).png().toBuffer()]) {
      const { id } = await storePhoto(ctx, storage, sent);
      expect(await row(id)).toMatchObject({ width: 1600 });
    }
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('turns a photo upright that was taken in position %i', async (orientation) => {
    const corner = { input: { create: { width: 20, height: 20, channels: 3 as const, background: '#f00' } }, left: 0, top: 0 };
    const field = sharp({ create: { width: 80, height: 40, channels: 3, background: '#00f' } });
    const picture = await field.composite([corner]).png().toBuffer();
    const sent = await sharp(picture).withMetadata({ orientation }).jpeg({ quality: 95 }).toBuffer();
    const upright = await sharp(sent).autoOrient().raw().toBuffer({ resolveWithObject: true });
    const rendered = await renderPhoto(sent);
    const shown = await sharp(rendered.large.bytes).raw().toBuffer({ resolveWithObject: true });
    expect([shown.info.width, shown.info.height]).toEqual([upright.info.width, upright.info.height]);
    const difference = shown.data.reduce((sum, value, index) => sum + Math.abs(value - upright.data[index]!), 0);
    expect(difference / shown.data.length).toBeLessThan(5);
  });

  it.each(Object.entries(refused()))('refuses %s and keeps nothing', async (_, [make, code]) => {
    const before = { files: kept().length, rows: await transact(as(system), (tx) => tx.$count(files)) };
    await expect(storePhoto(ctx, storage, await make())).rejects.toMatchObject({ code, kind: 'BAD_REQUEST' });
    expect(kept()).toHaveLength(before.files);
    expect(await transact(as(system), (tx) => tx.$count(files))).toBe(before.rows);
  });

  it('keeps nothing when the storage breaks half-way', async () => {
    const before = { files: kept().length, rows: await transact(as(system), (tx) => tx.$count(files)) };
    const full = {
      ...storage,
      put: (name: string, bytes: Uint8Array) =>
        name.includes('small') ? Promise.reject(new Error('the disk is full')) : storage.put(name, bytes),
    };
    await expect(storePhoto(ctx, full, await photoBytes())).rejects.toThrow('the disk is full');
    expect(kept()).toHaveLength(before.files);
    expect(await transact(as(system), (tx) => tx.$count(files))).toBe(before.rows);
  });
});

/** A 64 × 48 picture as an iPhone writes them, made for this test. */
const heic =
  'AAAAHGZ0eXBoZWljAAAAAG1pZjFoZWljbWlhZgAAAa1tZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAAAAAAAA5waXRtAAAAAAACAAAAEGlkYXQAAAAAAEAAMAAAADhpbG9jAQAAAERAAAIAAQAAAAAAAAHRAAEAAAAAAAAAGQACAAEAAAAAAAAAAQAAAAAAAAAIAAAAOGlpbmYAAAAAAAIAAAAVaW5mZQIAAAEAAQAAaHZjMQAAAAAVaW5mZQIAAAAAAgAAZ3JpZAAAAADYaXBycAAAALZpcGNvAAAAdmh2Y0MBA3AAAAAAAAAAAAAe8AD8/fj4AAAPAyAAAQAYQAEMAf//A3AAAAMAkAAAAwAAAwAeugJAIQABACpCAQEDcAAAAwCQAAADAAADAB6gIIEFlurkprm4EBAwIAAAAwAgAAADACEiAAEABkQBwXPAiQAAABRpc3BlAAAAAAAAAEAAAABAAAAAFGlzcGUAAAAAAAAAQAAAADAAAAAQcGl4aQAAAAADCAgIAAAAGmlwbWEAAAAAAAAAAgABAoECAAICA4QAAAAaaXJlZgAAAAAAAAAOZGltZwACAAEAAQAAACFtZGF0AAAAFSgBrxmA70mlv/7yt/lm7/V61pj5uA==';

function refused(): Record<string, [() => Uint8Array | Promise<Uint8Array>, string]> {
  const text = (words: string) => () => Buffer.from(words);
  return {
    'zero bytes': [() => new Uint8Array(0), 'files.empty'],
    'a PNG of 30,000 × 30,000 pixels in a few bytes': [() => enormousPng(30_000), 'files.too_many_pixels'],
    'a PNG of 5,001 × 5,000 pixels': [() => enormousPng(5001, 5000), 'files.too_many_pixels'],
    'a JPEG that ends in the middle': [async () => (await photoBytes()).subarray(0, 1500), 'files.damaged'],
    'a PNG that ends in the middle': [() => enormousPng(300, 300).subarray(0, 60), 'files.damaged'],
    'a page that begins like a JPEG': [() => Buffer.from('\u00FF\u00D8\u00FF<html><script>alert(1)</script>', 'latin1'), 'files.damaged'],
    'a GIF that is also a script': [text('GIF89a=1;alert(1)//'), 'files.not_a_photo'],
    'an SVG': [text('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), 'files.not_a_photo'],
    'an SVG with a declaration': [text('<?xml version="1.0"?><svg/>'), 'files.not_a_photo'],
    'a web page': [text('<!DOCTYPE html><p>photo.jpg'), 'files.not_a_photo'],
    'a PDF': [text('%PDF-1.7 /JPEG'), 'files.not_a_photo'],
    'an iPhone photo in HEIC': [() => Buffer.from(heic, 'base64'), 'files.heic'],
    'more than ten megabytes': [() => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.alloc(10 * 1024 * 1024)]), 'files.too_big'],
  };
}

/** A PNG whose header claims this size. Its picture data is too short, which nobody must find out by decoding. */
function enormousPng(width: number, height = width): Buffer {
  const chunk = (type: string, content: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), content]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(content.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([1, 0, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const pixels = deflateSync(Buffer.alloc(100_000));
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0))]);
}

function crc32(bytes: Buffer): number {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return ~crc >>> 0;
}

describe('attaching photos', () => {
  it('gives them to the matter with its place, and changes nothing the second time', async () => {
    const { id, matterId } = await attached();
    expect(await row(id)).toMatchObject({ ...place, matterId, attachedAt: now, handlerUnitId: null });
    const later = { ...as(resident(matterId)), now: () => now.add({ hours: 1 }) };
    await attachPhotos(later, { matterId, photoIds: [id, id], place });
    expect(await row(id)).toMatchObject({ attachedAt: now });
  });

  it('is refused for a photo of another matter and for one that does not exist', async () => {
    const { id } = await attached();
    const matterId = await makeMatter();
    const attach = (photoIds: string[]) => attachPhotos(as(resident(matterId)), { matterId, photoIds, place });
    await expect(attach([id])).rejects.toMatchObject({ code: 'files.taken', kind: 'CONFLICT' });
    await expect(attach([newId()])).rejects.toMatchObject({ code: 'files.not_found' });
  });

  it('is refused beyond six photos, also when they come bit by bit', async () => {
    const matterId = await makeMatter();
    const ids = await Promise.all(Array.from({ length: 7 }, () => makePhoto(ctx, storage)));
    const attach = (photoIds: string[]) => attachPhotos(as(resident(matterId)), { matterId, photoIds, place });
    await attach(ids.slice(0, 6));
    await expect(attach(ids.slice(6))).rejects.toMatchObject({ code: 'files.too_many' });
    expect(await row(ids[6]!)).toMatchObject({ matterId: null });
  });

  it('gives a photo to one of two matters that want it at the same time', async () => {
    const id = await makePhoto(ctx, storage);
    const ids = await Promise.all([makeMatter(), makeMatter()]);
    const outcomes = await Promise.allSettled(
      ids.map((matterId) => attachPhotos(as(resident(matterId)), { matterId, photoIds: [id], place })),
    );
    const lost = outcomes.filter((outcome) => outcome.status === 'rejected');
    expect(lost.map(({ reason }) => (reason as { code: string }).code)).toEqual(['files.taken']);
  });

  it('leaves the caller’s scope as it was, also after a refusal', async () => {
    const { id } = await attached();
    const matterId = await makeMatter();
    await transact(as(resident(matterId)), async (tx, inside) => {
      const scope = async () =>
        (await tx.execute<{ scope: string }>(sql`select current_setting('app.scope') as scope`)).rows[0]!.scope;
      const work = attachPhotos(inside, { matterId, photoIds: [id], place });
      await expect(work).rejects.toMatchObject({ code: 'files.taken' });
      expect(await scope()).toBe(`matter:${matterId}`);
      await attachPhotos(inside, { matterId, photoIds: [await makePhoto(ctx, storage)], place });
      expect(await scope()).toBe(`matter:${matterId}`);
    });
  });
});

describe('opening a photo', () => {
  it('is for its resident and the offices of its place', async () => {
    const { id, matterId } = await attached();
    expect(await mayOpen(resident(matterId), id)).toBe(true);
    expect(await mayOpen(holder('host', '330702001'), id)).toBe(true);
    expect(await mayOpen(holder('county_office', '330702'), id)).toBe(true);
    expect(await mayOpen(holder('auditor', '3307'), id)).toBe(true);
  });

  it('is for nobody else; to them it does not exist', async () => {
    const { id } = await attached();
    const others = [
      anonymous,
      resident(await makeMatter()),
      holder('host', '330702002'),
      holder('county_office', '330703'),
      holder('member', '330702'),
      holder('operator', '3307'),
      holder('department_clerk', null, town.department.id),
    ];
    for (const actor of others) expect(await mayOpen(actor, id)).toBe(false);
  });

  it('is for the unit that handles the matter when it is evidence', async () => {
    const { id } = await attached(town.department.id);
    expect(await mayOpen(holder('department_clerk', null, town.department.id), id)).toBe(true);
    expect(await mayOpen(holder('department_clerk', null, town.otherDepartment.id), id)).toBe(false);
  });

  it('is for nobody as long as no matter has it', async () => {
    const id = await makePhoto(ctx, storage);
    for (const actor of [anonymous, holder('city_office', '3307'), system]) expect(await mayOpen(actor, id)).toBe(false);
  });

  it('is for everybody once it is published, and no longer when that is taken back', async () => {
    const { id, matterId } = await attached();
    const host = as(holder('host', '330702001'));
    await publishPhotos(host, { matterId, photoIds: [id], published: true });
    expect(await mayOpen(anonymous, id)).toBe(true);
    expect(await listPublishedPhotos(ctx, [matterId])).toEqual([expect.objectContaining({ id })]);
    await publishPhotos(host, { matterId, photoIds: [id], published: false });
    expect(await mayOpen(anonymous, id)).toBe(false);
    expect(await listPublishedPhotos(ctx, [matterId])).toEqual([]);
  });

  it('lists the photos of a matter for the same people', async () => {
    const { id, matterId } = await attached();
    expect((await listPhotos(as(resident(matterId)), [matterId])).map((photo) => photo.id)).toEqual([id]);
    expect(await listPhotos(as(holder('host', '330702002')), [matterId])).toEqual([]);
    expect(await listPhotos(ctx, [matterId])).toEqual([]);
  });

  it('is published only by those whose matter it is', async () => {
    const { id, matterId } = await attached();
    const publish = (actor: Actor, ofMatter = matterId) =>
      publishPhotos(as(actor), { matterId: ofMatter, photoIds: [id], published: true });
    await expect(publish(holder('host', '330702002'))).rejects.toMatchObject({ code: 'files.not_found' });
    await expect(publish(holder('host', '330702001'), await makeMatter())).rejects.toMatchObject({ code: 'files.not_found' });
  });
});

describe('the second wall', () => {
  const seen = (actor: Actor, id: string) => transact(as(actor), (tx) => tx.$count(files, eq(files.id, id)));

  it('hides rows even from a query without a WHERE of its own', async () => {
    const { id, matterId } = await attached();
    expect(await seen(resident(matterId), id)).toBe(1);
    expect(await seen(holder('host', '330702001'), id)).toBe(1);
    expect(await seen(anonymous, id)).toBe(0);
    expect(await seen(holder('host', '330703001'), id)).toBe(0);
    expect(await database.db.$count(files)).toBe(0);
  });

  it('shows a photo that no matter has to the house alone', async () => {
    const id = await makePhoto(ctx, storage);
    expect(await seen(holder('city_office', '3307'), id)).toBe(0);
    expect(await seen(system, id)).toBe(1);
  });
});

describe('the first wall', () => {
  it('holds where the second one is switched off', async () => {
    await using open = await testDatabase();
    await makeTown(open);
    const owner = new pg.Client({ connectionString: open.ownerUrl, options: '-c search_path=m3307,public' });
    await owner.connect();
    await owner.query('alter table files disable row level security');
    const there = { ...ctx, municipality: open };
    const unattached = await makePhoto(there, storage);
    const id = await makePhoto(there, storage);
    await owner.query('alter table files drop constraint files_matter_id_fk');
    await owner.end();
    const matterId = newId<'matter'>();
    await attachPhotos({ ...there, actor: resident(matterId) }, { matterId, photoIds: [id], place });
    const opens = (actor: Actor, photo: string) =>
      openPhoto({ ...there, actor }, storage, photo, 'small').then(
        () => true,
        () => false,
      );
    expect(await opens(resident(matterId), id)).toBe(true);
    for (const actor of [anonymous, resident(newId()), holder('host', '330702002'), holder('member', '330702')]) {
      expect(await opens(actor, id)).toBe(false);
      expect(await opens(actor, unattached)).toBe(false);
      expect(await listPhotos({ ...there, actor }, [matterId])).toEqual([]);
    }
  });
});

describe('sweeping', () => {
  it('throws away what no matter has taken for a day, bytes and all, and nothing else', async () => {
    await using own = await testDatabase();
    await using apart = await testStorage();
    await makeTown(own);
    const there = { ...ctx, municipality: own };
    const ids = await Promise.all(Array.from({ length: 23 }, () => makePhoto(there, apart)));
    const later = { ...there, now: () => now.add({ hours: 23 }) };
    const young = await makePhoto(later, apart);
    expect(await sweepUnattached({ ...there, now: () => now.add({ hours: 24 }) }, apart)).toBe(0);
    expect(await sweepUnattached({ ...there, now: () => now.add({ hours: 25 }) }, apart)).toBe(ids.length);
    const left = await transact({ ...there, actor: system }, (tx) => tx.select({ id: files.id }).from(files));
    expect(left).toEqual([{ id: young }]);
    const bytes = readdirSync(apart.folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    expect(bytes).toHaveLength(2);
  });

  it('leaves what a matter has, however old', async () => {
    const { id } = await attached();
    await sweepUnattached({ ...ctx, now: () => now.add({ hours: 1000 }) }, storage);
    expect(await row(id)).toBeDefined();
  });
});
