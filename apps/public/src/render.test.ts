import { describe, expect, it } from 'vitest';
import { render, type Page } from './render.tsx';
import { samples, visit } from './testing/samples.ts';

const all = Object.entries(samples) as [string, Page][];
const draw = (page: Page, over: Partial<typeof visit> = {}) => render(page, { ...visit, ...over });
const ids = (html: string) => [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id!);

describe.each(all)('the page %s', (_name, page) => {
  const html = draw(page);

  it('has one first heading, and no level is left out below it', () => {
    const levels = [...html.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    const main = levels.slice(levels.indexOf(1));
    expect(main.filter((level, at) => at > 0 && level > main[at - 1]! + 1)).toEqual([]);
  });

  it('has a title of its own, the skip link and its target, and the demo sign', () => {
    expect(html).toMatch(/<title>[^<]+｜金华市同心汇<\/title>/);
    expect(html).toContain('href="#main"');
    expect(ids(html)).toContain('main');
    expect(html).toContain('演示数据');
  });

  it('names every field by a label, every id once, and links only to what is there', () => {
    expect(new Set(ids(html)).size).toBe(ids(html).length);
    for (const [, target] of html.matchAll(/(?: for| href)="#?([^"/:?]+)"(?=[^>]*>)/g)) {
      if (target !== 'data' && !target!.includes('.')) expect(ids(html)).toContain(target);
    }
    for (const [tag] of html.matchAll(
      /<(?:input|textarea)(?![^>]*type="(?:hidden|radio|checkbox)")[^>]*>/g,
    )) {
      const id = / id="([^"]+)"/.exec(tag)?.[1];
      expect(html).toContain(`for="${id}"`);
    }
    for (const [, described = ''] of html.matchAll(/aria-(?:describedby|labelledby)="([^"]+)"/g)) {
      for (const id of described.split(' ')) expect(ids(html)).toContain(id);
    }
  });

  it('needs no script and holds none of its own', () => {
    expect(html).not.toMatch(/<script(?![^>]* src=)| style=| on[a-z]+="/);
    expect(html).not.toMatch(/undefined|\[object|NaN|null</);
  });

  it('is drawn in English too, with the same things to press and to fill in', () => {
    const english = draw(page, { locale: 'en' });
    expect(english).toContain('<html lang="en"');
    expect(english.match(/<button|<a |<input|<textarea/g)?.length).toBe(
      html.match(/<button|<a |<input|<textarea/g)?.length,
    );
  });

  it('shows what has to be changed first, with a link to each field and in the title', () => {
    const faults = (page.content as { faults?: Record<string, string> }).faults ?? {};
    const names = Object.keys(faults);
    expect(html.includes('role="alert"')).toBe(names.length > 0);
    expect(/<title>有内容要改/.test(html)).toBe(names.length > 0);
    for (const name of names) expect(html).toContain(`<a href="#${name}">`);
  });
});

describe('the frame', () => {
  it('is in the size that was chosen, and the elders’ front page has four doors', () => {
    const elder = draw(samples.home as Page, { look: 'elder' });
    expect(elder).toContain('class="look-elder"');
    expect(elder.match(/class="door/g)).toHaveLength(4);
    expect(elder).toContain('退出长辈版');
  });

  it('keeps the demo sign off a real town', () => {
    expect(draw(samples.about as Page, { demo: false })).not.toContain('演示数据');
  });

  it('changes size and language inside a form by sending the form, elsewhere by a link', () => {
    expect(draw(samples.tellWhat as Page)).toMatch(
      /<button type="submit" form="tell" value="look:large"[^>]* name="tool"/,
    );
    expect(draw(samples.about as Page, { address: '/about' })).toContain(
      'href="/settings?look=large&amp;back=%2Fabout"',
    );
  });

  it('shows what people wrote as they wrote it and never as markup', () => {
    const answers = {
      ...samples.tellWhatFaulty.content.answers,
      words: '</textarea><script>alert(1)</script>\n第二行',
    };
    const html = draw({ page: 'tellWhat', content: { ...samples.tellWhatFaulty.content, answers } });
    expect(html).not.toContain('<script>alert');
    expect(html).toContain('第二行');
  });
});
