import { civilDay, endOfDay } from '@tongxin/core';
import { addWorkingDays, defineWorkflow, type WorkCalendar } from '@tongxin/matters/rules';

/** How long the organiser has, after the end, to say who was there. Source: domain §4.7. */
export const settleWorkingDays = 5;

/** Until when who was there is settled. */
export function settleBy(endsAt: Temporal.Instant, calendar: WorkCalendar): Temporal.Instant {
  return endOfDay(addWorkingDays(civilDay(endsAt), settleWorkingDays, calendar));
}

/**
 * One dated activity of any kind, from the draft until who was there is settled. Its organiser is the office of the
 * level it belongs to. Source: domain §4.7.
 */
export const eventWorkflow = defineWorkflow({
  kind: 'event',
  initial: 'draft',
  states: {
    draft: { owner: 'organiser', clock: { given: true }, label: { 'zh-CN': '拟定中', en: 'Draft' } },
    published: {
      owner: 'organiser',
      clock: { given: true },
      atDue: 'end',
      label: { 'zh-CN': '已通知', en: 'Announced' },
    },
    ended: {
      owner: 'organiser',
      clock: { given: true },
      label: { 'zh-CN': '已结束，待核定出席', en: 'Over; attendance to be settled' },
    },
    settled: { final: true, label: { 'zh-CN': '出席已核定', en: 'Attendance settled' } },
    cancelled: { final: true, label: { 'zh-CN': '已取消', en: 'Cancelled' } },
  },
  moves: {
    change: {
      from: ['draft', 'published'],
      to: 'stay',
      by: ['organiser'],
      label: { 'zh-CN': '修改内容', en: 'Change what it says' },
    },
    publish: {
      from: ['draft'],
      to: 'published',
      by: ['organiser', 'follows'],
      label: { 'zh-CN': '发出通知', en: 'Announce' },
    },
    move: {
      from: ['published'],
      to: 'published',
      by: ['organiser'],
      reason: 'required',
      label: { 'zh-CN': '改时间或地点', en: 'Move' },
    },
    register: {
      from: ['draft'],
      to: 'ended',
      by: ['organiser'],
      label: { 'zh-CN': '补登已办的活动', en: 'Register what was held' },
    },
    cancel: {
      from: ['draft', 'published'],
      to: 'cancelled',
      by: ['organiser', 'follows'],
      reason: 'required',
      label: { 'zh-CN': '取消', en: 'Cancel' },
    },
    invite: {
      from: ['draft', 'published'],
      to: 'stay',
      by: ['organiser'],
      label: { 'zh-CN': '增减邀请', en: 'Change who is invited' },
    },
    decide_leave: {
      from: ['published', 'ended'],
      to: 'stay',
      by: ['organiser'],
      label: { 'zh-CN': '答复请假', en: 'Decide on leave' },
    },
    record: {
      from: ['published', 'ended'],
      to: 'stay',
      by: ['organiser'],
      label: { 'zh-CN': '登记出席', en: 'Record who was there' },
    },
    archive: {
      from: ['published', 'ended', 'settled'],
      to: 'stay',
      by: ['organiser'],
      label: { 'zh-CN': '归档材料', en: 'Archive' },
    },
    show: {
      from: ['published', 'ended', 'settled'],
      to: 'stay',
      by: ['organiser'],
      label: { 'zh-CN': '公开或收回归档材料', en: 'Publish or withdraw what is archived' },
    },
    take_out: {
      from: ['published', 'ended', 'settled'],
      to: 'stay',
      by: ['organiser'],
      reason: 'required',
      label: { 'zh-CN': '取下归档材料', en: 'Take out of the archive' },
    },
    end: {
      from: ['published'],
      to: 'ended',
      by: ['clock'],
      label: { 'zh-CN': '到时结束', en: 'Its time is over' },
    },
    settle: {
      from: ['ended'],
      to: 'settled',
      by: ['organiser'],
      label: { 'zh-CN': '核定出席', en: 'Settle attendance' },
    },
    correct: {
      from: ['published', 'ended', 'settled'],
      to: 'stay',
      by: ['organiser'],
      reason: 'required',
      label: { 'zh-CN': '更正出席', en: 'Correct attendance' },
    },
  },
});
