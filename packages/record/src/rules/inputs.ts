import { meantTime } from '@tongxin/core';
import { z } from 'zod';
import { recordCategories, recordStates } from './names.ts';

const MemberId = z.uuid('record.not_found');
const Year = z.int('record.year').min(2000, 'record.year').max(2199, 'record.year');

/** How many lines a page has. */
export const pageSize = 20;

export const RecordOf = z.strictObject({
  /** Whose; the asking member's own when left out. */
  memberId: MemberId.optional(),
  /** This year when left out. */
  year: Year.optional(),
});
export type RecordOf = z.output<typeof RecordOf>;

export const ListRecord = RecordOf.extend({
  category: z.enum(recordCategories, 'record.category').optional(),
  state: z.enum(recordStates, 'record.state').optional(),
  /** The last line of the page before. */
  after: z
    .strictObject({
      at: z.iso.datetime({ offset: true, error: 'record.after' }).regex(meantTime, 'record.after'),
      id: z.uuid('record.after'),
    })
    .optional(),
});
export type ListRecord = z.output<typeof ListRecord>;
