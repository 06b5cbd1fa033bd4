import { testDatabase, type TestDatabase } from '@tongxin/db/testing';
import { at, hallSceneOf, makeSession } from '@tongxin/deliberations/testing';
import { publishIssue } from '@tongxin/issues/commands';
import { makeIssueIn, sceneOf } from '@tongxin/issues/testing';
import { makeTown } from '@tongxin/matters/testing';
import { links } from '@tongxin/public/links';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestSite, textOf, type TestSite } from './testing/browser.ts';

let database: TestDatabase;
let site: TestSite;
let address: string;
beforeAll(async () => {
  database = await testDatabase();
  const scene = await hallSceneOf(sceneOf(database, await makeTown(database)));
  await makeSession(scene);
  const { id } = await makeIssueIn(scene, 'closed');
  await publishIssue(at(scene, scene.people.county), { id, confirmed: true });
  site = await openTestSite(database);
  address = await site.app.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(async () => {
  await site.close();
  await database.close();
});

/** A page as somebody gets it who has never been here: no cookies, over the network. */
async function ask(path: string) {
  const answer = await fetch(`${address}${path}`);
  return { status: answer.status, html: await answer.text(), cookies: answer.headers.getSetCookie() };
}
const linksOf = (html: string) => [
  ...new Set([...html.matchAll(/<a [^>]*href="([^"]*)"/g)].map(([, href = '']) => textOf(href).trim())),
];

describe('a stranger at the front door', () => {
  it('is let in at once, told that the data are invented, and offered the other language', async () => {
    const { status, html, cookies } = await ask('/');
    expect([status, cookies]).toEqual([200, []]);
    expect(html).toContain('<html lang="zh-CN"');
    expect(textOf(html).indexOf('演示数据')).toBeLessThan(textOf(html).indexOf('同心'));
    expect(linksOf(html)).toContain(links.settings({ lang: 'en', back: '/' }));
    // The second time from what is kept, in front of the framework.
    expect(await ask('/')).toEqual({ status, html, cookies });
  });

  it('finds a page behind every link of the first page, in both languages', async () => {
    for (const lang of ['zh-CN', 'en']) {
      const { html } = await ask(`/?lang=${lang}`);
      const inside = linksOf(html).filter((href) => href.startsWith('/'));
      expect(inside.filter((href) => href.startsWith('/sessions/'))).toHaveLength(1);
      expect(inside.filter((href) => href.startsWith('/settled/'))).toHaveLength(1);
      // The members' and the offices' applications are served beside this site.
      const beside = [links.members(), links.offices()];
      for (const href of inside.filter((path) => !beside.includes(path)))
        expect([href, (await ask(href)).status]).toEqual([href, 200]);
      expect(linksOf(html).filter((href) => !/^[/#]/.test(href))).toEqual([]);
      expect(inside).toEqual(expect.arrayContaining(beside));
    }
  });

  it('keeps the language of a link that they were sent, without a script', async () => {
    const { html, cookies } = await ask('/sessions?lang=en');
    expect(html).toContain('<html lang="en"');
    expect(cookies).toEqual([
      expect.stringMatching(/^lang=en; Max-Age=31536000; Path=\/; HttpOnly; SameSite=Lax$/),
    ]);
    const next = await fetch(`${address}/`, { headers: { cookie: 'lang=en' } });
    expect(await next.text()).toContain('<html lang="en"');
    expect((await ask('/?lang=fr')).cookies).toEqual([]);
  });
});
