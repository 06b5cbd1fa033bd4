import type { Kind } from '@tongxin/core';

/** Every way in which teams and requests can be refused. */
export const refusals = {
  'experts.not_found': 'NOT_FOUND',
  'experts.team_not_found': 'NOT_FOUND',
  'experts.not_yours': 'FORBIDDEN',
  'experts.team_exists': 'CONFLICT',
  'experts.team_ended': 'CONFLICT',
  'experts.team_full': 'CONFLICT',
  'experts.already_in': 'CONFLICT',
  'experts.member_unknown': 'BAD_REQUEST',
  'experts.person_unknown': 'BAD_REQUEST',
  'experts.about_unknown': 'BAD_REQUEST',
  'experts.visit_day': 'BAD_REQUEST',
  'experts.personal_words': 'PRECONDITION_FAILED',
} as const satisfies Record<`experts.${string}`, Kind>;
export type Refusal = keyof typeof refusals;

/** What a form is told beside its field. */
export const fieldCodes = [
  'experts.name',
  'experts.field',
  'experts.person',
  'experts.post',
  'experts.division',
  'experts.unit',
  'experts.purpose',
  'experts.day',
  'experts.reason',
  'experts.advice',
  'experts.use',
  'experts.thanks',
  'experts.state',
  'experts.after',
  'experts.key',
] as const;
export type FieldCode = (typeof fieldCodes)[number];
