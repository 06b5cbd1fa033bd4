import { DomainError } from '@tongxin/core';
import { refusals, type Refusal } from '../rules/index.ts';

/** This domain says no. */
export function refuse(code: Refusal, facts: Record<string, unknown> = {}): never {
  throw new DomainError(code, refusals[code], facts);
}
