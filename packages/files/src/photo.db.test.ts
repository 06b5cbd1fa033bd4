import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { deflateSync } from 'node:zlib';
import { anonymous, system } from '@tongxin/core';
import { transact, type Context } from '@tongxin/db';
import { testDatabase, type TestDatabase } from '@tongxin/db/testing';
import { contextOf, makeTown } from '@tongxin/matters/testing';
import { eq } from 'drizzle-orm';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { storePhoto } from './commands.ts';
import { renderPhoto } from './photo.ts';
import { storedAs } from './queries.ts';
import { files } from './schema.ts';
import { photoBytes, testStorage } from './testing.ts';

let database: TestDatabase;
let storage: Awaited<ReturnType<typeof testStorage>>;
let ctx: Context;

beforeAll(async () => {
  database = await testDatabase();
  await makeTown(database);
  storage = await testStorage();
  ctx = contextOf(database, anonymous);
});

afterAll(async () => {
  await database.close();
  await storage[Symbol.asyncDispose]();
});

const kept = () =>
  readdirSync(storage.folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
const row = (id: string) =>
  transact({ ...ctx, actor: system }, async (tx) => {
    const found = await tx.select().from(files).where(eq(files.id, id));
    return found[0];
  });

/** The bytes that are kept, as the storage has them. */
const bytesOf = async (id: string, size: 'large' | 'small') =>
  storage.read(storedAs((await row(id))!.name, size));

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
    const [large, small] = [await bytesOf(id, 'large'), await bytesOf(id, 'small')];
    for (const bytes of [large, small]) {
      const seen = await sharp(bytes).metadata();
      expect(seen.format).toBe('jpeg');
      expect([seen.exif, seen.icc, seen.xmp, seen.iptc, seen.orientation]).toEqual(Array(5).fill(undefined));
      expect(Buffer.from(bytes).includes('SomePhone')).toBe(false);
    }
    expect(await sharp(small).metadata()).toMatchObject({ width: 267, height: 400 });
    expect(createHash('sha256').update(large).digest('hex')).toBe(stored.sha256);
    expect(large.length).toBe(stored.bytes);
  });

  it('takes PNG and WebP, shows what is transparent as white, and does not blow up a small one', async () => {
    const clear = sharp({
      create: { width: 30, height: 20, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } },
    });
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
      expect(Buffer.from(await bytesOf(id, 'large')).includes('script')).toBe(false);
    }
  });

  it('takes the photo of a large camera and a screenshot of twenty-five million pixels', async () => {
    const white = (width: number, height: number) =>
      sharp({ create: { width, height, channels: 3, background: '#fff' } });
    for (const sent of [
      await white(8000, 6000).jpeg().toBuffer(),
      await white(5000, 5000).png().toBuffer(),
    ]) {
      const { id } = await storePhoto(ctx, storage, sent);
      expect(await row(id)).toMatchObject({ width: 1600 });
    }
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8])(
    'turns a photo upright that was taken in position %i',
    async (orientation) => {
      const corner = {
        input: { create: { width: 20, height: 20, channels: 3 as const, background: '#f00' } },
        left: 0,
        top: 0,
      };
      const field = sharp({ create: { width: 80, height: 40, channels: 3, background: '#00f' } });
      const picture = await field.composite([corner]).png().toBuffer();
      const sent = await sharp(picture).withMetadata({ orientation }).jpeg({ quality: 95 }).toBuffer();
      const upright = await sharp(sent).autoOrient().raw().toBuffer({ resolveWithObject: true });
      const rendered = await renderPhoto(sent);
      const shown = await sharp(rendered.large.bytes).raw().toBuffer({ resolveWithObject: true });
      expect([shown.info.width, shown.info.height]).toEqual([upright.info.width, upright.info.height]);
      const difference = shown.data.reduce(
        (sum, value, index) => sum + Math.abs(value - upright.data[index]!),
        0,
      );
      expect(difference / shown.data.length).toBeLessThan(5);
    },
  );

  it.each(Object.entries(refused()))('refuses %s and keeps nothing', async (_, [make, code]) => {
    const before = {
      files: kept().length,
      rows: await transact({ ...ctx, actor: system }, (tx) => tx.$count(files)),
    };
    await expect(storePhoto(ctx, storage, await make())).rejects.toMatchObject({ code, kind: 'BAD_REQUEST' });
    expect(kept()).toHaveLength(before.files);
    expect(await transact({ ...ctx, actor: system }, (tx) => tx.$count(files))).toBe(before.rows);
  });

  it('keeps nothing when the storage breaks half-way', async () => {
    const before = {
      files: kept().length,
      rows: await transact({ ...ctx, actor: system }, (tx) => tx.$count(files)),
    };
    const full = {
      ...storage,
      put: (name: string, bytes: Uint8Array) =>
        name.includes('small') ? Promise.reject(new Error('the disk is full')) : storage.put(name, bytes),
    };
    await expect(storePhoto(ctx, full, await photoBytes())).rejects.toThrow('the disk is full');
    expect(kept()).toHaveLength(before.files);
    expect(await transact({ ...ctx, actor: system }, (tx) => tx.$count(files))).toBe(before.rows);
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
    'a page that begins like a JPEG': [
      () => Buffer.from('\u00FF\u00D8\u00FF<html><script>alert(1)</script>', 'latin1'),
      'files.damaged',
    ],
    'a GIF that is also a script': [text('GIF89a=1;alert(1)//'), 'files.not_a_photo'],
    'an SVG': [text('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), 'files.not_a_photo'],
    'an SVG with a declaration': [text('<?xml version="1.0"?><svg/>'), 'files.not_a_photo'],
    'a web page': [text('<!DOCTYPE html><p>photo.jpg'), 'files.not_a_photo'],
    'a PDF': [text('%PDF-1.7 /JPEG'), 'files.not_a_photo'],
    'an iPhone photo in HEIC': [() => Buffer.from(heic, 'base64'), 'files.heic'],
    'more than ten megabytes': [
      () => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.alloc(10 * 1024 * 1024)]),
      'files.too_big',
    ],
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
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function crc32(bytes: Buffer): number {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return ~crc >>> 0;
}
