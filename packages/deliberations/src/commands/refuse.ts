import { DomainError } from '@tongxin/core';
import { refusals, unconfirmed, type Refusal } from '../rules/index.ts';

/** This domain says no. */
export function refuse(code: Refusal, facts: Record<string, unknown> = {}): never {
  throw new DomainError(code, refusals[code], facts);
}

/** Lets words become public only when a person has looked at each piece that may tell who somebody is. */
export function ensurePublic(texts: Readonly<Record<string, string>>, confirmed: readonly string[]): void {
  const findings = unconfirmed(texts, confirmed);
  if (findings.length > 0) refuse('deliberations.personal_words', { findings });
}

/** A reason stays in the journal for good, so it never names anybody, confirmed or not. */
export function ensureImpersonal(reason: string): void {
  ensurePublic({ reason }, []);
}
