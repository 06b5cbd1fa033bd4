import { day, instant } from '@tongxin/db';
import { closingClasses } from '@tongxin/issues/rules';
import { matters } from '@tongxin/matters/schema';
import { organisations } from '@tongxin/organisations/schema';
import { sql } from 'drizzle-orm';
import {
  check,
  foreignKey,
  index,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { lineKinds, lineReplyClasses } from '../rules/index.ts';
import { levels, sessions, topics } from './talks.ts';

/** What was agreed: who does what by when, and how one will see that it is done. Public once the minutes are. */
export const outcomeLines = pgTable(
  'outcome_lines',
  {
    matterId: uuid('matter_id').primaryKey(),
    ...levels,
    sessionId: uuid('session_id').notNull(),
    topicId: uuid('topic_id').notNull(),
    lineNo: smallint('line_no').notNull(),
    suggestion: text('suggestion').notNull(),
    kind: text('kind', { enum: lineKinds }).notNull(),
    unitId: uuid('unit_id').notNull(),
    /** The day by which it is to be done; lines due in a period are counted by it. */
    dueOn: day('due_on').notNull(),
    measure: text('measure').notNull(),
    replyClass: text('reply_class', { enum: lineReplyClasses }),
    reportText: text('report_text'),
    /** Goes up each time the residents' word sends it back to be done again. */
    round: smallint('round').notNull().default(1),
    /** What the residents said in the last round, written when the line is struck off and public from then on. */
    closingClass: text('closing_class', { enum: closingClasses }),
    judgedYes: smallint('judged_yes'),
    judgedPartly: smallint('judged_partly'),
    judgedNo: smallint('judged_no'),
    judgedSilent: smallint('judged_silent'),
  },
  (table) => [
    unique('outcome_lines_session_id_line_no_key').on(table.sessionId, table.lineNo),
    foreignKey({
      name: 'outcome_lines_matter_id_fk',
      columns: [table.matterId],
      foreignColumns: [matters.id],
    }),
    foreignKey({
      name: 'outcome_lines_session_id_fk',
      columns: [table.sessionId],
      foreignColumns: [sessions.matterId],
    }),
    foreignKey({
      name: 'outcome_lines_topic_id_fk',
      columns: [table.topicId],
      foreignColumns: [topics.matterId],
    }),
    foreignKey({
      name: 'outcome_lines_unit_id_fk',
      columns: [table.unitId],
      foreignColumns: [organisations.id],
    }),
    check(
      'outcome_lines_kind_check',
      sql`${table.kind} in ('policy','project','funds','measure','explanation')`,
    ),
    check(
      'outcome_lines_reply_class_check',
      sql`${table.replyClass} in ('solved','being_solved','planned','cannot')`,
    ),
    check(
      'outcome_lines_closing_class_check',
      sql`${table.closingClass} in ('solved','partly','disagreed','explained','unrated')`,
    ),
    check(
      'outcome_lines_judged_check',
      sql`num_nulls(${table.closingClass}, ${table.judgedYes}, ${table.judgedPartly}, ${table.judgedNo}, ${table.judgedSilent}) in (0, 5)`,
    ),
    index('outcome_lines_topic_id_idx').on(table.topicId),
    index('outcome_lines_city_due_idx').on(table.cityCode, table.dueOn, table.matterId),
    index('outcome_lines_county_due_idx').on(table.countyCode, table.dueOn, table.matterId),
    index('outcome_lines_township_due_idx').on(table.townshipCode, table.dueOn, table.matterId),
    index('outcome_lines_unit_idx').on(table.unitId, table.dueOn, table.matterId),
  ],
);

/** What the unit tells, in order, shown with the line: progress on the way, and each time it reports the line done. */
export const lineProgress = pgTable(
  'line_progress',
  {
    lineId: uuid('line_id').notNull(),
    seq: smallint('seq').notNull(),
    kind: text('kind', { enum: ['progress', 'report'] }).notNull(),
    replyClass: text('reply_class', { enum: lineReplyClasses }),
    text: text('text').notNull(),
    at: instant('at').notNull(),
  },
  (table) => [
    check('line_progress_kind_check', sql`(${table.kind} = 'report') = (${table.replyClass} is not null)`),
    primaryKey({ name: 'line_progress_pkey', columns: [table.lineId, table.seq] }),
    foreignKey({
      name: 'line_progress_line_id_fk',
      columns: [table.lineId],
      foreignColumns: [outcomeLines.matterId],
    }),
  ],
);
