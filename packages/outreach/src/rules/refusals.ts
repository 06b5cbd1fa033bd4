import type { Kind } from '@tongxin/core';

/** Every way in which this domain says no. */
export const refusals = {
  'outreach.not_kinship': 'BAD_REQUEST',
  'outreach.follow_up_day': 'BAD_REQUEST',
  'outreach.personal_words': 'PRECONDITION_FAILED',
  'outreach.not_yours': 'FORBIDDEN',
  'outreach.offer_unknown': 'NOT_FOUND',
  'outreach.offer_exists': 'CONFLICT',
  'outreach.menu_full': 'CONFLICT',
  'outreach.not_offered': 'BAD_REQUEST',
  'outreach.coming_day': 'BAD_REQUEST',
  'outreach.served_day': 'BAD_REQUEST',
} as const satisfies Record<`outreach.${string}`, Kind>;
export type Refusal = keyof typeof refusals;

/** What a form is told beside its field. */
export const fieldCodes = [
  'outreach.id',
  'outreach.key',
  'outreach.day',
  'outreach.subject',
  'outreach.organisation',
  'outreach.what',
  'outreach.contact',
  'outreach.reason',
  'outreach.after',
  'outreach.state',
  'outreach.division',
  'outreach.village',
  'outreach.service',
  'outreach.title',
  'outreach.offer',
  'outreach.team',
  'outreach.people',
  'outreach.words',
] as const;
export type FieldCode = (typeof fieldCodes)[number];
