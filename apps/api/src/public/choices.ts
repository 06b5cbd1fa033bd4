import { locales, type Locale } from '@tongxin/core';
import { looks, type Look } from '@tongxin/public/links';

/** What a browser has chosen and says with every request: language, size, the place to see first. */
export type Choices = { locale: Locale; look: Look; place: string | undefined };

export const isLocale = (word: unknown): word is Locale => (locales as readonly unknown[]).includes(word);
export const isLook = (word: unknown): word is Look => (looks as readonly unknown[]).includes(word);

const none: Choices = { locale: 'zh-CN', look: 'normal', place: undefined };

/** The choices in a browser's cookies; whatever cannot be one is none. */
export function choicesIn(cookies: string | undefined): Choices {
  if (cookies === undefined) return none;
  const [lang, look, place] = ['lang', 'look', 'place'].map((name) => valueOf(cookies, name));
  return {
    locale: isLocale(lang) ? lang : none.locale,
    look: isLook(look) ? look : none.look,
    place: place !== undefined && /^\d{6}(\d{3}(\d{3})?)?$/.test(place) ? place : undefined,
  };
}

function valueOf(cookies: string, name: string): string | undefined {
  const start = cookies.startsWith(`${name}=`) ? 0 : cookies.indexOf(`; ${name}=`) + 2;
  if (start === 1) return undefined;
  const end = cookies.indexOf(';', start);
  return cookies.slice(start + name.length + 1, end === -1 ? undefined : end);
}

/** What the bytes of a page for everybody depend on: the address, and what the browser has chosen. */
export function pageKey(url: string, { locale, look, place }: Choices): string {
  return `${locale} ${look} ${place ?? ''} ${url}`;
}
