import { civilDay, endOfDay } from '@tongxin/core';
import { defineWorkflow } from '@tongxin/matters/rules';

/** Days within which what a member asks gets its answer. Source: domain §4.9, ≤ 30 days (design). */
export const answerDays = 30;

/** Until when everything that was asked on this day is answered. */
export function answerBy(askedOn: Temporal.PlainDate): Temporal.Instant {
  return endOfDay(askedOn.add({ days: answerDays }));
}

/** Until when a visit is written down: the end of the week after it. Source: (design). */
export function recordBy(visitOn: Temporal.PlainDate): Temporal.Instant {
  return endOfDay(visitOn.add({ days: 7 }));
}

/** A visit is planned for today or for a day within the next year. */
export function isPlannable(day: Temporal.PlainDate, now: Temporal.Instant): boolean {
  const today = civilDay(now);
  return (
    Temporal.PlainDate.compare(day, today) >= 0 &&
    Temporal.PlainDate.compare(day, today.add({ years: 1 })) <= 0
  );
}

/** A visit took place today or so lately that what was asked then can still be answered in time. */
export function canHaveBeen(day: Temporal.PlainDate, now: Temporal.Instant): boolean {
  const today = civilDay(now);
  return (
    Temporal.PlainDate.compare(day, today) <= 0 &&
    Temporal.PlainDate.compare(day, today.subtract({ days: answerDays })) >= 0
  );
}

/**
 * Leaders or staff of a committee visit a member to hear what is on their mind (听听心里话). What the member asks is
 * answered within thirty days; the member may ask again before it is closed. Source: domain §4.9, inventory row 67.
 */
export const visitWorkflow = defineWorkflow({
  kind: 'member_visit',
  initial: 'planned',
  states: {
    planned: { owner: 'organiser', clock: { given: true }, label: { 'zh-CN': '待走访', en: 'Planned' } },
    visited: {
      owner: 'organiser',
      clock: { given: true },
      label: { 'zh-CN': '已走访，有事待答复', en: 'Visited; asks to be answered' },
    },
    answered: {
      owner: 'organiser',
      clock: { workingDays: 10 },
      atDue: 'close',
      label: { 'zh-CN': '都已答复', en: 'All answered' },
    },
    closed: { final: true, label: { 'zh-CN': '办结', en: 'Closed' } },
    cancelled: { final: true, label: { 'zh-CN': '已取消', en: 'Cancelled' } },
  },
  moves: {
    reschedule: {
      from: ['planned'],
      to: 'planned',
      by: ['organiser'],
      reason: 'required',
      label: { 'zh-CN': '改日期', en: 'Change the day' },
    },
    record: {
      from: ['planned'],
      // Where nothing was asked there is nothing to wait for.
      to: ['visited', 'closed'],
      by: ['organiser'],
      label: { 'zh-CN': '记走访', en: 'Write the visit down' },
    },
    note: {
      from: ['planned', 'visited', 'answered', 'closed'],
      to: 'stay',
      by: ['organiser'],
      label: { 'zh-CN': '记内部记录', en: 'Write the private note' },
    },
    answer: {
      from: ['visited'],
      to: 'stay',
      by: ['organiser'],
      label: { 'zh-CN': '答复一件', en: 'Answer one' },
    },
    all_answered: {
      from: ['visited'],
      to: 'answered',
      by: ['follows'],
      label: { 'zh-CN': '都已答复', en: 'All answered' },
    },
    ask_again: {
      from: ['answered'],
      to: 'visited',
      by: ['follows'],
      label: { 'zh-CN': '委员再问', en: 'The member asks again' },
    },
    close: {
      from: ['answered'],
      to: 'closed',
      by: ['organiser', 'clock'],
      label: { 'zh-CN': '办结', en: 'Close' },
    },
    cancel: {
      from: ['planned'],
      to: 'cancelled',
      by: ['organiser'],
      reason: 'required',
      label: { 'zh-CN': '取消', en: 'Cancel' },
    },
  },
});

export type VisitState = keyof typeof visitWorkflow.states;
export type VisitMove = keyof typeof visitWorkflow.moves;
export const visitStates = Object.keys(visitWorkflow.states) as [VisitState, ...VisitState[]];
