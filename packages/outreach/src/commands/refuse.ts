import { DomainError, personalKindsIn } from '@tongxin/core';
import { refusals, type Refusal } from '../rules/index.ts';

/** This domain says no. */
export function refuse(code: Refusal, facts: Record<string, unknown> = {}): never {
  throw new DomainError(code, refusals[code], facts);
}

/** What is written here is on lists and in the history, so it names units and posts and tells nobody's numbers. */
export function ensureImpersonal(...texts: (string | undefined)[]): void {
  const kinds = personalKindsIn(texts);
  if (kinds.length > 0) refuse('outreach.personal_words', { kinds });
}
