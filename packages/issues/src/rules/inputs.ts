import { meantTime } from '@tongxin/core';
import { DivisionCode } from '@tongxin/divisions/rules';
import { Pin, Receipt } from '@tongxin/matters/rules';
import { z } from 'zod';
import {
  closingClasses,
  divertChannels,
  grounds,
  handlingTerms,
  replyClasses,
  solvedAnswers,
} from './answers.ts';
import { lengths, photosAtMost } from './limits.ts';
import type { FieldCode } from './refusals.ts';
import { issueWorkflow, type IssueState } from './workflow.ts';

// Controls, invisible direction changes and halves of characters are never what a person meant to write.
const unwritten = /[^\P{Cc}\t\n]|[\u202a-\u202e\u2066-\u2069]|\p{Cs}/u;

/** What a person writes: any language, one line end, no space around it, between `min` and `max` characters. */
function prose({ min, max, short, long }: { min: number; max: number; short: FieldCode; long: FieldCode }) {
  return z
    .string(short)
    .transform((typed) => typed.replaceAll(/\r\n?/g, '\n').trim())
    .refine((text) => !unwritten.test(text), 'issues.characters' satisfies FieldCode)
    .refine((text) => [...text].length >= min, short)
    .refine((text) => [...text].length <= max, long);
}

/** The same where nothing need be written: an empty field is the same as none. */
function optionalProse(max: number, long: FieldCode) {
  return prose({ min: 0, max, short: long, long })
    .transform((text) => (text === '' ? undefined : text))
    .optional();
}

/** Made by the form when it opens; the same form sent twice is one act. */
const Key = z.uuid('issues.key' satisfies FieldCode);
const Id = z.uuid('issues.id' satisfies FieldCode);
const PhotoIds = z
  .array(Id, 'issues.photos' satisfies FieldCode)
  .max(photosAtMost, 'issues.photos' satisfies FieldCode)
  .default([]);
const Reason = prose({
  min: 2,
  max: lengths.reason,
  short: 'issues.reason_short',
  long: 'issues.reason_long',
});
const AnswerText = prose({
  min: 1,
  max: lengths.answer,
  short: 'issues.answer_short',
  long: 'issues.answer_long',
});

/** How to reach the person, all of it optional. Goes to the vault and nowhere else. */
export const Contact = z.strictObject({
  name: optionalProse(lengths.contactName, 'issues.name_long'),
  phone: z
    .string('issues.phone' satisfies FieldCode)
    .transform((typed) => typed.normalize('NFKC').trim())
    .refine(
      (typed) => typed === '' || /^[+]?[0-9][0-9 ()-]{4,19}$/.test(typed),
      'issues.phone' satisfies FieldCode,
    )
    .transform((typed) => (typed === '' ? undefined : typed))
    .optional(),
  address: optionalProse(lengths.contactAddress, 'issues.address_long'),
});
export type Contact = z.infer<typeof Contact>;

const told = {
  key: Key,
  divisionCode: DivisionCode,
  words: prose({ ...lengths.words, short: 'issues.words_short', long: 'issues.words_long' }),
  placeWords: optionalProse(lengths.placeWords, 'issues.place_words_long'),
  photoIds: PhotoIds,
  contact: Contact.default({}),
};

/** Only the problem and the place are needed. Source: domain §7.2, 1. */
export const SubmitIssue = z.strictObject({
  ...told,
  channel: z.enum(['web', 'code'], 'issues.channel' satisfies FieldCode).default('web'),
});
export type SubmitIssue = z.infer<typeof SubmitIssue>;

/** Somebody tells it at the desk, by telephone or on paper, and a host writes it down. */
export const SubmitAssisted = z.strictObject({
  ...told,
  channel: z.enum(['desk', 'phone', 'paper'], 'issues.channel' satisfies FieldCode),
});
export type SubmitAssisted = z.infer<typeof SubmitAssisted>;

const At = z.iso
  .datetime({ offset: true, error: 'issues.after' satisfies FieldCode })
  .regex(meantTime, 'issues.after' satisfies FieldCode);

/** A member writes it down where they meet the person; `toldAt` is when, however late it is sent. */
export const SubmitThroughMember = z.strictObject({ ...told, toldAt: At });
export type SubmitThroughMember = z.infer<typeof SubmitThroughMember>;

export const OpenReceipt = z.strictObject({ receipt: Receipt, pin: Pin });
export type OpenReceipt = z.infer<typeof OpenReceipt>;

export const AnswerQuestion = z.strictObject({ key: Key, text: AnswerText, photoIds: PhotoIds });
export type AnswerQuestion = z.infer<typeof AnswerQuestion>;

/** The resident's own words on the way back, and their key. */
export const ResidentSays = z.strictObject({ key: Key, text: AnswerText });
export type ResidentSays = z.infer<typeof ResidentSays>;

export const ResidentAsks = z.strictObject({ key: Key });
export type ResidentAsks = z.infer<typeof ResidentAsks>;

export const JudgeIssue = z.strictObject({
  key: Key,
  solved: z
    .enum(solvedAnswers, 'issues.solved' satisfies FieldCode)
    .exclude(['silent'], 'issues.solved' satisfies FieldCode),
  stars: z
    .int('issues.stars' satisfies FieldCode)
    .min(1, 'issues.stars' satisfies FieldCode)
    .max(5, 'issues.stars' satisfies FieldCode),
  words: optionalProse(lengths.judgement, 'issues.judgement_long'),
});
export type JudgeIssue = z.infer<typeof JudgeIssue>;

export const IssueId = z.strictObject({ id: Id });
export type IssueId = z.infer<typeof IssueId>;

export const WithReason = z.strictObject({ id: Id, reason: Reason });
export type WithReason = z.infer<typeof WithReason>;

export const AskResident = z.strictObject({
  id: Id,
  question: prose({
    min: 2,
    max: lengths.question,
    short: 'issues.question_short',
    long: 'issues.question_long',
  }),
});
export type AskResident = z.infer<typeof AskResident>;

export const Divert = z.strictObject({
  id: Id,
  channel: z.enum(divertChannels, 'issues.channel' satisfies FieldCode),
  reason: Reason,
});
export type Divert = z.infer<typeof Divert>;

export const Decline = z.strictObject({
  id: Id,
  ground: z.enum(grounds, 'issues.ground' satisfies FieldCode),
  reason: Reason,
});
export type Decline = z.infer<typeof Decline>;

export const Merge = z.strictObject({ id: Id, intoId: Id });
export type Merge = z.infer<typeof Merge>;

/** `confirmed` says that a person looked at what was found in the text and lets it stand. */
const confirmed = z.boolean().default(false);

export const SaveHandlingCopy = z.strictObject({
  id: Id,
  title: prose({
    min: 2,
    max: lengths.handlingTitle,
    short: 'issues.title_short',
    long: 'issues.title_long',
  }),
  text: prose({ min: 5, max: lengths.handlingText, short: 'issues.copy_short', long: 'issues.copy_long' }),
  confirmed,
});
export type SaveHandlingCopy = z.infer<typeof SaveHandlingCopy>;

export const RouteIssue = z.strictObject({
  id: Id,
  unitId: Id,
  term: z.enum(handlingTerms, 'issues.term' satisfies FieldCode),
  confirmed,
});
export type RouteIssue = z.infer<typeof RouteIssue>;

export const Contest = z.strictObject({ id: Id, reason: Reason, suggestedUnitId: Id.optional() });
export type Contest = z.infer<typeof Contest>;

export const NoteProgress = z.strictObject({
  id: Id,
  note: prose({ min: 2, max: lengths.note, short: 'issues.note_short', long: 'issues.note_long' }),
});
export type NoteProgress = z.infer<typeof NoteProgress>;

export const Extend = z.strictObject({
  id: Id,
  dueOn: z.iso.date('issues.date' satisfies FieldCode).regex(meantTime, 'issues.date' satisfies FieldCode),
  reason: Reason,
});
export type Extend = z.infer<typeof Extend>;

/** "Cannot be done" says on what ground. Source: domain §4.1. */
export const ReplyIssue = z
  .strictObject({
    id: Id,
    class: z.enum(replyClasses, 'issues.reply_class' satisfies FieldCode),
    text: prose({ min: 5, max: lengths.reply, short: 'issues.reply_short', long: 'issues.reply_long' }),
    ground: z.enum(grounds, 'issues.ground' satisfies FieldCode).optional(),
    photoIds: PhotoIds,
    confirmed,
  })
  .refine((reply) => reply.class !== 'cannot' || reply.ground !== undefined, {
    path: ['ground'],
    message: 'issues.ground' satisfies FieldCode,
  });
export type ReplyIssue = z.infer<typeof ReplyIssue>;

export const PublishIssue = z.strictObject({
  id: Id,
  confirmed,
  /** What changed and why, when the page is already public. */
  changeReason: Reason.optional(),
});
export type PublishIssue = z.infer<typeof PublishIssue>;

const State = z.enum(Object.keys(issueWorkflow.states) as [IssueState], 'issues.state' satisfies FieldCode);
/** The newest of a division; `after` is the last row of the page before. */
export const ListIssues = z.strictObject({
  state: State.optional(),
  divisionCode: DivisionCode.optional(),
  after: z.strictObject({ openedAt: At, id: Id }).optional(),
});
export type ListIssues = z.infer<typeof ListIssues>;

export const ListAssigned = z.strictObject({
  state: State.optional(),
  after: z.strictObject({ openedAt: At, id: Id }).optional(),
});
export type ListAssigned = z.infer<typeof ListAssigned>;

export const ListBroughtIn = z.strictObject({
  after: z.strictObject({ openedAt: At, id: Id }).optional(),
});
export type ListBroughtIn = z.infer<typeof ListBroughtIn>;

export const ListSettled = z.strictObject({
  divisionCode: DivisionCode.optional(),
  /** Only those that ended so. */
  closingClass: z.enum(closingClasses, 'issues.state' satisfies FieldCode).optional(),
  after: z.strictObject({ closedAt: At, id: Id }).optional(),
});
export type ListSettled = z.infer<typeof ListSettled>;

export const CountSettled = ListSettled.pick({ divisionCode: true });
export type CountSettled = z.infer<typeof CountSettled>;
