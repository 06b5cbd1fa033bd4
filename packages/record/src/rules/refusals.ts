import type { Kind } from '@tongxin/core';

/** Every way in which reading a record can be refused. */
export const refusals = {
  'record.not_found': 'NOT_FOUND',
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
] as const;
export type FieldCode = (typeof fieldCodes)[number];
