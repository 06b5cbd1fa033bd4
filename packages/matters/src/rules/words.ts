import type { Messages } from '@tongxin/core';
import type { OwnerRole, PublicWord } from './workflow.ts';

/** The four public words, after the four steps of the village rooms. Source: domain §4.10. */
export const wordNames: Messages<PublicWord> = {
  told: { 'zh-CN': '说', en: 'Told' },
  talked: { 'zh-CN': '议', en: 'Talked over' },
  handled: { 'zh-CN': '理', en: 'Being handled' },
  judged: { 'zh-CN': '评', en: 'Judged' },
};

export const ownerNames: Messages<OwnerRole | 'organiser' | 'office'> = {
  host: { 'zh-CN': '乡镇（街道）主持人', en: 'Township host' },
  county_office: { 'zh-CN': '县（市、区）政协办公室', en: 'CPPCC county office' },
  city_office: { 'zh-CN': '市政协办公室', en: 'CPPCC municipal office' },
  department_clerk: { 'zh-CN': '承办单位', en: 'Handling unit' },
  resident: { 'zh-CN': '居民本人', en: 'The resident' },
  organiser: { 'zh-CN': '主办单位', en: 'The organising unit' },
  office: { 'zh-CN': '县（市、区）或市政协办公室', en: 'The office of the county, or of the city' },
};

export const linkKinds = [
  'taken_into',
  'merged_into',
  'talked_at',
  'outcome_of',
  'answers',
  'reopened_as',
  'part_of',
  'advice_for',
] as const;
export type LinkKind = (typeof linkKinds)[number];
