import { roles } from '@tongxin/core';
import { DivisionCode } from '@tongxin/divisions/rules';
import { z } from 'zod';

export const AccountId = z.uuid('accounts.not_found').brand<'AccountId'>();
export const GrantId = z.uuid('accounts.grant_not_found').brand<'GrantId'>();

const line = (max: number, code: string) =>
  z
    .string()
    .trim()
    .min(1, code)
    .max(max, code)
    // A control character in a name would break lists and print.
    .regex(/^\P{Cc}*$/u, code);

export const Name = line(40, 'accounts.name');
export const Reason = line(200, 'accounts.reason');

/** What staff sign in with: 3 to 32 letters, digits, dots, dashes; capitals and small letters are the same. */
export const Username = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9](?:[a-z0-9._-]{1,30})[a-z0-9]$/, 'accounts.username');

/** A mainland mobile number, written with or without +86, spaces and dashes. */
export const Phone = z
  .string()
  .max(32, 'accounts.phone')
  .transform((text) => text.replaceAll(/[\s-]/g, '').replace(/^(?:\+|00)86/, ''))
  .pipe(z.string().regex(/^1[3-9]\d{9}$/, 'accounts.phone'));

/**
 * At least 10 characters of any kind, at most 128; not one character over and over.
 * Source: GB/T 22239-2019 8.1.4.1 asks for complexity, ASVS 5.0 V6.2 for length; length is what helps.
 */
export const Password = z
  .string()
  .min(10, 'accounts.password')
  .max(128, 'accounts.password')
  .refine((text) => new Set(text).size >= 5, 'accounts.password');

/** Six digits, as a telephone or an authenticator shows them. */
export const SixDigits = z
  .string()
  .max(16, 'accounts.code')
  .transform((text) => text.replaceAll(/\s/g, ''))
  .pipe(z.string().regex(/^\d{6}$/, 'accounts.code'));

/** A day of this century or the next: what offices mean, and what every calendar can hold. */
const Day = z.iso.date('accounts.period').regex(/^2[01]/, 'accounts.period');

/** Text to look for: any, but without characters that nobody can type and tables refuse. */
const typed = (max: number, code: string) =>
  z
    .string()
    .trim()
    .max(max, code)
    .regex(/^\P{Cc}*$/u, code);

export const CreateAccount = z
  .strictObject({
    name: Name,
    divisionCode: DivisionCode,
    username: Username.optional(),
    password: Password.optional(),
    phone: Phone.optional(),
    reason: Reason,
  })
  .refine(({ username, phone }) => username !== undefined || phone !== undefined, {
    message: 'accounts.no_way_in',
    path: ['username'],
  })
  .refine(({ username, password }) => (username === undefined) === (password === undefined), {
    message: 'accounts.no_way_in',
    path: ['password'],
  });
export type CreateAccount = z.infer<typeof CreateAccount>;

/** The scope is exactly one of the three; days are civil days of the city, the last one included. */
export const GrantRole = z
  .strictObject({
    accountId: AccountId,
    role: z.enum(roles, 'accounts.role'),
    divisionCode: DivisionCode.optional(),
    organisationId: z.uuid('organisations.not_found').optional(),
    matterId: z.uuid('accounts.one_scope').optional(),
    firstDay: Day.optional(),
    lastDay: Day.optional(),
    reason: Reason,
  })
  .refine(
    (input) => [input.divisionCode, input.organisationId, input.matterId].filter(Boolean).length === 1,
    {
      message: 'accounts.one_scope',
      path: ['divisionCode'],
    },
  )
  .refine(({ firstDay, lastDay }) => firstDay === undefined || lastDay === undefined || firstDay <= lastDay, {
    message: 'accounts.period',
    path: ['lastDay'],
  });
export type GrantRole = z.infer<typeof GrantRole>;

export const RevokeGrant = z.strictObject({ grantId: GrantId, reason: Reason });
export const SetPassword = z.strictObject({ accountId: AccountId, password: Password, reason: Reason });
export const SetPhone = z.strictObject({ accountId: AccountId, phone: Phone, reason: Reason });
export const ChangePassword = z.strictObject({
  current: z.string().max(128, 'accounts.password'),
  next: Password,
});
/** For what needs only the account and why: resetting its authenticator, closing it, opening it again. */
export const AboutAccount = z.strictObject({ accountId: AccountId, reason: Reason });

export const ListAccounts = z.strictObject({
  /** The beginning of a name or user name. */
  search: typed(40, 'accounts.search').optional(),
  role: z.enum(roles, 'accounts.role').optional(),
  after: z.strictObject({ name: typed(40, 'accounts.search'), id: AccountId }).optional(),
  limit: z.int().min(1).max(100).default(50),
});
export type ListAccounts = z.infer<typeof ListAccounts>;

export const PasswordSignIn = z.strictObject({
  username: typed(64, 'accounts.username').min(1, 'accounts.username').toLowerCase(),
  password: z.string().min(1, 'accounts.password').max(128, 'accounts.password'),
});
export const SendPhoneCode = z.strictObject({ phone: Phone });
export const PhoneSignIn = z.strictObject({ requestId: z.uuid('accounts.code_ended'), code: SixDigits });
export const TotpCode = z.strictObject({ code: SixDigits });
/** Accounts with a password show it again before an authenticator is set up. */
export const TotpSetUp = z.strictObject({ password: z.string().max(128, 'accounts.password').optional() });
