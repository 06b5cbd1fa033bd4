import { DomainError, personalKindsIn } from '@tongxin/core';
import { refusals, type Refusal } from '../rules/index.ts';

/** This domain says no. */
export function refuse(code: Refusal, facts: Record<string, unknown> = {}): never {
  throw new DomainError(code, refusals[code], facts);
}

/** Reasons and lines of the log stay for good and are read by others, so they never tell who somebody is. */
export function ensureImpersonal(...texts: (string | null | undefined)[]): void {
  const kinds = personalKindsIn(texts);
  if (kinds.length > 0) refuse('rotas.personal_words', { kinds });
}
