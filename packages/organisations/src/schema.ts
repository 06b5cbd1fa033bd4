import { day, instant } from '@tongxin/db';
import { divisions } from '@tongxin/divisions/schema';
import { sql } from 'drizzle-orm';
import {
  check,
  foreignKey,
  index,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { organisationKinds } from './rules.ts';

/** Who acts: committees and offices of the CPPCC, liaison groups, departments. The second tree, never mixed with places. */
export const organisations = pgTable(
  'organisations',
  {
    id: uuid('id').primaryKey(),
    kind: text('kind', { enum: organisationKinds }).notNull(),
    name: text('name').notNull(),
    parentId: uuid('parent_id'),
    /** The division that it works for: a county for a county's department. */
    divisionCode: text('division_code').notNull(),
  },
  (table) => [
    check(
      'organisations_kind_check',
      sql`${table.kind} in ('committee','city_office','county_office','research_office','members_affairs','special_committee','participating_unit','township_group','department')`,
    ),
    foreignKey({ name: 'organisations_parent_id_fk', columns: [table.parentId], foreignColumns: [table.id] }),
    foreignKey({
      name: 'organisations_division_code_fk',
      columns: [table.divisionCode],
      foreignColumns: [divisions.code],
    }),
    unique('organisations_division_code_kind_name_key').on(table.divisionCode, table.kind, table.name),
  ],
);

/** Who leads a unit, by post, for everybody to read: a name and a title, never a telephone. */
export const posts = pgTable(
  'posts',
  {
    id: uuid('id').primaryKey(),
    organisationId: uuid('organisation_id').notNull(),
    title: text('title').notNull(),
    /** Null while the post is vacant. */
    holderName: text('holder_name'),
    placeNo: smallint('place_no').notNull(),
    validFrom: day('valid_from').notNull(),
    /** The first day on which it no longer holds. */
    validTo: day('valid_to'),
  },
  (table) => [
    check('posts_valid_to_check', sql`${table.validTo} is null or ${table.validTo} > ${table.validFrom}`),
    foreignKey({
      name: 'posts_organisation_id_fk',
      columns: [table.organisationId],
      foreignColumns: [organisations.id],
    }),
    index('posts_organisation_id_idx').on(table.organisationId, table.placeNo, table.id),
  ],
);

/** The terms (届) of a committee, usually five years each. The database keeps two of one committee from overlapping. */
export const terms = pgTable(
  'terms',
  {
    id: uuid('id').primaryKey(),
    organisationId: uuid('organisation_id').notNull(),
    termNo: smallint('term_no').notNull(),
    startsOn: day('starts_on').notNull(),
    /** The first day that no longer belongs to it. */
    endsOn: day('ends_on').notNull(),
  },
  (table) => [
    check('terms_ends_on_check', sql`${table.endsOn} > ${table.startsOn}`),
    foreignKey({
      name: 'terms_organisation_id_fk',
      columns: [table.organisationId],
      foreignColumns: [organisations.id],
    }),
    unique('terms_organisation_id_term_no_key').on(table.organisationId, table.termNo),
  ],
);

/** The plenary sessions (次) of a term: the second number in “七届五次”. */
export const termSessions = pgTable(
  'term_sessions',
  {
    termId: uuid('term_id').notNull(),
    sessionNo: smallint('session_no').notNull(),
    opensOn: day('opens_on').notNull(),
    /** Its last day. */
    closesOn: day('closes_on').notNull(),
  },
  (table) => [
    primaryKey({ name: 'term_sessions_pkey', columns: [table.termId, table.sessionNo] }),
    check('term_sessions_closes_on_check', sql`${table.closesOn} >= ${table.opensOn}`),
    foreignKey({ name: 'term_sessions_term_id_fk', columns: [table.termId], foreignColumns: [terms.id] }),
  ],
);

/** What was done to a unit, its posts and its terms, when and by whom. Append-only. */
export const organisationJournal = pgTable(
  'organisation_journal',
  {
    id: uuid('id').primaryKey(),
    organisationId: uuid('organisation_id').notNull(),
    at: instant('at').notNull(),
    action: text('action', {
      enum: ['created', 'renamed', 'post_saved', 'post_ended', 'term_saved', 'session_saved'],
    }).notNull(),
    /** Null when the house itself acted. No foreign key: history outlives accounts. */
    actorId: uuid('actor_id'),
    facts: jsonb('facts').$type<Record<string, unknown>>().notNull(),
  },
  (table) => [
    check(
      'organisation_journal_action_check',
      sql`${table.action} in ('created','renamed','post_saved','post_ended','term_saved','session_saved')`,
    ),
    index('organisation_journal_organisation_id_idx').on(table.organisationId, table.at, table.id),
  ],
);
