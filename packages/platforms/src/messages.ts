import type { Messages } from '@tongxin/core';
import type { Refusal } from './rules/index.ts';

export const messages: Messages<Refusal> = {
  'platforms.not_found': {
    'zh-CN': '没有找到这个站点。请从列表里选择。',
    en: 'This site was not found. Choose it from the list.',
  },
  'platforms.not_yours': {
    'zh-CN': '站点由所在乡镇（街道）的主持人或上级政协办公室登记和修改；委员编组和示范点由政协办公室负责。',
    en: 'Sites are kept by the host of their township and the offices above it; placing members and demonstration sites are the offices’ work.',
  },
  'platforms.organisation': {
    'zh-CN': '乡镇、村的站点请选择本乡镇的联络组；县（市、区）和市的站点请选择那里的政协机构。',
    en: 'A site in a township or village is hosted by the township’s own liaison group, one of a county or the city by a body of the CPPCC there. Choose that.',
  },
  'platforms.place': {
    'zh-CN': '站点要设在本市、县（市、区）、乡镇（街道）或村（社区）。请从列表里选择。',
    en: 'A site belongs to the city, a county, a township or a village. Choose one from the list.',
  },
  'platforms.hall_township': {
    'zh-CN': '民生议事堂要设在乡镇（街道）。请换一个地方，或者换一种牌子。',
    en: 'A deliberation hall stands in a township. Choose another place or another role.',
  },
  'platforms.name': { 'zh-CN': '名称要写 2 到 60 个字。', en: 'The name has 2 to 60 characters.' },
  'platforms.address': {
    'zh-CN': '地址要写 2 到 120 个字，写到居民找得到门。',
    en: 'The address has 2 to 120 characters. Write it so that a resident finds the door.',
  },
  'platforms.seats': {
    'zh-CN': '座位数要写 0 到 2000 之间的整数；不开会的点写 0。',
    en: 'The number of seats is a whole number from 0 to 2,000; 0 where nobody meets.',
  },
  'platforms.open_hours': {
    'zh-CN': '开放时间的说明要写 2 到 120 个字，例如“每周三下午有委员接待”。',
    en: 'The note on opening hours has 2 to 120 characters, for example “A member receives on Wednesday afternoons”.',
  },
  'platforms.telephone': {
    'zh-CN': '这里是公开信息，不能写个人手机号。请写单位的座机，或者不写电话。',
    en: 'This is public, so no one’s mobile number may stand here. Write the office’s landline, or no number.',
  },
  'platforms.text': {
    'zh-CN': '这一栏写得太短或太长了。请改到能说清楚的长度。',
    en: 'This field is too short or too long. Write as much as makes it clear.',
  },
  'platforms.services': {
    'zh-CN': '服务项目最多 12 项，每项 2 到 40 个字。',
    en: 'There are at most 12 services of 2 to 40 characters each.',
  },
  'platforms.reason': {
    'zh-CN': '请用 2 到 200 个字写明原因。',
    en: 'Say why in 2 to 200 characters.',
  },
  'platforms.plaque': {
    'zh-CN': '牌子上的名称要写 2 到 60 个字。',
    en: 'The words on the plaque have 2 to 60 characters.',
  },
  'platforms.no_role': {
    'zh-CN': '一个站点至少要有一种用途。请选择一种。',
    en: 'A site has at least one role. Choose one.',
  },
  'platforms.roles_twice': {
    'zh-CN': '同一种用途只能写一次。请删去重复的。',
    en: 'Each role stands there once. Take the repeated one away.',
  },
  'platforms.hours_time': {
    'zh-CN': '时间请写成 09:00 的样子。',
    en: 'Write the time like 09:00.',
  },
  'platforms.hours_order': {
    'zh-CN': '结束时间要晚于开始时间。跨过半夜的请分成两天写。',
    en: 'The end comes after the beginning. Write a time across midnight as two days.',
  },
  'platforms.hours_overlap': {
    'zh-CN': '同一天的几段时间有重叠。请改成互不重叠。',
    en: 'Periods of the same day overlap. Change them so that they do not.',
  },
  'platforms.hours_many': {
    'zh-CN': '时间段太多了：一天最多四段，特别日子最多六十天。',
    en: 'These are too many periods: at most four a day, and sixty special days.',
  },
  'platforms.hours_day': {
    'zh-CN': '请写清楚是哪一天。',
    en: 'Say which day it is.',
  },
  'platforms.hours_twice': {
    'zh-CN': '同一个特别日子写了两次。请合成一条。',
    en: 'The same special day is there twice. Make one entry of it.',
  },
  'platforms.hours_note': {
    'zh-CN': '特别日子的说明最多 60 个字。',
    en: 'The note on a special day has at most 60 characters.',
  },
  'platforms.changed_meanwhile': {
    'zh-CN': '您打开以后，别人改过这个站点。请重新打开，看过新的内容再改。',
    en: 'Somebody has changed this site since you opened it. Open it again and read the new text before you change it.',
  },
  'platforms.closed': {
    'zh-CN': '这个站点已经关闭。要用它，请先重新开放。',
    en: 'This site is closed. Open it again before you use it.',
  },
  'platforms.not_closed': {
    'zh-CN': '这个站点本来就开放着，不用再做什么。',
    en: 'This site is open, so nothing has to be done.',
  },
  'platforms.has_role': {
    'zh-CN': '这里已经挂着这种牌子。',
    en: 'This plaque hangs here already.',
  },
  'platforms.role_ended': {
    'zh-CN': '这块牌子已经摘下。请重新打开这一页。',
    en: 'This plaque has been taken down. Open the page again.',
  },
  'platforms.last_role': {
    'zh-CN': '这是最后一块牌子。不再使用这个站点，请把它关闭。',
    en: 'This is the last plaque. Close the site when it is not used any more.',
  },
  'platforms.member': { 'zh-CN': '请从名单里选择委员。', en: 'Choose a member from the list.' },
  'platforms.member_inactive': {
    'zh-CN': '这位委员已不在任，不能编组。',
    en: 'This member does not serve any more and cannot be placed.',
  },
  'platforms.placed': {
    'zh-CN': '这位委员已经编在别的站点。请在那里办“改编”。',
    en: 'This member has a place already. Move them from there.',
  },
  'platforms.placement_ended': {
    'zh-CN': '这次编组已经结束。请重新打开这一页。',
    en: 'This placement has ended. Open the page again.',
  },
  'platforms.placement_day': {
    'zh-CN': '开始日期要在前后一年以内。',
    en: 'The first day lies within a year of today.',
  },
  'platforms.same_site': {
    'zh-CN': '委员本来就在这个站点。请选择另一个。',
    en: 'The member is at this site already. Choose another one.',
  },
  'platforms.nominated': {
    'zh-CN': '这个站点已经提名或者已是示范点。',
    en: 'This site is nominated or a demonstration site already.',
  },
  'platforms.guarantor': {
    'zh-CN': '包保单位要选市、县（市、区）政协的机构。',
    en: 'The guarantor is a body of the CPPCC of the city or a county. Choose one.',
  },
  'platforms.demonstration_incomplete': {
    'zh-CN': '示范点要先写明挂帅领导、包保单位、工作专班和工作方案，四项缺一不可。',
    en: 'A demonstration site needs its sponsor, its guarantor committee, its task force and its plan, all four, first.',
  },
  'platforms.demonstration_state': {
    'zh-CN': '示范点现在的状态办不了这一步。请重新打开这一页看看。',
    en: 'This step does not fit where the demonstration site stands now. Open the page again to see.',
  },
};
