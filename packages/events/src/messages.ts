import type { Messages } from '@tongxin/core';
import type { FieldCode, Refusal } from './rules/index.ts';

const bookingMessages: Messages<
  'events.taken' | 'events.period' | 'events.nothing_booked' | 'events.resource'
> = {
  'events.taken': {
    'zh-CN': '这个时间已被占用。下面写着是哪一场占用的；请另选一个空闲时段，或者换地点、换人。',
    en: 'This time is already taken. The session that takes it is named below. Choose a free period, another place or other people.',
  },
  'events.period': {
    'zh-CN': '结束时间要晚于开始时间，一次最长 14 天。',
    en: 'The end must come after the start, and nothing lasts longer than 14 days.',
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

const refusalMessages: Messages<Exclude<Refusal, keyof typeof bookingMessages>> = {
  'events.not_found': {
    'zh-CN': '没有找到这项活动。请从列表里打开。',
    en: 'This event was not found. Open it from the list.',
  },
  'events.not_yours': {
    'zh-CN': '这一级的活动由本级的办公室或联络组来办。请换成您负责的地方。',
    en: 'Events of this level are organised by its own office. Choose a place that you look after.',
  },
  'events.in_the_past': {
    'zh-CN': '开始时间已经过去。请改到以后；已经办完的活动请用“补登”。',
    en: 'The start has passed. Choose a later time, or register it as already held.',
  },
  'events.not_past': {
    'zh-CN': '活动还没有结束，不用补登。请先发出通知。',
    en: 'This event is not over, so it is not registered afterwards. Announce it first.',
  },
  'events.unit_elsewhere': {
    'zh-CN': '主办单位不在这个地方。请选择本级的单位。',
    en: 'The organising unit belongs elsewhere. Choose a unit of this level.',
  },
  'events.kind_unknown': {
    'zh-CN': '没有这个活动种类，或者它不属于所选的类别。请重新选择。',
    en: 'There is no such kind in this category. Choose again.',
  },
  'events.kind_exists': {
    'zh-CN': '已经有同名的活动种类。请直接使用，或换一个名称。',
    en: 'A kind of this name is there already. Use it, or choose another name.',
  },
  'events.place_missing': {
    'zh-CN': '现场活动要写明地点。请选择平台或写出地点。',
    en: 'An event on site needs a place. Choose a site or write where it is.',
  },
  'events.site_unknown': {
    'zh-CN': '有的点位不在本市的网络里。请从列表里选择。',
    en: 'Some of these sites are not in this city’s network. Choose them from the list.',
  },
  'events.site_closed': {
    'zh-CN': '这个站点已经关闭。请换一个地点，或先把它重新开放。',
    en: 'This site is closed. Choose another place, or open it again first.',
  },
  'events.member_unknown': {
    'zh-CN': '有的委员不在现任名单里。请去掉后再邀请。',
    en: 'Some of these members do not serve now. Take them out and invite again.',
  },
  'events.unit_unknown': {
    'zh-CN': '有的单位不存在。请从列表里选择。',
    en: 'Some of these units do not exist. Choose them from the list.',
  },
  'events.parent': {
    'zh-CN': '分场要在总场的时间之内，由同一单位主办，分场下面不再分场。',
    en: 'A part lies within the time of the whole, has the same organiser, and has no parts of its own.',
  },
  'events.parts_full': {
    'zh-CN': '这项活动已有 200 个分场，不能再加。请另办一项活动。',
    en: 'This event has 200 parts already. Plan another event for more.',
  },
  'events.group': {
    'zh-CN': '请从列表里选择一个现有的小组，它要属于这个县（市、区）或市的政协。',
    en: 'Choose a group from the list that exists and belongs to this county’s committee or to the city’s.',
  },
  'events.full': {
    'zh-CN': '名额已满。有人退出后会空出名额，可以过些时候再看。',
    en: 'All places are taken. One becomes free when somebody gives theirs back; look again later.',
  },
  'events.capacity_taken': {
    'zh-CN': '已经答应参加的人比这个名额多。请把名额定得不少于现有人数。',
    en: 'More people have said that they come. Set the places to at least that number.',
  },
  'events.answers_closed': {
    'zh-CN': '现在不能再答复了：活动已经开始、取消，或者过了报名时间。请直接联系主办单位。',
    en: 'Answers are closed: the event has begun, was cancelled, or the day for signing up has passed. Tell the organiser directly.',
  },
  'events.must_attend': {
    'zh-CN': '这项活动要求参加。来不了请写明理由请假。',
    en: 'You are expected at this event. If you cannot come, ask for leave and say why.',
  },
  'events.leave_needless': {
    'zh-CN': '现在不用请假：活动不要求必到，或者您已经请过假。',
    en: 'No leave is needed: coming is voluntary, or you have asked already.',
  },
  'events.leave_twice': {
    'zh-CN': '同一项活动最多请假两次。请直接联系主办单位。',
    en: 'Leave is asked for twice at most. Tell the organiser directly.',
  },
  'events.no_leave_asked': {
    'zh-CN': '这位委员现在没有待批的请假。请刷新页面看最新的答复。',
    en: 'This member is not waiting for an answer about leave. Reload the page to see the latest.',
  },
  'events.not_invited': {
    'zh-CN': '这位委员不在邀请名单里。请先邀请。',
    en: 'This member is not invited. Invite them first.',
  },
  'events.has_fact': {
    'zh-CN': '这位委员已有出席记录，不能从名单里去掉。',
    en: 'There is a record of this member’s attendance, so they stay on the list.',
  },
  'events.not_begun': {
    'zh-CN': '活动还没有到签到时间，不能登记出席。开始前六小时起可以登记。',
    en: 'It is too early to record who was there. Recording opens six hours before the start.',
  },
  'events.recorded_differently': {
    'zh-CN': '有的委员已有不同的出席记录，本次没有登记。要改请逐个更正并写明理由。',
    en: 'Some members are recorded differently already, so nothing was recorded. Correct them one by one with a reason.',
  },
  'events.scanned_by_another': {
    'zh-CN': '这些是别人在门口记下的，不会记到您的名下。请由扫码的人登录后送出。',
    en: 'Somebody else scanned these at the door, so they are not recorded under your name. Whoever scanned them signs in and sends them.',
  },
  'events.no_fact': {
    'zh-CN': '这位委员还没有出席记录，或者与现有记录相同，不用更正。',
    en: 'There is no record of this member yet, or it says the same. Nothing needs correcting.',
  },
  'events.archive_full': {
    'zh-CN': '这项活动的归档材料已满 200 份。请先取下不要的，再归档新的。',
    en: 'The 200 places of this event’s archive are taken. Take out what is not needed, then add.',
  },
  'events.item_unknown': {
    'zh-CN': '没有找到这份归档材料，也许已经取下。请刷新页面。',
    en: 'This item of the archive was not found; it may have been taken out. Reload the page.',
  },
  'events.item_unchanged': {
    'zh-CN': '这份材料已经是这样了。请刷新页面看最新情况。',
    en: 'This item is so already. Reload the page to see the latest.',
  },
  'events.personal_words': {
    'zh-CN': '这里不写电话、证件号、邮箱和车牌号。请去掉再提交。',
    en: 'No telephone, identity or plate numbers and no e-mail addresses here. Leave them out and send it again.',
  },
  'events.not_public': {
    'zh-CN': '只有向社会公开的活动有公开页面。内部活动的材料只在机关内看。',
    en: 'Only an event that is open to everybody has a public page. Other archives stay inside.',
  },
  'events.not_member': {
    'zh-CN': '这里要用委员本人的账号。',
    en: 'This is for a member’s own account.',
  },
  'events.feed_unknown': {
    'zh-CN': '这个日历地址已经失效。请在“我的”页面重新生成。',
    en: 'This calendar address no longer works. Make a new one on your own page.',
  },
};

const fieldMessages: Messages<FieldCode> = {
  'events.after': {
    'zh-CN': '请从列表的第一页重新开始。',
    en: 'Start again from the first page of the list.',
  },
  'events.key': { 'zh-CN': '请重新打开这张表单。', en: 'Open this form again.' },
  'events.title': { 'zh-CN': '活动名称要写 1 到 80 个字。', en: 'The name has 1 to 80 characters.' },
  'events.summary': {
    'zh-CN': '内容最多写 2000 个字。',
    en: 'The description has at most 2,000 characters.',
  },
  'events.speaker': {
    'zh-CN': '主讲人和职务要写 1 到 100 个字。',
    en: 'The speaker and their post have 1 to 100 characters.',
  },
  'events.sites': {
    'zh-CN': '请从列表里选择点位，最多 30 个，每个一次。',
    en: 'Choose sites from the list, at most 30, each once.',
  },
  'events.caption': {
    'zh-CN': '说明或标题要写 1 到 100 个字。',
    en: 'The caption or title has 1 to 100 characters.',
  },
  'events.body': { 'zh-CN': '文字要写 1 到 20000 个字。', en: 'The text has 1 to 20,000 characters.' },
  'events.media_url': {
    'zh-CN': '链接要写完整的网址，例如 https://news.example.org/1。',
    en: 'The link is a full address, such as https://news.example.org/1.',
  },
  'events.archive_kind': {
    'zh-CN': '请选择是文字材料，还是发现的问题和建议。',
    en: 'Choose whether it is a text or a finding.',
  },
  'events.faces': {
    'zh-CN': '照片要公开，请先确认：没有未经本人同意的人脸，没有车牌。',
    en: 'Before a photo is public, confirm that it shows no face without consent and no number plate.',
  },
  'events.kind_name': {
    'zh-CN': '种类名称要写 1 到 30 个字。',
    en: 'The kind’s name has 1 to 30 characters.',
  },
  'events.category': { 'zh-CN': '请选择活动类别。', en: 'Choose the category.' },
  'events.division': {
    'zh-CN': '请选择活动属于市、县（市、区）还是乡镇（街道）。',
    en: 'Choose the city, county or township that it belongs to.',
  },
  'events.unit': { 'zh-CN': '请从列表里选择主办单位。', en: 'Choose the organising unit from the list.' },
  'events.place': { 'zh-CN': '请从列表里选择平台。', en: 'Choose the site from the list.' },
  'events.place_words': { 'zh-CN': '地点要写 1 到 100 个字。', en: 'The place has 1 to 100 characters.' },
  'events.mode': { 'zh-CN': '请选择现场、线上或两者都有。', en: 'Choose on site, online or both.' },
  'events.online_url': {
    'zh-CN': '线上参加要写完整的网址，例如 https://meet.example.org/1。',
    en: 'Joining online needs a full address, such as https://meet.example.org/1.',
  },
  'events.answer_by': { 'zh-CN': '答复时间不能晚于开始时间。', en: 'Answers are due before the start.' },
  'events.sign_up': { 'zh-CN': '请选择谁可以参加。', en: 'Choose who may come.' },
  'events.capacity': {
    'zh-CN': '名额要写 1 到 20000 的整数。',
    en: 'Places are a whole number from 1 to 20,000.',
  },
  'events.members': {
    'zh-CN': '请从名单里选择委员，一次最多 500 位，每人一次。',
    en: 'Choose members from the list, at most 500 at a time, each once.',
  },
  'events.units': {
    'zh-CN': '请从名单里选择单位，一次最多 100 个。',
    en: 'Choose units from the list, at most 100 at a time.',
  },
  'events.reason': {
    'zh-CN': '请写明理由，最多 500 个字。',
    en: 'Write the reason, at most 500 characters.',
  },
  'events.answer': { 'zh-CN': '请选择参加或不参加。', en: 'Choose whether you come.' },
  'events.attendance': {
    'zh-CN': '请为每位委员选择出席、缺席或请假，每人一次。',
    en: 'Choose for each member whether they were there, absent or on leave, each once.',
  },
  'events.scans': {
    'zh-CN': '签到码或时间读不出来。请重新扫码。',
    en: 'The code or its time cannot be read. Scan again.',
  },
  'events.others': {
    'zh-CN': '其他人数要写 0 到 100000 的整数。',
    en: 'The number of others is a whole number from 0 to 100,000.',
  },
};

export const messages: Messages<Refusal | FieldCode> = {
  ...bookingMessages,
  ...refusalMessages,
  ...fieldMessages,
};
