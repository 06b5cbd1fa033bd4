import type { Messages } from '@tongxin/core';
import type { Refusal } from './rules.ts';

export const messages: Messages<Refusal> = {
  'platforms.not_found': {
    'zh-CN': '没有找到这个议事堂。请从列表里选择。',
    en: 'This hall was not found. Choose it from the list.',
  },
  'platforms.not_yours': {
    'zh-CN': '议事堂由所在乡镇（街道）的主持人或上级政协办公室登记。',
    en: 'Halls are entered by the host of their township or by the offices above it.',
  },
  'platforms.organisation': {
    'zh-CN': '请选择这个乡镇（街道）自己的联络组。',
    en: 'Choose the liaison group of this township itself.',
  },
  'platforms.township': {
    'zh-CN': '议事堂要设在乡镇（街道）。请从列表里选择一个。',
    en: 'A hall stands in a township. Choose one from the list.',
  },
  'platforms.name': {
    'zh-CN': '名称要写 2 到 60 个字。',
    en: 'The name has 2 to 60 characters.',
  },
  'platforms.address': {
    'zh-CN': '地址要写 2 到 120 个字，写到居民找得到门。',
    en: 'The address has 2 to 120 characters. Write it so that a resident finds the door.',
  },
  'platforms.seats': {
    'zh-CN': '座位数要写 1 到 2000 之间的整数。',
    en: 'The number of seats is a whole number from 1 to 2,000.',
  },
  'platforms.open_hours': {
    'zh-CN': '开放时间要写 2 到 120 个字，例如“周一至周五 9:00–17:00”。',
    en: 'The opening hours have 2 to 120 characters, for example “Monday to Friday 9:00–17:00”.',
  },
  'platforms.telephone': {
    'zh-CN': '这里是公开信息，不能写个人手机号。请写单位的座机，或者不写电话。',
    en: 'This is public, so no one’s mobile number may stand here. Write the office’s landline, or no number.',
  },
};
