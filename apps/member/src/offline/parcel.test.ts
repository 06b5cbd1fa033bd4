import { describe, expect, it } from 'vitest';
import { isBlank, noFields, type Draft } from './draft.ts';
import { arrived, mayReopen, notArrived, pack } from './parcel.ts';

const place = { code: '330702103001', label: '婺城区 白龙桥镇 某村' };
const draft: Draft = {
  id: '01a1ff00-0000-7000-8000-000000000001',
  owner: 'me',
  beganAt: '2026-11-21T06:00:00Z',
  savedAt: '2026-11-21T06:05:00Z',
  fields: {
    ...noFields,
    place,
    words: '村口的路灯坏了。',
    contact: { name: '演示居民', phone: '139 0000 0000', address: '' },
  },
};
const waiting = pack(draft, place, '2026-11-21T06:06:00Z');
const slip = { receipt: '22-2222-2222', pin: '123456' };

describe('what was sent without a network', () => {
  it('keeps its key and the time when it was told', () => {
    expect(waiting).toMatchObject({ id: draft.id, beganAt: draft.beganAt, state: 'waiting' });
  });

  it('goes on waiting when nothing was answered, whatever the reason', () => {
    for (const code of [null, 'web.offline', 'web.signed_out', 'web.too_many'])
      expect(notArrived(waiting, code)).toEqual({ ...waiting, why: code });
  });

  it('is refused with its reason when the answer was no, and can then be written anew', () => {
    const refused = notArrived({ ...waiting, tried: true }, 'issues.place');
    expect(refused).toMatchObject({ state: 'refused', why: 'issues.place', draft });
    expect(mayReopen(refused)).toBe(true);
  });

  it('is not written anew while the server may have it already', () => {
    expect(mayReopen(waiting)).toBe(true);
    expect(mayReopen({ ...waiting, tried: true })).toBe(false);
  });

  it('leaves only the receipt behind once it has arrived', () => {
    const there = arrived({ ...waiting, tried: true }, slip, '2026-11-21T09:00:00Z');
    expect(there).toMatchObject({ state: 'arrived', slip, beganAt: draft.beganAt });
    expect(JSON.stringify(there)).not.toMatch(/路灯|演示居民|139/);
    expect(mayReopen(there)).toBe(false);
  });
});

describe('a draft', () => {
  it('is blank until something is written; a chosen place is not yet something', () => {
    expect(isBlank(noFields)).toBe(true);
    expect(isBlank({ ...noFields, place, words: ' \n' })).toBe(true);
    expect(isBlank(draft.fields)).toBe(false);
  });
});
