import type { Messages } from '@tongxin/core';
import type { Refusal } from './rules/index.ts';

const typed = {
  'accounts.name': { 'zh-CN': '请填写姓名，最多四十个字。', en: 'Enter the name, at most 40 characters.' },
  'accounts.reason': {
    'zh-CN': '请写明理由，最多二百个字，会记入账号记录。',
    en: 'Write the reason, at most 200 characters; it is kept in the account’s record.',
  },
  'accounts.username': {
    'zh-CN': '用户名用三到三十二个小写字母、数字、点或短横线，以字母或数字开头和结尾。',
    en: 'A user name has 3 to 32 letters, digits, dots or dashes, and begins and ends with a letter or digit.',
  },
  'accounts.password': {
    'zh-CN': '密码要有十到一百二十八个字符，其中至少五个不同的字符。一句容易记住的话就很好。',
    en: 'A password has 10 to 128 characters, at least 5 of them different. A sentence you remember easily works well.',
  },
  'accounts.phone': {
    'zh-CN': '请填写十一位手机号码，例如 13900000000。',
    en: 'Enter an 11-digit mobile number, such as 13900000000.',
  },
  'accounts.code': { 'zh-CN': '请填写六位数字。', en: 'Enter the six digits.' },
  'accounts.role': { 'zh-CN': '请从列表里选择角色。', en: 'Choose the role from the list.' },
  'accounts.search': { 'zh-CN': '查找的内容最多四十个字。', en: 'Search with at most 40 characters.' },
  'accounts.one_scope': {
    'zh-CN': '请选择一个范围：一个地方、一个单位或一件事。',
    en: 'Choose one scope: one place, one unit or one matter.',
  },
  'accounts.period': {
    'zh-CN': '结束日期不能早于开始日期。',
    en: 'The last day cannot be before the first.',
  },
  'accounts.no_way_in': {
    'zh-CN': '请填写手机号码，或者同时填写用户名和密码。',
    en: 'Enter a mobile number, or both a user name and a password.',
  },
} satisfies Partial<Messages<Refusal>>;

const lookingAfter = {
  'accounts.not_found': { 'zh-CN': '没有找到这个账号。', en: 'This account was not found.' },
  'accounts.grant_not_found': { 'zh-CN': '没有找到这项角色。', en: 'This role grant was not found.' },
  'accounts.own_account': {
    'zh-CN': '自己的账号要请另一位同事来管理。',
    en: 'Ask a colleague to do this; nobody manages their own account.',
  },
  'accounts.role_not_yours': {
    'zh-CN': '这项操作由上一级办公室来做。',
    en: 'The office one level up does this.',
  },
  'accounts.beyond_own_scope': {
    'zh-CN': '选择的范围不在您负责的地方之内。请重新选择。',
    en: 'The chosen scope lies outside the places you are responsible for. Choose again.',
  },
  'accounts.above_you': {
    'zh-CN': '这个账号持有上一级的角色，由上一级办公室来管理。',
    en: 'This account holds a role of a higher level; the office one level up manages it.',
  },
  'accounts.wrong_scope': {
    'zh-CN': '这个角色不能用在这一级范围上。请换一个范围。',
    en: 'This role is not held over a scope of this level. Choose another scope.',
  },
  'accounts.already_granted': {
    'zh-CN': '这个账号在这段时间里已经有这项角色了。',
    en: 'This account already holds this role for these days.',
  },
  'accounts.grant_ended': { 'zh-CN': '这项角色已经收回了。', en: 'This role has already been taken back.' },
  'accounts.username_taken': {
    'zh-CN': '这个用户名已经有人用了。请换一个。',
    en: 'This user name is taken. Choose another.',
  },
  'accounts.phone_taken': {
    'zh-CN': '这个手机号码已经登记在另一个账号上。',
    en: 'This mobile number already belongs to another account.',
  },
  'accounts.already_disabled': { 'zh-CN': '这个账号已经停用了。', en: 'This account is already closed.' },
  'accounts.not_disabled': { 'zh-CN': '这个账号没有停用。', en: 'This account is not closed.' },
  'accounts.no_username': {
    'zh-CN': '这个账号用手机验证码登录，没有密码。',
    en: 'This account signs in with a code by telephone and has no password.',
  },
  'accounts.no_totp': {
    'zh-CN': '这个账号还没有绑定动态口令。',
    en: 'This account has no authenticator set up.',
  },
  'accounts.outbox_closed': { 'zh-CN': '没有找到这一页。', en: 'This page was not found.' },
} satisfies Partial<Messages<Refusal>>;

const signingIn = {
  'accounts.not_signed_in': { 'zh-CN': '请先登录。', en: 'Sign in first.' },
  'accounts.sign_in_failed': {
    'zh-CN': '用户名或密码不对。请核对后再试。',
    en: 'The user name or password does not match. Check both and try again.',
  },
  'accounts.sign_in_locked': {
    'zh-CN': '试的次数太多了。请等十五分钟再试，或者请办公室重设密码。',
    en: 'Too many tries. Wait 15 minutes, or ask your office to set a new password.',
  },
  'accounts.password_wrong': { 'zh-CN': '现在的密码不对。', en: 'The current password does not match.' },
  'accounts.phone_closed': {
    'zh-CN': '这里暂时不能用手机验证码登录。',
    en: 'Signing in by telephone is not open here.',
  },
  'accounts.send_too_soon': {
    'zh-CN': '验证码刚刚发出。请等一分钟再要一次。',
    en: 'A code was sent just now. Wait a minute before asking for another.',
  },
  'accounts.send_too_many': {
    'zh-CN': '要验证码的次数太多了。请过一会儿再试。',
    en: 'Too many codes were asked for. Try again later.',
  },
  'accounts.code_wrong': {
    'zh-CN': '验证码不对。请核对短信里的六位数字。',
    en: 'The code does not match. Check the six digits in the message.',
  },
  'accounts.code_ended': {
    'zh-CN': '这个验证码不能再用了。请要一个新的。',
    en: 'This code can no longer be used. Ask for a new one.',
  },
  'accounts.totp_wrong': {
    'zh-CN': '动态口令不对。请填写手机上现在显示的六位数字。',
    en: 'The code does not match. Enter the six digits that your authenticator shows now.',
  },
  'accounts.totp_ended': {
    'zh-CN': '这次登录不能再继续了。请从头重新登录。',
    en: 'This sign-in cannot go on. Start again from the beginning.',
  },
  'accounts.totp_locked': {
    'zh-CN': '动态口令试的次数太多了。请等十五分钟再试。',
    en: 'Too many codes were tried. Wait 15 minutes and try again.',
  },
  'accounts.totp_already_set': {
    'zh-CN': '动态口令已经绑定了。要换手机，请办公室先解除。',
    en: 'An authenticator is already set up. To change telephones, ask your office to reset it.',
  },
  'accounts.too_many_requests': {
    'zh-CN': '这个网络上的操作太频繁了。请等一分钟再试。',
    en: 'Too many requests came from this network. Wait a minute and try again.',
  },
  'accounts.foreign_origin': {
    'zh-CN': '这一步要在本站的页面上做。请从本站重新打开登录页。',
    en: 'This step is done on this site’s own pages. Open the sign-in page from this site.',
  },
  'accounts.not_here': { 'zh-CN': '没有找到这个地址。', en: 'This address was not found.' },
} satisfies Partial<Messages<Refusal>>;

export const messages: Messages<Refusal> = { ...typed, ...lookingAfter, ...signingIn };
