import { DomainError, personalKindsIn } from '@tongxin/core';
import { refusals, type Refusal } from '../rules/index.ts';

/** This domain says no. */
export function refuse(code: Refusal, facts: Record<string, unknown> = {}): never {
  throw new DomainError(code, refusals[code], facts);
}

/** What is written here is read by others than the resident trusted, so it never tells who a resident is. */
export function ensureImpersonal(...texts: (string | null | undefined)[]): void {
  const kinds = personalKindsIn(texts);
  if (kinds.length > 0) refuse('experts.personal_words', { kinds });
}
