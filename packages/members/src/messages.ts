import type { Messages } from '@tongxin/core';
import type { Refusal } from './rules/index.ts';

export const messages: Messages<Refusal> = {
  'members.not_found': {
    'zh-CN': '没有找到这位委员。请从名单里选择。',
    en: 'This member was not found. Choose one from the list.',
  },
  'members.not_yours': {
    'zh-CN': '委员名单由本级政协办公室维护。请把要增加或更改的内容告诉他们。',
    en: 'The list of members is kept by their own committee’s office. Tell it what is missing or has changed.',
  },
  'members.kept_elsewhere': {
    'zh-CN':
      '这位委员由别的政协委员会维护。要再加入本级，请市政协办公室办理。导入时如果是同名的另一个人，请在“同名不同人”一栏填“是”。',
    en: 'This member is kept by another committee. The municipal office adds the further membership. In a file, write “yes” under “namesake” if it is another person of that name.',
  },
  'members.organisation': {
    'zh-CN': '请选择市或县（市、区）政协委员会或它的办公室。其他单位没有委员。',
    en: 'Choose the CPPCC committee of the city or of a county, or its office. Other units have no members.',
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
  'members.duty_title': {
    'zh-CN': '单位及职务最多写 200 个字。',
    en: 'The post and unit have at most 200 characters.',
  },
  'members.sector': {
    'zh-CN': '这个界别不在名录里。请写名录里的界别，例如“农业界”。',
    en: 'This sector is not on the list. Write one that is, for example “Agriculture”.',
  },
  'members.sector_ended': {
    'zh-CN': '这个界别在加入日期之前已经取消。请选择现行的界别。',
    en: 'This sector had left the list before the day of joining. Choose one that is in force.',
  },
  'members.term_no': {
    'zh-CN': '届次请写 1 到 99 的整数。',
    en: 'The number of the term is a whole number from 1 to 99.',
  },
  'members.search': {
    'zh-CN': '搜索的姓名太长，请写 30 个字以内。',
    en: 'The name to look for is too long. Write at most 30 characters.',
  },
  'members.day': {
    'zh-CN': '请写一个日期，例如 2026-01-15。',
    en: 'Write a day, for example 2026-01-15.',
  },
  'members.day_ahead': {
    'zh-CN': '日期还没有到。请写今天或以前的日期。',
    en: 'This day is still to come. Write today or an earlier day.',
  },
  'members.period': {
    'zh-CN': '结束的日期早于开始的日期。请核对日期。',
    en: 'The end lies before the beginning. Check the day.',
  },
  'members.reason': {
    'zh-CN': '请写明原因，2 到 200 个字。',
    en: 'Write why, in 2 to 200 characters.',
  },
  'members.already_member': {
    'zh-CN': '这位委员已经在这个委员会里。请在原来的记录上更改。',
    en: 'This person is a member of that committee already. Change the entry that is there.',
  },
  'members.membership_ended': {
    'zh-CN': '这段任职已经结束，不能再改。',
    en: 'This membership has ended and stays as it is.',
  },
  'members.left': {
    'zh-CN': '这位委员已经离任。请选择在任的委员。',
    en: 'This member has left. Choose one who serves.',
  },
  'members.birth_year': {
    'zh-CN': '出生年份请写四位数字，例如 1975。',
    en: 'The year of birth has four digits, for example 1975.',
  },
  'members.party_affiliation': {
    'zh-CN': '请从列表里选择党派。',
    en: 'Choose the party from the list.',
  },
  'members.village': {
    'zh-CN': '请选择一个村（社区），代码是 12 位数字。',
    en: 'Choose a village or community; its code has 12 digits.',
  },
  'members.village_given': {
    'zh-CN': '刚刚有人为这个村安排了委员。请刷新页面看看。',
    en: 'Somebody has just given this village to a member. Reload the page to see whom.',
  },
  'members.village_free': {
    'zh-CN': '这个村现在没有联系委员。',
    en: 'This village has no member at the moment.',
  },
  'members.group_not_found': {
    'zh-CN': '没有找到这个小组。请从列表里选择。',
    en: 'This group was not found. Choose it from the list.',
  },
  'members.group_name': {
    'zh-CN': '小组名称要写 2 到 40 个字。',
    en: 'The group’s name has 2 to 40 characters.',
  },
  'members.group_exists': {
    'zh-CN': '这个委员会已经有同名的小组。请换一个名称。',
    en: 'This committee already has a group of that name. Choose another name.',
  },
  'members.group_ended': {
    'zh-CN': '这个小组已经撤销，不能再改。',
    en: 'This group has ended and stays as it is.',
  },
  'members.group_sector': {
    'zh-CN': '界别活动组要选一个界别，其他小组不选。',
    en: 'A sector group names one sector; other groups name none.',
  },
  'members.not_in_group': {
    'zh-CN': '这位委员不在这个小组里。请先加入小组。',
    en: 'This member is not in the group. Take them in first.',
  },
  'members.year': {
    'zh-CN': '年份请写四位数字，例如 2026。',
    en: 'The year has four digits, for example 2026.',
  },
  'members.amount': {
    'zh-CN': '次数请写 0 到 200 的整数，0 表示不要求。',
    en: 'The number is a whole number from 0 to 200; 0 asks for nothing.',
  },
  'members.namesake': {
    'zh-CN':
      '名单里已有同名委员，单位及职务不同。如果是两个人，请在“同名不同人”一栏填“是”；如果是同一个人，请到委员页面更改职务。',
    en: 'The list has a member of this name with another post. For two people write “yes” under “namesake”; for one person change the post on the member’s page.',
  },
  'members.yes_or_no': {
    'zh-CN': '这一栏请填“是”或“否”，或留空。',
    en: 'Write “yes” or “no” here, or leave it empty.',
  },
  'members.committee_word': {
    'zh-CN': '“所属政协”没有认出来。请写“市政协”，或本市县（市、区）的全名、代码。',
    en: 'The committee was not recognised. Write the city, or the full name or code of one of its counties.',
  },
};
