import { textOf, type Locale, type Messages } from '@tongxin/core';

/** What a call was refused for, as far as a person may know it. */
type Refused = {
  code: string | null;
  facts: Record<string, unknown>;
  fields: Record<string, string[]>;
};

export type Catalogue = Partial<Messages<string>>;

/** Reads the refusal out of whatever a failed call threw. */
export function refusedBy(error: unknown): Refused {
  const data = partOf(error, 'data');
  const code = partOf(data, 'refusal');
  return {
    code: typeof code === 'string' ? code : networkCode(error, data),
    facts: recordOf(partOf(data, 'facts')),
    fields: recordOf(partOf(data, 'fields')) as Record<string, string[]>,
  };
}

/** The status words that the server sends when it has no refusal of its own to tell. */
function networkCode(error: unknown, data: unknown): string | null {
  const code = partOf(data, 'code');
  if (code === 'UNAUTHORIZED') return 'web.signed_out';
  if (code === 'NOT_FOUND') return 'web.not_found';
  if (code === 'TOO_MANY_REQUESTS') return 'web.too_many';
  return error instanceof Error && data === undefined ? 'web.offline' : null;
}

/** The sentence for a code, in the person's language. */
export function sentenceFor(catalogue: Catalogue, code: string | null, locale: Locale): string {
  return textOf({ ...catalogue, ...ownMessages }, code ?? '', locale);
}

/** What is wrong at each field, as sentences; a code that no catalogue knows gets the general sentence. */
export function fieldSentences(
  catalogue: Catalogue,
  refused: Refused,
  locale: Locale,
): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(refused.fields).map(([path, codes]) => [
      path,
      codes.map((code) => (catalogue[code] ?? ownMessages['web.field'])[locale]),
    ]),
  );
}

const ownMessages = {
  'web.signed_out': { 'zh-CN': '登录已经到期。请重新登录。', en: 'Your sign-in has ended. Sign in again.' },
  'web.not_found': {
    'zh-CN': '没有找到这一项，或者它不在您的职责范围里。',
    en: 'This was not found, or it lies outside what you look after.',
  },
  'web.too_many': {
    'zh-CN': '试得太频繁了。请过一会儿再试。',
    en: 'That was tried too often. Wait a little and try again.',
  },
  'web.offline': {
    'zh-CN': '没有连上服务器，刚才的内容没有送出。请检查网络后再试。',
    en: 'The server could not be reached, so nothing was sent. Check the connection and try again.',
  },
  'http.foreign_origin': {
    'zh-CN': '这一步只能在本系统的网页上操作。请打开本系统再做一次。',
    en: 'This can be done on this system’s own pages only. Open them and do it again.',
  },
  'web.field': { 'zh-CN': '请检查这一项，再提交一次。', en: 'Check this entry and send it again.' },
  'input.fields': {
    'zh-CN': '有几项需要修改，已在旁边标出。',
    en: 'Some entries need a change; they are marked beside the field.',
  },
  'input.unstorable': {
    'zh-CN': '有一项内容保存不了，例如里面有看不见的符号。请改一下再提交。',
    en: 'One entry cannot be kept as it is, for instance because it holds invisible signs. Change it and send it again.',
  },
} as const satisfies Messages<string>;

function partOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
}

function recordOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
