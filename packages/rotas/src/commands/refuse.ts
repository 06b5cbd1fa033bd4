import { DomainError } from '@tongxin/core';
import { findPersonal } from '@tongxin/issues/rules';
import { refusals, type Refusal } from '../rules/index.ts';

/** This domain says no. */
export function refuse(code: Refusal, facts: Record<string, unknown> = {}): never {
  throw new DomainError(code, refusals[code], facts);
}

/** Reasons and lines of the log stay for good and are read by others, so they never tell who somebody is. */
export function ensureImpersonal(...texts: (string | undefined)[]): void {
  const found = texts.flatMap((text) => (text === undefined ? [] : findPersonal(text)));
  if (found.length > 0)
    refuse('rotas.personal_words', { kinds: [...new Set(found.map(({ kind }) => kind))] });
}
