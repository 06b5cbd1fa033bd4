import { DomainError, personalKindsIn } from '@tongxin/core';
import { refusals, type Refusal } from '../rules/index.ts';

/** This domain says no. */
export function refuse(code: Refusal, facts: Record<string, unknown> = {}): never {
  throw new DomainError(code, refusals[code], facts);
}

/** What is said of a line stays in its history and is read by other offices, so it never tells anybody's numbers. */
export function ensureImpersonal(...texts: string[]): void {
  const kinds = personalKindsIn(texts);
  if (kinds.length > 0) refuse('record.personal_words', { kinds });
}
