import type { Kind } from '@tongxin/core';

/** Every way in which visits can be refused. */
export const refusals = {
  'visits.not_found': 'NOT_FOUND',
  'visits.ask_not_found': 'NOT_FOUND',
  'visits.not_yours': 'FORBIDDEN',
  'visits.member_unknown': 'BAD_REQUEST',
  'visits.day': 'BAD_REQUEST',
  'visits.day_held': 'BAD_REQUEST',
  'visits.answered': 'CONFLICT',
  'visits.not_answered': 'CONFLICT',
  'visits.asked_again': 'CONFLICT',
  'visits.personal_words': 'PRECONDITION_FAILED',
} as const satisfies Record<`visits.${string}`, Kind>;
export type Refusal = keyof typeof refusals;

/** What a form is told beside its field. */
export const fieldCodes = [
  'visits.member',
  'visits.division',
  'visits.visitors',
  'visits.date',
  'visits.reason',
  'visits.asks',
  'visits.ask',
  'visits.answer',
  'visits.note',
  'visits.state',
  'visits.after',
  'visits.key',
] as const;
export type FieldCode = (typeof fieldCodes)[number];
