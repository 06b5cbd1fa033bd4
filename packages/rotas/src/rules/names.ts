import type { Message, Messages } from '@tongxin/core';
import type { HolidayRule, patternKinds } from './pattern.ts';

export const patternNames: Messages<(typeof patternKinds)[number]> = {
  weekdays: { 'zh-CN': '每周固定几天', en: 'Days of the week' },
  days_of_month: { 'zh-CN': '每月几号', en: 'Days of the month' },
  weekday_of_month: { 'zh-CN': '每月第几个星期几', en: 'A weekday of the month' },
};

export const holidayNames: Messages<HolidayRule> = {
  next_working_day: { 'zh-CN': '遇休息日顺延到下一个工作日', en: 'Moves to the next working day' },
  leave_out: { 'zh-CN': '遇休息日不安排', en: 'Is left out' },
  keep: { 'zh-CN': '休息日照常', en: 'Takes place all the same' },
};

export const nthNames: Messages<'1' | '2' | '3' | '4' | '5'> = {
  '1': { 'zh-CN': '第一个', en: 'First' },
  '2': { 'zh-CN': '第二个', en: 'Second' },
  '3': { 'zh-CN': '第三个', en: 'Third' },
  '4': { 'zh-CN': '第四个', en: 'Fourth' },
  '5': { 'zh-CN': '最后一个', en: 'Last' },
};

/** Everything that the public learns of somebody on duty beside the name: never a telephone. */
export const dutyRole: Message = { 'zh-CN': '值班委员', en: 'Member on duty' };
