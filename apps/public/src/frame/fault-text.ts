import type { Messages } from '@tongxin/core';
import { messages as deliberations } from '@tongxin/deliberations/messages';
import { messages as divisions } from '@tongxin/divisions/messages';
import { messages as files } from '@tongxin/files/messages';
import { messages as issues } from '@tongxin/issues/messages';
import { messages as matters } from '@tongxin/matters/messages';
import { say, type Text } from '../text/index.ts';

/** The sentences of the domains, in their own words; this site adds only what is about its own forms. */
const said: Partial<Messages<string>> = { ...divisions, ...matters, ...files, ...issues, ...deliberations };

/** What stands beside a field that has to be changed. */
export function faultText(t: Text, code: string): string {
  const message = said[code];
  if (message !== undefined) return say(t, message);
  return isOwn(t, code) ? t.fields[code] : t.fields.notUnderstood;
}

type OwnFault = keyof Text['fields'];

function isOwn(t: Text, code: string): code is OwnFault {
  return Object.hasOwn(t.fields, code);
}
