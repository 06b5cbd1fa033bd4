import { messages } from '@tongxin/issues/messages';
import { SubmitThroughMember } from '@tongxin/issues/rules';
import type { Catalogue } from '@tongxin/web/refusal';
import type { Draft } from '../../offline/draft.ts';
import { inputOf } from '../../offline/outbox.ts';
import { intakeText } from '../../text/intake.ts';

/** What this form asks beside what the server asks. */
const inBothLanguages = (name: 'choosePlace' | 'readMust') => ({
  'zh-CN': intakeText['zh-CN'].form[name],
  en: intakeText.en.form[name],
});
export const formMessages: Catalogue = {
  ...messages,
  'member.place': inBothLanguages('choosePlace'),
  'member.read_out': inBothLanguages('readMust'),
};

/** What the form throws when it cannot be sent yet; the same shape as a refused call. */
class NotReady extends Error {
  readonly data: { refusal: string; facts: object; fields: Record<string, string[]> };
  constructor(fields: Record<string, string[]>) {
    super('input.fields');
    this.data = { refusal: 'input.fields', facts: {}, fields };
  }
}

/**
 * Looks at a draft with the server's own rules, so that what is written without a network is not refused days later.
 * Throws what is wrong at each field.
 */
export function checkDraft(draft: Draft): { place: NonNullable<Draft['fields']['place']> } {
  const { place, readOut } = draft.fields;
  const read = SubmitThroughMember.safeParse(inputOf(draft));
  const fields: Record<string, string[]> = {};
  for (const { path, message } of read.error?.issues ?? []) fields[path.join('.')] = [message];
  if (place === null) fields.divisionCode = ['member.place'];
  if (!readOut) fields.readOut = ['member.read_out'];
  if (place === null || Object.keys(fields).length > 0) throw new NotReady(fields);
  return { place };
}
