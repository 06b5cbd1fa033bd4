import { expect, test } from '@playwright/test';
import { expectUsable, widths } from './page-checks.ts';
import { follow, tell, type Slip } from './residents-site.ts';

const words = '村口那盏路灯坏了快半个月，晚上接孩子回来黑漆漆的，前天有个老人差点踩进水沟，盼着早点修。';

for (const { name, viewport, hasTouch } of widths) {
  for (const javaScriptEnabled of [false, true]) {
    test.describe(`a resident at ${name}, JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, () => {
      test.use({ viewport, hasTouch, javaScriptEnabled });

      test('tells a problem without an account and follows it with receipt and PIN', async ({ page }) => {
        // What looks at a page needs JavaScript to look with; the same pages are looked at when it is on.
        const look = javaScriptEnabled ? expectUsable : async () => undefined;
        const slip = await tell(page, words, { look });
        await follow(page, slip);
        await expect(page.getByText(slip.receipt).first()).toBeVisible();
        await expect(page.getByText(words)).toBeVisible();
        await look(page);
      });
    });
  }
}

test('a wrong PIN opens nothing and says the same as an unknown receipt', async ({ page }) => {
  const slip = await tell(page, `${words}（第二件）`);
  const answerFor = async (shown: Slip) => {
    await follow(page, shown);
    return page.locator('[role=alert], .error-summary').first().innerText();
  };
  const wrong = await answerFor({ ...slip, pin: slip.pin === '000000' ? '000001' : '000000' });
  const unknown = await answerFor({ receipt: '22-2222-2222', pin: '000000' });
  expect(wrong).toBe(unknown);
});

test('the back button and a second click send one matter, not two', async ({ page }) => {
  const first = await tell(page, `${words}（第三件）`);
  await page.goBack();
  await page.getByRole('button', { name: /发送/ }).click();
  await expect(page.getByText(first.receipt).first()).toBeVisible();
});

test('words of an emergency show the numbers to call before anything else', async ({ page }) => {
  await page.goto('/tell');
  await page.getByLabel('把事情说出来').fill('楼下着火了，烟很大，有人还在楼上没下来，快来人。');
  await page.getByLabel('是哪里的事？').fill('城东街道');
  await page.getByRole('button', { name: '继续' }).click();
  await expect(page.getByText('119').first()).toBeVisible();
  await expectUsable(page);
});
