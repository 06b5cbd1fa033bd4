import { roles } from '@tongxin/core';
import { instant } from '@tongxin/db';
import { divisions } from '@tongxin/divisions/schema';
import { organisations } from '@tongxin/organisations/schema';
import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  smallint,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { journalActions } from './rules/index.ts';

/** An instant in a table that the sign-in library writes too: it cannot read `Temporal`, so this one stays text. */
const moment = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: 'string' });

/**
 * People who sign in: staff and members, never residents. The telephone is kept as a keyed hash, to be found by,
 * and as its last four digits, to be told apart by; a code is sent to the number that the person types.
 */
export const accounts = pgTable(
  'accounts',
  {
    id: uuid('id').primaryKey(),
    name: text('name').notNull(),
    /** What staff sign in with; small letters. Members have none. */
    username: text('username'),
    phoneHash: text('phone_hash'),
    phoneTail: text('phone_tail'),
    /** Where the person works; the offices over this division look after the account. */
    divisionCode: text('division_code').notNull(),
    twoFactorEnabled: boolean('two_factor_enabled').notNull().default(false),
    disabledAt: instant('disabled_at'),
    createdAt: moment('created_at').notNull(),
    updatedAt: moment('updated_at').notNull(),
  },
  (table) => [
    unique('accounts_username_key').on(table.username),
    unique('accounts_phone_hash_key').on(table.phoneHash),
    check('accounts_username_check', sql`${table.username} = lower(${table.username})`),
    check('accounts_phone_check', sql`(${table.phoneHash} is null) = (${table.phoneTail} is null)`),
    foreignKey({
      name: 'accounts_division_code_fk',
      columns: [table.divisionCode],
      foreignColumns: [divisions.code],
    }),
    index('accounts_division_code_idx').on(table.divisionCode, table.name, table.id),
    index('accounts_name_idx').on(table.name, table.id),
  ],
);

/** Who is signed in where. `token` is a hash: reading this table lets nobody in. */
export const signIns = pgTable(
  'sign_ins',
  {
    id: uuid('id').primaryKey(),
    userId: uuid('account_id').notNull(),
    token: text('token_hash').notNull(),
    expiresAt: moment('expires_at').notNull(),
    createdAt: moment('created_at').notNull(),
    updatedAt: moment('updated_at').notNull(),
  },
  (table) => [
    unique('sign_ins_token_hash_key').on(table.token),
    foreignKey({ name: 'sign_ins_account_id_fk', columns: [table.userId], foreignColumns: [accounts.id] }),
    index('sign_ins_account_id_idx').on(table.userId),
    index('sign_ins_expires_at_idx').on(table.expiresAt),
  ],
);

/** What an account proves itself with: for now one password each. */
export const credentials = pgTable(
  'credentials',
  {
    id: uuid('id').primaryKey(),
    userId: uuid('account_id').notNull(),
    /** The id that the provider knows the person by; for a password the account's own. */
    accountId: text('subject').notNull(),
    providerId: text('provider').notNull(),
    password: text('password_hash'),
    createdAt: moment('created_at').notNull(),
    updatedAt: moment('updated_at').notNull(),
  },
  (table) => [
    unique('credentials_provider_subject_key').on(table.providerId, table.accountId),
    check('credentials_provider_check', sql`${table.providerId} in ('credential')`),
    foreignKey({ name: 'credentials_account_id_fk', columns: [table.userId], foreignColumns: [accounts.id] }),
    index('credentials_account_id_idx').on(table.userId),
  ],
);

/** Half-finished sign-ins: the password was right, the code of the authenticator is still to come. */
export const verifications = pgTable(
  'verifications',
  {
    id: uuid('id').primaryKey(),
    identifier: text('identifier').notNull(),
    value: text('value').notNull(),
    expiresAt: moment('expires_at').notNull(),
    createdAt: moment('created_at').notNull(),
    updatedAt: moment('updated_at').notNull(),
  },
  (table) => [
    index('verifications_identifier_idx').on(table.identifier),
    index('verifications_expires_at_idx').on(table.expiresAt),
  ],
);

/** The shared secret of an account's authenticator, encrypted with the server's key. */
export const twoFactors = pgTable(
  'two_factors',
  {
    id: uuid('id').primaryKey(),
    userId: uuid('account_id').notNull(),
    secret: text('secret').notNull(),
    backupCodes: text('backup_codes').notNull(),
    verified: boolean('verified').notNull().default(true),
    failedVerificationCount: integer('failed_count').notNull().default(0),
    lockedUntil: moment('locked_until'),
  },
  (table) => [
    unique('two_factors_account_id_key').on(table.userId),
    foreignKey({ name: 'two_factors_account_id_fk', columns: [table.userId], foreignColumns: [accounts.id] }),
  ],
);

/** Requests per network address and path, for the sign-in addresses as a whole. */
export const rateLimits = pgTable(
  'rate_limits',
  {
    id: uuid('id').primaryKey(),
    key: text('key').notNull(),
    count: integer('count').notNull(),
    lastRequest: bigint('last_request', { mode: 'number' }).notNull(),
  },
  (table) => [unique('rate_limits_key_key').on(table.key)],
);

/** A role over a place, from when until when, by whom and why. Ended, never erased. */
export const grants = pgTable(
  'grants',
  {
    id: uuid('id').primaryKey(),
    accountId: uuid('account_id').notNull(),
    role: text('role', { enum: roles }).notNull(),
    divisionCode: text('division_code'),
    organisationId: uuid('organisation_id'),
    /** No foreign key: matters stand above accounts. */
    matterId: uuid('matter_id'),
    validFrom: instant('valid_from').notNull(),
    /** The first instant at which it no longer holds. */
    validTo: instant('valid_to'),
    /** Null when the house itself granted it, on installation. */
    grantedBy: uuid('granted_by'),
    reason: text('reason').notNull(),
    revokedAt: instant('revoked_at'),
  },
  (table) => [
    check(
      'grants_role_check',
      sql`${table.role} in ('host','county_office','city_office','department_clerk','contact_person','member','auditor','operator')`,
    ),
    check(
      'grants_scope_check',
      sql`num_nonnulls(${table.divisionCode}, ${table.organisationId}, ${table.matterId}) >= 1`,
    ),
    check('grants_valid_to_check', sql`${table.validTo} is null or ${table.validTo} > ${table.validFrom}`),
    foreignKey({ name: 'grants_account_id_fk', columns: [table.accountId], foreignColumns: [accounts.id] }),
    foreignKey({ name: 'grants_granted_by_fk', columns: [table.grantedBy], foreignColumns: [accounts.id] }),
    foreignKey({
      name: 'grants_division_code_fk',
      columns: [table.divisionCode],
      foreignColumns: [divisions.code],
    }),
    foreignKey({
      name: 'grants_organisation_id_fk',
      columns: [table.organisationId],
      foreignColumns: [organisations.id],
    }),
    index('grants_account_id_idx').on(table.accountId, table.validFrom),
    index('grants_division_code_idx').on(table.divisionCode, table.role),
    index('grants_organisation_id_idx').on(table.organisationId, table.role),
  ],
);

/** What was done to an account, when, by whom and why. Append-only. */
export const accountJournal = pgTable(
  'account_journal',
  {
    id: uuid('id').primaryKey(),
    accountId: uuid('account_id').notNull(),
    at: instant('at').notNull(),
    action: text('action', { enum: journalActions }).notNull(),
    /** Null when the house itself acted. No foreign key: history outlives accounts. */
    actorId: uuid('actor_id'),
    grantId: uuid('grant_id'),
    reason: text('reason').notNull(),
    /** Roles, codes and dates. Never a password, a telephone or a code. */
    facts: jsonb('facts').$type<Record<string, unknown>>().notNull(),
  },
  (table) => [
    check(
      'account_journal_action_check',
      sql`${table.action} in ('created','granted','revoked','password_set','phone_set','totp_set','totp_reset','disabled','enabled')`,
    ),
    index('account_journal_account_id_idx').on(table.accountId, table.at, table.id),
  ],
);

/** One-time codes by telephone. Hashed with a key, bound to the request that asked for them. */
export const phoneCodes = pgTable(
  'phone_codes',
  {
    /** The request's id, which only the asking browser knows. */
    requestId: uuid('request_id').primaryKey(),
    phoneHash: text('phone_hash').notNull(),
    /** Null for a number that nobody signs in with: the row is written, nothing is sent, nobody can tell. */
    accountId: uuid('account_id'),
    codeHash: text('code_hash').notNull(),
    addressHash: text('address_hash').notNull(),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    tries: smallint('tries').notNull().default(0),
    usedAt: instant('used_at'),
  },
  (table) => [
    foreignKey({
      name: 'phone_codes_account_id_fk',
      columns: [table.accountId],
      foreignColumns: [accounts.id],
    }),
    index('phone_codes_created_at_idx').on(table.createdAt),
  ],
);

/** What the built-in sender would have sent, for developers and the demo. Stays empty in production. */
export const outgoingCodes = pgTable(
  'outgoing_codes',
  {
    id: uuid('id').primaryKey(),
    phone: text('phone').notNull(),
    code: text('code').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [index('outgoing_codes_created_at_idx').on(table.createdAt)],
);

/** When something was last tried under a key. The row is locked while it is decided, so no try slips past. */
export const signInThrottle = pgTable(
  'sign_in_throttle',
  {
    key: text('key').primaryKey(),
    tries: instant('tries').array().notNull(),
    lastTryAt: instant('last_try_at').notNull(),
  },
  (table) => [index('sign_in_throttle_last_try_at_idx').on(table.lastTryAt)],
);
