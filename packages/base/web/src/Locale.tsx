import { locales, type Locale } from '@tongxin/core';
import { createContext, use, useState, type ReactNode } from 'react';

type Choice = { locale: Locale; choose: (locale: Locale) => void };

const LocaleContext = createContext<Choice>({ locale: 'zh-CN', choose: () => undefined });

/** The language of this browser's visitor: what they chose before, or Chinese. */
export function LocaleProvider({ children }: { children: ReactNode }) {
  const [locale, setLocale] = useState(chosenLocale);
  document.documentElement.lang = locale;
  function choose(next: Locale) {
    document.cookie = `locale=${next}; path=/; max-age=31536000; samesite=lax`;
    setLocale(next);
  }
  return <LocaleContext value={{ locale, choose }}>{children}</LocaleContext>;
}

export function useLocale(): Choice {
  return use(LocaleContext);
}

/** The language in the `locale` cookie; Chinese when there is none. */
export function chosenLocale(): Locale {
  const value = /(?:^|;\s*)locale=([^;]+)/.exec(document.cookie)?.[1];
  return locales.find((locale) => locale === value) ?? 'zh-CN';
}

/** One catalogue in every language: a missing sentence does not compile. */
type InEveryLanguage<Text> = Readonly<Record<Locale, Text>>;

/** The catalogue in the visitor's language. */
export function useText<Text>(texts: InEveryLanguage<Text>): Text {
  return texts[useLocale().locale];
}
