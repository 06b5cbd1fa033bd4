import { describe, expect, it } from 'vitest';
import { fieldSentences, refusedBy, sentenceFor } from './refusal.ts';

const answer = (data: object) => Object.assign(new Error('refused'), { data });
const catalogue = { 'lamp.broken': { 'zh-CN': '灯坏了。', en: 'The lamp is broken.' } };

describe('a refusal', () => {
  it('is read with its facts and fields from whatever a call threw', () => {
    const facts = { lamp: 3 };
    expect(refusedBy(answer({ code: 'CONFLICT', refusal: 'lamp.broken', facts, fields: {} }))).toEqual({
      code: 'lamp.broken',
      facts,
      fields: {},
    });
  });

  it('without a code of its own is told by how the call ended', () => {
    expect(refusedBy(answer({ code: 'UNAUTHORIZED', refusal: null })).code).toBe('web.signed_out');
    expect(refusedBy(answer({ code: 'NOT_FOUND', refusal: null })).code).toBe('web.not_found');
    expect(refusedBy(new TypeError('network')).code).toBe('web.offline');
    expect(refusedBy(answer({ code: 'INTERNAL_SERVER_ERROR', refusal: null })).code).toBeNull();
    expect(refusedBy('anything')).toEqual({ code: null, facts: {}, fields: {} });
  });

  it('is a sentence in the person’s language, and a fixed one when nobody knows its code', () => {
    expect(sentenceFor(catalogue, 'lamp.broken', 'zh-CN')).toBe('灯坏了。');
    expect(sentenceFor(catalogue, 'lamp.gone', 'en')).toBe(sentenceFor({}, null, 'en'));
    for (const own of ['web.signed_out', 'http.foreign_origin'])
      for (const locale of ['zh-CN', 'en'] as const)
        expect(sentenceFor({}, own, locale)).not.toBe(sentenceFor({}, null, locale));
  });

  it('says beside each field what is wrong there', () => {
    const refused = refusedBy(
      answer({ refusal: 'input.fields', fields: { 'lines.0.unit': ['lamp.broken', 'other'] } }),
    );
    expect(fieldSentences(catalogue, refused, 'en')).toEqual({
      'lines.0.unit': ['The lamp is broken.', 'Check this entry and send it again.'],
    });
  });
});
