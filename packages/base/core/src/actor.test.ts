import { describe, expect, it } from 'vitest';
import { anonymous, holds, roles, scopeOf, system, type AccountActor, type Grant } from './actor.ts';
import type { Id } from './id.ts';

const matterId = '019a0000-0000-7000-8000-00000000000a' as Id<'matter'>;
const organisationId = '019a0000-0000-7000-8000-00000000000b' as Id<'organisation'>;
const nothing = { divisionCode: null, organisationId: null, matterId: null };
const holder = (...grants: Grant[]): AccountActor => ({
  kind: 'account',
  accountId: '019a0000-0000-7000-8000-00000000000c' as Id<'account'>,
  name: 'A',
  grants,
});
/** What somebody wrote of themselves is theirs, whatever they hold. */
const ownDoor = 'account:019a0000-0000-7000-8000-00000000000c';
const tokensOf = (role: Grant['role'], over: Partial<Grant>) =>
  scopeOf(holder({ role, ...nothing, ...over }));

describe('the doors that somebody opens', () => {
  it('are the ground of the offices, what a department was handed, and a resident’s own matter', () => {
    expect(tokensOf('host', { divisionCode: '330702001' })).toEqual(['330702001']);
    expect(tokensOf('county_office', { divisionCode: '330702' })).toEqual(['330702']);
    expect(tokensOf('city_office', { divisionCode: '3307' })).toEqual(['3307']);
    expect(tokensOf('department_clerk', { organisationId })).toEqual([`organisation:${organisationId}`]);
    expect(scopeOf({ kind: 'resident', matterId })).toEqual([`matter:${matterId}`]);
    expect(scopeOf(system)).toEqual(['system']);
  });

  it('are none for auditors, operators and the public, and a member’s own, over whatever they hold', () => {
    for (const role of ['member', 'auditor', 'operator'] as const) {
      const own = role === 'member' ? [ownDoor] : [];
      for (const over of [
        { divisionCode: '3307' },
        { divisionCode: '330702' },
        { organisationId },
        { matterId },
      ])
        expect([role, tokensOf(role, over)]).toEqual([role, own]);
    }
    expect(scopeOf(anonymous)).toEqual([]);
  });

  it('of a contact person are the copies of what they brought in, wherever they sit', () => {
    for (const divisionCode of ['330702001', '330702001001'])
      expect(tokensOf('contact_person', { divisionCode })).toEqual([
        'contact:019a0000-0000-7000-8000-00000000000c',
      ]);
  });

  it('of a substitute over one matter are the matter’s for a host, and its copy’s for a department', () => {
    expect(tokensOf('host', { matterId })).toEqual([`matter:${matterId}`]);
    expect(tokensOf('department_clerk', { matterId })).toEqual([`copy:${matterId}`]);
  });

  it('are never a department’s by the map', () => {
    expect(tokensOf('department_clerk', { divisionCode: '330702' })).toEqual([]);
  });

  it('of several grants are each there once', () => {
    const host = { role: 'host' as const, ...nothing, divisionCode: '330702001' };
    const clerk = { role: 'department_clerk' as const, ...nothing, organisationId };
    expect(scopeOf(holder(host, clerk, host))).toEqual(['330702001', `organisation:${organisationId}`]);
  });
});

describe('a grant', () => {
  it('counts only in its own role', () => {
    const actor = holder({ role: 'member', ...nothing, divisionCode: '330702' });
    const place = { divisionCodes: ['3307', '330702'] };
    expect(holds(actor, ['member'], place)).toBeDefined();
    expect(
      holds(
        actor,
        roles.filter((role) => role !== 'member'),
        place,
      ),
    ).toBeUndefined();
  });
});
