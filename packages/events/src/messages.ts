import type { Messages } from '@tongxin/core';
import type { Refusal } from './rules/index.ts';

export const messages: Messages<Refusal> = {
  'events.taken': {
    'zh-CN': '这个时间已被占用。下面写着是哪一场占用的；请另选一个空闲时段，或者换地点、换人。',
    en: 'This time is already taken. The session that takes it is named below. Choose a free period, another place or other people.',
  },
  'events.period': {
    'zh-CN': '结束时间要晚于开始时间，一场最长 13 小时。',
    en: 'The end must come after the start, and one session lasts at most 13 hours.',
  },
  'events.nothing_booked': {
    'zh-CN': '这件事目前没有预定任何时间，所以无法改期。请重新安排。',
    en: 'Nothing is booked for this matter now, so it cannot be moved. Schedule it anew.',
  },
  'events.resource': {
    'zh-CN': '请从列表里选择地点和人员。',
    en: 'Choose the place and the people from the lists.',
  },
};
