import type { Messages } from '@tongxin/core';
import { answerDays, asksAtMost, type FieldCode, type Refusal } from './rules/index.ts';

const said: Messages<Refusal> = {
  'visits.not_found': {
    'zh-CN': '没有找到这次走访。请从列表里重新打开。',
    en: 'This visit was not found. Open it again from the list.',
  },
  'visits.ask_not_found': {
    'zh-CN': '没有找到这件事。请重新打开这一页。',
    en: 'What was asked was not found. Open the page anew.',
  },
  'visits.not_yours': {
    'zh-CN': '走访由政协机关自己安排。请选自己的机关。',
    en: 'A committee plans its own visits. Choose your own committee.',
  },
  'visits.member_unknown': {
    'zh-CN': '这位委员不在名单上，或不是本级委员。请重新选择。',
    en: 'This member is not on the list, or not of this committee. Choose again.',
  },
  'visits.day': {
    'zh-CN': '走访日期要在今天以后、一年以内。请重新选日期。',
    en: 'The day lies between today and a year from now. Choose another day.',
  },
  'visits.day_held': {
    'zh-CN': `走访的日期要在今天或今天以前、${answerDays} 天以内。请重新选日期。`,
    en: `The visit was today or within the last ${answerDays} days. Choose another day.`,
  },
  'visits.answered': {
    'zh-CN': '这件事已经答复过了。请刷新页面看最新的情况。',
    en: 'This has been answered. Reload the page to see how.',
  },
  'visits.not_answered': {
    'zh-CN': '这件事还没有答复，等答复以后再问。',
    en: 'This has not been answered yet. Ask again once it is.',
  },
  'visits.asked_again': {
    'zh-CN': '这件事已经再问过了，请看后面那一条。',
    en: 'This has been asked again already: look at the line after it.',
  },
  'visits.personal_words': {
    'zh-CN': '这里不写电话、证件号和门牌号。请去掉再保存。',
    en: 'No telephone, identity or house numbers here. Leave them out and save again.',
  },
};

const besideField: Messages<FieldCode> = {
  'visits.member': { 'zh-CN': '请从名单里选委员。', en: 'Choose the member from the list.' },
  'visits.division': { 'zh-CN': '请选哪一级政协走访。', en: 'Choose whose committee visits.' },
  'visits.visitors': {
    'zh-CN': '请写谁去，职务和姓名，100 字以内。',
    en: 'Write who goes, by post and name, at most 100 characters.',
  },
  'visits.date': { 'zh-CN': '请选日期。', en: 'Choose a day.' },
  'visits.reason': { 'zh-CN': '请写明理由，500 字以内。', en: 'Write the reason, at most 500 characters.' },
  'visits.asks': {
    'zh-CN': `一次走访最多记 ${asksAtMost} 件事。`,
    en: `At most ${asksAtMost} asks are written down for one visit.`,
  },
  'visits.ask': {
    'zh-CN': '请写委员提的事，500 字以内。',
    en: 'Write what the member asks, at most 500 characters.',
  },
  'visits.answer': { 'zh-CN': '请写答复，1000 字以内。', en: 'Write the answer, at most 1000 characters.' },
  'visits.note': { 'zh-CN': '请写记录，4000 字以内。', en: 'Write the note, at most 4000 characters.' },
  'visits.state': { 'zh-CN': '请从列表里选状态。', en: 'Choose a state from the list.' },
  'visits.after': { 'zh-CN': '请从列表第一页重新看。', en: 'Start again from the first page of the list.' },
  'visits.key': { 'zh-CN': '请重新打开这张表单。', en: 'Open the form anew.' },
};

export const messages: Messages<Refusal | FieldCode> = { ...said, ...besideField };
