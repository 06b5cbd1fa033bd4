import type { Messages } from '@tongxin/core';
import { membersAtMost, perTurnAtMost, turnsAtMost, type FieldCode, type Refusal } from './rules/index.ts';

const said: Messages<Refusal> = {
  'rotas.not_found': {
    'zh-CN': '没有找到这一班。请从排班表里重新打开。',
    en: 'This turn was not found. Open it again from the rota.',
  },
  'rotas.site_not_yours': {
    'zh-CN': '只能给自己负责的站点排班。请换一个站点。',
    en: 'You plan the turns of your own sites only. Choose another site.',
  },
  'rotas.site_closed': {
    'zh-CN': '这个站点已经关闭，不能排班。请换一个站点，或先把它重新开放。',
    en: 'This site is closed, so nobody takes turns there. Choose another site, or open this one again first.',
  },
  'rotas.site_booked': {
    'zh-CN': '这里还有定好的安排。请先改期、换地方或取消，再关闭站点。',
    en: 'Something is still planned here. Move it, find it another room or cancel it before you close the site.',
  },
  'rotas.site_turns': {
    'zh-CN': '这里还有没有值完的班。请先到“站点值班”停用排班表，或取消剩下的班，再关闭站点。',
    en: 'Turns are still to come here. End the rota under “Turns at sites”, or cancel the turns that are left, before you close the site.',
  },
  'rotas.in_the_past': {
    'zh-CN': '排班要从今天或以后开始。请改开始日期。',
    en: 'A rota begins today or later. Change its first day.',
  },
  'rotas.no_day': {
    'zh-CN': '这段时间里没有一天符合。请改起止日期或值班的日子。',
    en: 'No day of this stretch fits. Change its first and last day, or the days of duty.',
  },
  'rotas.too_many': {
    'zh-CN': `一次最多排 ${turnsAtMost} 班。请缩短时间，分两次排。`,
    en: `One rota has at most ${turnsAtMost} turns. Make it shorter and plan the rest in a second one.`,
  },
  'rotas.member_unknown': {
    'zh-CN': '有一位委员不在名单上，或已经不在任。请重新选择。',
    en: 'One of the members is not on the list or no longer serves. Choose again.',
  },
  'rotas.published': {
    'zh-CN': '这张排班表已经公布了。',
    en: 'This rota is public already.',
  },
  'rotas.not_begun': {
    'zh-CN': '这一班还没有开始，到时候再记。',
    en: 'This turn has not begun. Write it down when it has.',
  },
  'rotas.begun': {
    'zh-CN': '这一班已经开始，不能再换、再取消。由主持人记录实际情况。',
    en: 'This turn has begun, so it can no longer be swapped or cancelled. Its host writes down what happened.',
  },
  'rotas.same_member': {
    'zh-CN': '本来就是这位委员。请选另一位。',
    en: 'It is this member’s already. Choose another one.',
  },
  'rotas.same_outcome': {
    'zh-CN': '本来就是这样记的，没有要更正的。',
    en: 'It is written down like this already; there is nothing to correct.',
  },
  'rotas.not_your_turn': {
    'zh-CN': '只能换自己的班，而且还没有值过。',
    en: 'You swap your own turns only, before they take place.',
  },
  'rotas.not_on_rota': {
    'zh-CN': '这位委员不在这张排班表里。请在同一张表里找人换。',
    en: 'This member is not on the rota. Ask somebody who is.',
  },
  'rotas.not_theirs': {
    'zh-CN': '换回来的那一班要是对方在同一站点、还没有值的班。请重新选。',
    en: 'The turn in return must be the other member’s, at the same site and still to come. Choose again.',
  },
  'rotas.swap_open': {
    'zh-CN': '这一班已经在问一位委员了。等对方答复，或先收回再问别人。',
    en: 'One member has been asked about this turn already. Wait for the answer, or take the question back first.',
  },
  'rotas.swap_over': {
    'zh-CN': '这次换班已经有结果了。请刷新页面看最新的情况。',
    en: 'This swap has been settled. Reload the page to see how.',
  },
  'rotas.changed_hands': {
    'zh-CN': '这期间排班变了，按原来说的换不成。请重新商量。',
    en: 'The rota has changed in between, so the swap no longer fits. Agree on it anew.',
  },
  'rotas.other_day': {
    'zh-CN': '来访时间不在这一班当天。请改时间，或到另一班去记。',
    en: 'The visit was not on the day of this turn. Change the time, or record it at another turn.',
  },
  'rotas.nobody': {
    'zh-CN': '这一班没有排人，不能更正为已值班。',
    en: 'Nobody was on this turn, so it cannot be corrected to on duty.',
  },
  'rotas.parcel': {
    'zh-CN': '这条没有网络时记下的来访打不开。请凭记忆重新记一次，再删去这一条。',
    en: 'This visitor, written down without a network, cannot be opened. Write it down anew, then discard this one.',
  },
  'rotas.parcel_owner': {
    'zh-CN': '这条来访是用别的账号记下的，只有那个账号能送出。请用那个账号登录。',
    en: 'This visitor was written down under another sign-in, and only that one sends it. Sign in with that account.',
  },
  'rotas.personal_words': {
    'zh-CN': '这里不写能认出来访人的内容。请去掉电话、证件号和门牌号。',
    en: 'Nothing here may tell who the visitor is. Leave out telephone, identity and house numbers.',
  },
};

const besideField: Messages<FieldCode> = {
  'rotas.site': { 'zh-CN': '请从列表里选站点。', en: 'Choose the site from the list.' },
  'rotas.pattern': { 'zh-CN': '请选按什么规律值班。', en: 'Choose by what pattern turns come.' },
  'rotas.weekdays': { 'zh-CN': '请至少选星期几中的一天。', en: 'Choose at least one day of the week.' },
  'rotas.days': {
    'zh-CN': '请写每月几号，1 到 31，例如 10、20。',
    en: 'Write the days of the month, 1 to 31, such as 10 and 20.',
  },
  'rotas.nth': { 'zh-CN': '请选每月第几个。', en: 'Choose which one of the month.' },
  'rotas.on_holiday': { 'zh-CN': '请选遇到休息日怎么办。', en: 'Choose what happens on a day off.' },
  'rotas.span': {
    'zh-CN': '请写起止日期，止不早于起，最长一年。',
    en: 'Enter the first and the last day, the last not before the first, a year at most.',
  },
  'rotas.time': {
    'zh-CN': '请写起止时间，例如 9:00 到 11:30，一班 10 分钟到 12 小时。',
    en: 'Enter from when to when, such as 9:00 to 11:30. A turn lasts 10 minutes to 12 hours.',
  },
  'rotas.per_turn': {
    'zh-CN': `请写每班几位，1 到 ${perTurnAtMost} 位。`,
    en: `Enter how many members are there together, 1 to ${perTurnAtMost}.`,
  },
  'rotas.members': {
    'zh-CN': `请选轮值的委员，最多 ${membersAtMost} 位，每位一次。`,
    en: `Choose the members who take turns, ${membersAtMost} at most, each once.`,
  },
  'rotas.away': {
    'zh-CN': '请写不在的起止日期，止不早于起。',
    en: 'Enter the first and last day away, the last not before the first.',
  },
  'rotas.member': { 'zh-CN': '请从列表里选委员。', en: 'Choose the member from the list.' },
  'rotas.reason': { 'zh-CN': '请写明理由，500 字以内。', en: 'Write the reason, at most 500 characters.' },
  'rotas.outcome': { 'zh-CN': '请选实际是值了还是缺了。', en: 'Choose whether somebody was there or not.' },
  'rotas.answer': { 'zh-CN': '请选同意或不同意。', en: 'Choose yes or no.' },
  'rotas.about': {
    'zh-CN': '请用几个字写咨询什么，100 字以内。',
    en: 'Write in a few words what it was about, at most 100 characters.',
  },
  'rotas.said': {
    'zh-CN': '怎么答复的，300 字以内；也可以不写。',
    en: 'What was answered, at most 300 characters; it may be left empty.',
  },
  'rotas.at': { 'zh-CN': '请写来访的时间。', en: 'Enter when the visitor came.' },
  'rotas.month': { 'zh-CN': '请选月份。', en: 'Choose the month.' },
  'rotas.state': { 'zh-CN': '请从列表里选。', en: 'Choose from the list.' },
  'rotas.after': { 'zh-CN': '请从列表第一页重新看。', en: 'Start again from the first page of the list.' },
  'rotas.key': { 'zh-CN': '请重新打开这张表单。', en: 'Open the form anew.' },
};

export const messages: Messages<Refusal | FieldCode> = { ...said, ...besideField };
