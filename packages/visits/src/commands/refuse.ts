import { DomainError, personalKindsIn } from '@tongxin/core';
import { refusals, type Refusal } from '../rules/index.ts';

/** This domain says no. */
export function refuse(code: Refusal, facts: Record<string, unknown> = {}): never {
  throw new DomainError(code, refusals[code], facts);
}

/** Reasons stay in the history and asks go from hand to hand, so neither tells anybody's numbers. */
export function ensureImpersonal(...texts: (string | null | undefined)[]): void {
  const kinds = personalKindsIn(texts);
  if (kinds.length > 0) refuse('visits.personal_words', { kinds });
}
