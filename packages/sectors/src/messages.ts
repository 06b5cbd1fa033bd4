import type { Messages } from '@tongxin/core';
import type { Refusal } from './rules.ts';

export const messages: Messages<Refusal> = {
  'sectors.code': {
    'zh-CN': '请从列表里选择界别。',
    en: 'Choose the sector from the list.',
  },
};
