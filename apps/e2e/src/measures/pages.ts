import type { Browser } from '@playwright/test';
import { follow, tell } from '../residents-site.ts';

export type Measurable = {
  name: string;
  url: string;
  /** What the browser sends along on a page of one's own. */
  cookie?: string;
  isHidden: boolean;
};

/** The residents' pages that are measured: home, telling, a notice, following, and one's own matter. */
export async function pagesOf(browser: Browser, town: string): Promise<Measurable[]> {
  const context = await browser.newContext({ baseURL: town, locale: 'zh-CN' });
  const page = await context.newPage();
  await page.goto('/sessions');
  const notice = await page.locator('main a[href^="/sessions/"]').first().getAttribute('href');
  if (notice === null) throw new Error('No session is announced in this town.');
  const slip = await tell(page, '村口的路灯坏了半个月，晚上看不清路，盼着早点修。', {
    look: async () => undefined,
  });
  await follow(page, slip);
  await page.waitForURL('**/follow/matter');
  const cookies = await context.cookies();
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  await context.close();
  const open = (name: string, path: string) => ({ name, url: new URL(path, town).href, isHidden: false });
  return [
    open('home', '/'),
    open('tell a problem', '/tell'),
    open('notice of a session', notice),
    open('follow my matter', '/follow'),
    { ...open('my matter', '/follow/matter'), cookie, isHidden: true },
  ];
}
