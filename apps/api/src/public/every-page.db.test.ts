import { newId } from '@tongxin/core';
import { testDatabase, type TestDatabase } from '@tongxin/db/testing';
import { hallSceneOf } from '@tongxin/deliberations/testing';
import { sceneOf } from '@tongxin/issues/testing';
import { makeTown } from '@tongxin/matters/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestSite, textOf, type TestSite } from './testing/browser.ts';

let database: TestDatabase;
let site: TestSite;
beforeAll(async () => {
  database = await testDatabase();
  await hallSceneOf(sceneOf(database, await makeTown(database)));
  site = await openTestSite(database);
});
afterAll(async () => {
  await site.close();
  await database.close();
});

const get = async (path: string) => site.browser().get(path);

describe('every page', () => {
  const open = [
    '/',
    '/find',
    '/sessions',
    '/sessions?past=1',
    '/settled',
    '/about',
    '/privacy',
    '/accessibility',
    '/tell',
    '/follow',
    '/tickets',
    '/place/330702',
    '/nothing-here',
  ];

  it('is whole in both languages and says that the data are invented', async () => {
    for (const path of open) {
      for (const lang of ['zh-CN', 'en']) {
        const page = await get(`${path}${path.includes('?') ? '&' : '?'}lang=${lang}`);
        expect(page.html.startsWith('<!doctype html><html lang=')).toBe(true);
        expect(page.html).toContain(`<html lang="${lang}"`);
        expect(page.html).toContain('演示数据');
        expect(page.html.match(/<h1/g)).toHaveLength(1);
      }
    }
  });

  it('allows no script but the site’s own and no frame, and tells nobody where the reader came from', async () => {
    for (const path of open) {
      const { headers, html } = await get(path);
      expect(headers['content-security-policy']).toContain("default-src 'none'");
      expect(headers['content-security-policy']).not.toContain('unsafe');
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['referrer-policy']).toBe('same-origin');
      expect(html).not.toMatch(/<script(?![^>]* src=)|<style| style=| on[a-z]+=/);
    }
  });

  it('that is the same for everybody is sent once and afterwards only confirmed', async () => {
    const first = await get('/about');
    const again = await site.browser().get('/about', { 'if-none-match': String(first.headers['etag']) });
    expect([first.headers['cache-control'], again.status, again.html]).toEqual(['no-cache', 304, '']);
    const packed = await site.app.inject({ url: '/about', headers: { 'accept-encoding': 'br' } });
    expect([packed.headers['content-encoding'], packed.rawPayload.length < first.html.length]).toEqual([
      'br',
      true,
    ]);
  });

  it('keeps the chosen size and language, and its links for them lead back to itself only', async () => {
    const browser = site.browser();
    const back = encodeURIComponent('/sessions?past=1');
    expect((await browser.get(`/settings?look=elder&back=${back}`)).location).toBe('/sessions?past=1');
    expect((await browser.get('/')).html).toContain('class="look-elder"');
    await browser.get('/settings?lang=en&back=/');
    expect((await browser.get('/about')).html).toContain('<html lang="en"');
    for (const elsewhere of [
      'https://evil.example/',
      '//evil.example',
      '/\\evil.example',
      'javascript:alert(1)',
      '/\t/evil',
    ]) {
      expect((await browser.get(`/settings?look=large&back=${encodeURIComponent(elsewhere)}`)).location).toBe(
        '/',
      );
    }
  });

  it('is English from an address that says so on, until somebody chooses otherwise', async () => {
    const browser = site.browser();
    await browser.get('/about?lang=en');
    expect((await browser.get('/')).html).toContain('<html lang="en"');
    expect((await browser.get('/?lang=zh-CN')).html).toContain('href="/settings?lang=en&amp;back=%2F"');
  });

  it('comes from the front door with the same bytes and headers as from inside', async () => {
    const address = await site.app.listen({ port: 0, host: '127.0.0.1' });
    const ask = async (headers: Record<string, string> = {}) => {
      const answer = await fetch(`${address}/privacy`, {
        headers: { 'accept-encoding': 'identity', ...headers },
      });
      const told = [...answer.headers].filter(
        ([name]) => !['date', 'keep-alive', 'connection'].includes(name),
      );
      return {
        status: answer.status,
        told: told.toSorted((a, b) => (a < b ? -1 : 1)),
        body: await answer.text(),
      };
    };
    const inside = await ask();
    const door = await ask();
    expect(door).toEqual(inside);
    const etag = new Headers(Object.fromEntries(door.told)).get('etag') ?? '';
    expect(await ask({ 'if-none-match': etag })).toMatchObject({ status: 304, body: '' });
    expect((await ask({ cookie: 'look=larger' })).body).toContain('class="look-larger"');
    expect((await ask({ cookie: 'lang=en; look=larger' })).body).toContain('<html lang="en"');
    expect((await ask()).body).toBe(inside.body);
    expect((await fetch(`${address}/privacy`, { method: 'POST' })).status).toBe(403);
  });

  it('says that something is broken on our side when the records cannot be reached', async () => {
    const other = await testDatabase();
    const broken = await openTestSite(other);
    await other.close();
    const answer = await broken.browser().get('/');
    expect([answer.status, textOf(answer.html).includes('我们这边出了故障')]).toEqual([500, true]);
    expect(answer.headers['cache-control']).toBe('no-store');
    await broken.close();
  });

  it('tells search engines what is not for them', async () => {
    expect((await get('/robots.txt')).html).toContain('Disallow: /follow/');
    expect((await get('/tickets')).html).toContain('name="robots" content="noindex"');
    expect((await get('/tell')).html).not.toContain('noindex');
  });

  it('that does not exist helps on', async () => {
    for (const path of [
      '/nothing',
      `/sessions/${newId()}`,
      `/settled/${newId()}`,
      '/place/999999',
      `/sessions/${newId()}.ics`,
      '/tickets/ABCDEFGH',
      `/halls/${newId()}.ics`,
    ]) {
      const page = await get(path);
      expect([path, page.status, textOf(page.html).includes('没有这一页')]).toEqual([path, 404, true]);
    }
  });
});
