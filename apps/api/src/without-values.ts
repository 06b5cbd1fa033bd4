type Detailed = Error & { query?: unknown; code?: unknown; constraint?: unknown; table?: unknown };

/**
 * The same fault as a log or the job queue may hold it: what failed and where, none of the values it was about. The
 * query builder's error carries all that was to be written, the database's the row that it did not take; both may be
 * a resident's words.
 */
export function withoutValues(thrown: unknown): Error {
  if (!(thrown instanceof Error)) return new Error(`a ${typeof thrown} was thrown`);
  const cause = thrown.cause === undefined ? {} : { cause: withoutValues(thrown.cause) };
  const safe = new Error(messageOf(thrown), cause);
  const { code, constraint, table } = thrown as Detailed;
  safe.name = thrown.name;
  safe.stack = [`${thrown.name}: ${safe.message}`, ...framesOf(thrown)].join('\n');
  return Object.assign(safe, {
    ...(code === undefined ? {} : { code }),
    ...(constraint === undefined ? {} : { constraint }),
    ...(table === undefined ? {} : { table }),
  });
}

function messageOf(error: Detailed): string {
  // The query alone: its values stand apart, and in the message once more.
  if (typeof error.query === 'string') return `Failed query: ${error.query}`;
  if (typeof error.code === 'string' && /^22...$/.test(error.code)) return 'a value that no column holds';
  // What cannot be parsed is quoted in the message.
  if (error instanceof SyntaxError) return 'a text that cannot be read';
  return error.message;
}

/** Where it happened. The message stands in front of it, and may have lines of its own that look like places. */
function framesOf({ stack = '', message }: Error): string[] {
  const places = stack.slice(stack.indexOf(message) + message.length);
  return places.split('\n').filter((line) => /^\s+at /.test(line));
}
