import type { Messages } from '@tongxin/core';

/** What can happen to a site; each leaves an entry that stays. */
export const siteActions = [
  'added',
  'edited',
  'role_added',
  'role_ended',
  'member_placed',
  'member_left',
  'nominated',
  'demonstration_saved',
  'demonstration_active',
  'demonstration_kept',
  'demonstration_removed',
  'rota_made',
  'rota_published',
  'rota_ended',
  'closed',
  'reopened',
] as const;
export type SiteAction = (typeof siteActions)[number];

export const siteActionNames: Messages<SiteAction> = {
  added: { 'zh-CN': '登记', en: 'Entered' },
  edited: { 'zh-CN': '修改', en: 'Changed' },
  role_added: { 'zh-CN': '挂牌', en: 'Plaque put up' },
  role_ended: { 'zh-CN': '摘牌', en: 'Plaque taken down' },
  member_placed: { 'zh-CN': '委员编入', en: 'Member placed' },
  member_left: { 'zh-CN': '委员编出', en: 'Member left' },
  nominated: { 'zh-CN': '提名示范点', en: 'Nominated as a demonstration site' },
  demonstration_saved: { 'zh-CN': '示范点材料修改', en: 'Demonstration papers changed' },
  demonstration_active: { 'zh-CN': '确定为示范点', en: 'Made a demonstration site' },
  demonstration_kept: { 'zh-CN': '年度复核：保留示范点', en: 'Reviewed: stays a demonstration site' },
  demonstration_removed: { 'zh-CN': '撤销示范点', en: 'No longer a demonstration site' },
  rota_made: { 'zh-CN': '排出值班表', en: 'Rota made' },
  rota_published: { 'zh-CN': '公布值班表', en: 'Rota made public' },
  rota_ended: { 'zh-CN': '停用值班表', en: 'Rota ended' },
  closed: { 'zh-CN': '关闭', en: 'Closed' },
  reopened: { 'zh-CN': '重新开放', en: 'Opened again' },
};
