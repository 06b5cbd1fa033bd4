import type { Messages } from '@tongxin/core';
import type { FieldCode, Refusal } from './rules/index.ts';

export const messages: Messages<Refusal | FieldCode> = {
  'record.not_found': {
    'zh-CN': '没有找到这份履职记录。请从委员名单里打开。',
    en: 'This record was not found. Open it from the list of members.',
  },
  'record.line_not_found': {
    'zh-CN': '您的履职记录里没有这一条。请重新打开履职记录。',
    en: 'This line is not in your record. Open your record again.',
  },
  'record.objection_not_found': {
    'zh-CN': '没有找到这条异议。请从待办里重新打开。',
    en: 'This objection was not found. Open it again from what waits for you.',
  },
  'record.objected': {
    'zh-CN': '这一条您已经提过，正在核对。有了答复以后，可以再提。',
    en: 'You have said so of this line already, and it is being looked into. You may say more once it is answered.',
  },
  'record.fact_unknown': {
    'zh-CN': '请从列表里选要更正的那一条。',
    en: 'Choose from the list what is to be corrected.',
  },
  'record.outcome_unknown': {
    'zh-CN': '这一条不能更正成这样。请从列表里选，或者说明理由。',
    en: 'This line cannot be corrected to that. Choose from the list, or say why it stays.',
  },
  'record.personal_words': {
    'zh-CN': '这里不写电话、证件号和门牌号。请去掉再发。',
    en: 'No telephone, identity or house numbers here. Leave them out and send again.',
  },
  'record.words': {
    'zh-CN': '请写哪里不对，300 字以内。',
    en: 'Write what is not right, at most 300 characters.',
  },
  'record.answer': {
    'zh-CN': '请写答复，500 字以内。',
    en: 'Write the answer, at most 500 characters.',
  },
  'record.key': {
    'zh-CN': '请重新打开这张表单。',
    en: 'Open the form anew.',
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
