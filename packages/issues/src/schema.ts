import { instant } from '@tongxin/db';
import { matters } from '@tongxin/matters/schema';
import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { channels, closingClasses, divertChannels, replyClasses, solvedAnswers } from './rules/index.ts';

/** The levels of a row, repeated on each protected table: row-level security compares them with the scope. */
const levels = {
  cityCode: text('city_code').notNull(),
  countyCode: text('county_code').notNull(),
  townshipCode: text('township_code').notNull(),
  villageCode: text('village_code'),
};

/**
 * What offices and departments work with: the handling copy, written without anything that singles out
 * the person. The resident's own words are in `issue_words`. Row-level security: levels, handler, contact person, the resident.
 */
export const issues = pgTable(
  'issues',
  {
    matterId: uuid('matter_id').primaryKey(),
    ...levels,
    channel: text('channel', { enum: channels }).notNull(),
    /** Same as the matter's; row-level security lets the handling department in by it. */
    handlerUnitId: uuid('handler_unit_id'),
    /**
     * The account of the contact person who brought it in, who may see how it goes and never whom it is from. No foreign
     * key: what was told outlives accounts.
     */
    contactPersonId: uuid('contact_person_id'),
    /** Whether the vault holds how to reach the person; what it holds is nowhere here. */
    contactKept: boolean('contact_kept').notNull().default(false),
    handlingTitle: text('handling_title'),
    handlingText: text('handling_text'),
    /** Working days that the department has, and the instant until which it has them this round. */
    handlingDays: smallint('handling_days'),
    handleBy: instant('handle_by'),
    /** How often this round's date was put off. */
    extensions: smallint('extensions').notNull().default(0),
    replyClass: text('reply_class', { enum: replyClasses }),
    replyText: text('reply_text'),
    divertedTo: text('diverted_to', { enum: divertChannels }),
    closingClass: text('closing_class', { enum: closingClasses }),
    judgedRound: smallint('judged_round').notNull().default(0),
    reopened: smallint('reopened').notNull().default(0),
    openedAt: instant('opened_at').notNull(),
  },
  (table) => [
    foreignKey({ name: 'issues_matter_id_fk', columns: [table.matterId], foreignColumns: [matters.id] }),
    check('issues_reopened_check', sql`${table.reopened} between 0 and 1`),
    check('issues_extensions_check', sql`${table.extensions} between 0 and 1`),
    check('issues_handling_days_check', sql`${table.handlingDays} in (3, 10)`),
    check(
      'issues_reply_class_check',
      sql`${table.replyClass} in ('solved','being_solved','planned','cannot')`,
    ),
    check(
      'issues_diverted_to_check',
      sql`${table.divertedTo} in ('emergency','hotline','petition','discipline','court')`,
    ),
    check(
      'issues_closing_class_check',
      sql`${table.closingClass} in ('solved','partly','disagreed','explained','unrated')`,
    ),
    check('issues_channel_check', sql`${table.channel} in ('web','desk','phone','code','paper','member')`),
    index('issues_contact_person_idx')
      .on(table.contactPersonId, table.openedAt, table.matterId)
      .where(sql`contact_person_id is not null`),
  ],
);

/** The resident's own words. Whoever opens them leaves a reading. Row-level security: county to village, the resident. */
export const issueWords = pgTable(
  'issue_words',
  {
    matterId: uuid('matter_id').primaryKey(),
    ...levels,
    words: text('words').notNull(),
    placeWords: text('place_words'),
  },
  (table) => [
    foreignKey({ name: 'issue_words_matter_id_fk', columns: [table.matterId], foreignColumns: [matters.id] }),
  ],
);

/** Questions of the office and answers of the resident, in order. Row-level security as `issue_words`. */
export const issueMessages = pgTable(
  'issue_messages',
  {
    matterId: uuid('matter_id').notNull(),
    seq: smallint('seq').notNull(),
    ...levels,
    author: text('author', { enum: ['office', 'resident'] }).notNull(),
    text: text('text').notNull(),
    at: instant('at').notNull(),
  },
  (table) => [
    primaryKey({ name: 'issue_messages_pkey', columns: [table.matterId, table.seq] }),
    foreignKey({
      name: 'issue_messages_matter_id_fk',
      columns: [table.matterId],
      foreignColumns: [matters.id],
    }),
    check('issue_messages_author_check', sql`${table.author} in ('office','resident')`),
  ],
);

/**
 * The residents' word on what was done: on an issue itself, or on an outcome line that answers it. Silence is an
 * answer of its own. Row-level security: county to village, the resident; never the handling department.
 */
export const judgements = pgTable(
  'judgements',
  {
    id: uuid('id').primaryKey(),
    issueId: uuid('issue_id').notNull(),
    /** The issue itself, or the outcome line that was done for it. */
    aboutId: uuid('about_id').notNull(),
    round: smallint('round').notNull(),
    ...levels,
    solved: text('solved', { enum: solvedAnswers }).notNull(),
    stars: smallint('stars'),
    words: text('words'),
    at: instant('at').notNull(),
  },
  (table) => [
    foreignKey({ name: 'judgements_issue_id_fk', columns: [table.issueId], foreignColumns: [matters.id] }),
    foreignKey({ name: 'judgements_about_id_fk', columns: [table.aboutId], foreignColumns: [matters.id] }),
    check('judgements_solved_check', sql`${table.solved} in ('yes','partly','no','silent')`),
    check('judgements_stars_check', sql`(${table.solved} = 'silent') = (${table.stars} is null)`),
    check('judgements_stars_range_check', sql`${table.stars} between 1 and 5`),
    // One word per resident, matter and round, however often the form is sent.
    unique('judgements_issue_id_about_id_round_key').on(table.issueId, table.aboutId, table.round),
    index('judgements_about_idx').on(table.aboutId, table.round),
  ],
);

/** What a receipt and its PIN open. No text, so it is read before anybody is known. */
export const receipts = pgTable(
  'receipts',
  {
    receipt: text('receipt').primaryKey(),
    matterId: uuid('matter_id').notNull(),
    /** scrypt of the PIN under the receipt key, with the receipt as salt. */
    pinHash: text('pin_hash').notNull(),
    wrongTries: smallint('wrong_tries').notNull().default(0),
    lockedUntil: instant('locked_until'),
  },
  (table) => [
    foreignKey({ name: 'receipts_matter_id_fk', columns: [table.matterId], foreignColumns: [matters.id] }),
    index('receipts_matter_id_idx').on(table.matterId),
  ],
);

/** What the public reads: rewritten, checked, without anything personal. Its own table, under no policy. */
export const publishedIssues = pgTable(
  'published_issues',
  {
    matterId: uuid('matter_id').primaryKey(),
    cityCode: text('city_code').notNull(),
    countyCode: text('county_code').notNull(),
    townshipCode: text('township_code').notNull(),
    title: text('title').notNull(),
    text: text('text').notNull(),
    outcome: text('outcome'),
    closingClass: text('closing_class', { enum: closingClasses }),
    closedAt: instant('closed_at'),
    publishedAt: instant('published_at').notNull(),
    changedAt: instant('changed_at'),
    changeReason: text('change_reason'),
  },
  (table) => [
    foreignKey({
      name: 'published_issues_matter_id_fk',
      columns: [table.matterId],
      foreignColumns: [matters.id],
    }),
    index('published_issues_city_idx').on(table.cityCode, table.closedAt, table.matterId),
    index('published_issues_county_idx').on(table.countyCode, table.closedAt, table.matterId),
    index('published_issues_township_idx').on(table.townshipCode, table.closedAt, table.matterId),
    // Of one ending alone there may be few among very many.
    index('published_issues_city_ending_idx').on(
      table.cityCode,
      table.closingClass,
      table.closedAt,
      table.matterId,
    ),
    index('published_issues_county_ending_idx').on(
      table.countyCode,
      table.closingClass,
      table.closedAt,
      table.matterId,
    ),
    index('published_issues_township_ending_idx').on(
      table.townshipCode,
      table.closingClass,
      table.closedAt,
      table.matterId,
    ),
  ],
);

/**
 * How many published matters ended how, under each city, county and township. Written by whoever writes
 * `published_issues`, in the same transaction, so that a count costs the same however many there are.
 */
export const settledCounts = pgTable(
  'settled_counts',
  {
    divisionCode: text('division_code').notNull(),
    closingClass: text('closing_class', { enum: closingClasses }).notNull(),
    amount: integer('amount').notNull(),
  },
  (table) => [
    primaryKey({ name: 'settled_counts_pkey', columns: [table.divisionCode, table.closingClass] }),
    check(
      'settled_counts_closing_class_check',
      sql`${table.closingClass} in ('solved','partly','disagreed','explained','unrated')`,
    ),
  ],
);
