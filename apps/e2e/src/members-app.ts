import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, expect, type Page } from '@playwright/test';
import { chromiumArguments, findChromium } from './chromium.ts';
import { heading } from './offices.ts';
import { expectUsable } from './page-checks.ts';

/** Signs in to the members' app as the member of the demo. */
export async function signInMember(page: Page): Promise<void> {
  await page.goto('/member/');
  await page.getByLabel('用户名', { exact: true }).fill('member');
  await page.getByLabel('密码', { exact: true }).fill('tongxinhui');
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await expect(heading(page)).toHaveText('请我参加');
}

/** Chooses one of the main places, waits for it and looks at it. */
export async function openTab(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation', { name: '主菜单' }).getByRole('link', { name }).click();
  await expect(page.locator('.waiting')).toHaveCount(0);
  await expect(heading(page)).toBeVisible();
  await expectUsable(page);
}

/** Waits until the app itself lies on the telephone. */
export async function untilInstalled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (navigator.serviceWorker.controller === null)
      await new Promise((taken) =>
        navigator.serviceWorker.addEventListener('controllerchange', taken, { once: true }),
      );
  });
}

type Told = { words: string; place: string };

/** Fills in what a resident told, up to the button. */
export async function writeDown(page: Page, { words, place }: Told): Promise<void> {
  await page.getByLabel('居民说了什么').fill(words);
  await page.getByLabel(/事情在哪个村/).fill(place);
  await page.locator('.choices button').filter({ hasText: place }).first().click();
  await page.getByLabel(/我已经读给他听/).check();
}

/** A browser with a profile of its own that can be killed like a telephone that falls into the water. */
export async function killableBrowser(more: readonly string[] = []) {
  const folder = await mkdtemp(join(tmpdir(), 'tongxin-browser-'));
  const open = async () => {
    const browser = spawn(
      findChromium()!,
      [
        ...chromiumArguments,
        ...more,
        '--headless=new',
        '--remote-debugging-port=0',
        `--user-data-dir=${folder}`,
        'about:blank',
      ],
      { stdio: ['ignore', 'ignore', 'pipe'] },
    );
    const ended = once(browser, 'exit');
    const address = await listening(browser.stderr);
    const connection = await chromium.connectOverCDP(address);
    const [context] = connection.contexts();
    return {
      context: context!,
      page: await context!.newPage(),
      kill: async () => {
        browser.kill('SIGKILL');
        await ended;
        await connection.close().catch(() => undefined);
      },
    };
  };
  return { open, forget: () => rm(folder, { recursive: true, force: true, maxRetries: 5 }) };
}

async function listening(stderr: AsyncIterable<Buffer>): Promise<string> {
  let said = '';
  for await (const part of stderr) {
    said += part.toString();
    const address = /DevTools listening on (ws:\S+)/.exec(said)?.[1];
    if (address !== undefined) return address;
  }
  throw new Error(`The browser did not start: ${said}`);
}
