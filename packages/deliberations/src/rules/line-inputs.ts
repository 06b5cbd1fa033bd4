import { DivisionCode } from '@tongxin/divisions/rules';
import { z } from 'zod';
import { After, Confirmed, Day, Key, Reason, SessionId } from './inputs.ts';
import { lineKinds, lineReplyClasses } from './names.ts';
import { optionalProse, prose } from './text.ts';

export const LineId = z.uuid('deliberations.not_found');
const DueOn = Day('deliberations.due');

/** What was agreed on one point: who does what by when, and how one will see that it is done. Source: domain §6.5. */
export const NewLine = z.strictObject({
  topicId: z.uuid('deliberations.topics'),
  /** The residents' matters that it answers; all of the topic's when left out. */
  issueIds: z
    .array(z.uuid('deliberations.issues'))
    .min(1, 'deliberations.issues')
    .max(50, 'deliberations.issues')
    .optional(),
  suggestion: prose(500, 'deliberations.suggestion'),
  kind: z.enum(lineKinds, 'deliberations.line_kind'),
  unitId: z.uuid('deliberations.unit'),
  dueOn: DueOn,
  measure: prose(300, 'deliberations.measure'),
});
export type NewLine = z.output<typeof NewLine>;

export const PublishSession = z.strictObject({
  id: SessionId,
  lines: z.array(NewLine, 'deliberations.lines').max(60, 'deliberations.lines'),
  /** For each matter that no line answers: why, in words for the resident. It goes back to the host's desk. */
  withoutLine: z
    .array(z.strictObject({ issueId: z.uuid('deliberations.issues'), reason: Reason }))
    .max(400, 'deliberations.issues')
    .default([]),
  confirmed: Confirmed,
});
export type PublishSession = z.output<typeof PublishSession>;

export const CheckRedaction = PublishSession.pick({ id: true, lines: true }).partial({ lines: true });
export type CheckRedaction = z.output<typeof CheckRedaction>;

export const AcceptLine = z.strictObject({ id: LineId, planDue: DueOn });
export type AcceptLine = z.output<typeof AcceptLine>;

export const ContestLine = z.strictObject({
  id: LineId,
  reason: Reason,
  suggestedUnitId: z.uuid('deliberations.unit').optional(),
});
export type ContestLine = z.output<typeof ContestLine>;

export const ReassignLine = z.strictObject({
  id: LineId,
  unitId: z.uuid('deliberations.unit'),
  reason: Reason,
  /** A later day, when what was agreed cannot be kept any more. */
  dueOn: DueOn.optional(),
});
export type ReassignLine = z.output<typeof ReassignLine>;

export const NotAdopt = z.strictObject({ id: LineId, reason: Reason });
export type NotAdopt = z.output<typeof NotAdopt>;

export const NoteProgress = z.strictObject({
  id: LineId,
  text: prose(1000, 'deliberations.progress'),
  confirmed: Confirmed,
});
export type NoteProgress = z.output<typeof NoteProgress>;

export const ExtendLine = z.strictObject({ id: LineId, dueOn: DueOn, reason: Reason });
export type ExtendLine = z.output<typeof ExtendLine>;

export const ReportDone = z.strictObject({
  id: LineId,
  class: z.enum(lineReplyClasses, 'deliberations.reply_class'),
  text: prose(2000, 'deliberations.report'),
  photoIds: z.array(z.uuid('deliberations.photos')).max(6, 'deliberations.photos').default([]),
  confirmed: Confirmed,
});
export type ReportDone = z.output<typeof ReportDone>;

export const LineOnly = z.strictObject({ id: LineId });

export const VerifyLine = z.strictObject({
  id: LineId,
  /** Photos of the report that show no person and that everybody may see. */
  publicPhotoIds: z.array(z.uuid('deliberations.photos')).max(6, 'deliberations.photos').default([]),
});
export type VerifyLine = z.output<typeof VerifyLine>;

export const SendBack = z.strictObject({ id: LineId, reason: Reason });
export type SendBack = z.output<typeof SendBack>;

/** The resident's own word; `silent` is never sent by anybody. */
export const JudgeLine = z.strictObject({
  lineId: LineId,
  key: Key,
  solved: z.enum(['yes', 'partly', 'no'], 'deliberations.solved'),
  stars: z.int('deliberations.stars').min(1, 'deliberations.stars').max(5, 'deliberations.stars'),
  words: optionalProse(500, 'deliberations.words'),
});
export type JudgeLine = z.output<typeof JudgeLine>;

/** What the resident says goes to their messages: the journal holds no resident's words. */
export const ReopenLines = z.strictObject({ key: Key, text: prose(2000, 'deliberations.words') });
export type ReopenLines = z.output<typeof ReopenLines>;

export const ListLines = z.strictObject({
  unitId: z.uuid('deliberations.unit').optional(),
  divisionCode: DivisionCode.optional(),
  /** `open`: everything that is not over; otherwise one state. */
  state: z
    .enum([
      'open',
      'overdue',
      'assigned',
      'contested',
      'in_progress',
      'reported_done',
      'asking',
      'judged',
      'closed',
      'not_adopted',
    ])
    .default('open'),
  /** The last row of the page before. */
  after: z.strictObject({ at: After, id: z.uuid() }).optional(),
});
export type ListLines = z.output<typeof ListLines>;
