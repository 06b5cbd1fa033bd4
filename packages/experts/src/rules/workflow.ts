import { civilDay, endOfDay } from '@tongxin/core';
import { addWorkingDays, defineWorkflow, type WorkCalendar } from '@tongxin/matters/rules';

/** How long after the visit the advice may take. Source: (design). */
const adviceWorkingDays = 5;

/** Until when the advice is written down. */
export function adviceBy(visitOn: Temporal.PlainDate, calendar: WorkCalendar): Temporal.Instant {
  return endOfDay(addWorkingDays(visitOn, adviceWorkingDays, calendar));
}

/** Whether somebody can still come on this day: today or within a year. */
export function isVisitDay(day: Temporal.PlainDate, now: Temporal.Instant): boolean {
  const today = civilDay(now);
  return (
    Temporal.PlainDate.compare(day, today) >= 0 &&
    Temporal.PlainDate.compare(day, today.add({ years: 1 })) <= 0
  );
}

/**
 * A hall or an office asks for an expert and follows the answer: the office above finds one, the expert says yes or no,
 * comes, advises; whoever asked says whether it was used, and thanks. The clocks are (design).
 * Source: domain §4.9, inventory row 124.
 */
export const expertWorkflow = defineWorkflow({
  kind: 'expert_request',
  initial: 'requested',
  states: {
    requested: {
      owner: 'office',
      clock: { workingDays: 5 },
      label: { 'zh-CN': '待匹配', en: 'Looking for an expert' },
    },
    // The expert is no unit: the office that found them sees to it that an answer comes.
    matched: {
      owner: 'office',
      clock: { workingDays: 3 },
      label: { 'zh-CN': '待专家答复', en: 'Waiting for the expert’s answer' },
    },
    accepted: {
      owner: 'organiser',
      clock: { given: true },
      label: { 'zh-CN': '专家已应约', en: 'The expert comes' },
    },
    advised: {
      owner: 'organiser',
      clock: { workingDays: 20 },
      label: { 'zh-CN': '已有意见，待反馈采用情况', en: 'Advised; use to be told' },
    },
    used: {
      owner: 'organiser',
      clock: { workingDays: 5 },
      label: { 'zh-CN': '已反馈采用情况，待致谢', en: 'Use told; thanks to be said' },
    },
    thanked: { final: true, label: { 'zh-CN': '已致谢', en: 'Thanked' } },
    withdrawn: { final: true, label: { 'zh-CN': '已撤回', en: 'Withdrawn' } },
    refused: { final: true, label: { 'zh-CN': '未能安排', en: 'Not possible' } },
  },
  moves: {
    match: {
      from: ['requested'],
      to: 'matched',
      by: ['county_office', 'city_office'],
      label: { 'zh-CN': '匹配专家', en: 'Match an expert' },
    },
    accept: {
      from: ['matched'],
      to: 'accepted',
      by: ['county_office', 'city_office', 'follows'],
      label: { 'zh-CN': '应约', en: 'Accept' },
    },
    decline: {
      from: ['matched', 'accepted'],
      to: 'requested',
      by: ['county_office', 'city_office', 'follows'],
      reason: 'required',
      label: { 'zh-CN': '不能应约', en: 'Decline' },
    },
    reschedule: {
      from: ['accepted'],
      to: 'accepted',
      by: ['organiser', 'county_office', 'city_office', 'follows'],
      reason: 'required',
      label: { 'zh-CN': '改来访日期', en: 'Change the day' },
    },
    advise: {
      from: ['accepted'],
      to: 'advised',
      by: ['organiser', 'county_office', 'city_office', 'follows'],
      label: { 'zh-CN': '提出意见', en: 'Advise' },
    },
    tell_use: {
      from: ['advised'],
      to: 'used',
      by: ['organiser'],
      label: { 'zh-CN': '反馈采用情况', en: 'Tell whether it was used' },
    },
    thank: {
      from: ['used'],
      to: 'thanked',
      by: ['organiser'],
      label: { 'zh-CN': '致谢', en: 'Thank' },
    },
    withdraw: {
      from: ['requested', 'matched', 'accepted'],
      to: 'withdrawn',
      by: ['organiser'],
      reason: 'required',
      label: { 'zh-CN': '撤回', en: 'Withdraw' },
    },
    refuse: {
      from: ['requested', 'matched'],
      to: 'refused',
      by: ['county_office', 'city_office'],
      reason: 'required',
      label: { 'zh-CN': '说明不能安排', en: 'Say that it is not possible' },
    },
  },
});

export type RequestState = keyof typeof expertWorkflow.states;
export type RequestMove = keyof typeof expertWorkflow.moves;
export const requestStates = Object.keys(expertWorkflow.states) as [RequestState, ...RequestState[]];
