import { civilDay, endOfDay, type Messages } from '@tongxin/core';
import { defineWorkflow } from '@tongxin/matters/rules';

/** Days after the last follow-up from which a lead is flagged to its owner. Source: inventory row 47. */
const quietDays = 90;

/** What a visit between committees may lead to. Source: domain §2.2, 双招双引. */
export const leadSubjects = ['talent', 'investment', 'other'] as const;
export type LeadSubject = (typeof leadSubjects)[number];
export const subjectNames: Messages<LeadSubject> = {
  talent: { 'zh-CN': '招才引智', en: 'Talent' },
  investment: { 'zh-CN': '招商引资', en: 'Investment' },
  other: { 'zh-CN': '其他合作', en: 'Other cooperation' },
};

/**
 * A lead from a visit, until something has come of it or it is given up, with the reason. It waits for whoever organised
 * the visit, until the day they set and at the longest `quietDays` after the last follow-up.
 */
export const leadWorkflow = defineWorkflow({
  kind: 'lead',
  initial: 'open',
  states: {
    open: {
      owner: 'organiser',
      clock: { given: true },
      label: { 'zh-CN': '跟进中', en: 'Being followed up' },
    },
    landed: { final: true, label: { 'zh-CN': '已落地', en: 'Came to something' } },
    dropped: { final: true, label: { 'zh-CN': '不再跟进', en: 'Given up' } },
  },
  moves: {
    follow_up: {
      from: ['open'],
      to: 'stay',
      by: ['organiser'],
      label: { 'zh-CN': '记跟进', en: 'Record a follow-up' },
    },
    land: {
      from: ['open'],
      to: 'landed',
      by: ['organiser'],
      reason: 'required',
      label: { 'zh-CN': '记为已落地', en: 'Record what came of it' },
    },
    drop: {
      from: ['open'],
      to: 'dropped',
      by: ['organiser'],
      reason: 'required',
      label: { 'zh-CN': '不再跟进', en: 'Give up' },
    },
  },
});

/** Until when a lead waits: the day that was set, and at the longest `quietDays` after the last follow-up. */
export function dueOf(lastOn: Temporal.PlainDate, nextOn: Temporal.PlainDate | null): Temporal.Instant {
  const latest = lastOn.add({ days: quietDays });
  const day = nextOn !== null && Temporal.PlainDate.compare(nextOn, latest) < 0 ? nextOn : latest;
  return endOfDay(day);
}

/** Whether nobody has followed it up for `quietDays`. */
export function isQuiet(lastOn: Temporal.PlainDate, now: Temporal.Instant): boolean {
  return Temporal.PlainDate.compare(lastOn.add({ days: quietDays }), civilDay(now)) < 0;
}
