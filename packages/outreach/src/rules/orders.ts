import { civilDay, endOfDay, type Messages } from '@tongxin/core';
import { defineWorkflow } from '@tongxin/matters/rules';

/** What is brought to villages (六送下乡). Source: inventory row 37. */
export const services = ['culture', 'health', 'science', 'education', 'law', 'sport'] as const;
export type Service = (typeof services)[number];
export const serviceNames: Messages<Service> = {
  culture: { 'zh-CN': '送文化', en: 'Culture' },
  health: { 'zh-CN': '送医疗', en: 'Health' },
  science: { 'zh-CN': '送科技', en: 'Science' },
  education: { 'zh-CN': '送教育', en: 'Education' },
  law: { 'zh-CN': '送法律', en: 'Law' },
  sport: { 'zh-CN': '送体育', en: 'Sport' },
};

/** What one committee offers at a time; a menu that needs more is read by nobody. */
export const offersAtMost = 60;

/** Until when it is written down how many people were served: the end of the week after. Source: (design). */
export function countBy(comesOn: Temporal.PlainDate): Temporal.Instant {
  return endOfDay(comesOn.add({ days: 7 }));
}

/** A team comes today or within a year. */
export function isComingDay(day: Temporal.PlainDate, now: Temporal.Instant): boolean {
  const today = civilDay(now);
  return (
    Temporal.PlainDate.compare(day, today) >= 0 &&
    Temporal.PlainDate.compare(day, today.add({ years: 1 })) <= 0
  );
}

/** A team was there today or before, and not before it was ordered. */
export function canHaveServed(
  day: Temporal.PlainDate,
  { askedAt, now }: Record<'askedAt' | 'now', Temporal.Instant>,
): boolean {
  return (
    Temporal.PlainDate.compare(day, civilDay(now)) <= 0 &&
    Temporal.PlainDate.compare(day, civilDay(askedAt)) >= 0
  );
}

/**
 * A village orders from the menu and gets a date or a reason. A reason is an answer only once the village has been told,
 * so it waits for the township; after the day somebody writes down how many people were served. The clocks are (design).
 * Source: domain §4.9, inventory row 37.
 */
export const orderWorkflow = defineWorkflow({
  kind: 'village_order',
  initial: 'asked',
  states: {
    asked: {
      owner: 'office',
      clock: { workingDays: 5 },
      label: { 'zh-CN': '待答复', en: 'Waiting for an answer' },
    },
    dated: {
      owner: 'organiser',
      clock: { given: true },
      label: { 'zh-CN': '已定日期', en: 'Day set' },
    },
    declined: {
      owner: 'organiser',
      clock: { workingDays: 3 },
      label: { 'zh-CN': '不能安排，待告知村里', en: 'Not possible; the village to be told' },
    },
    served: { final: true, label: { 'zh-CN': '已送到', en: 'Served' } },
    told: {
      final: true,
      label: { 'zh-CN': '不能安排，已告知村里', en: 'Not possible; the village was told' },
    },
    called_off: { final: true, label: { 'zh-CN': '已撤单', en: 'Called off' } },
  },
  moves: {
    date: {
      from: ['asked'],
      to: 'dated',
      by: ['county_office', 'city_office'],
      label: { 'zh-CN': '定日期', en: 'Set the day' },
    },
    change_date: {
      from: ['dated'],
      to: 'dated',
      by: ['organiser', 'county_office', 'city_office'],
      reason: 'required',
      label: { 'zh-CN': '改日期', en: 'Change the day' },
    },
    decline: {
      from: ['asked', 'dated'],
      to: 'declined',
      by: ['county_office', 'city_office'],
      reason: 'required',
      label: { 'zh-CN': '说明不能安排', en: 'Say why it is not possible' },
    },
    tell: {
      from: ['declined'],
      to: 'told',
      by: ['organiser'],
      label: { 'zh-CN': '已告知村里', en: 'The village was told' },
    },
    serve: {
      from: ['dated'],
      to: 'served',
      by: ['organiser', 'county_office', 'city_office'],
      label: { 'zh-CN': '记服务人数', en: 'Write down how many were served' },
    },
    call_off: {
      from: ['asked', 'dated'],
      to: 'called_off',
      by: ['organiser'],
      reason: 'required',
      label: { 'zh-CN': '撤单', en: 'Call off' },
    },
  },
});

export type OrderState = keyof typeof orderWorkflow.states;
export const orderStates = Object.keys(orderWorkflow.states) as [OrderState, ...OrderState[]];
