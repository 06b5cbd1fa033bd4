import type { Kind } from '@tongxin/core';

/** Every way in which reading a record, or objecting to a line of it, can be refused. */
export const refusals = {
  'record.not_found': 'NOT_FOUND',
  'record.line_not_found': 'NOT_FOUND',
  'record.objection_not_found': 'NOT_FOUND',
  'record.objected': 'CONFLICT',
  'record.fact_unknown': 'BAD_REQUEST',
  'record.outcome_unknown': 'BAD_REQUEST',
  'record.personal_words': 'PRECONDITION_FAILED',
} as const satisfies Record<`record.${string}`, Kind>;
export type Refusal = keyof typeof refusals;

/** What a form is told beside its field. */
export const fieldCodes = [
  'record.year',
  'record.category',
  'record.state',
  'record.after',
  'record.period',
  'record.group',
  'record.words',
  'record.answer',
  'record.key',
] as const;
export type FieldCode = (typeof fieldCodes)[number];
