import { testDatabase, type TestDatabase } from '@tongxin/db/testing';
import {
  afterSession,
  hallSceneOf,
  makeLineIn,
  takeLine,
  type HallScene,
} from '@tongxin/deliberations/testing';
import { openWords } from '@tongxin/issues/commands';
import { makeIssueIn, sceneOf, takeSteps } from '@tongxin/issues/testing';
import { issues, judgements, receipts } from '@tongxin/issues/schema';
import { transact } from '@tongxin/db';
import { system } from '@tongxin/core';
import { contextOf, makeTown, testNow } from '@tongxin/matters/testing';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sealFollow } from '../follow-cookie.ts';
import { openTestSite, textOf, type Browser, type TestSite } from './testing/browser.ts';

let database: TestDatabase;
let site: TestSite;
let scene: HallScene;
beforeAll(async () => {
  database = await testDatabase();
  scene = await hallSceneOf(sceneOf(database, await makeTown(database)));
  site = await openTestSite(database);
});
beforeEach(() => void site.move(testNow));
afterAll(async () => {
  await site.close();
  await database.close();
});

const house = () => contextOf(database, system);
const read = <T>(work: Parameters<typeof transact<T>>[1]) => transact(house(), work);

/** A browser in which this matter is open. */
function following(id: string, now = testNow): Browser {
  const browser = site.browser();
  browser.cookies.set('follow', sealFollow(id, now, house().keys!.receipt));
  return browser;
}

/** Opens a form, fills it in and sends it. */
async function send(browser: Browser, path: string, fields: Record<string, string> = {}) {
  const form = await browser.get(path);
  expect(form.status).toBe(200);
  return browser.post(path, { fields: { ...form.page, ...fields } });
}

describe('receipt and PIN', () => {
  it('open the matter in small letters and without dashes too, and leave again', async () => {
    const issue = await makeIssueIn(scene, 'received');
    const browser = site.browser();
    const fields = { receipt: issue.receipt.toLowerCase().replaceAll('-', ' '), pin: issue.pin };
    expect((await browser.post('/follow', { fields })).location).toBe('/follow/matter');
    const page = await browser.get('/follow/matter');
    expect(page.headers['cache-control']).toBe('no-store');
    expect(textOf(page.html)).toContain(issue.receipt);
    const left = await browser.post('/follow/leave');
    expect(textOf((await browser.get(left.location)).html)).toContain('已退出');
    expect((await browser.get('/follow/matter')).location).toBe('/follow?because=timeout');
  });

  it('get the same answer when either is wrong, and the receipt is kept in its field', async () => {
    const { receipt } = await makeIssueIn(scene, 'received');
    const wrongPin = await site.browser().post('/follow', { fields: { receipt, pin: '000000' } });
    const wrongReceipt = await site
      .browser()
      .post('/follow', { fields: { receipt: '7K-M2QF-9XTB', pin: '000000' } });
    expect([wrongPin.status, wrongReceipt.status]).toEqual([422, 422]);
    expect(wrongPin.page).toMatchObject({ receipt, pin: '' });
    expect(textOf(wrongPin.html).replaceAll(receipt, '')).toBe(
      textOf(wrongReceipt.html).replaceAll('7K-M2QF-9XTB', ''),
    );
    const typo = await site.browser().post('/follow', { fields: { receipt: 'abc', pin: '12' } });
    expect([typo.html.includes('href="#receipt"'), typo.html.includes('href="#pin"')]).toEqual([true, true]);
  });

  it('are locked after five wrong tries', async () => {
    const { receipt, pin } = await makeIssueIn(scene, 'received');
    for (let tries = 0; tries < 5; tries += 1)
      await site.browser().post('/follow', { fields: { receipt, pin: '000000' } });
    const locked = await site.browser().post('/follow', { fields: { receipt, pin } });
    expect([locked.status, textOf(locked.html).includes('锁定 15 分钟')]).toEqual([429, true]);
    await read((tx) =>
      tx.update(receipts).set({ lockedUntil: null, wrongTries: 0 }).where(eq(receipts.receipt, receipt)),
    );
  });

  it('stay shown for half an hour after the last page', async () => {
    const { id } = await makeIssueIn(scene, 'received');
    const browser = following(id);
    site.move(testNow.add({ minutes: 29 }));
    expect((await browser.get('/follow/matter')).status).toBe(200);
    site.move(testNow.add({ minutes: 58 }));
    expect((await browser.get('/follow/matter')).status).toBe(200);
    site.move(testNow.add({ minutes: 89 }));
    expect((await browser.get('/follow/matter')).location).toBe('/follow?because=timeout');
  });
});

describe('one’s own matter', () => {
  it('shows the four words, the next step, the history and who opened the record', async () => {
    const issue = await makeIssueIn(scene, 'accepted');
    await openWords(contextOf(database, scene.people.host), { id: issue.id });
    const { html } = await following(issue.id).get('/follow/matter');
    expect(html).toContain('aria-current="step"');
    for (const seen of [
      '已受理',
      '下一步',
      '您说出来',
      '受理',
      '谁打开过我的记录',
      '您的原话',
      '城东街道联络组',
    ]) {
      expect(textOf(html)).toContain(seen);
    }
    expect(textOf(html)).not.toContain('演示 ');
  });

  it('lets the resident answer a question once, however often the form is sent', async () => {
    const { id } = await makeIssueIn(scene, 'needs_info');
    const browser = following(id);
    const form = await browser.get('/follow/answer');
    expect(textOf(form.html)).toContain('是哪一盏路灯？');
    const empty = await browser.post('/follow/answer', { fields: { ...form.page, text: ' ' } });
    expect([empty.status, empty.html.includes('href="#text"')]).toEqual([422, true]);
    const fields = { ...form.page, text: '菜场门口第二盏。' };
    const answers = await Promise.all([1, 2].map(() => browser.post('/follow/answer', { fields })));
    expect(answers.map(({ location }) => location)).toEqual(Array(2).fill('/follow/matter?done=answer'));
    const page = textOf((await browser.get('/follow/matter?done=answer')).html);
    expect(page.split('菜场门口第二盏。').length).toBe(2);
    expect(page).toContain('收到您的补充');
  });

  it('lets the resident judge, and keeps what was chosen when something is missing', async () => {
    const { id } = await makeIssueIn(scene, 'to_rate');
    const browser = following(id);
    const faulty = await send(browser, '/follow/judge', { solved: 'partly', stars: '', words: '还差两盏' });
    expect(faulty.status).toBe(422);
    expect(faulty.page).toMatchObject({ solved: 'partly', words: '还差两盏' });
    const done = await browser.post('/follow/judge', { fields: { ...faulty.page, stars: '4' } });
    expect(done.location).toBe('/follow/matter?done=judge');
    const kept = await read((tx) =>
      tx.select({ stars: judgements.stars }).from(judgements).where(eq(judgements.issueId, id)).limit(5),
    );
    expect(kept).toEqual([{ stars: 4 }]);
    expect(textOf((await browser.get('/follow/matter')).html)).toContain('4 星');
    expect((await browser.get('/follow/judge')).location).toBe('/follow/matter');
  });

  it('can be withdrawn, reopened once, brought back and looked at again by the county', async () => {
    const withdrawn = following((await makeIssueIn(scene, 'received')).id);
    expect((await send(withdrawn, '/follow/withdraw')).location).toBe('/follow/matter?done=withdraw');
    const closed = following((await makeIssueIn(scene, 'closed')).id);
    expect((await send(closed, '/follow/reopen', { text: '又不亮了。' })).location).toBe(
      '/follow/matter?done=reopen',
    );
    const diverted = following((await makeIssueIn(scene, 'diverted')).id);
    expect(textOf((await diverted.get('/follow/matter')).html)).toContain('政务服务热线 12345');
    expect((await send(diverted, '/follow/bounce', { text: '热线说不归他们管。' })).location).toBe(
      '/follow/matter?done=bounce',
    );
    const declined = following((await makeIssueIn(scene, 'declined')).id);
    expect((await send(declined, '/follow/review')).location).toBe('/follow/matter?done=askReview');
    expect((await declined.get('/follow/review')).location).toBe('/follow/matter');
  });

  it('forgets the contact details for good when the resident wants it', async () => {
    const { id } = await makeIssueIn(scene, 'received', { contact: { phone: '139 0000 0000' } });
    await takeSteps(scene, id, ['withdraw']);
    const browser = following(id);
    expect((await send(browser, '/follow/erase')).location).toBe('/follow/matter?done=erase');
    const [kept] = await read((tx) =>
      tx.select({ contactKept: issues.contactKept }).from(issues).where(eq(issues.matterId, id)).limit(1),
    );
    expect(kept).toEqual({ contactKept: false });
    expect((await browser.get('/follow/erase')).location).toBe('/follow/matter');
  });

  it('is judged line by line when a session agreed what to do, and sent back through its lines', async () => {
    const { issueIds, lineId, sessionId } = await makeLineIn(scene, 'asking');
    site.move(afterSession);
    const browser = following(issueIds[0]!, afterSession);
    const page = await browser.get('/follow/matter');
    expect(page.html).toContain(`/follow/judge/${lineId}`);
    expect(page.html).toContain(`/sessions/${sessionId}`);
    const done = await send(browser, `/follow/judge/${lineId}`, { solved: 'yes', stars: '5' });
    expect(done.location).toBe('/follow/matter?done=judge');
    await takeLine(scene, 'close', { lineId, issueIds });
    const reopened = await send(browser, '/follow/reopen', { text: '三天后又坏了两盏。' });
    expect(reopened.location).toBe('/follow/matter?done=reopen');
    const chain = await browser.get('/follow/chain');
    expect(textOf(chain.html)).toContain('一件事的全部经过');
  });

  it('is shown to nobody with a forged or foreign cookie', async () => {
    const { id } = await makeIssueIn(scene, 'received');
    const forged = site.browser();
    forged.cookies.set('follow', sealFollow(id, testNow, new Uint8Array(32).fill(1)));
    for (const path of ['/follow/matter', '/follow/answer', '/follow/judge', '/follow/chain']) {
      expect((await forged.get(path)).location).toBe('/follow?because=timeout');
    }
    expect((await forged.post('/follow/withdraw', { fields: { key: crypto.randomUUID() } })).status).toBe(
      303,
    );
    expect(textOf((await following(id).get('/follow/matter')).html)).toContain('已收到');
  });
});
