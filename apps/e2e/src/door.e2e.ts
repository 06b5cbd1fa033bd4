import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import pg from 'pg';
import { cableTo } from './cable.ts';
import { killableBrowser } from './members-app.ts';
import { heading, settled, signIn, test } from './offices.ts';
import { expectUsable, widths } from './page-checks.ts';
import { filmCodes } from './shown-codes.ts';

const count = 40;
const county = '330702';

type Member = { id: string; code: string };

/** Forty members with the codes that they alone can show, straight from the database. */
async function membersWithCodes(): Promise<Member[]> {
  const file = process.env.JOURNEY_DATABASE_FILE ?? '';
  const client = new pg.Client({ connectionString: await readFile(file, 'utf8') });
  await client.connect();
  try {
    const { rows } = await client.query<Member>(
      'select id, door_code as code from m3307.members where active order by id limit $1',
      [count],
    );
    expect(rows).toHaveLength(count);
    return rows;
  } finally {
    await client.end();
  }
}

/** An event of the county that begins in an hour and asks these members. */
async function announce(page: Page, members: readonly Member[], title: string): Promise<string> {
  const call = async <Answer>(name: string, input: object) => {
    const answer = await page.request.post(`/trpc/events.${name}`, { data: input });
    expect(answer.ok(), await answer.text()).toBe(true);
    return ((await answer.json()) as { result: { data: Answer } }).result.data;
  };
  const now = Temporal.Now.instant();
  const { id } = await call<{ id: string }>('create', {
    key: crypto.randomUUID(),
    divisionCode: county,
    category: 'study',
    title,
    placeWords: '县政协礼堂',
    startsAt: now.add({ hours: 1 }).toString(),
    endsAt: now.add({ hours: 3 }).toString(),
    memberIds: members.map((one) => one.id),
  });
  await call('publish', { id });
  return id;
}

/** What the house has written down: when each was there, by member, and how many facts there are. */
async function factsOf(page: Page, id: string) {
  const input = encodeURIComponent(JSON.stringify({ id }));
  const answer = await page.request.get(`/trpc/events.doorList?input=${input}`);
  const { result } = (await answer.json()) as {
    result: { data: { people: { mark: string; attendance: string | null; attendedAt: string | null }[] } };
  };
  const came = result.data.people.filter(({ attendance }) => attendance === 'attended');
  return new Map(came.map(({ mark, attendedAt }) => [mark, momentOf(attendedAt!)]));
}

const momentOf = (at: string) => Temporal.Instant.from(at).epochMilliseconds;

/** What lies on the device, whole. */
async function onDevice(page: Page) {
  return page.evaluate(
    () =>
      new Promise<Record<string, { mark: string; at: string; name: string | null }[]>>((settle, fail) => {
        const opening = indexedDB.open('tongxin-door');
        opening.addEventListener('error', () => fail(opening.error!));
        opening.addEventListener('success', () => {
          const rooms = [...opening.result.objectStoreNames];
          const tx = opening.result.transaction(rooms);
          const asked = rooms.map((room) => [room, tx.objectStore(room).getAll()] as const);
          tx.addEventListener('complete', () => {
            opening.result.close();
            settle(Object.fromEntries(asked.map(([room, { result }]) => [room, result])));
          });
        });
      }),
  );
}

const queue = (page: Page, name: string) =>
  page.locator('.door-queue > div').filter({ hasText: name }).locator('dd');

async function type(page: Page, code: string): Promise<void> {
  await page.getByLabel('委员的码').fill(code);
  await page.getByLabel('委员的码').press('Enter');
}

async function openCamera(page: Page): Promise<void> {
  await page.getByRole('button', { name: '打开摄像头' }).click();
  await expect(page.locator('video')).toBeVisible();
}

/** The browser may have lost the sign-in when it was killed; what was scanned it may not. */
async function signInAgain(page: Page): Promise<void> {
  const asks = page.getByText('登录已过期');
  await expect(asks.or(queue(page, '已经送到').getByText(String(count)))).toBeVisible({ timeout: 40_000 });
  if (!(await asks.isVisible())) return;
  await page.getByRole('link', { name: '登录', exact: true }).click();
  await page.getByLabel('用户名', { exact: true }).fill('county');
  await page.getByLabel('密码', { exact: true }).fill('tongxinhui');
  await page.getByRole('button', { name: '登录', exact: true }).click();
}

for (const { name, viewport } of widths)
  for (const way of ['camera', 'typed'] as const) {
    test(`forty members are ${way === 'camera' ? 'scanned' : 'typed in'} in airplane mode at ${name}, the browser is killed, and each is there once at their time`, async ({
      page,
      baseURL,
    }) => {
      test.setTimeout(240_000);
      const folder = await mkdtemp(join(tmpdir(), 'tongxin-door-'));
      const cable = await cableTo(baseURL!);
      const film = join(folder, 'codes.y4m');
      const browser = await killableBrowser([
        '--use-fake-ui-for-media-stream',
        '--use-fake-device-for-media-stream',
        `--use-file-for-fake-video-capture=${film}`,
      ]);
      try {
        const members = await membersWithCodes();
        const codes = members.map(({ code }) => code);
        await filmCodes(film, codes);
        await signIn(page, 'county');
        const id = await announce(page, members, `门口扫码 ${name} ${way}`);
        const address = `${cable.url}/admin/door/${id}`;

        const before = await browser.open();
        await before.page.setViewportSize(viewport);
        await signInAt(before.page, cable.url);
        await before.page.goto(address);
        await expect(before.page.getByText('本页已经存到这台设备')).toBeVisible();
        await expect(before.page.getByText(`已到 0 人，名单 ${count} 人`)).toBeVisible();
        await expectUsable(before.page);

        cable.pull();
        const began = Temporal.Now.instant().epochMilliseconds;
        if (way === 'camera') await openCamera(before.page);
        else for (const code of codes) await type(before.page, code);
        await expect(queue(before.page, '等着送出')).toHaveText(String(count), { timeout: 90_000 });
        await expect(before.page.getByText(`已到 ${count} 人，名单 ${count} 人`)).toBeVisible();
        await expect(before.page.getByText('现在没有网络')).toBeVisible();
        const { scans, lists } = await onDevice(before.page);
        const ended = Temporal.Now.instant().epochMilliseconds;
        for (const code of codes) expect(JSON.stringify(lists)).not.toContain(code);
        await before.kill();
        expect(await factsOf(page, id)).toEqual(new Map());

        const after = await browser.open();
        await after.page.setViewportSize(viewport);
        await after.page.goto(address);
        await expect(heading(after.page)).toContainText('门口扫码');
        await expect(queue(after.page, '等着送出')).toHaveText(String(count));
        if (way === 'camera') await openCamera(after.page);
        else for (const code of codes.slice(0, 3)) await type(after.page, code);
        await expect(after.page.getByText('先前已记过')).toBeVisible({ timeout: 30_000 });
        await expect(queue(after.page, '等着送出')).toHaveText(String(count));
        await expectUsable(after.page);

        cable.plug();
        await signInAgain(after.page);
        await expect(queue(after.page, '已经送到')).toHaveText(String(count), { timeout: 40_000 });
        await expect(queue(after.page, '等着送出')).toHaveText('0');
        const facts = await factsOf(page, id);
        expect(facts).toEqual(new Map(scans!.map(({ mark, at }) => [mark, momentOf(at)])));
        expect(facts.size).toBe(count);
        for (const at of facts.values()) {
          expect(at).toBeGreaterThanOrEqual(began);
          expect(at).toBeLessThanOrEqual(ended);
        }
        await after.kill();
      } finally {
        await browser.forget();
        await cable.remove();
        await rm(folder, { recursive: true, force: true });
      }
    });
  }

async function signInAt(page: Page, town: string): Promise<void> {
  const goto = page.goto.bind(page);
  page.goto = (url, options) => goto(new URL(url, town).href, options);
  await signIn(page, 'county');
  await settled(page);
}

test('on a shared laptop nobody sends what somebody else has scanned, and nobody reads their list', async ({
  page,
  context,
  office,
}) => {
  const members = await membersWithCodes();
  const [first, second, third] = members.slice(0, 3);
  await signIn(page, 'county');
  const id = await announce(page, members, '县里的学习');
  await page.goto(`/admin/door/${id}`);
  await expect(page.getByText(`已到 0 人，名单 ${count} 人`)).toBeVisible();
  await context.route('**/trpc/*events.recordScans*', (route) => route.abort());
  for (const { code } of [first!, second!, third!]) await type(page, code);
  await expect(queue(page, '等着送出')).toHaveText('3');

  await leave(page, '3 条还没有送出');
  const left = await onDevice(page);
  expect(left.lists).toEqual([]);
  expect(left.facts).toEqual([]);
  expect(left.scans!.map(({ name }) => name)).toEqual([null, null, null]);

  await context.unroute('**/trpc/*events.recordScans*');
  await signIn(page, 'county2');
  // Of the same office, at the same door: still not theirs to send.
  await page.goto(`/admin/door/${id}`);
  await expect(page.getByText('还有别人扫的 3 条')).toBeVisible();
  await expect(page.getByText(`已到 0 人，名单 ${count} 人`)).toBeVisible();
  await expect(queue(page, '等着送出')).toHaveText('0');
  await expectUsable(page);
  const ours = await office('county');
  expect((await factsOf(ours, id)).size).toBe(0);

  await leave(page);
  await signIn(page, 'county');
  await page.goto(`/admin/door/${id}`);
  await expect(queue(page, '已经送到')).toHaveText('3');
  expect((await factsOf(ours, id)).size).toBe(3);
});

test('codes that are no member’s are not kept, and what was refused is said with its reason', async ({
  page,
}) => {
  const members = await membersWithCodes();
  await signIn(page, 'county');
  const id = await announce(page, members, '码不对的时候');
  await page.goto(`/admin/door/${id}`);
  await expect(page.getByText(`已到 0 人，名单 ${count} 人`)).toBeVisible();
  await type(page, 'https://pay.example/AB12CD34');
  await expect(page.getByText('这不是委员的码')).toBeVisible();
  await type(page, 'ABCDEFGH23456789ABCDEFGH23456789');
  await expect(page.getByText('这个码不在名单上')).toBeVisible();
  await expect(page.getByText('码不属于任何现任委员')).toBeVisible();
  await expect(queue(page, '要核对')).toHaveText('1');
  await expectUsable(page);
  await page.getByRole('button', { name: '知道了' }).click();
  await expect(queue(page, '要核对')).toHaveText('0');
});

/** Signs out, and reads what is said before when scans still wait. */
async function leave(page: Page, warning?: string): Promise<void> {
  await page.goto('/admin/me');
  await settled(page);
  await page.locator('main').getByRole('button', { name: '退出登录' }).click();
  if (warning !== undefined) {
    const dialog = page.getByRole('dialog', { name: '退出登录' });
    await expect(dialog).toContainText(warning);
    await dialog.getByRole('button', { name: '退出登录' }).click();
  }
  await expect(page.getByLabel('用户名', { exact: true })).toBeVisible();
}
