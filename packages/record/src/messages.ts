import type { Messages } from '@tongxin/core';
import type { FieldCode, Refusal } from './rules/index.ts';

export const messages: Messages<Refusal | FieldCode> = {
  'record.not_found': {
    'zh-CN': '没有找到这份履职记录。请从委员名单里打开。',
    en: 'This record was not found. Open it from the list of members.',
  },
  'record.year': {
    'zh-CN': '年份请写四位数字，例如 2026。',
    en: 'The year has four digits, for example 2026.',
  },
  'record.category': {
    'zh-CN': '请从列表里选择类别。',
    en: 'Choose the category from the list.',
  },
  'record.state': {
    'zh-CN': '请从列表里选择到场、没有到或请假。',
    en: 'Choose from the list whether the member was there.',
  },
  'record.after': {
    'zh-CN': '接不上前一页了。请从第一页重新打开。',
    en: 'The page before is not known any more. Open the list from its beginning.',
  },
  'record.period': {
    'zh-CN': '请写起止日期，结束不早于开始，最长五年，例如 2026-01-01 至 2026-06-30。',
    en: 'Write the first and the last day, at most five years apart, for example 2026-01-01 and 2026-06-30.',
  },
  'record.group': {
    'zh-CN': '请从列表里选择小组。',
    en: 'Choose the group from the list.',
  },
};
