import { siteRoles } from '@tongxin/platforms/rules';
import { describe, expect, it } from 'vitest';
import { checksOf, sixHaves, type Registered } from './index.ts';

const room: Registered = { address: '桥头路', openings: 5, seats: 40, rules: '一、人人发言' };

describe('the standard of six', () => {
  it('judges every role by all six, each said in both languages with the months that are counted', () => {
    for (const role of siteRoles) {
      for (const item of sixHaves) {
        const check = checksOf(role)[item];
        expect([check.sentence['zh-CN'] !== '', check.sentence.en !== '']).toEqual([true, true]);
        if (!('months' in check)) continue;
        expect(check.sentence['zh-CN']).toContain(`近 ${check.months} 个月`);
        expect(check.sentence.en).toContain(`last ${check.months} months`);
      }
    }
  });

  it('asks for seats only where people sit together', () => {
    const has = (role: 'hall' | 'studio', change: Partial<Registered>) => {
      const { place } = checksOf(role);
      return 'registered' in place && place.registered({ ...room, ...change });
    };
    expect([has('hall', {}), has('hall', { seats: 0 }), has('studio', { seats: 0 })]).toEqual([
      true,
      false,
      true,
    ]);
    expect([has('studio', { openings: 0 }), has('studio', { address: '' })]).toEqual([false, false]);
  });

  it('takes empty rules for none', () => {
    const { rules } = checksOf('hall');
    const has = (text: string | null) => 'registered' in rules && rules.registered({ ...room, rules: text });
    expect([has(room.rules), has(''), has(null)]).toEqual([true, false, false]);
  });
});
