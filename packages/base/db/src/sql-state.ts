type DriverError = { code?: string; message?: string; constraint?: string; cause?: unknown };

/** The SQLSTATE of a database error, also when the query builder has wrapped it. */
export function sqlState(error: unknown): string | undefined {
  const inner = driverError(error);
  return inner?.code;
}

/**
 * The constraint that a write ran into. A distributed engine appends `_<shard>` to the name and leaves the
 * field empty, so the name is read from the message when it must be (reliability R3).
 */
export function violated(error: unknown): string | undefined {
  const inner = driverError(error);
  if (inner === undefined || !/^23/.test(inner.code ?? '')) return undefined;
  const quoted = inner.constraint ?? /constraint "([^"]+)"/.exec(inner.message ?? '')?.[1];
  return quoted?.replace(/_\d+$/, '');
}

const transient = /^(40001|40P01|57P0.|08...|25006)$/;
const distributed = /could not commit transaction|server closed the connection/;

/** Whether the same transaction may succeed when it is simply run again. */
export function isRetryable(error: unknown): boolean {
  const inner = driverError(error);
  if (inner === undefined) return false;
  return (
    transient.test(inner.code ?? '') || (inner.code === 'XX000' && distributed.test(inner.message ?? ''))
  );
}

function driverError(error: unknown): DriverError | undefined {
  for (let current = error; typeof current === 'object' && current !== null;) {
    const candidate = current as DriverError;
    if (typeof candidate.code === 'string' && /^[0-9A-Z]{5}$/.test(candidate.code)) return candidate;
    current = candidate.cause;
  }
  return undefined;
}
