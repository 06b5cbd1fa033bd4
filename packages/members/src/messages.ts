import type { Messages } from '@tongxin/core';
import type { Refusal } from './rules.ts';

export const messages: Messages<Refusal> = {
  'members.not_found': {
    'zh-CN': '没有找到这位委员。请从名单里选择。',
    en: 'This member was not found. Choose one from the list.',
  },
  'members.not_yours': {
    'zh-CN': '委员名单由本级政协办公室维护。请把要增加的委员告诉他们。',
    en: 'The list of members is kept by their own committee’s office. Tell it who is missing.',
  },
  'members.organisation': {
    'zh-CN': '请选择市或县（市、区）政协办公室。承办单位和联络组没有委员。',
    en: 'Choose a CPPCC municipal or county office. Handling units and liaison groups have no members.',
  },
  'members.account': {
    'zh-CN': '请从列表里选择这位委员的账号。',
    en: 'Choose the member’s account from the list.',
  },
  'members.account_taken': {
    'zh-CN': '这个账号已经属于另一位委员。请换一个账号，或先解除原来的关联。',
    en: 'This account already belongs to another member. Choose another one, or take it from that member first.',
  },
  'members.name': {
    'zh-CN': '姓名要写 2 到 30 个字。',
    en: 'The name has 2 to 30 characters.',
  },
  'members.sector': {
    'zh-CN': '界别要写 2 到 30 个字，例如“农业界”。',
    en: 'The sector has 2 to 30 characters, for example “agriculture”.',
  },
  'members.search': {
    'zh-CN': '搜索的姓名太长，请写 30 个字以内。',
    en: 'The name to look for is too long. Write at most 30 characters.',
  },
};
