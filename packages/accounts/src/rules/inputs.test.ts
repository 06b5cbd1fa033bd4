import { describe, expect, it } from 'vitest';
import { messages } from '../messages.ts';
import { CreateAccount, GrantRole, Password, Phone, refusals, SixDigits, Username } from './index.ts';

const id = '0190a000-0000-7000-8000-000000000001';
const codes = (result: { success: boolean; error?: { issues: { message: string }[] } }) =>
  result.error?.issues.map(({ message }) => message) ?? [];

describe('what is typed', () => {
  it('a telephone is read with or without +86, spaces and dashes', () => {
    for (const text of ['13900001234', '139 0000 1234', '+86 139-0000-1234', '008613900001234']) {
      expect(Phone.parse(text)).toBe('13900001234');
    }
    for (const text of ['12900001234', '1390000123', '139000012345', '０1390000123', '', 'x'.repeat(100)]) {
      expect(codes(Phone.safeParse(text))).toContain('accounts.phone');
    }
  });

  it('a code is read with spaces between its digits', () => {
    expect(SixDigits.parse(' 123 456 ')).toBe('123456');
    expect(codes(SixDigits.safeParse('12345六'))).toEqual(['accounts.code']);
  });

  it('a user name is the same in capitals', () => {
    expect(Username.parse(' Suxi.Host-1 ')).toBe('suxi.host-1');
    for (const text of ['ab', '.abc', 'a b c', '苏溪', "a'; drop table accounts--"]) {
      expect(codes(Username.safeParse(text))).toEqual(['accounts.username']);
    }
  });

  it('a password is long rather than strange', () => {
    expect(Password.safeParse('苏溪镇的樟树今年开花很早').success).toBe(true);
    expect(Password.safeParse('aaaaaaaaaaaaaaaa').success).toBe(false);
    expect(Password.safeParse('Ab1!').success).toBe(false);
  });

  it('an account has a way in: a telephone, or a user name with a password', () => {
    const account = { name: '演示人员', divisionCode: '330782', reason: '新到任' };
    expect(codes(CreateAccount.safeParse(account))).toEqual(['accounts.no_way_in']);
    expect(codes(CreateAccount.safeParse({ ...account, username: 'suxi.host' }))).toEqual([
      'accounts.no_way_in',
    ]);
    expect(CreateAccount.safeParse({ ...account, phone: '13900001234' }).success).toBe(true);
    expect(codes(CreateAccount.safeParse({ ...account, name: '\u0000', phone: '13900001234' }))).toEqual([
      'accounts.name',
    ]);
  });

  it('a role has exactly one scope and ends after it begins', () => {
    const grant = { accountId: id, role: 'host', reason: '到任' };
    expect(codes(GrantRole.safeParse(grant))).toEqual(['accounts.one_scope']);
    expect(codes(GrantRole.safeParse({ ...grant, divisionCode: '330782105', matterId: id }))).toEqual([
      'accounts.one_scope',
    ]);
    const days = { firstDay: '2026-12-02', lastDay: '2026-12-01' };
    expect(codes(GrantRole.safeParse({ ...grant, divisionCode: '330782105', ...days }))).toEqual([
      'accounts.period',
    ]);
    expect(
      codes(GrantRole.safeParse({ ...grant, divisionCode: '330782105', lastDay: '2026-02-30' })),
    ).toEqual(['accounts.period']);
  });

  it('every no has a sentence in both languages that ends like one', () => {
    expect(Object.keys(messages).toSorted()).toEqual(Object.keys(refusals).toSorted());
    for (const { 'zh-CN': chinese, en } of Object.values(messages)) {
      expect(chinese).toMatch(/。$/);
      expect(en).toMatch(/\.$/);
      expect(en).not.toMatch(/please|oops|invalid|error/i);
    }
  });
});
