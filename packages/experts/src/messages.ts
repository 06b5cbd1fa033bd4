import type { Messages } from '@tongxin/core';
import { expertsAtMost, type FieldCode, type Refusal } from './rules/index.ts';

const said: Messages<Refusal> = {
  'experts.not_found': {
    'zh-CN': '没有找到这条专家申请。请从列表里重新打开。',
    en: 'This request was not found. Open it again from the list.',
  },
  'experts.team_not_found': {
    'zh-CN': '没有找到这个专家团队。请从列表里重新打开。',
    en: 'This team was not found. Open it again from the list.',
  },
  'experts.not_yours': {
    'zh-CN': '只能办自己单位的。请换一个地方，或请主管的办公室来办。',
    en: 'You do this for your own unit only. Choose another place, or ask the office in charge.',
  },
  'experts.team_exists': {
    'zh-CN': '已经有同名的专家团队。请换一个名称，或用原来的。',
    en: 'There is a team of this name already. Choose another name, or use that team.',
  },
  'experts.team_ended': {
    'zh-CN': '这个团队已经停用，不能再改。',
    en: 'This team has ended and is no longer changed.',
  },
  'experts.team_full': {
    'zh-CN': `一个团队最多 ${expertsAtMost} 位专家。请另建一个团队。`,
    en: `A team has at most ${expertsAtMost} experts. Make a second team.`,
  },
  'experts.already_in': {
    'zh-CN': '这位委员已经在团队里了。',
    en: 'This member is in the team already.',
  },
  'experts.member_unknown': {
    'zh-CN': '这位委员不在名单上，或已经不在任。请重新选择。',
    en: 'This member is not on the list or no longer serves. Choose again.',
  },
  'experts.person_unknown': {
    'zh-CN': '这位专家已经不在团队里，或不服务这个地方。请重新选择。',
    en: 'This expert has left the team, or the team does not work for this place. Choose again.',
  },
  'experts.about_unknown': {
    'zh-CN': '没有找到要请专家看的那件事。请从那件事的页面重新申请。',
    en: 'The matter that it is for was not found. Ask again from its page.',
  },
  'experts.visit_day': {
    'zh-CN': '日期要在今天以后、一年以内。请重新选日期。',
    en: 'The day lies between today and a year from now. Choose another day.',
  },
  'experts.personal_words': {
    'zh-CN': '这里不写能认出居民的内容。请去掉电话、证件号和门牌号。',
    en: 'Nothing here may tell who a resident is. Leave out telephone, identity and house numbers.',
  },
};

const besideField: Messages<FieldCode> = {
  'experts.name': { 'zh-CN': '请写名称或姓名，不要太长。', en: 'Write a name, not too long.' },
  'experts.field': { 'zh-CN': '请写专业领域，30 字以内。', en: 'Write the field, at most 30 characters.' },
  'experts.person': {
    'zh-CN': '请从名单里选一位委员，或写姓名和单位职务，二选一。',
    en: 'Choose a member from the list, or write a name and a post: one of the two.',
  },
  'experts.post': {
    'zh-CN': '请写单位和职务，60 字以内，例如“市农科院研究员”。',
    en: 'Write unit and post, at most 60 characters, such as “researcher, institute of agriculture”.',
  },
  'experts.division': { 'zh-CN': '请从列表里选地方。', en: 'Choose the place from the list.' },
  'experts.unit': { 'zh-CN': '请选本级的单位。', en: 'Choose a unit of this level.' },
  'experts.purpose': {
    'zh-CN': '请写想请专家看什么，500 字以内。不写居民的姓名、电话和住址。',
    en: 'Write what the expert is asked to look at, at most 500 characters. No resident’s name, telephone or address.',
  },
  'experts.day': { 'zh-CN': '请选日期。', en: 'Choose a day.' },
  'experts.reason': { 'zh-CN': '请写明理由，500 字以内。', en: 'Write the reason, at most 500 characters.' },
  'experts.advice': { 'zh-CN': '请写意见，4000 字以内。', en: 'Write the advice, at most 4000 characters.' },
  'experts.use': {
    'zh-CN': '请选是否采用；说明在 500 字以内。',
    en: 'Choose whether it was used; say more in at most 500 characters.',
  },
  'experts.thanks': {
    'zh-CN': '请写几句感谢的话，500 字以内。',
    en: 'Write a few words of thanks, at most 500 characters.',
  },
  'experts.state': { 'zh-CN': '请从列表里选状态。', en: 'Choose a state from the list.' },
  'experts.after': { 'zh-CN': '请从列表第一页重新看。', en: 'Start again from the first page of the list.' },
  'experts.key': { 'zh-CN': '请重新打开这张表单。', en: 'Open the form anew.' },
};

export const messages: Messages<Refusal | FieldCode> = { ...said, ...besideField };
