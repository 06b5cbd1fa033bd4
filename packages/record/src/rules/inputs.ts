import { meantTime } from '@tongxin/core';
import { prose } from '@tongxin/deliberations/rules';
import { z } from 'zod';
import { DivisionCode } from '@tongxin/divisions/rules';
import { recordCategories, recordStates } from './names.ts';

const MemberId = z.uuid('record.not_found');
/** No record reaches back further. */
export const firstRecordYear = 2000;
const Year = z.int('record.year').min(firstRecordYear, 'record.year').max(2199, 'record.year');

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

// What no name can hold, the database would not take either.
const Name = z
  .string('record.after')
  .max(60, 'record.after')
  .regex(/^[^\p{Cc}\p{Cs}]*$/u, 'record.after');

export const ListOwed = z.strictObject({
  /** Four digits: the groups of the municipal committee; six: those of that county's. */
  divisionCode: DivisionCode,
  year: Year.optional(),
  /** Those that still owe something, or those that do not. */
  open: z.boolean().default(true),
  after: z.strictObject({ name: Name, id: z.uuid('record.after') }).optional(),
});
export type ListOwed = z.output<typeof ListOwed>;

export const CountOwed = ListOwed.pick({ divisionCode: true, year: true });
export type CountOwed = z.output<typeof CountOwed>;

export const GroupYear = z.strictObject({
  groupId: z.uuid('members.group_not_found'),
  year: Year.optional(),
});
export type GroupYear = z.output<typeof GroupYear>;

const Day = z.iso
  .date('record.period')
  .regex(meantTime, 'record.period')
  .transform((text) => Temporal.PlainDate.from(text));
const Period = { from: Day, until: Day };

/** A period has an end after its beginning, and is at most five years. */
function isPeriod({ from, until }: { from: Temporal.PlainDate; until: Temporal.PlainDate }): boolean {
  // A day that was not understood has said so at its own field.
  if (!(from instanceof Temporal.PlainDate && until instanceof Temporal.PlainDate)) return true;
  const days = from.until(until, { largestUnit: 'days' }).days;
  return days >= 0 && days <= 5 * 366;
}
const period = { error: 'record.period', path: ['until'] };

export const QuietIn = z.strictObject({ divisionCode: DivisionCode, ...Period }).refine(isPeriod, period);
export type QuietIn = z.output<typeof QuietIn>;

const MemberAfter = z.strictObject({ name: Name, id: z.uuid('record.after') }).optional();

export const ListQuiet = z
  .strictObject({ divisionCode: DivisionCode, ...Period, after: MemberAfter })
  .refine(isPeriod, period);
export type ListQuiet = z.output<typeof ListQuiet>;

export const TrainingOf = z.strictObject({ divisionCode: DivisionCode });
export type TrainingOf = z.output<typeof TrainingOf>;

export const ListUntrained = TrainingOf.extend({
  /** One group, `none` for those in no group of the committee, everybody when left out. */
  group: z.union([z.uuid(), z.literal('none')], 'record.group').optional(),
  after: MemberAfter,
});
export type ListUntrained = z.output<typeof ListUntrained>;

export const ObjectToLine = z.strictObject({
  key: z.uuid('record.key'),
  /** What the line comes from. */
  lineId: z.uuid('record.line_not_found'),
  words: prose(300, 'record.words'),
});
export type ObjectToLine = z.output<typeof ObjectToLine>;

const ObjectionId = z.uuid('record.objection_not_found');
const Answer = prose(500, 'record.answer');

export const OneObjection = z.strictObject({ id: ObjectionId });
export type OneObjection = z.output<typeof OneObjection>;

export const CorrectLine = z.strictObject({
  id: ObjectionId,
  /** The event, the part of one, the session or the turn of which something else is to be written down. */
  factId: z.uuid('record.fact_unknown'),
  state: z.enum(recordStates, 'record.state'),
  answer: Answer,
});
export type CorrectLine = z.output<typeof CorrectLine>;

export const ExplainLine = z.strictObject({ id: ObjectionId, answer: Answer });
export type ExplainLine = z.output<typeof ExplainLine>;
