import type { Messages } from '@tongxin/core';
import type { FieldCode, Refusal } from './rules/index.ts';

const said: Messages<Refusal> = {
  'deliberations.not_found': {
    'zh-CN': '没有找到这一项。请从列表里重新打开。',
    en: 'This was not found. Open it again from the list.',
  },
  'deliberations.other_township': {
    'zh-CN': '一个议题只收同一个乡镇（街道）的事。请把别处的事去掉。',
    en: 'A topic takes matters of one township only. Leave out those of other places.',
  },
  'deliberations.not_in_topic': {
    'zh-CN': '这件事不在这个议题里。请刷新页面再选。',
    en: 'This matter is not part of the topic. Reload the page and choose again.',
  },
  'deliberations.last_issue': {
    'zh-CN': '这是议题里的最后一件事。要拿掉它，请改用“不再列入”。',
    en: 'This is the last matter of the topic. To take it out, use “Take it no further”.',
  },
  'deliberations.topic_not_free': {
    'zh-CN': '有议题已经定了别的议事日期。请去掉它，或先取消那一场。',
    en: 'One of the topics already has a date. Leave it out, or cancel that session first.',
  },
  'deliberations.hall_not_yours': {
    'zh-CN': '只能安排本乡镇（街道）的议事厅。请换一个厅。',
    en: 'You schedule the halls of your own township only. Choose another hall.',
  },
  'deliberations.hall_closed': {
    'zh-CN': '这个议事厅已经关闭。请换一个厅。',
    en: 'This hall is closed. Choose another hall.',
  },
  'deliberations.in_the_past': {
    'zh-CN': '这个时间已经过去，或者离今天超过一年。请换一个时间。',
    en: 'This time has passed, or is more than a year away. Choose another time.',
  },
  'deliberations.too_many_seats': {
    'zh-CN': '这个厅坐不下这么多居民。请减少居民座位。',
    en: 'The hall does not hold that many residents. Offer fewer seats.',
  },
  'deliberations.member_unknown': {
    'zh-CN': '有一位委员不在名单上，或已经不在任。请重新选择。',
    en: 'One of the members is not on the list or no longer serves. Choose again.',
  },
  'deliberations.unit_unknown': {
    'zh-CN': '有一个单位不在名单上。请重新选择。',
    en: 'One of the units is not on the list. Choose again.',
  },
  'deliberations.taken': {
    'zh-CN': '这个时间厅或人已经有安排。下面写着是哪一场，以及最近的空档。',
    en: 'The hall or a person is taken at that time. Below is the session in the way and the next free times.',
  },
  'deliberations.full': {
    'zh-CN': '居民座位已经登记满了。您仍可以线上参加，或看会后公布的结果。',
    en: 'All seats for residents are taken. You can still join online or read what comes of it.',
  },
  'deliberations.seats_closed': {
    'zh-CN': '这一场已经开始、结束或取消，不再登记座位。',
    en: 'This session has begun, ended or been cancelled, so seats can no longer be changed.',
  },
  'deliberations.ticket_unknown': {
    'zh-CN': '没有找到这个座位号。请照着登记时的页面再输一次。',
    en: 'This seat number was not found. Copy it from the page you got when you took the seat.',
  },
  'deliberations.not_begun': {
    'zh-CN': '议事会还没有开始，开完以后再来记录。',
    en: 'The session has not begun. Record it once it has taken place.',
  },
  'deliberations.attendance_incomplete': {
    'zh-CN': '请给每一位受邀的人选“到会”“没到”或“请假”。',
    en: 'Choose “came”, “did not come” or “on leave” for everyone who was invited.',
  },
  'deliberations.no_fact': {
    'zh-CN': '这位委员在这场议事会没有出席记录，或者与现有记录相同，不用更正。',
    en: 'Nothing is recorded of this member at this session, or it says the same. Nothing needs correcting.',
  },
  'deliberations.minutes_missing': {
    'zh-CN': '还没有纪要。请先写好纪要再公布。',
    en: 'There are no minutes yet. Write them before publishing.',
  },
  'deliberations.personal_words': {
    'zh-CN': '有些文字可能认得出是谁。请改掉，或逐条确认可以公开。',
    en: 'Some words may tell who somebody is. Change them, or confirm one by one that they may be public.',
  },
  'deliberations.issue_without_line': {
    'zh-CN': '有的事没有对应的议定事项。请补一条，或写明为什么没有。',
    en: 'Some matters have no agreed line. Add one, or write why there is none.',
  },
  'deliberations.issue_not_in_session': {
    'zh-CN': '这件事不在这场议事会里。请刷新页面再选。',
    en: 'This matter was not part of the session. Reload the page and choose again.',
  },
  'deliberations.topic_not_in_session': {
    'zh-CN': '这个议题不在这场议事会里。请刷新页面再选。',
    en: 'This topic was not part of the session. Reload the page and choose again.',
  },
  'deliberations.unit_cannot_handle': {
    'zh-CN': '这个单位不承办这里的事。请从本县（市、区）或市级承办单位里选。',
    en: 'This unit does not handle matters here. Choose a handling unit of the county or the city.',
  },
  'deliberations.day_has_passed': {
    'zh-CN': '完成日期要在今天以后。请换一个日期。',
    en: 'The day of completion lies after today. Choose another day.',
  },
  'deliberations.plan_too_late': {
    'zh-CN': '计划日期晚于议定的日期。请改早，或提出异议、申请延期。',
    en: 'The plan ends after the agreed day. Choose an earlier day, contest the line, or ask for an extension.',
  },
  'deliberations.not_later': {
    'zh-CN': '延期的新日期要晚于原来的日期。',
    en: 'An extension ends later than the date before it. Choose a later day.',
  },
  'deliberations.already_judged': {
    'zh-CN': '这一轮您已经评价过了。',
    en: 'You have already given your judgement in this round.',
  },
  'deliberations.still_asking': {
    'zh-CN': '评价的期限还没到，不能按沉默计。',
    en: 'Residents still have time to answer, so nothing is counted as silence yet.',
  },
  'deliberations.method_not_yours': {
    'zh-CN': '工作法由本级政协办公室定。请联系他们。',
    en: 'The way of working is set by the office of that committee. Ask them.',
  },
  'deliberations.method_changed': {
    'zh-CN': '刚才有同事改过工作法。请刷新页面，看过再改。',
    en: 'A colleague has just changed this. Reload the page and look before you change it.',
  },
  'deliberations.seat_unknown': {
    'zh-CN': '勾选的固定席位不是这场议事会的。请刷新页面再记。',
    en: 'A fixed seat that you ticked is not one of this session. Reload the page and try again.',
  },
  'deliberations.research_ahead': {
    'zh-CN': '调研的日期还没有到。请填已经做过的那一天。',
    en: 'That day has not come yet. Enter the day on which it was done.',
  },
};

const fields: Messages<FieldCode> = {
  'deliberations.title': {
    'zh-CN': '请写议题名称，不超过 60 个字。',
    en: 'Write the topic’s title in at most 60 characters.',
  },
  'deliberations.summary': {
    'zh-CN': '请写清楚内容，文字不要过长。',
    en: 'Write what it is about, and keep the text short enough.',
  },
  'deliberations.source': {
    'zh-CN': '请从列表里选择议题来源。',
    en: 'Choose from the list where the topic comes from.',
  },
  'deliberations.issues': {
    'zh-CN': '请选择至少一件事，同一件事只选一次。',
    en: 'Choose at least one matter, each of them once.',
  },
  'deliberations.topics': { 'zh-CN': '请选择一到八个议题。', en: 'Choose one to eight topics.' },
  'deliberations.hall': { 'zh-CN': '请从列表里选择议事厅。', en: 'Choose the hall from the list.' },
  'deliberations.after': {
    'zh-CN': '请从第一页重新打开这张列表。',
    en: 'Open this list again from its first page.',
  },
  'deliberations.period': {
    'zh-CN': '请填写开始和结束时间；结束要晚于开始，最长十二小时。',
    en: 'Enter when it begins and ends; it ends after it begins and lasts at most twelve hours.',
  },
  'deliberations.mode': {
    'zh-CN': '请选择现场、线上或现场加线上。',
    en: 'Choose in the hall, online, or both.',
  },
  'deliberations.online_url': {
    'zh-CN': '请填写线上参加的网址，以 http 或 https 开头。',
    en: 'Enter the address for joining online; it begins with http or https.',
  },
  'deliberations.convenor': { 'zh-CN': '请选择召集人。', en: 'Choose the convenor.' },
  'deliberations.members': {
    'zh-CN': '请从名单里选择委员，最多 60 位，不要重复。',
    en: 'Choose members from the list, at most 60, each once.',
  },
  'deliberations.units': {
    'zh-CN': '请从名单里选择单位，最多 30 个，不要重复。',
    en: 'Choose units from the list, at most 30, each once.',
  },
  'deliberations.seats': {
    'zh-CN': '请填写居民座位数，0 到 500。',
    en: 'Enter the number of seats for residents, 0 to 500.',
  },
  'deliberations.reason': {
    'zh-CN': '请写明理由，不超过 500 个字。',
    en: 'Write the reason in at most 500 characters.',
  },
  'deliberations.attendance': {
    'zh-CN': '请给每一位受邀的人选一项。',
    en: 'Choose one answer for everyone who was invited.',
  },
  'deliberations.residents_present': {
    'zh-CN': '请填写到会居民人数，没有就写 0。',
    en: 'Enter how many residents came; write 0 for none.',
  },
  'deliberations.points': {
    'zh-CN': '每一点写一段话，不超过 500 个字，最多 40 点。',
    en: 'Write each point in at most 500 characters, 40 points at most.',
  },
  'deliberations.lines': { 'zh-CN': '议定事项最多 60 条。', en: 'There can be at most 60 agreed lines.' },
  'deliberations.suggestion': {
    'zh-CN': '请写要做的事，不超过 500 个字。',
    en: 'Write what is to be done in at most 500 characters.',
  },
  'deliberations.line_kind': { 'zh-CN': '请从列表里选择类型。', en: 'Choose the kind from the list.' },
  'deliberations.unit': {
    'zh-CN': '请从列表里选择承办单位。',
    en: 'Choose the handling unit from the list.',
  },
  'deliberations.due': {
    'zh-CN': '请填写日期，例如 2027-03-15。',
    en: 'Enter a day, for example 2027-03-15.',
  },
  'deliberations.measure': {
    'zh-CN': '请写怎样算办成，不超过 300 个字。',
    en: 'Write how one will see that it is done, in at most 300 characters.',
  },
  'deliberations.progress': {
    'zh-CN': '请写进展，不超过 1000 个字。',
    en: 'Write what has been done, in at most 1,000 characters.',
  },
  'deliberations.report': {
    'zh-CN': '请写办理结果，不超过 2000 个字。',
    en: 'Write the result in at most 2,000 characters.',
  },
  'deliberations.reply_class': { 'zh-CN': '请选择办理结果的类别。', en: 'Choose the class of the result.' },
  'deliberations.photos': { 'zh-CN': '照片最多六张。', en: 'There can be at most six photos.' },
  'deliberations.solved': {
    'zh-CN': '请选择解决了、部分解决或没解决。',
    en: 'Choose solved, partly solved or not solved.',
  },
  'deliberations.stars': { 'zh-CN': '请选一到五颗星。', en: 'Choose one to five stars.' },
  'deliberations.words': { 'zh-CN': '想说的话不超过 500 个字。', en: 'Keep your words to 500 characters.' },
  'deliberations.ticket': {
    'zh-CN': '座位号是八个字母和数字。请照着登记时的页面再输一次。',
    en: 'A seat number has eight letters and digits. Copy it from the page you got when you took the seat.',
  },
  'deliberations.brand': {
    'zh-CN': '请写品牌名称，不超过 30 个字。',
    en: 'Write the name under which you invite, in at most 30 characters.',
  },
  'deliberations.brand_lead': {
    'zh-CN': '请用一两句话说明，不超过 200 个字。',
    en: 'Say in a sentence or two what it is, in at most 200 characters.',
  },
  'deliberations.fixed_seats': {
    'zh-CN': '固定席位最多六个，每个不超过 20 个字，不要重复。',
    en: 'There can be six fixed seats, each in at most 20 characters and each once.',
  },
  'deliberations.steps': {
    'zh-CN': '六个步骤都要有名称，每个不超过 12 个字。',
    en: 'Each of the six steps needs a name of at most 12 characters.',
  },
  'deliberations.method_version': {
    'zh-CN': '请刷新页面再改。',
    en: 'Reload the page before you change this.',
  },
  'deliberations.research_day': {
    'zh-CN': '请填写哪一天做的，例如 2026-11-15。',
    en: 'Enter the day on which it was done, for example 2026-11-15.',
  },
  'deliberations.research_way': {
    'zh-CN': '请选择用的是哪种方法。',
    en: 'Choose how it was looked into.',
  },
  'deliberations.research_words': {
    'zh-CN': '请写看到了什么，不超过 1000 个字。',
    en: 'Write what was found, in at most 1,000 characters.',
  },
  'deliberations.key': {
    'zh-CN': '这张表单已经过期。请重新打开页面。',
    en: 'This form is out of date. Open the page again.',
  },
};

export const messages: Messages<Refusal | FieldCode> = { ...said, ...fields };
