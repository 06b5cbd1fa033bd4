import { describe, expect, it } from 'vitest';
import {
  demonstrationStateNames,
  demonstrationStates,
  mayDecide,
  missingParts,
  reviewDue,
} from './decisions.ts';
import { siteActionNames, siteActions } from './history.ts';
import { siteRoleNames, siteRoles } from './roles.ts';
import { system } from '@tongxin/core';

const place = { cityCode: '3307', countyCode: '330702', townshipCode: null, villageCode: null };
const four = { sponsor: '某副主席', guarantorId: 'g', taskForce: '专班', plan: '方案' };

describe('a demonstration site', () => {
  it('is none before all four are named, whichever is missing', () => {
    expect(missingParts(four)).toEqual([]);
    for (const part of ['sponsor', 'guarantorId', 'taskForce', 'plan'] as const) {
      for (const empty of [null, '']) {
        const without = { ...four, [part]: empty, state: 'nominated' as const };
        expect(missingParts(without)).toEqual([part]);
        expect(mayDecide(system, place, without, 'activate')).toEqual({
          allowed: false,
          code: 'platforms.demonstration_incomplete',
        });
      }
    }
  });

  it('is made one from a nomination alone, and reviewed while it is one', () => {
    for (const state of demonstrationStates) {
      const paper = { ...four, state };
      expect([state, mayDecide(system, place, paper, 'activate').allowed]).toEqual([
        state,
        state === 'nominated',
      ]);
      const stands = state === 'active' || state === 'kept';
      expect([state, mayDecide(system, place, paper, 'review').allowed]).toEqual([state, stands]);
    }
  });

  it('is looked at again within a year, also after a leap day', () => {
    expect(reviewDue(Temporal.PlainDate.from('2028-02-29')).toString()).toBe('2029-02-28');
  });
});

it('every role, state and entry has its word in both languages', () => {
  const words = [
    ...siteRoles.map((role) => siteRoleNames[role]),
    ...demonstrationStates.map((state) => demonstrationStateNames[state]),
    ...siteActions.map((action) => siteActionNames[action]),
  ];
  for (const word of words) expect([word['zh-CN'] !== '', word.en !== '']).toEqual([true, true]);
  expect(new Set(siteRoles.map((role) => siteRoleNames[role]['zh-CN'])).size).toBe(siteRoles.length);
});
