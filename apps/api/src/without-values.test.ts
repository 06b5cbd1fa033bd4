import { DrizzleQueryError } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { withoutValues } from './without-values.ts';

const words = '桥头的路灯坏了\n    at night nobody sees';

/** All that a log or a queue could write of an error. */
const told = (error: Error): string =>
  [
    error.message,
    error.stack,
    JSON.stringify(error),
    error.cause instanceof Error ? told(error.cause) : '',
  ].join('\n');

/** As the driver throws it when a row is refused. */
const refused = (code: string, message: string) =>
  Object.assign(new Error(message), {
    code,
    constraint: 'issue_words_words_check',
    table: 'issue_words',
    detail: `Failing row contains (${words})`,
  });

describe('a fault in a log', () => {
  it('says which query failed and why, and nothing of what was to be written', () => {
    const cause = refused('23514', 'new row violates check constraint "issue_words_words_check"');
    const safe = withoutValues(
      new DrizzleQueryError('insert into "issue_words" values ($1)', [words], cause),
    );
    expect(told(safe)).not.toContain('路灯');
    expect(told(safe)).not.toContain('at night');
    expect(safe.message).toBe('Failed query: insert into "issue_words" values ($1)');
    expect(safe.cause).toMatchObject({
      code: '23514',
      constraint: 'issue_words_words_check',
      message: cause.message,
    });
    expect(safe.stack).toMatch(/\n\s+at .*without-values\.test\.ts/);
  });

  it('quotes no value that the database could not read, and no text that is no JSON', () => {
    const unread = refused('22P02', `invalid input syntax for type uuid: "${words}"`);
    expect(told(withoutValues(unread))).not.toContain('路灯');
    let broken: unknown;
    try {
      JSON.parse(words);
    } catch (error) {
      broken = error;
    }
    expect(String(broken)).toContain('桥头');
    expect(told(withoutValues(broken))).not.toContain('桥头');
  });

  it('keeps the message of every other error, and survives what is none', () => {
    expect(withoutValues(new TypeError('x is not a function')).message).toBe('x is not a function');
    expect(withoutValues(words).message).toBe('a string was thrown');
    expect(withoutValues(undefined).message).toBe('a undefined was thrown');
  });
});
