import { eventCategories } from '@tongxin/events/rules';
import { meantTime, type Kind } from '@tongxin/core';
import { DivisionCode } from '@tongxin/divisions/rules';
import { ListPlatforms } from '@tongxin/platforms/rules';
import { z } from 'zod';
import { measures } from './measures.ts';
import { Period } from './period.ts';
import { siteRecords } from './site-records.ts';

/** Every way in which a report says no. */
export const refusals = {
  'reports.not_found': 'NOT_FOUND',
  'reports.too_long': 'PRECONDITION_FAILED',
} as const satisfies Record<`reports.${string}`, Kind>;
export type Refusal = keyof typeof refusals;

/** Where the papers are downloaded; each takes a place, a period and a language. */
export const paperAddresses = {
  tableXlsx: '/reports/table.xlsx',
  tableCsv: '/reports/table.csv',
  strikeOffXlsx: '/reports/strike-off.xlsx',
  eventsXlsx: '/reports/events.xlsx',
} as const;

/** What a form is told beside its field. */
export const fieldCodes = ['reports.period', 'reports.measure', 'reports.after', 'reports.category'] as const;
export type FieldCode = (typeof fieldCodes)[number];

export const AskTable = z.strictObject({ divisionCode: DivisionCode, period: Period });
export type AskTable = z.infer<typeof AskTable>;

/** The list of what was held: of one category of events, such as lectures, or of all. */
export const AskEvents = AskTable.extend({
  category: z.enum(eventCategories, 'reports.category').optional(),
});
export type AskEvents = z.infer<typeof AskEvents>;

/** The last row of the page before. The years that can be meant bound it, or the database would be asked nonsense. */
const after = z.strictObject({
  at: z.iso.datetime({ offset: true, error: 'reports.after' }).regex(meantTime, 'reports.after'),
  matterId: z.uuid('reports.after'),
  seq: z.int('reports.after').min(0, 'reports.after').max(1_000_000, 'reports.after'),
});

export const OpenNumber = z.strictObject({
  measure: z.enum(measures, 'reports.measure'),
  divisionCode: DivisionCode,
  period: Period,
  after: after.optional(),
});
export type OpenNumber = z.infer<typeof OpenNumber>;

/** The doors of a division as they stand now. */
export const AskCoverage = z.strictObject({ divisionCode: DivisionCode });
export type AskCoverage = z.infer<typeof AskCoverage>;

export const ListCoverage = z.strictObject({
  divisionCode: DivisionCode,
  /** Halls where a session was held and published, or those where none was. */
  covered: z.boolean(),
  after: ListPlatforms.shape.after,
});
export type ListCoverage = z.infer<typeof ListCoverage>;

/** Rows on a page of the list behind a number. */
export const pageSize = 50;

const Day = z.iso
  .date('reports.period')
  .regex(meantTime, 'reports.period')
  .transform((text) => Temporal.PlainDate.from(text));

export const OneCounty = z.strictObject({ countyCode: DivisionCode });

export const OneSite = z.strictObject({ id: z.uuid() });

export const AskSiteLog = z.strictObject({
  id: z.uuid(),
  /** This year when left out. */
  year: z.int('reports.period').min(2000, 'reports.period').max(2100, 'reports.period').optional(),
});
export type AskSiteLog = z.output<typeof AskSiteLog>;

export const ListSiteRecords = z.strictObject({
  id: z.uuid(),
  records: z.enum(siteRecords, 'reports.measure'),
  /** The first and the last day. */
  from: Day,
  until: Day,
  after: z
    .strictObject({
      at: z.iso.datetime({ offset: true, error: 'reports.after' }).regex(meantTime, 'reports.after'),
      id: z.uuid('reports.after'),
    })
    .optional(),
});
export type ListSiteRecords = z.output<typeof ListSiteRecords>;
