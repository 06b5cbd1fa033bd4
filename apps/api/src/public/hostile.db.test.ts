import { testDatabase, type TestDatabase } from '@tongxin/db/testing';
import { makeSession, hallSceneOf } from '@tongxin/deliberations/testing';
import { makeIssueIn, sceneOf } from '@tongxin/issues/testing';
import { issues } from '@tongxin/issues/schema';
import { system } from '@tongxin/core';
import { transact } from '@tongxin/db';
import { contextOf, makeTown, testNow } from '@tongxin/matters/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sealFollow } from '../follow-cookie.ts';
import { openTestSite, type Browser, type TestSite } from './testing/browser.ts';

let database: TestDatabase;
let site: TestSite;
let sessionId: string;
const matterIds = new Map<string, string>();
beforeAll(async () => {
  database = await testDatabase();
  const scene = await hallSceneOf(sceneOf(database, await makeTown(database)));
  site = await openTestSite(database);
  sessionId = (await makeSession(scene)).id;
  const states = {
    answer: 'needs_info',
    judge: 'to_rate',
    reopen: 'closed',
    bounce: 'diverted',
    review: 'declined',
    withdraw: 'received',
  } as const;
  for (const [act, state] of Object.entries(states)) {
    matterIds.set(`/follow/${act}`, (await makeIssueIn(scene, state as 'received')).id);
  }
});
afterAll(async () => {
  await site.close();
  await database.close();
});

/** What nobody means to send. */
const nasty: Readonly<Record<string, string>> = {
  empty: '',
  blank: ' \t\r\n ',
  script: '"><script>alert(1)</script><img src=x onerror=alert(1)>',
  sql: "'; drop table issues; -- \\",
  controls: 'a\u0000b\u0001c\u001b[31m\u007f',
  direction: '\u202eevil\u2066',
  emoji: '👩‍👩‍👧‍👦🏳️‍🌈'.repeat(40),
  zalgo: 'Z\u0351\u036b\u0343'.repeat(60),
  wide: '１３９０００００００００',
  huge: '灯'.repeat(30_000),
  number: '9'.repeat(400),
  path: '../../../../etc/passwd%00',
  json: '{"$ne":null,"__proto__":{"admin":true}}',
};

function browserFor(path: string): Browser {
  const browser = site.browser();
  const id = matterIds.get(path);
  if (id !== undefined)
    browser.cookies.set('follow', sealFollow(id, testNow, contextOf(database, system).keys!.receipt));
  return browser;
}

const forms = [
  {
    path: '/tell/what',
    from: '/tell',
    fields: ['words', 'place', 'placeWords', 'sealed', 'go', 'drop', 'tool'],
  },
  { path: '/tell/place', from: '/tell', fields: ['place', 'choose', 'in', 'go', 'sealed'] },
  { path: '/tell/contact', from: '/tell', fields: ['name', 'phone', 'address', 'sealed'] },
  { path: '/tell/send', from: '/tell', fields: ['sealed', 'go'] },
  { path: '/follow', from: '/follow', fields: ['receipt', 'pin'] },
  { path: '/follow/answer', fields: ['text', 'key'] },
  { path: '/follow/judge', fields: ['solved', 'stars', 'words', 'key'] },
  { path: '/follow/reopen', fields: ['text', 'key'] },
  { path: '/follow/bounce', fields: ['text', 'key'] },
  { path: '/follow/review', fields: ['key'] },
  { path: '/follow/withdraw', fields: ['key'] },
  { path: '/tickets', from: '/tickets', fields: ['ticket'] },
] as const;

describe('every form', () => {
  it('answers whatever is sent with a page, never with a fault of ours, and keeps what was typed', async () => {
    const answers: Record<string, number[]> = {};
    for (const form of forms) {
      const browser = browserFor(form.path);
      const { page } = await browser.get('from' in form ? form.from : form.path);
      for (const field of form.fields) {
        for (const [kind, value] of Object.entries(nasty)) {
          const sent = {
            ...page,
            words: '路灯坏了两个月。',
            text: '第二盏。',
            ...(field === 'key' ? {} : { key: '' }),
            [field]: value,
          };
          const answer = await browser.post(form.path, { fields: sent });
          (answers[`${form.path} ${field} ${kind}`] ??= []).push(answer.status);
          expect(answer.html.includes('<script>alert'), `${form.path} ${field} ${kind}`).toBe(false);
        }
      }
    }
    const broken = Object.entries(answers).filter(([, statuses]) => statuses.some((status) => status >= 500));
    expect(broken).toEqual([]);
  });

  it('takes several values of a field, unknown fields and no fields at all', async () => {
    for (const { path } of forms) {
      const browser = browserFor(path);
      const twice = ['a', 'b'];
      const strange = Object.fromEntries(
        ['constructor', 'toString', '__proto__', 'a[b][c]'].map((name) => [name, 'x']),
      );
      for (const fields of [
        {},
        { text: twice, words: twice, sealed: twice, key: twice, go: twice },
        strange,
      ]) {
        expect((await browser.post(path, { fields })).status).toBeLessThan(500);
      }
    }
  });

  it('keeps a text that is far too long, to be shortened', async () => {
    const browser = site.browser();
    const { page } = await browser.get('/tell');
    const words = '灯'.repeat(20_000);
    const answer = await browser.post('/tell/what', { fields: { ...page, words, place: '桥头社区' } });
    expect([answer.status, answer.page['words'] === words]).toEqual([422, true]);
  });

  it('refuses what is larger than any form, and bodies of another kind', async () => {
    const browser = site.browser();
    const large = await browser.post('/tell/contact', { fields: { name: 'x'.repeat(1_100_000) } });
    expect([large.status, large.html.includes('<h1>')]).toEqual([413, true]);
    const other = await browser.post('/follow', { headers: { 'content-type': 'application/xml' } });
    expect([other.status, other.html.includes('<h1>')]).toEqual([415, true]);
    const cut = await browser.post('/tell/what', {
      headers: { 'content-type': 'multipart/form-data; boundary=never' },
    });
    expect(cut.status).toBeLessThan(500);
    const json = await browser.post('/follow', { headers: { 'content-type': 'application/json' } });
    expect(json.status).toBeLessThan(500);
  });

  it('is refused when another site sends it', async () => {
    const browser = site.browser();
    const { page } = await browser.get('/tell');
    const before = await transact(contextOf(database, system), (tx) => tx.$count(issues));
    const elsewhere = [
      { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' },
      { 'sec-fetch-site': 'same-site', origin: 'http://other.town.example' },
      { 'sec-fetch-site': '', origin: 'null' },
      { 'sec-fetch-site': '', origin: 'https://evil.example' },
    ];
    for (const headers of elsewhere) {
      const answer = await browser.post('/tell/send', { fields: page, headers });
      expect([answer.status, answer.html.includes('这张表单不是从本站打开的')]).toEqual([403, true]);
    }
    expect(await transact(contextOf(database, system), (tx) => tx.$count(issues))).toBe(before);
  });
});

describe('every address', () => {
  it('answers whatever stands in it with a page, never with a fault of ours', async () => {
    const paths = [
      (word: string) => `/find?q=${word}`,
      (word: string) => `/find?in=${word}`,
      (word: string) => `/find/options?q=${word}`,
      (word: string) => `/place/${word}`,
      (word: string) => `/sessions?in=${word}`,
      (word: string) => `/sessions?after=${word}`,
      (word: string) => `/sessions?after=2026-11-21T00:00:00Z_${word}`,
      (word: string) => `/sessions/${word}`,
      (word: string) => `/sessions/${word}.ics`,
      (word: string) => `/halls/${word}.ics`,
      (word: string) => `/places/${word}.ics`,
      (word: string) => `/settled?in=${word}`,
      (word: string) => `/settled?as=${word}`,
      (word: string) => `/settled?after=${word}`,
      (word: string) => `/settled/${word}`,
      (word: string) => `/chain/${word}`,
      (word: string) => `/tickets/${word}`,
      (word: string) => `/tell?place=${word}`,
      (word: string) => `/follow?because=${word}`,
      (word: string) => `/settings?look=${word}&lang=${word}&back=${word}`,
      (word: string) => `/?lang=${word}`,
    ];
    const broken: string[] = [];
    for (const path of paths) {
      for (const [kind, value] of Object.entries(nasty)) {
        if (value.length > 500) continue;
        const answer = await site.browser().get(path(encodeURIComponent(value)));
        if (answer.status >= 500 || answer.html.includes('<script>alert'))
          broken.push(`${path('…')} ${kind} ${answer.status}`);
      }
    }
    expect(broken).toEqual([]);
    for (const path of ['/%', '/%zz', '/sessions/%ff', '/a/../../b', `/${'a'.repeat(9000)}`]) {
      expect((await site.browser().get(path)).status).toBeLessThan(500);
    }
  });

  it('takes whatever a browser says that it remembers', async () => {
    const browser = site.browser();
    for (const value of Object.values(nasty)) {
      const word = encodeURIComponent(value).slice(0, 300);
      for (const name of ['lang', 'look', 'place', 'follow', 'sent']) browser.cookies.set(name, word);
      for (const path of ['/', '/tell', '/tell/receipt', '/follow/matter', `/sessions/${sessionId}`]) {
        expect((await browser.get(path)).status).toBeLessThan(500);
      }
    }
  });
});
