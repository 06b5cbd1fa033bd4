import { callerPassword } from '../callers.ts';
import type { Samples } from './sample.ts';

const township = '330702001';
const reason = '例行维护';

/** Calls on the ground that the work stands on: places, units, accounts, notices, members, reports. */
export const groundSamples: Samples = {
  'divisions.children': () => ({ input: { parentCode: '330702' }, sees: township }),
  'divisions.get': () => ({ input: { code: township }, sees: township }),
  'divisions.path': () => ({ input: { code: township }, sees: township }),
  'divisions.find': () => ({ input: { text: '桥头' }, sees: '330702001001' }),
  'divisions.countiesAndTownships': () => ({ sees: township }),

  'organisations.list': ({ town }) => ({ input: { divisionCode: '330702' }, sees: town.department.id }),
  'organisations.departments': ({ town }) => ({
    input: { divisionCodes: ['330702', '3307'] },
    sees: town.department.id,
  }),
  'organisations.create': ({ town }) => ({
    input: { kind: 'department', name: '婺城区水务局', divisionCode: '330702', parentId: town.county.id },
  }),

  'accounts.me': () => ({}),
  'accounts.outbox': () => ({}),
  'accounts.changePassword': () => ({ input: { current: callerPassword, next: 'another long password' } }),
  'accounts.list': ({ people }) => ({
    input: { search: 'looked', role: 'host', limit: 50 },
    sees: people.person,
  }),
  'accounts.get': ({ people }) => ({ input: { accountId: people.person }, sees: people.person }),
  'accounts.create': () => ({
    input: { name: '新来的人', divisionCode: township, phone: '13900009999', reason },
  }),
  'accounts.grant': ({ people }) => ({
    input: {
      accountId: people.person,
      role: 'host',
      divisionCode: '330702002',
      firstDay: '2026-12-01',
      lastDay: '2027-12-01',
      reason,
    },
  }),
  'accounts.revoke': ({ people }) => ({ input: { grantId: people.grantId, reason } }),
  'accounts.setPassword': ({ people }) => ({
    input: { accountId: people.person, password: 'a new long password', reason },
  }),
  'accounts.setPhone': ({ people }) => ({
    input: { accountId: people.person, phone: '13900008888', reason },
  }),
  'accounts.resetTotp': ({ people }) => ({ input: { accountId: people.withTotp, reason } }),
  'accounts.disable': ({ people }) => ({ input: { accountId: people.person, reason } }),
  'accounts.enable': ({ people }) => ({ input: { accountId: people.closed, reason } }),

  'matters.openItems': ({ issues }) => ({
    input: { kind: 'issue' },
    about: issues.received.id,
    sees: issues.received.id,
  }),
  'matters.readings': ({ issues }) => ({
    input: { id: issues.named.id },
    about: issues.named.id,
    sees: '城东街道联络组',
  }),
  'matters.history': ({ issues }) => ({ input: { number: issues.named.receipt }, sees: issues.named.id }),
  'matters.seals': () => ({ sees: 'unsealed' }),

  'notices.list': ({ noticeId }) => ({ input: {}, sees: noticeId }),
  'notices.seen': ({ noticeId }) => ({ input: { ids: [noticeId] }, sees: '1' }),

  'reports.table': () => ({
    input: { divisionCode: township, period: { kind: 'year', from: '2026-01-01' } },
    sees: township,
  }),
  'reports.open': ({ issues }) => ({
    input: { measure: 'diverted', divisionCode: township, period: { kind: 'year', from: '2026-01-01' } },
    sees: issues.diverted.id,
  }),
  'reports.table#county': () => ({
    input: { divisionCode: '330702', period: { kind: 'quarter', from: '2026-10-01' } },
    sees: township,
  }),
  'reports.table#city': () => ({
    input: { divisionCode: '3307', period: { kind: 'month', from: '2026-11-01' } },
    sees: '330702',
  }),
  'reports.open#city': ({ issues }) => ({
    input: { measure: 'diverted', divisionCode: '3307', period: { kind: 'year', from: '2026-01-01' } },
    sees: issues.diverted.id,
  }),
  'reports.coverage': () => ({ input: { divisionCode: '330702' }, sees: township }),
  'reports.coverageGrid': () => ({ input: { divisionCode: '330702' }, sees: township }),
  'reports.coverageHalls': ({ sites }) => ({
    input: { divisionCode: '330702', covered: false },
    sees: sites.spare,
  }),
  'reports.siteLog': ({ hall }) => ({ input: { id: hall.hallId }, sees: 'conversion' }),
  'reports.siteStandard': ({ hall }) => ({ input: { id: hall.hallId }, sees: 'process' }),
  'reports.siteRecords': ({ hall }) => ({
    input: { id: hall.hallId, records: 'sessions_held', from: '2026-01-01', until: '2026-12-31' },
    sees: 'number',
  }),
  'reports.quietStudios': () => ({ input: { countyCode: '330702' }, sees: 'quarter' }),
  'reports.definitions': () => ({ sees: 'R01' }),
};
