import { refusedBy, fieldSentences } from '@tongxin/web/refusal';
import { expect, it } from 'vitest';
import { noFields, type Draft } from '../../offline/draft.ts';
import { checkDraft, formMessages } from './check-draft.ts';

const place = { code: '330702103001', label: '婺城区 白龙桥镇 某村' };
const draft: Draft = {
  id: '01a1ff00-0000-7000-8000-000000000001',
  owner: 'me',
  beganAt: '2026-11-21T06:00:00Z',
  savedAt: '2026-11-21T06:05:00Z',
  fields: { ...noFields, place, words: '村口的路灯坏了，晚上看不清。', readOut: true },
};

function faults(over: Partial<Draft['fields']>) {
  try {
    checkDraft({ ...draft, fields: { ...draft.fields, ...over } });
    return {};
  } catch (error) {
    return fieldSentences(formMessages, refusedBy(error), 'zh-CN');
  }
}

it('a draft with place, words and the person’s word is ready; nothing else is asked', () => {
  expect(checkDraft(draft)).toEqual({ place });
});

it('says beside each field what is missing, in the words of the server’s own rules', () => {
  const found = faults({
    place: null,
    words: '灯',
    readOut: false,
    contact: { ...noFields.contact, phone: 'x' },
  });
  expect(Object.keys(found).toSorted()).toEqual(['contact.phone', 'divisionCode', 'readOut', 'words']);
  expect(found.divisionCode).toEqual(['请从列表里选一个地方。']);
  for (const sentences of Object.values(found)) expect(sentences[0]).not.toMatch(/member\.|issues\./);
});
