import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** Both ends of what people hold in their hands: a telephone under a finger, a screen with a mouse. */
export const widths = [
  { name: '360 px', viewport: { width: 360, height: 780 }, hasTouch: true },
  { name: '1440 px', viewport: { width: 1440, height: 900 }, hasTouch: false },
] as const;

/**
 * Nothing serious for people who cannot see or use a mouse, nothing wider than the screen, and under a finger nothing
 * that is smaller than one.
 */
export async function expectUsable(page: Page): Promise<void> {
  const { violations } = await axeOn(page).analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(
    serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`),
    `axe on ${page.url()}`,
  ).toEqual([]);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow, `sideways scrolling on ${page.url()}`).toBeLessThanOrEqual(0);
  expect(await page.evaluate(tooSmallForFingers), `small targets on ${page.url()}`).toEqual([]);
}

/** No frame on any page, so nothing is opened to put the parts together; only what is wrong is told. */
function axeOn(page: Page): AxeBuilder {
  return new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] });
}

/** What can be pressed and is smaller than 44 px, as lines for a person. Links inside a text are what they are. */
function tooSmallForFingers(): string[] {
  if (!matchMedia('(pointer: coarse)').matches) return [];
  const pressed = 'button, .button, .chip, nav a, input:not([type=hidden]), select, textarea, summary';
  // What is pressed may be larger than what is found: the label of a box, the frame of a field.
  const whole = 'label:has(input[type=radio], input[type=checkbox]), .ant-select, .ant-input-number';
  // Some fields have a twin that measures their text and that nobody sees.
  const isThere = (one: HTMLElement) =>
    one.tabIndex >= 0 && one.checkVisibility({ visibilityProperty: true });
  const found = [...document.querySelectorAll<HTMLElement>(pressed)].filter(isThere);
  const targets = new Set(found.map((one) => one.closest(whole) ?? one));
  return [...targets].flatMap((target) => {
    const { width, height, right, bottom } = target.getBoundingClientRect();
    const isAway = width === 0 || height === 0 || right < 0 || bottom < 0;
    if (isAway || (width > 43.5 && height > 43.5)) return [];
    const label = target.getAttribute('aria-label') ?? target.textContent;
    return [
      `${target.tagName} ${target.className} “${label.trim()}” ${width.toFixed()} × ${height.toFixed()}`,
    ];
  });
}
