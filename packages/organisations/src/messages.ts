import type { Messages } from '@tongxin/core';
import type { Refusal } from './rules.ts';

export const messages: Messages<Refusal> = {
  'organisations.not_found': { 'zh-CN': '没有找到这个单位。请从列表里选择。', en: 'This unit was not found. Choose it from the list.' },
};
