import { day, instant } from '@tongxin/db';
import { matters } from '@tongxin/matters/schema';
import { members } from '@tongxin/members/schema';
import { organisations } from '@tongxin/organisations/schema';
import { platforms } from '@tongxin/platforms/schema';
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
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { holidayRules, swapStates, type Pattern } from './rules/index.ts';

/** A site's level columns: township and county are null where it belongs to a county or the whole city. */
const levels = {
  cityCode: text('city_code').notNull(),
  countyCode: text('county_code'),
  townshipCode: text('township_code'),
  villageCode: text('village_code'),
};

/** How a site is staffed over a stretch of time: the pattern that its turns were made from. */
export const rotas = pgTable(
  'rotas',
  {
    id: uuid('id').primaryKey(),
    platformId: uuid('platform_id').notNull(),
    /** Whose turns they are: the unit that runs the site. */
    organisationId: uuid('organisation_id').notNull(),
    ...levels,
    pattern: jsonb('pattern').$type<Pattern>().notNull(),
    onHoliday: text('on_holiday', { enum: holidayRules }).notNull(),
    fromOn: day('from_on').notNull(),
    untilOn: day('until_on').notNull(),
    /** `HH:MM` by the city's clock. */
    startTime: text('start_time').notNull(),
    endTime: text('end_time').notNull(),
    perTurn: smallint('per_turn').notNull(),
    madeAt: instant('made_at').notNull(),
    /** From then on everybody can read who is there when. */
    publishedAt: instant('published_at'),
  },
  (table) => [
    check('rotas_on_holiday_check', sql`${table.onHoliday} in ('next_working_day','leave_out','keep')`),
    check('rotas_span_check', sql`${table.fromOn} <= ${table.untilOn}`),
    check('rotas_per_turn_check', sql`${table.perTurn} between 1 and 6`),
    foreignKey({ name: 'rotas_platform_id_fk', columns: [table.platformId], foreignColumns: [platforms.id] }),
    foreignKey({
      name: 'rotas_organisation_id_fk',
      columns: [table.organisationId],
      foreignColumns: [organisations.id],
    }),
    index('rotas_platform_idx').on(table.platformId, table.fromOn, table.id),
  ],
);

/** Who takes turns by a rota, in the order in which they were named, and on which days each is away. */
export const rotaMembers = pgTable(
  'rota_members',
  {
    rotaId: uuid('rota_id').notNull(),
    memberId: uuid('member_id').notNull(),
    orderNo: smallint('order_no').notNull(),
    away: jsonb('away').$type<{ from: string; until: string }[]>().notNull(),
  },
  (table) => [
    primaryKey({ name: 'rota_members_pkey', columns: [table.rotaId, table.memberId] }),
    foreignKey({ name: 'rota_members_rota_id_fk', columns: [table.rotaId], foreignColumns: [rotas.id] }),
    foreignKey({
      name: 'rota_members_member_id_fk',
      columns: [table.memberId],
      foreignColumns: [members.id],
    }),
  ],
);

/** One member's place at a site at one time. Its state, owner and history are the spine's. */
export const turns = pgTable(
  'turns',
  {
    matterId: uuid('matter_id').primaryKey(),
    rotaId: uuid('rota_id').notNull(),
    platformId: uuid('platform_id').notNull(),
    ...levels,
    startsAt: instant('starts_at').notNull(),
    endsAt: instant('ends_at').notNull(),
    /** From 1; several members are there together. */
    placeNo: smallint('place_no').notNull(),
    /** Null as long as nobody is on it. */
    memberId: uuid('member_id'),
    /** The day that the pattern names, when a holiday moved the turn away from it. */
    movedFrom: day('moved_from'),
    /** How often its host has been told that nobody is on it. */
    alarms: smallint('alarms').notNull().default(0),
  },
  (table) => [
    check('turns_period_check', sql`${table.endsAt} > ${table.startsAt}`),
    foreignKey({ name: 'turns_matter_id_fk', columns: [table.matterId], foreignColumns: [matters.id] }),
    foreignKey({ name: 'turns_rota_id_fk', columns: [table.rotaId], foreignColumns: [rotas.id] }),
    foreignKey({ name: 'turns_platform_id_fk', columns: [table.platformId], foreignColumns: [platforms.id] }),
    foreignKey({ name: 'turns_member_id_fk', columns: [table.memberId], foreignColumns: [members.id] }),
    index('turns_platform_idx').on(table.platformId, table.startsAt, table.matterId),
    index('turns_member_idx').on(table.memberId, table.startsAt, table.matterId),
    index('turns_rota_idx').on(table.rotaId, table.startsAt, table.placeNo),
    ...(['city', 'county', 'township', 'village'] as const).map((level) =>
      index(`turns_${level}_idx`).on(table[`${level}Code`], table.startsAt, table.matterId),
    ),
    // The few that nobody is on, for the alarm.
    index('turns_unstaffed_idx')
      .on(table.startsAt, table.matterId)
      .where(sql`member_id is null`),
  ],
);

/** One member's question to another about a turn. Asking is the first yes; the answer is the second. */
export const turnSwaps = pgTable(
  'turn_swaps',
  {
    id: uuid('id').primaryKey(),
    turnId: uuid('turn_id').notNull(),
    askerId: uuid('asker_id').notNull(),
    askedId: uuid('asked_id').notNull(),
    /** The asked member's turn that the asker takes in return; null when none is. */
    inReturnId: uuid('in_return_id'),
    state: text('state', { enum: swapStates }).notNull(),
    askedAt: instant('asked_at').notNull(),
    endedAt: instant('ended_at'),
  },
  (table) => [
    check('turn_swaps_state_check', sql`${table.state} in ('asked','accepted','refused','withdrawn')`),
    check('turn_swaps_ended_check', sql`(${table.state} = 'asked') = (${table.endedAt} is null)`),
    check('turn_swaps_two_check', sql`${table.askerId} <> ${table.askedId}`),
    foreignKey({ name: 'turn_swaps_turn_id_fk', columns: [table.turnId], foreignColumns: [turns.matterId] }),
    foreignKey({
      name: 'turn_swaps_in_return_id_fk',
      columns: [table.inReturnId],
      foreignColumns: [turns.matterId],
    }),
    foreignKey({ name: 'turn_swaps_asker_id_fk', columns: [table.askerId], foreignColumns: [members.id] }),
    foreignKey({ name: 'turn_swaps_asked_id_fk', columns: [table.askedId], foreignColumns: [members.id] }),
    // One open question about a turn: two who both said yes would both have it.
    uniqueIndex('turn_swaps_open_key')
      .on(table.turnId)
      .where(sql`state = 'asked'`),
    index('turn_swaps_asked_idx').on(table.askedId, table.askedAt, table.id),
    index('turn_swaps_asker_idx').on(table.askerId, table.askedAt, table.id),
  ],
);

/**
 * Who came to a turn, a line each: a matter that was told (its words and its resident are with the matter and in the
 * vault), or advice that was given, about what and with nothing of who it was.
 */
export const receptions = pgTable(
  'receptions',
  {
    id: uuid('id').primaryKey(),
    turnId: uuid('turn_id').notNull(),
    issueId: uuid('issue_id'),
    about: text('about'),
    said: text('said'),
    /** By the clock of the desk; `receivedAt` is when the house heard of it. */
    at: instant('at').notNull(),
    receivedAt: instant('received_at').notNull(),
    /** No foreign key: what happened outlives accounts. */
    recordedBy: uuid('recorded_by').notNull(),
  },
  (table) => [
    check('receptions_what_check', sql`(${table.issueId} is null) = (${table.about} is not null)`),
    foreignKey({ name: 'receptions_turn_id_fk', columns: [table.turnId], foreignColumns: [turns.matterId] }),
    foreignKey({ name: 'receptions_issue_id_fk', columns: [table.issueId], foreignColumns: [matters.id] }),
    index('receptions_turn_idx').on(table.turnId, table.at, table.id),
    index('receptions_issue_idx').on(table.issueId),
  ],
);
