import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { encoded, openPageCache } from './page-cache.ts';

describe('a kept page', () => {
  it('is drawn once while it is fresh, and anew afterwards', async () => {
    let now = 0;
    let drawn = 0;
    const cache = openPageCache({ life: 100, clock: () => now });
    const take = () => cache.take('/', async () => `page ${(drawn += 1)}`);
    expect((await take()).plain.toString()).toBe('page 1');
    expect((await take()).plain.toString()).toBe('page 1');
    now = 100;
    expect(cache.find('/')).toBeUndefined();
    expect((await take()).plain.toString()).toBe('page 2');
  });

  it('is drawn once for all who ask at the same time', async () => {
    let drawn = 0;
    const cache = openPageCache();
    const pages = await Promise.all(
      Array.from({ length: 50 }, () => cache.take('/', async () => `page ${(drawn += 1)}`)),
    );
    expect([drawn, new Set(pages).size]).toEqual([1, 1]);
  });

  it('keeps its mark and its packed bytes while its content stays the same', async () => {
    let now = 0;
    const cache = openPageCache({ life: 1, clock: () => now });
    const first = await cache.take('/', async () => 'same');
    const { bytes } = encoded(first, 'br');
    now = 2;
    const second = await cache.take('/', async () => 'same');
    expect([second.etag, second.br]).toEqual([first.etag, bytes]);
  });

  it('is not kept when drawing it goes wrong', async () => {
    const cache = openPageCache();
    await expect(cache.take('/', async () => Promise.reject(new Error('down')))).rejects.toThrow('down');
    expect((await cache.take('/', async () => 'up')).plain.toString()).toBe('up');
  });

  it('makes room for others: the oldest goes first', async () => {
    const cache = openPageCache({ most: 2 });
    for (const key of ['a', 'b', 'c']) await cache.take(key, async () => key);
    expect([cache.find('a'), cache.find('c')?.plain.toString()]).toEqual([undefined, 'c']);
  });

  it('is packed as the browser understands it', async () => {
    const page = await openPageCache().take('/', async () => '说议理评'.repeat(100));
    expect(brotliDecompressSync(encoded(page, 'gzip, deflate, br').bytes)).toEqual(page.plain);
    expect(gunzipSync(encoded(page, 'gzip').bytes)).toEqual(page.plain);
    expect(encoded(page, undefined)).toEqual({ bytes: page.plain, encoding: null });
  });
});
