import { testDatabase, type TestDatabase } from '@tongxin/db/testing';
import { photoBytes } from '@tongxin/files/testing';
import { issues, issueWords } from '@tongxin/issues/schema';
import { system } from '@tongxin/core';
import { transact } from '@tongxin/db';
import { files } from '@tongxin/files/schema';
import { contextOf, makeTown } from '@tongxin/matters/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestSite, textOf, type Browser, type TestSite } from './testing/browser.ts';

let database: TestDatabase;
let site: TestSite;
beforeAll(async () => {
  database = await testDatabase();
  await makeTown(database);
  site = await openTestSite(database);
});
afterAll(async () => {
  await site.close();
  await database.close();
});

const words = '社区主路的路灯坏了快两个月，天黑以后老人孩子走路看不见。';
const house = () => contextOf(database, system);
const countIssues = () => transact(house(), (tx) => tx.$count(issues));

/** The first screen, filled in and sent. */
async function tellWhat(browser: Browser, fields: Record<string, string> = {}) {
  const { page } = await browser.get('/tell');
  return browser.post('/tell/what', { fields: { ...page, words, place: '桥头社区', ...fields } });
}

/** All the way to the last screen. */
async function tellAll(browser: Browser, fields: Record<string, string> = {}) {
  const contact = await tellWhat(browser, fields);
  expect(contact.status).toBe(200);
  return browser.post('/tell/contact', { fields: { ...contact.page, ...fields } });
}

describe('telling a matter', () => {
  it('takes three screens, then gives a receipt and a PIN that open it', async () => {
    const browser = site.browser();
    const check = await tellAll(browser, { placeWords: '菜场东门口', phone: '139 0000 0000' });
    expect(textOf(check.html)).toContain('看一遍，再发送');
    for (const said of [words, '婺城区 城东街道 桥头社区', '菜场东门口', '139 0000 0000'])
      expect(textOf(check.html)).toContain(said);
    const sent = await browser.post('/tell/send', { fields: { ...check.page, go: 'send' } });
    expect([sent.status, sent.location]).toEqual([303, '/tell/receipt']);
    const receipt = await browser.get('/tell/receipt');
    expect(receipt.headers['cache-control']).toBe('no-store');
    expect(textOf(receipt.html)).toMatch(/[2-9A-Z]{2}-[2-9A-Z]{4}-[2-9A-Z]{4}/);
    const opened = await browser.post('/follow', { fields: receipt.page });
    expect([opened.status, opened.location]).toEqual([303, '/follow/matter']);
    const matter = await browser.get('/follow/matter');
    expect(textOf(matter.html)).toContain(words);
    expect(matter.html).not.toContain('139 0000 0000');
  });

  it('is one matter, however often it is sent: twice at once, with the way back, after a lost answer', async () => {
    const browser = site.browser();
    const check = await tellAll(browser);
    const before = await countIssues();
    const send = () => browser.post('/tell/send', { fields: { ...check.page, go: 'send' } });
    const [first, second] = await Promise.all([send(), send()]);
    expect([first.status, second.status]).toEqual([303, 303]);
    const shown = textOf((await browser.get('/tell/receipt')).html);
    expect((await send()).status).toBe(303);
    expect(textOf((await browser.get('/tell/receipt')).html)).toBe(shown);
    expect(await countIssues()).toBe(before + 1);
  });

  it('asks once more when something was changed after sending, and then it is another matter', async () => {
    const browser = site.browser();
    const check = await tellAll(browser);
    await browser.post('/tell/send', { fields: { ...check.page, go: 'send' } });
    const back = await browser.post('/tell/send', { fields: { ...check.page, go: 'words' } });
    const again = await browser.post('/tell/what', { fields: { ...back.page, words: `${words}还有两盏。` } });
    const asked = await browser.post('/tell/send', { fields: { ...again.page, go: 'send' } });
    expect(asked.status).toBe(409);
    expect(textOf(asked.html)).toContain('作为另一件事发送');
    const before = await countIssues();
    expect((await browser.post('/tell/send', { fields: { ...asked.page, go: 'send' } })).location).toBe(
      '/tell/receipt',
    );
    expect(await countIssues()).toBe(before + 1);
  });

  it('keeps nothing of what was written before it is sent', async () => {
    const browser = site.browser();
    const secret = '只写在第一页上的话，还没有发送。';
    const before = await countIssues();
    const contact = await tellWhat(browser, { words: secret });
    expect(contact.status).toBe(200);
    expect(contact.html).not.toContain(secret);
    expect(await countIssues()).toBe(before);
    const kept = await transact(house(), (tx) =>
      tx.select({ words: issueWords.words }).from(issueWords).limit(500),
    );
    expect(kept.map((row) => row.words)).not.toContain(secret);
  });
});

describe('the first screen', () => {
  it('says beside each field what has to be changed, links to it, and loses nothing that was typed', async () => {
    const answer = await tellWhat(site.browser(), { words: '灯坏', place: '', placeWords: '东门口' });
    expect(answer.status).toBe(422);
    expect(answer.html).toContain('href="#words"');
    expect(answer.html).toContain('href="#place"');
    expect(answer.html).toContain('<title>有内容要改');
    expect(answer.page).toMatchObject({ words: '灯坏', placeWords: '东门口', place: '' });
  });

  it('shows the hotlines first when somebody may be in danger, and lets them go on', async () => {
    const browser = site.browser();
    const answer = await tellWhat(browser, { words: '楼下着火了，有人被困在里面出不来！' });
    expect(answer.status).toBe(200);
    expect(answer.html).toContain('href="tel:119"');
    const on = await browser.post('/tell/emergency', { fields: answer.page });
    expect(textOf(on.html)).toContain('要留联系方式吗');
  });

  it('asks which place is meant when there are several, and finds it from the list too', async () => {
    const browser = site.browser();
    const which = await tellWhat(browser, { place: '社区' });
    expect(textOf(which.html)).toContain('有几个，您说的是哪一个');
    const chosen = await browser.post('/tell/place', { fields: { ...which.page, choose: '330702001002' } });
    expect(textOf(chosen.html)).toContain('要留联系方式吗');
    const list = await tellWhat(browser, { go: 'list', place: '' });
    expect(textOf(list.html)).toContain('婺城区');
    const county = await browser.post('/tell/place', { fields: { ...list.page, in: '330702' } });
    expect(textOf(county.html)).toContain('城东街道');
    const township = await browser.post('/tell/place', { fields: { ...county.page, in: '330702001' } });
    expect(textOf(township.html)).toContain('说不准是哪个村');
    const wrong = await browser.post('/tell/place', { fields: { ...township.page, choose: '330702' } });
    expect([wrong.status, textOf(wrong.html).includes('请从列表里选一个')]).toEqual([422, true]);
  });

  it('begins with the place of the address or with the remembered one', async () => {
    const browser = site.browser();
    expect(textOf((await browser.get('/tell?place=330702001001')).html)).toContain('桥头社区');
    expect((await browser.get('/tell?place=330702')).page).toHaveProperty('place');
    await browser.post('/place/330702001/remember');
    expect(textOf((await browser.get('/tell')).html)).toContain('城东街道');
    expect(textOf((await browser.get('/')).html)).toContain('城东街道的议事会');
  });

  it('keeps photos through every other correction, and lets them go again', async () => {
    const browser = site.browser();
    const photo = { name: 'lamp.jpg', bytes: await photoBytes() };
    const { page } = await browser.get('/tell');
    const faulty = await browser.post('/tell/what', {
      fields: { ...page, words: '灯', place: '桥头社区' },
      photos: [photo],
    });
    expect(faulty.status).toBe(422);
    expect(textOf(faulty.html)).toContain('去掉照片 1');
    const contact = await browser.post('/tell/what', { fields: { ...faulty.page, words }, photos: [] });
    const check = await browser.post('/tell/contact', { fields: contact.page });
    expect(textOf(check.html)).toContain('1 张');
    await browser.post('/tell/send', { fields: { ...check.page, go: 'send' } });
    const attached = await transact(house(), (tx) =>
      tx.select({ matterId: files.matterId }).from(files).limit(10),
    );
    expect(attached.map(({ matterId }) => matterId !== null)).toEqual([true]);
  });

  it('says why a photo was not kept, and keeps the others', async () => {
    const browser = site.browser();
    const good = { name: 'lamp.jpg', bytes: await photoBytes() };
    const bad = { name: 'virus.jpg', bytes: Buffer.from('MZ not a photo') };
    const { page } = await browser.get('/tell');
    const answer = await browser.post('/tell/what', {
      fields: { ...page, words, place: '桥头社区' },
      photos: [good, bad],
    });
    expect(answer.status).toBe(422);
    expect(textOf(answer.html)).toContain('这个文件不是照片');
    expect(textOf(answer.html)).toContain('去掉照片 1');
    const many = await browser.post('/tell/what', { fields: answer.page, photos: [good, good, good] });
    expect(textOf(many.html)).toContain('最多放 3 张照片');
  });

  it('changes size and language in the middle without losing a word', async () => {
    const browser = site.browser();
    const { page } = await browser.get('/tell');
    const larger = await browser.post('/tell/what', {
      fields: { ...page, words, place: '桥头', tool: 'look:larger' },
    });
    expect(larger.status).toBe(200);
    expect(larger.html).toContain('class="look-larger"');
    expect(larger.page).toMatchObject({ words, place: '桥头' });
    const english = await browser.post('/tell/what', { fields: { ...larger.page, tool: 'lang:en' } });
    expect(english.html).toContain('<html lang="en" class="look-larger">');
    expect(english.page).toMatchObject({ words, place: '桥头' });
  });

  it('cannot be filled with somebody else’s photos or answers by changing what travels along', async () => {
    const answer = await tellWhat(site.browser(), { sealed: `${'A'.repeat(80)}` });
    expect(answer.status).toBe(422);
    expect(textOf(answer.html)).toContain('前面填的内容读不出来了');
    expect(answer.page).toMatchObject({ words });
  });
});

describe('the second and third screen', () => {
  it('keep the contact fields with what has to be changed', async () => {
    const browser = site.browser();
    const contact = await tellWhat(browser);
    const answer = await browser.post('/tell/contact', {
      fields: { ...contact.page, name: '王女士', phone: '请不要打电话' },
    });
    expect(answer.status).toBe(422);
    expect(answer.page).toMatchObject({ name: '王女士', phone: '请不要打电话' });
    expect(answer.html).toContain('href="#phone"');
  });

  it('lead back to any answer and from there straight to the end again', async () => {
    const browser = site.browser();
    const check = await tellAll(browser);
    const what = await browser.post('/tell/send', { fields: { ...check.page, go: 'placeWords' } });
    expect(what.page).toMatchObject({ words });
    const again = await browser.post('/tell/what', { fields: { ...what.page, placeWords: '小学门口' } });
    expect(textOf(again.html)).toContain('看一遍，再发送');
    expect(textOf(again.html)).toContain('小学门口');
    const contact = await browser.post('/tell/send', { fields: { ...again.page, go: 'phone' } });
    expect(textOf(contact.html)).toContain('要留联系方式吗');
  });

  it('begin anew for whoever opens them by their address', async () => {
    for (const path of ['/tell/what', '/tell/contact', '/tell/send', '/tell/place', '/tell/emergency']) {
      const answer = await site.browser().get(path);
      expect([answer.status, answer.location]).toEqual([303, '/tell']);
    }
    expect((await site.browser().get('/tell/receipt')).location).toBe('/follow');
  });
});
