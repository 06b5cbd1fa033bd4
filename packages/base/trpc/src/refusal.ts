import { DomainError } from '@tongxin/core';
import { TRPCError } from '@trpc/server';
import { z } from 'zod';

/** What a caller is told when the answer is no: a code for the sentence, fields for the form, facts for both. */
export type Refusal = {
  refusal: string | null;
  facts: Record<string, unknown>;
  fields: Record<string, string[]>;
};

/** The parts of an error that a person may see. A bug shows nothing of itself. */
export function readRefusal(error: unknown): Refusal {
  const cause = error instanceof TRPCError ? error.cause : error;
  if (cause instanceof DomainError) return { refusal: cause.code, facts: cause.facts, fields: {} };
  if (cause instanceof z.ZodError) return { refusal: 'input.fields', facts: {}, fields: fieldsOf(cause) };
  return { refusal: null, facts: {}, fields: {} };
}

/** Field path → codes of what is wrong there; the form shows each beside its field. */
function fieldsOf(error: z.ZodError): Record<string, string[]> {
  const fields: Record<string, string[]> = {};
  for (const issue of error.issues) {
    const path = issue.path.map(String).join('.');
    (fields[path] ??= []).push(issue.message);
  }
  return fields;
}
