import { meantTime } from '@tongxin/core';
import { prose, words } from '@tongxin/deliberations/rules';
import { z } from 'zod';
import { leadSubjects } from './leads.ts';
import type { FieldCode } from './refusals.ts';

const Id = z.uuid('outreach.id' satisfies FieldCode);
const Day = z.iso
  .date('outreach.day' satisfies FieldCode)
  .regex(meantTime, 'outreach.day' satisfies FieldCode)
  .transform((text) => Temporal.PlainDate.from(text));
const Reason = prose(500, 'outreach.reason');

export const OpenLead = z.strictObject({
  /** Made by the form when it opens, so that sending it twice opens one lead. */
  key: z.uuid('outreach.key' satisfies FieldCode),
  /** The visit that it came from. */
  eventId: Id,
  subject: z.enum(leadSubjects, 'outreach.subject' satisfies FieldCode),
  organisation: words(100, 'outreach.organisation'),
  what: prose(1000, 'outreach.what'),
  /** A post, not a person’s telephone. */
  contactPost: words(60, 'outreach.contact').optional(),
  nextOn: Day.optional(),
});
export type OpenLead = z.output<typeof OpenLead>;

export const FollowUp = z.strictObject({
  id: Id,
  on: Day,
  what: prose(1000, 'outreach.what'),
  nextOn: Day.optional(),
});
export type FollowUp = z.output<typeof FollowUp>;

export const EndLead = z.strictObject({ id: Id, reason: Reason });
export type EndLead = z.output<typeof EndLead>;

export const LeadOnly = z.strictObject({ id: Id });

export const ListLeads = z.strictObject({
  show: z.enum(['open', 'ended']).default('open'),
  /** Only those of one visit. */
  eventId: Id.optional(),
  after: z
    .strictObject({
      at: z.iso
        .datetime({ offset: true, error: 'outreach.after' satisfies FieldCode })
        .regex(meantTime, 'outreach.after' satisfies FieldCode),
      id: Id,
    })
    .optional(),
});
export type ListLeads = z.output<typeof ListLeads>;
