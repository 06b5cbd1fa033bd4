import type { Messages } from '@tongxin/core';
import type { Refusal } from './rules.ts';

export const messages: Messages<Refusal> = {
  'divisions.not_found': {
    'zh-CN': '没有找到这个地方。请重新选择。',
    en: 'This place was not found. Choose it again.',
  },
  'divisions.code': { 'zh-CN': '请从列表里选择地方。', en: 'Choose the place from the list.' },
  'divisions.text': {
    'zh-CN': '搜索的文字太长，请写 60 个字以内，例如“苏溪镇 下宅”。',
    en: 'The search text is too long. Write at most 60 characters, for example “苏溪镇 下宅”.',
  },
  'divisions.city_unknown': {
    'zh-CN': '行政区划名录里没有这个城市代码。请写四位代码，例如金华市是 3307。',
    en: 'The list of divisions has no city with this code. Write its four digits; Jinhua is 3307.',
  },
};
