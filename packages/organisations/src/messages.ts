import type { Messages } from '@tongxin/core';
import type { Refusal } from './rules.ts';

export const messages: Messages<Refusal> = {
  'organisations.not_found': {
    'zh-CN': '没有找到这个单位。请从列表里选择。',
    en: 'This unit was not found. Choose it from the list.',
  },
  'organisations.id': {
    'zh-CN': '请从列表里选择单位。',
    en: 'Choose the unit from the list.',
  },
  'organisations.name': {
    'zh-CN': '单位名称要写 2 到 60 个字。',
    en: 'The unit’s name has 2 to 60 characters.',
  },
  'organisations.level': {
    'zh-CN':
      '这类单位不能设在这一级。政协委员会和它的办公室、研究室、专委会设在市和县（市、区），联络组设在乡镇（街道），承办单位设在市、县或乡镇。',
    en: 'This kind of unit does not exist at this level. Committees and their offices belong to a city or a county, liaison groups to a township, handling units to any of the three.',
  },
  'organisations.not_yours': {
    'zh-CN': '单位名册由市政协办公室维护。请把要增加的单位告诉他们。',
    en: 'The list of units is kept by the CPPCC municipal office. Tell them which unit is missing.',
  },
  'organisations.exists': {
    'zh-CN': '这个地方已经有同名的单位。请直接从列表里选择。',
    en: 'This place already has a unit of that name. Choose it from the list.',
  },
  'organisations.day': {
    'zh-CN': '请写一个日期，例如 2026-01-15。',
    en: 'Write a day, for example 2026-01-15.',
  },
  'organisations.period': {
    'zh-CN': '结束的日期要在开始的日期之后。请核对两个日期。',
    en: 'The last day comes after the first. Check both days.',
  },
  'organisations.post_title': {
    'zh-CN': '职务要写 2 到 40 个字，例如“主席”。',
    en: 'The post has 2 to 40 characters, for example “chairperson”.',
  },
  'organisations.holder': {
    'zh-CN': '姓名要写 2 到 30 个字；职务空缺时留空。',
    en: 'The name has 2 to 30 characters; leave it empty while the post is vacant.',
  },
  'organisations.telephone': {
    'zh-CN': '这里的内容所有人都能看到，不能写手机号码。请删去号码。',
    en: 'Everybody can read this, so it holds no mobile number. Take the number out.',
  },
  'organisations.place_no': {
    'zh-CN': '排列顺序请写 1 到 200 的整数。',
    en: 'The place in the order is a whole number from 1 to 200.',
  },
  'organisations.post_ended': {
    'zh-CN': '这个任期已经结束，不能再改。请增加新的职务记录。',
    en: 'This holding of the post has ended and stays as it is. Add a new one.',
  },
  'organisations.term_no': {
    'zh-CN': '届次请写 1 到 99 的整数。',
    en: 'The number of a term or session is a whole number from 1 to 99.',
  },
  'organisations.not_a_committee': {
    'zh-CN': '只有政协委员会有届次。请选择市或县（市、区）政协委员会。',
    en: 'Only a CPPCC committee has terms. Choose the committee of the city or of a county.',
  },
  'organisations.terms_overlap': {
    'zh-CN': '这一届的起止日期与另一届重叠。请核对日期。',
    en: 'The days of this term overlap with another term. Check the days.',
  },
  'organisations.no_such_term': {
    'zh-CN': '这个委员会还没有登记这一届。请先登记届，再登记次。',
    en: 'This committee has no such term yet. Enter the term first, then its sessions.',
  },
  'organisations.outside_term': {
    'zh-CN': '会议日期不在这一届的起止日期之内。请核对日期。',
    en: 'The session does not lie within the days of its term. Check the days.',
  },
  'organisations.kind_word': {
    'zh-CN':
      '“单位类别”没有认出来。请写：政协委员会、研究室、委员工作委员会、专门委员会、参加单位或承办单位等。',
    en: 'The kind of unit was not recognised. Write one of the kinds named in the template.',
  },
  'organisations.place_word': {
    'zh-CN': '“所在地”没有认出来。请写行政区划代码，或本市内的县（市、区）、乡镇（街道）全名。',
    en: 'The place was not recognised. Write its division code, or the full name of a county or township of this city.',
  },
  'organisations.parent_word': {
    'zh-CN': '没有找到“上级单位”。请写名册里已有的单位全名，或留空。',
    en: 'The parent unit was not found. Write the full name of a unit that is on the list, or leave it empty.',
  },
};
