/** The tRPC code names a refusal may travel as; they are the words of HTTP, so no table maps them. */
export type Kind =
  | 'BAD_REQUEST'
  | 'UNAUTHORIZED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'CONFLICT'
  | 'PRECONDITION_FAILED'
  | 'TOO_MANY_REQUESTS';

/** One answer for the button, the error and the sentence: allowed, or the code that says why not. */
export type Decision<Code extends string = string> = { allowed: true } | { allowed: false; code: Code };

export const yes: { allowed: true } = { allowed: true };

export function no<Code extends string>(code: Code): { allowed: false; code: Code } {
  return { allowed: false, code };
}

/**
 * The domain says no. `code` names the sentence in the domain's messages, `kind` how it travels,
 * `facts` what the sentence needs to be useful (which session is in the way, which field).
 */
export class DomainError extends Error {
  override readonly name = 'DomainError';
  readonly code: string;
  readonly kind: Kind;
  readonly facts: Record<string, unknown>;

  constructor(code: string, kind: Kind, facts: Record<string, unknown> = {}) {
    super(code);
    this.code = code;
    this.kind = kind;
    this.facts = facts;
  }
}

/** Throws the refusal of a decision that says no. */
export function ensure<Code extends string>(
  decision: Decision<Code>,
  refusals: Readonly<Record<Code, Kind>>,
): void {
  if (!decision.allowed) throw new DomainError(decision.code, refusals[decision.code]);
}

/** The answer, or null when it was refused with this code. Whatever else goes wrong is no answer. */
export async function unlessRefused<T>(answer: Promise<T>, code: string): Promise<T | null> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof DomainError && error.code === code) return null;
    throw error;
  }
}
