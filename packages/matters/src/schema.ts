import { instant } from '@tongxin/db';
import { divisions } from '@tongxin/divisions/schema';
import { organisations } from '@tongxin/organisations/schema';
import { sql } from 'drizzle-orm';
import {
  bigint,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uuid,
  type AnyPgColumn,
} from 'drizzle-orm/pg-core';
import { linkKinds, matterKinds, type OwnerRole } from './rules/index.ts';

type Levels = Record<'kind' | 'countyCode' | 'townshipCode' | 'villageCode', AnyPgColumn>;

/** A narrower level is named with the wider ones, and what residents tell and what comes of it has a township. */
const levelChecks = ({ kind, countyCode, townshipCode, villageCode }: Levels) => [
  check(
    'matters_levels_check',
    sql`(${townshipCode} is null or ${countyCode} is not null) and (${villageCode} is null or ${townshipCode} is not null)`,
  ),
  check(
    'matters_ground_check',
    sql`${kind} in ('event','turn','expert_request','member_visit','record_objection','lead','village_order') or ${townshipCode} is not null`,
  ),
];

type Turn = Record<'ownerRole' | 'ownerUnitId' | 'dueAt' | 'closedAt', AnyPgColumn>;

/** What is open has one owner and one date, and everybody but a resident owns it as a unit. */
const turnChecks = ({ ownerRole, ownerUnitId, dueAt, closedAt }: Turn) => [
  check(
    'matters_owner_check',
    sql`(${closedAt} is null) = (${ownerRole} is not null and ${dueAt} is not null)`,
  ),
  check(
    'matters_owner_unit_check',
    sql`${ownerRole} is null or ${ownerRole} = 'resident' or ${ownerUnitId} is not null`,
  ),
];

/**
 * The spine. Whatever has a state, an owner, a due date and a history is one row here; what makes it an issue or
 * a session is in the table of its domain. No text of a resident is ever in this table.
 */
export const matters = pgTable(
  'matters',
  {
    id: uuid('id').primaryKey(),
    kind: text('kind', { enum: matterKinds }).notNull(),
    /** Receipt, session or line number: what people read aloud. */
    number: text('number').notNull(),
    /** Born with the first words and inherited by all that comes of them. */
    chainId: uuid('chain_id').notNull(),
    /** The township group (or office) on whose ground the matter lies. */
    organisationId: uuid('organisation_id').notNull(),
    cityCode: text('city_code').notNull(),
    /** Null for what belongs to the whole city, as the township is for what belongs to a whole county. */
    countyCode: text('county_code'),
    townshipCode: text('township_code'),
    villageCode: text('village_code'),
    state: text('state').notNull(),
    ownerRole: text('owner_role').$type<OwnerRole>(),
    ownerUnitId: uuid('owner_unit_id'),
    /** The department that handles it, also while the turn is somebody else's. */
    handlerUnitId: uuid('handler_unit_id'),
    /** Overdue from this instant on. */
    dueAt: instant('due_at'),
    openedAt: instant('opened_at').notNull(),
    closedAt: instant('closed_at'),
    changedAt: instant('changed_at').notNull(),
    entryCount: integer('entry_count').notNull(),
    reminders: smallint('reminders').notNull().default(0),
  },
  (table) => [
    unique('matters_number_key').on(table.number),
    check(
      'matters_kind_check',
      sql`${table.kind} in ('issue','topic','session','outcome_line','event','turn','expert_request','member_visit','record_objection','lead','village_order')`,
    ),
    ...levelChecks(table),
    ...turnChecks(table),
    foreignKey({
      name: 'matters_organisation_id_fk',
      columns: [table.organisationId],
      foreignColumns: [organisations.id],
    }),
    foreignKey({
      name: 'matters_owner_unit_id_fk',
      columns: [table.ownerUnitId],
      foreignColumns: [organisations.id],
    }),
    foreignKey({
      name: 'matters_handler_unit_id_fk',
      columns: [table.handlerUnitId],
      foreignColumns: [organisations.id],
    }),
    foreignKey({
      name: 'matters_township_code_fk',
      columns: [table.townshipCode],
      foreignColumns: [divisions.code],
    }),
    // "Newest of a level" reads its own index, backwards; a prefix scan over a county costs a thousand times more. No
    // `.desc()`: drizzle makes it NULLS LAST, which no `order by … desc` can use (docs/adr/0018).
    ...(['city', 'county', 'township'] as const).flatMap((level) => {
      const code = table[`${level}Code`];
      return [
        index(`matters_${level}_idx`).on(code, table.kind, table.openedAt, table.id),
        // Of one state there may be few among very many.
        index(`matters_${level}_state_idx`).on(code, table.state, table.openedAt, table.id),
        // Whose turn it is, the most overdue first.
        index(`matters_open_${level}_idx`)
          .on(code, table.ownerRole, table.dueAt, table.id)
          .where(sql`closed_at is null`),
      ];
    }),
    index('matters_village_idx').on(table.villageCode, table.kind, table.openedAt, table.id),
    index('matters_chain_idx').on(table.chainId, table.openedAt),
    index('matters_open_owner_idx')
      .on(table.ownerUnitId, table.dueAt, table.id)
      .where(sql`closed_at is null`),
    // The agreed lines that are still open are few among all open matters; reports look for the late ones.
    index('matters_open_lines_idx')
      .on(table.countyCode, table.townshipCode, table.id)
      .where(sql`closed_at is null and kind = 'outcome_line'`),
    index('matters_handler_idx').on(table.handlerUnitId, table.openedAt, table.id),
    index('matters_due_idx')
      .on(table.dueAt, table.id)
      .where(sql`closed_at is null`),
  ],
);

/**
 * What happened, entry by entry. Append-only: the application may add and read. `position` orders entries for the
 * sealer; `recorded_at` is the server's clock, `at` the instant the town goes by.
 */
export const journal = pgTable(
  'journal',
  {
    matterId: uuid('matter_id').notNull(),
    seq: integer('seq').notNull(),
    position: bigint('position', { mode: 'bigint' }).generatedAlwaysAsIdentity(),
    kind: text('kind', { enum: matterKinds }).notNull(),
    move: text('move').notNull(),
    fromState: text('from_state'),
    toState: text('to_state').notNull(),
    at: instant('at').notNull(),
    recordedAt: instant('recorded_at')
      .notNull()
      .default(sql`now()`),
    actorKind: text('actor_kind', { enum: ['account', 'resident', 'system'] }).notNull(),
    /** No foreign key: history outlives accounts. */
    accountId: uuid('account_id'),
    role: text('role'),
    unitId: uuid('unit_id'),
    unitName: text('unit_name'),
    reason: text('reason'),
    /** Numbers, dates, ids and codes. Never a resident's words, name or telephone. */
    data: jsonb('data').$type<Record<string, unknown>>().notNull(),
    cityCode: text('city_code').notNull(),
    countyCode: text('county_code'),
    townshipCode: text('township_code'),
  },
  (table) => [
    primaryKey({ name: 'journal_pkey', columns: [table.matterId, table.seq] }),
    foreignKey({ name: 'journal_matter_id_fk', columns: [table.matterId], foreignColumns: [matters.id] }),
    unique('journal_position_key').on(table.position),
    check('journal_levels_check', sql`${table.townshipCode} is null or ${table.countyCode} is not null`),
    check('journal_actor_check', sql`(${table.actorKind} = 'account') = (${table.accountId} is not null)`),
    // What a member wrote down for residents: few entries among very many.
    index('journal_member_idx')
      .on(table.accountId, table.at, table.matterId)
      .where(sql`role = 'member' and move = 'open'`),
    // Where a number of a report opens onto its records: one range per level, kind and move.
    index('journal_city_idx').on(table.cityCode, table.kind, table.move, table.at, table.matterId),
    index('journal_county_idx').on(table.countyCode, table.kind, table.move, table.at, table.matterId),
    index('journal_township_idx').on(table.townshipCode, table.kind, table.move, table.at, table.matterId),
  ],
);

/** What came of what; read from both ends. */
export const links = pgTable(
  'links',
  {
    fromId: uuid('from_id').notNull(),
    toId: uuid('to_id').notNull(),
    kind: text('kind', { enum: linkKinds }).notNull(),
    linkedAt: instant('linked_at').notNull(),
    unlinkedAt: instant('unlinked_at'),
  },
  (table) => [
    primaryKey({ name: 'links_pkey', columns: [table.fromId, table.kind, table.toId] }),
    foreignKey({ name: 'links_from_id_fk', columns: [table.fromId], foreignColumns: [matters.id] }),
    foreignKey({ name: 'links_to_id_fk', columns: [table.toId], foreignColumns: [matters.id] }),
    check(
      'links_kind_check',
      sql`${table.kind} in ('taken_into','merged_into','talked_at','outcome_of','answers','reopened_as','part_of','advice_for')`,
    ),
    index('links_to_id_idx').on(table.toId, table.kind),
  ],
);

/** The last number given per organ, year and kind; numbers leave no gaps because the row is locked. */
export const numberSeries = pgTable(
  'number_series',
  {
    organ: text('organ').notNull(),
    year: smallint('year').notNull(),
    kind: text('kind', { enum: matterKinds }).notNull(),
    last: integer('last').notNull(),
  },
  (table) => [primaryKey({ name: 'number_series_pkey', columns: [table.organ, table.year, table.kind] })],
);

/** One hash per sealed entry; each holds the one before it. Append-only. */
export const journalSeals = pgTable('journal_seals', {
  position: bigint('position', { mode: 'bigint' }).primaryKey(),
  hash: text('hash').notNull(),
});

/** The signed head of each sealed batch; a copy goes out of the house. Append-only. */
export const journalHeads = pgTable('journal_heads', {
  upTo: bigint('up_to', { mode: 'bigint' }).primaryKey(),
  entryCount: bigint('entry_count', { mode: 'bigint' }).notNull(),
  hash: text('hash').notNull(),
  signature: text('signature').notNull(),
  sealedAt: instant('sealed_at').notNull(),
});

/** Every opening of unredacted words, photos or identity, shown to the resident. Append-only. */
export const readings = pgTable(
  'readings',
  {
    id: uuid('id').primaryKey(),
    matterId: uuid('matter_id').notNull(),
    what: text('what', { enum: ['words', 'identity', 'photos'] }).notNull(),
    /** Null when the system itself opened it, to send a notice. */
    accountId: uuid('account_id'),
    role: text('role').notNull(),
    unitName: text('unit_name').notNull(),
    reason: text('reason'),
    at: instant('at').notNull(),
  },
  (table) => [
    foreignKey({ name: 'readings_matter_id_fk', columns: [table.matterId], foreignColumns: [matters.id] }),
    check('readings_what_check', sql`${table.what} in ('words','identity','photos')`),
    index('readings_matter_id_idx').on(table.matterId, table.at),
  ],
);
