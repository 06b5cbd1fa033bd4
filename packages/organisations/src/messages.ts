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
      '这类单位不能设在这一级。市政协办公室设在市，县政协办公室设在县（市、区），联络组设在乡镇（街道），承办单位设在市、县或乡镇。',
    en: 'This kind of unit does not exist at this level. Municipal offices belong to a city, county offices to a county, liaison groups to a township, handling units to any of the three.',
  },
  'organisations.not_yours': {
    'zh-CN': '单位名册由市政协办公室维护。请把要增加的单位告诉他们。',
    en: 'The list of units is kept by the CPPCC municipal office. Tell them which unit is missing.',
  },
  'organisations.exists': {
    'zh-CN': '这个地方已经有同名的单位。请直接从列表里选择。',
    en: 'This place already has a unit of that name. Choose it from the list.',
  },
};
