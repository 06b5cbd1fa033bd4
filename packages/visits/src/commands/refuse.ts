import { DomainError } from '@tongxin/core';
import { findPersonal } from '@tongxin/issues/rules';
import { refusals, type Refusal } from '../rules/index.ts';

/** This domain says no. */
export function refuse(code: Refusal, facts: Record<string, unknown> = {}): never {
  throw new DomainError(code, refusals[code], facts);
}

/** Reasons stay in the history and asks go from hand to hand, so neither tells anybody's numbers. */
export function ensureImpersonal(...texts: string[]): void {
  const found = texts.flatMap((text) => findPersonal(text));
  if (found.length > 0)
    refuse('visits.personal_words', { kinds: [...new Set(found.map(({ kind }) => kind))] });
}
