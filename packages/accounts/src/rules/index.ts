import type { Messages, Role } from '@tongxin/core';

export {
  AboutAccount,
  AccountId,
  ChangePassword,
  CreateAccount,
  GrantId,
  GrantRole,
  ListAccounts,
  Name,
  Password,
  PasswordSignIn,
  Phone,
  PhoneSignIn,
  Reason,
  RevokeGrant,
  SendPhoneCode,
  SetPassword,
  SetPhone,
  SixDigits,
  TotpCode,
  TotpSetUp,
  Username,
} from './inputs.ts';
export {
  grantersOf,
  isStaffRole,
  keepers,
  mayAdminister,
  mayCreate,
  mayGrant,
  mayRevoke,
  needsTotp,
  readers,
  scopesOf,
  type HeldGrant,
  type Holder,
  type ScopeKind,
} from './authority.ts';
export {
  codeLife,
  codeTries,
  limits,
  memberSession,
  nextTry,
  staffSession,
  stillCounting,
  type Limit,
} from './limits.ts';
export { refusals, type Refusal } from './refusals.ts';

/** What can be done to an account; each leaves an entry. */
export const journalActions = [
  'created',
  'granted',
  'revoked',
  'password_set',
  'phone_set',
  'totp_set',
  'totp_reset',
  'disabled',
  'enabled',
] as const;
export type JournalAction = (typeof journalActions)[number];

export const roleNames: Messages<Role> = {
  host: { 'zh-CN': '乡镇（街道）主持人', en: 'Township host' },
  county_office: { 'zh-CN': '县（市、区）政协办公室', en: 'CPPCC county office' },
  city_office: { 'zh-CN': '市政协办公室', en: 'CPPCC municipal office' },
  department_clerk: { 'zh-CN': '承办单位经办人', en: 'Department clerk' },
  contact_person: { 'zh-CN': '社情民意联络员', en: 'Contact person' },
  member: { 'zh-CN': '政协委员', en: 'CPPCC member' },
  auditor: { 'zh-CN': '审计员', en: 'Auditor' },
  operator: { 'zh-CN': '系统运维', en: 'System operator' },
};

export const actionNames: Messages<JournalAction> = {
  created: { 'zh-CN': '建立账号', en: 'Account made' },
  granted: { 'zh-CN': '授予角色', en: 'Role granted' },
  revoked: { 'zh-CN': '收回角色', en: 'Role taken back' },
  password_set: { 'zh-CN': '设置密码', en: 'Password set' },
  phone_set: { 'zh-CN': '登记手机号码', en: 'Mobile number set' },
  totp_set: { 'zh-CN': '绑定动态口令', en: 'Authenticator set up' },
  totp_reset: { 'zh-CN': '解除动态口令', en: 'Authenticator reset' },
  disabled: { 'zh-CN': '停用账号', en: 'Account closed' },
  enabled: { 'zh-CN': '恢复账号', en: 'Account opened again' },
};
