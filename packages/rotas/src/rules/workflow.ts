import { defineWorkflow } from '@tongxin/matters/rules';

/**
 * One member's turn at a site. It is the site's host's until it is written down whether somebody was there, at the
 * latest at the end of the day after; that is written by the host and never by the member or a device.
 * Source: domain §4.9, §7.9.
 */
export const turnWorkflow = defineWorkflow({
  kind: 'turn',
  initial: 'planned',
  states: {
    planned: {
      owner: 'organiser',
      clock: { given: true },
      label: { 'zh-CN': '还没有人', en: 'Nobody yet' },
    },
    staffed: {
      owner: 'organiser',
      clock: { given: true },
      label: { 'zh-CN': '已排人', en: 'Staffed' },
    },
    logged: { final: true, label: { 'zh-CN': '已值班', en: 'On duty' } },
    missed: { final: true, label: { 'zh-CN': '缺班', en: 'Missed' } },
    cancelled: { final: true, label: { 'zh-CN': '已取消', en: 'Cancelled' } },
  },
  moves: {
    staff: {
      from: ['planned'],
      to: 'staffed',
      by: ['organiser', 'county_office', 'city_office'],
      label: { 'zh-CN': '排人', en: 'Put somebody on' },
    },
    cover: {
      from: ['staffed'],
      to: 'stay',
      by: ['organiser', 'county_office', 'city_office'],
      reason: 'required',
      label: { 'zh-CN': '换人顶班', en: 'Somebody covers' },
    },
    swap: {
      from: ['staffed'],
      to: 'stay',
      by: ['follows'],
      label: { 'zh-CN': '两人都同意换班', en: 'Swapped, both agree' },
    },
    vacate: {
      from: ['staffed'],
      to: 'planned',
      by: ['organiser', 'county_office', 'city_office'],
      reason: 'required',
      label: { 'zh-CN': '取下，再找人', en: 'Take off, look for another' },
    },
    receive: {
      from: ['planned', 'staffed', 'logged', 'missed'],
      to: 'stay',
      by: ['organiser', 'county_office', 'follows'],
      label: { 'zh-CN': '记来访', en: 'Record a visitor' },
    },
    log: {
      from: ['staffed'],
      to: 'logged',
      by: ['organiser', 'county_office', 'city_office'],
      label: { 'zh-CN': '记为已值班', en: 'Log as done' },
    },
    miss: {
      from: ['planned', 'staffed'],
      to: 'missed',
      by: ['organiser', 'county_office', 'city_office'],
      reason: 'required',
      label: { 'zh-CN': '记为缺班', en: 'Record as missed' },
    },
    correct: {
      from: ['logged', 'missed'],
      to: ['logged', 'missed'],
      by: ['organiser', 'county_office', 'city_office'],
      reason: 'required',
      label: { 'zh-CN': '更正', en: 'Correct' },
    },
    cancel: {
      from: ['planned', 'staffed'],
      to: 'cancelled',
      by: ['organiser', 'county_office', 'city_office'],
      reason: 'required',
      label: { 'zh-CN': '取消这一班', en: 'Cancel the turn' },
    },
  },
});

export type TurnState = keyof typeof turnWorkflow.states;
export type TurnMove = keyof typeof turnWorkflow.moves;
export const turnStates = Object.keys(turnWorkflow.states) as [TurnState, ...TurnState[]];
