import type { Kind } from '@tongxin/core';

/** Every way in which turns can be refused. */
export const refusals = {
  'rotas.not_found': 'NOT_FOUND',
  'rotas.site_not_yours': 'FORBIDDEN',
  'rotas.site_closed': 'CONFLICT',
  'rotas.site_booked': 'CONFLICT',
  'rotas.site_turns': 'CONFLICT',
  'rotas.in_the_past': 'BAD_REQUEST',
  'rotas.no_day': 'BAD_REQUEST',
  'rotas.too_many': 'BAD_REQUEST',
  'rotas.member_unknown': 'BAD_REQUEST',
  'rotas.published': 'CONFLICT',
  'rotas.not_begun': 'CONFLICT',
  'rotas.begun': 'CONFLICT',
  'rotas.same_member': 'CONFLICT',
  'rotas.same_outcome': 'CONFLICT',
  'rotas.nobody': 'CONFLICT',
  'rotas.not_your_turn': 'FORBIDDEN',
  'rotas.not_on_rota': 'BAD_REQUEST',
  'rotas.not_theirs': 'BAD_REQUEST',
  'rotas.swap_open': 'CONFLICT',
  'rotas.swap_over': 'CONFLICT',
  'rotas.changed_hands': 'CONFLICT',
  'rotas.other_day': 'BAD_REQUEST',
  'rotas.parcel': 'BAD_REQUEST',
  'rotas.parcel_owner': 'FORBIDDEN',
  'rotas.personal_words': 'PRECONDITION_FAILED',
} as const satisfies Record<`rotas.${string}`, Kind>;
export type Refusal = keyof typeof refusals;

/** What a form is told beside its field. */
export const fieldCodes = [
  'rotas.site',
  'rotas.pattern',
  'rotas.weekdays',
  'rotas.days',
  'rotas.nth',
  'rotas.on_holiday',
  'rotas.span',
  'rotas.time',
  'rotas.per_turn',
  'rotas.members',
  'rotas.away',
  'rotas.member',
  'rotas.reason',
  'rotas.outcome',
  'rotas.answer',
  'rotas.about',
  'rotas.said',
  'rotas.at',
  'rotas.month',
  'rotas.state',
  'rotas.after',
  'rotas.key',
] as const;
export type FieldCode = (typeof fieldCodes)[number];
