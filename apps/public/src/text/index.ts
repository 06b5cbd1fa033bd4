import type { Locale, Message } from '@tongxin/core';
import { en } from './en/index.ts';
import { zh } from './zh/index.ts';

/** Every text of the residents' site in one language. Chinese decides what there is; English must have it all. */
export type Text = typeof zh;

export const texts: Readonly<Record<Locale, Text>> = { 'zh-CN': zh, en };

/** A sentence or name that a domain owns, in the language of this page. */
export function say(t: Text, message: Message): string {
  return message[t.locale];
}
