/** Chinese is written first and complete; English is complete too. Both or it does not compile. */
export const locales = ['zh-CN', 'en'] as const;
export type Locale = (typeof locales)[number];

/** One sentence in every language, whole: never built by gluing fragments. */
export type Message = Readonly<Record<Locale, string>>;
export type Messages<Code extends string> = Readonly<Record<Code, Message>>;

/** The sentence of a code, or the fixed fallback for a code this catalogue does not hold. */
export function textOf(messages: Partial<Messages<string>>, code: string, locale: Locale): string {
  return messages[code]?.[locale] ?? fallback[locale];
}

const fallback: Message = {
  'zh-CN': '这一步没有完成。请刷新页面再试；仍不行，请把页面上的编号告诉工作人员。',
  en: 'This step was not completed. Reload the page and try again; if it still fails, tell the staff the number shown on the page.',
};
