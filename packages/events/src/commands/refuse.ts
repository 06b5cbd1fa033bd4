import { DomainError, personalKindsIn } from '@tongxin/core';
import { refusals, type Refusal } from '../rules/index.ts';

/** This domain says no. */
export function refuse(code: Refusal, facts: Record<string, unknown> = {}): never {
  throw new DomainError(code, refusals[code], facts);
}

/**
 * Reasons stay in the history, and what is announced or shown of an archive is for everybody, so none of it tells
 * anybody's numbers. What looks like a house number is the room where an event is held.
 */
export function ensureImpersonal(...texts: (string | null | undefined)[]): void {
  const kinds = personalKindsIn(texts).filter((kind) => kind !== 'house_number');
  if (kinds.length > 0) refuse('events.personal_words', { kinds });
}
