import { testDatabase } from '@tongxin/db/testing';
import { testKeys } from '@tongxin/accounts/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sealFollow } from '../../follow-cookie.ts';
import { changedTables, standOf, type Stand } from '../bad-input/half-written.ts';
import { wrongTexts } from '../bad-input/poison.ts';
import { makeFixture, testNow, type Fixture } from '../fixture.ts';
import { forgetful, type Forgetful } from '../forgetful.ts';
import { samples } from '../samples/index.ts';
import { openSite } from './open-http.ts';

let fixture: Fixture;
let undoing: Forgetful;
let untouched: Stand;
let site: Awaited<ReturnType<typeof openSite>>;
beforeAll(async () => {
  fixture = await makeFixture(await testDatabase());
  undoing = await forgetful(fixture.database);
  site = await openSite({ ...fixture.database, ...undoing.municipality });
  await undoing.begin();
  untouched = await standOf(undoing);
  await undoing.back();
}, 120_000);
afterAll(async () => {
  await site.close();
  undoing.close();
  await fixture.database.close();
});

type Browser = ReturnType<typeof site.browser>;
type Fields = Record<string, string>;
type Form = {
  /** The procedure behind it whose sample says whose matter it is, and when. */
  behind?: string;
  path?: () => string;
  /** A valid form as a page of ours sends it: what the page held, and what a person filled in. */
  filled: (browser: Browser) => Promise<Fields>;
};

const key = () => crypto.randomUUID();
const told = { words: '桥头的路灯坏了两个月。', place: '桥头社区', placeWords: '东边第二盏' };
const contact = { name: '周大爷', phone: '139 0000 1234', address: '桥头社区六号' };

async function afterWhat(browser: Browser): Promise<Fields> {
  const { page } = await browser.get('/tell');
  return (await browser.post('/tell/what', { fields: { ...page, ...told } })).page;
}

/** A form of somebody who has shown a receipt. */
const ofMine = (behind: string, fields: Fields, path?: () => string): Form => ({
  behind,
  ...(path === undefined ? {} : { path }),
  filled: async () => ({ ...fields, key: key() }),
});

/** Every form of the residents' site that holds more than a button. */
const forms: Readonly<Record<string, Form>> = {
  '/tell/what': { filled: async (browser) => ({ ...(await browser.get('/tell')).page, ...told }) },
  '/tell/place': { filled: async (browser) => ({ ...(await afterWhat(browser)), choose: '330702001001' }) },
  '/tell/contact': { filled: async (browser) => ({ ...(await afterWhat(browser)), ...contact }) },
  '/tell/send': {
    filled: async (browser) => {
      const fields = { ...(await afterWhat(browser)), ...contact };
      return { sealed: (await browser.post('/tell/contact', { fields })).page['sealed']!, go: 'send' };
    },
  },
  '/follow': {
    filled: async () => ({ receipt: fixture.issues.received.receipt, pin: fixture.issues.received.pin }),
  },
  '/follow/answer': ofMine('issues.answer', { text: '就在桥的东边。' }),
  '/follow/judge': ofMine('issues.judge', { solved: 'yes', stars: '4', words: '亮了，谢谢。' }),
  '/follow/reopen': ofMine('issues.reopen', { text: '昨天又不亮了。' }),
  '/follow/bounce': ofMine('issues.bounce', { text: '热线说不归他们管。' }),
  '/follow/review': ofMine('issues.askReview', {}),
  '/follow/withdraw': ofMine('issues.withdraw', {}),
  '/follow/erase': ofMine('issues.eraseIdentity', {}),
  '/follow/judge/:lineId': ofMine(
    'deliberations.lines.judge',
    { solved: 'yes', stars: '4', words: '修好了。' },
    () => `/follow/judge/${fixture.lines.asking.lineId}`,
  ),
  '/tickets': { filled: async () => ({ ticket: fixture.talks.ticket }) },
  '/sessions/:id/seat': {
    path: () => `/sessions/${fixture.talks.noticed}/seat`,
    filled: async () => ({ key: key() }),
  },
};

/** What a wrong try may write: that it was one. */
const counting: Readonly<Record<string, readonly string[]>> = { '/follow': ['m3307.receipts'] };

type Answer = Awaited<ReturnType<Browser['post']>>;

/** The fields at which the page says that something has to be changed, in the list at its head. */
const namedFields = (html: string) =>
  [...(/<div class="faults" role="alert".*?<\/div>/s.exec(html)?.[0] ?? '').matchAll(/href="#([^"]+)"/g)].map(
    ([, field]) => field,
  );

/** What is wrong with an answer, or nothing. */
function faultOf({ status, html }: Pick<Answer, 'status' | 'html'>): string | null {
  if (status >= 500) return `${status}`;
  if (html.includes('<script>alert(1)')) return 'gives a script back as a script';
  if (status < 400) return null;
  if (!html.includes('<h1')) return `${status} without a page`;
  return status === 422 && namedFields(html).length === 0 ? '422 without a field' : null;
}

async function open(name: string) {
  const { behind, path = () => name, filled } = forms[name]!;
  const { about = fixture.issues.received.id, now = testNow } =
    behind === undefined ? {} : samples[behind]!(fixture);
  site.move(now);
  const browser = site.browser();
  if (behind !== undefined) browser.cookies.set('follow', sealFollow(about, now, testKeys.receipt));
  const fields = await filled(browser);
  return { fields, send: (sent: Fields) => browser.post(path(), { fields: sent }) };
}

/** Sends and keeps what a refused form leaves behind; undoes the rest. */
async function sendAndKeep(send: () => Promise<Answer>): Promise<Answer> {
  await undoing.query('savepoint sent');
  const answer = await send();
  const refused = answer.status >= 400 && answer.status < 500;
  await undoing.query(
    refused ? 'release savepoint sent' : 'rollback to savepoint sent; release savepoint sent',
  );
  return answer;
}

/** Sends a form with each wrong text in each of its fields; answers what is wrong with what came back. */
async function spoilAll(name: string) {
  const faults: string[] = [];
  const statuses: number[] = [];
  await undoing.begin();
  try {
    const { fields, send } = await open(name);
    const valid = await sendAndKeep(() => send(fields));
    const wrong = Object.keys(fields).flatMap((field) => wrongTexts.map((text) => [field, text] as const));
    for (const [field, text] of wrong) {
      const answer = await sendAndKeep(() => send({ ...fields, [field]: text }));
      statuses.push(answer.status);
      const fault = faultOf(answer);
      if (fault !== null) faults.push(`${field} = ${JSON.stringify(text).slice(0, 40)} → ${fault}`);
    }
    const changed = changedTables(untouched, await standOf(undoing));
    const half = changed.filter((table) => !counting[name]?.includes(table));
    if (half.length > 0) faults.push(`refused forms have written to ${half.join(', ')}`);
    return { valid, statuses, faults };
  } finally {
    await undoing.back();
  }
}

describe('a form with something wrong in one field', () => {
  it.each(Object.keys(forms))(
    '%s is taken or comes back with what has to be changed, and leaves nothing behind',
    async (name) => {
      const { valid, statuses, faults } = await spoilAll(name);
      expect(faults, faults.join('\n')).toEqual([]);
      // Otherwise the fields would not be looked at, but something before them.
      expect([valid.status, namedFields(valid.html)]).toEqual([valid.location === '' ? 200 : 303, []]);
      expect(statuses.some((status) => status >= 400)).toBe(true);
    },
    60_000,
  );
});

describe('a planted defect is found', () => {
  it('a page that breaks, one that names no field, one that gives a script back', () => {
    expect(faultOf({ status: 500, html: '' })).toBe('500');
    expect(faultOf({ status: 422, html: '<h1>x</h1><p>no</p>' })).toBe('422 without a field');
    expect(faultOf({ status: 200, html: '<p><script>alert(1)</script></p>' })).toMatch('script');
    const alert = '<h1>x</h1><div class="faults" role="alert"><a href="#words">x</a></div>';
    expect(faultOf({ status: 422, html: alert })).toBeNull();
  });
});
