import type { Messages } from '@tongxin/core';
import { offersAtMost, type FieldCode, type Refusal } from './rules/index.ts';

export const messages: Messages<Refusal | FieldCode> = {
  'outreach.not_kinship': {
    'zh-CN': '线索要挂在已经发出通知或办完的“政协走亲”活动上，由主办单位登记。请从走亲活动里打开。',
    en: 'A lead belongs to a kinship visit that was announced or held, and is entered by whoever organised it. Open it from that visit.',
  },
  'outreach.follow_up_day': {
    'zh-CN': '跟进的日期不能晚于今天，下次跟进的日期不能早于今天。',
    en: 'The day of a follow-up is not after today, and the next one not before today.',
  },
  'outreach.personal_words': {
    'zh-CN': '这里写单位和岗位，不写电话、邮箱、证件号和门牌号。请去掉号码，电话留在各自的通讯录里。',
    en: 'Units and posts stand here; no telephone, e-mail, identity or house numbers. Take the number out; it stays in people’s own address books.',
  },
  'outreach.day': { 'zh-CN': '请选日期。', en: 'Choose a day.' },
  'outreach.not_yours': {
    'zh-CN': '只能办自己单位的：菜单由本级政协办公室维护，村里要的由所在乡镇（街道）来点。',
    en: 'You do this for your own unit only: a menu is its own committee’s office’s, and a village’s order is its township’s.',
  },
  'outreach.offer_unknown': {
    'zh-CN': '没有找到这个服务项目，或已经下架。请从菜单里重新选。',
    en: 'This offer was not found or is no longer on the menu. Choose again from the menu.',
  },
  'outreach.offer_exists': {
    'zh-CN': '菜单上已经有同名的服务项目。请换一个名称，或用原来的。',
    en: 'The menu has an offer of this name already. Choose another name, or keep that one.',
  },
  'outreach.menu_full': {
    'zh-CN': `菜单上最多 ${offersAtMost} 个服务项目。请先下架不再提供的。`,
    en: `A menu has at most ${offersAtMost} offers. Take down first what is no longer offered.`,
  },
  'outreach.not_offered': {
    'zh-CN': '这个项目已经下架，或不送到这个村。请从菜单里重新选。',
    en: 'This is no longer on the menu, or does not come to this village. Choose again from the menu.',
  },
  'outreach.coming_day': {
    'zh-CN': '日期要在今天以后、一年以内。请重新选日期。',
    en: 'The day lies between today and a year from now. Choose another day.',
  },
  'outreach.served_day': {
    'zh-CN': '服务的日期不能晚于今天，也不能早于点单的那天。请核对日期。',
    en: 'The day of the service is not after today, and not before the day of the order. Check the day.',
  },
  'outreach.id': { 'zh-CN': '请从列表里打开。', en: 'Open it from the list.' },
  'outreach.key': { 'zh-CN': '请重新打开这张表单。', en: 'Open this form again.' },
  'outreach.subject': { 'zh-CN': '请选择是哪一类线索。', en: 'Choose what the lead is about.' },
  'outreach.organisation': {
    'zh-CN': '对方单位要写 1 到 100 个字。',
    en: 'The organisation has 1 to 100 characters.',
  },
  'outreach.what': { 'zh-CN': '内容要写 1 到 1000 个字。', en: 'The description has 1 to 1,000 characters.' },
  'outreach.contact': {
    'zh-CN': '联系岗位最多写 60 个字。',
    en: 'The post to contact has at most 60 characters.',
  },
  'outreach.reason': {
    'zh-CN': '请写明结果或理由，最多 500 个字。',
    en: 'Write the result or the reason, at most 500 characters.',
  },
  'outreach.after': {
    'zh-CN': '请从列表的第一页重新开始。',
    en: 'Start again from the first page of the list.',
  },
  'outreach.state': { 'zh-CN': '请从列表里选状态。', en: 'Choose a state from the list.' },
  'outreach.division': { 'zh-CN': '请从列表里选地方。', en: 'Choose the place from the list.' },
  'outreach.village': {
    'zh-CN': '请选一个村（社区），不是乡镇（街道）。',
    en: 'Choose a village or community, not a township.',
  },
  'outreach.service': { 'zh-CN': '请从六类里选一类。', en: 'Choose one of the six services.' },
  'outreach.title': { 'zh-CN': '名称要写 1 到 40 个字。', en: 'The name has 1 to 40 characters.' },
  'outreach.offer': {
    'zh-CN': '请写送什么、要村里准备什么，300 字以内。',
    en: 'Write what is brought and what the village has to prepare, at most 300 characters.',
  },
  'outreach.team': {
    'zh-CN': '请写由哪个单位或团队来，60 字以内。',
    en: 'Write which unit or team comes, at most 60 characters.',
  },
  'outreach.people': {
    'zh-CN': '人数请写 0 到 100000 的整数。',
    en: 'The number of people is a whole number from 0 to 100,000.',
  },
  'outreach.words': { 'zh-CN': '最多写 300 个字。', en: 'At most 300 characters.' },
};
