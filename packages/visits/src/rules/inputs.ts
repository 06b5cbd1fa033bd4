import { meantTime } from '@tongxin/core';
import { prose, words } from '@tongxin/deliberations/rules';
import { z } from 'zod';
import type { FieldCode } from './refusals.ts';
import { visitStates } from './workflow.ts';

/** What one member asks in one visit. */
export const asksAtMost = 20;

const Day = z.iso
  .date('visits.date' satisfies FieldCode)
  .regex(meantTime, 'visits.date' satisfies FieldCode)
  .transform((text) => Temporal.PlainDate.from(text));
const Id = z.uuid('visits.not_found');
const AskId = z.uuid('visits.ask_not_found');
const Reason = prose(500, 'visits.reason');
const Ask = prose(500, 'visits.ask');

export const PlanVisit = z.strictObject({
  key: z.uuid('visits.key' satisfies FieldCode),
  /** Whose committee visits: the city's or a county's. */
  divisionCode: z
    .string('visits.division' satisfies FieldCode)
    .regex(/^\d{4}(\d{2})?$/, 'visits.division' satisfies FieldCode),
  memberId: z.uuid('visits.member' satisfies FieldCode),
  visitOn: Day,
  /** Who goes, by post and name. */
  visitors: words(100, 'visits.visitors'),
});
export type PlanVisit = z.output<typeof PlanVisit>;

export const One = z.strictObject({ id: Id });
export type One = z.output<typeof One>;
export const Reschedule = z.strictObject({ id: Id, visitOn: Day, reason: Reason });
export type Reschedule = z.output<typeof Reschedule>;
export const WithReason = z.strictObject({ id: Id, reason: Reason });
export type WithReason = z.output<typeof WithReason>;
export const RecordVisit = z.strictObject({
  id: Id,
  visitedOn: Day,
  asks: z.array(Ask, 'visits.asks' satisfies FieldCode).max(asksAtMost, 'visits.asks' satisfies FieldCode),
});
export type RecordVisit = z.output<typeof RecordVisit>;
export const WriteNote = z.strictObject({ id: Id, note: prose(4000, 'visits.note') });
export type WriteNote = z.output<typeof WriteNote>;
export const AnswerAsk = z.strictObject({ askId: AskId, answer: prose(1000, 'visits.answer') });
export type AnswerAsk = z.output<typeof AnswerAsk>;
export const AskAgain = z.strictObject({ askId: AskId, words: Ask });
export type AskAgain = z.output<typeof AskAgain>;

const After = z
  .strictObject({
    on: z.iso.date('visits.after' satisfies FieldCode).regex(meantTime, 'visits.after' satisfies FieldCode),
    id: Id,
  })
  .optional();

export const ListVisits = z.strictObject({
  state: z.enum(visitStates, 'visits.state' satisfies FieldCode).optional(),
  after: After,
});
export type ListVisits = z.output<typeof ListVisits>;

export const ListMine = z.strictObject({ after: After });
export type ListMine = z.output<typeof ListMine>;
