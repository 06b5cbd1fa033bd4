import type { Messages } from '@tongxin/core';
import { z } from 'zod';

/**
 * city_office, county_office: the CPPCC's own offices. township_group: the liaison group that hosts a township's
 * hall (there is no CPPCC committee below the county). department: Party and government units that handle matters.
 */
export const organisationKinds = ['city_office', 'county_office', 'township_group', 'department'] as const;
export type OrganisationKind = (typeof organisationKinds)[number];

export const OrganisationId = z.uuid('organisations.id').brand<'OrganisationId'>();

export const kindNames: Messages<OrganisationKind> = {
  city_office: { 'zh-CN': '市政协办公室', en: 'CPPCC municipal office' },
  county_office: { 'zh-CN': '县（市、区）政协办公室', en: 'CPPCC county office' },
  township_group: { 'zh-CN': '乡镇（街道）联络组', en: 'Township liaison group' },
  department: { 'zh-CN': '承办单位', en: 'Handling unit' },
};

export const refusals = { 'organisations.not_found': 'NOT_FOUND' } as const;
export type Refusal = keyof typeof refusals;
