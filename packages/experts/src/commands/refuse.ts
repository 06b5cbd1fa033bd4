import { DomainError } from '@tongxin/core';
import { findPersonal } from '@tongxin/issues/rules';
import { refusals, type Refusal } from '../rules/index.ts';

/** This domain says no. */
export function refuse(code: Refusal, facts: Record<string, unknown> = {}): never {
  throw new DomainError(code, refusals[code], facts);
}

/** What is written here is read by others than the resident trusted, so it never tells who a resident is. */
export function ensureImpersonal(...texts: (string | undefined)[]): void {
  const found = texts.flatMap((text) => (text === undefined ? [] : findPersonal(text)));
  if (found.length > 0)
    refuse('experts.personal_words', { kinds: [...new Set(found.map(({ kind }) => kind))] });
}
