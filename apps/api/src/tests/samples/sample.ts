import type { Fixture } from '../fixture.ts';

/** One valid call of a procedure, aimed at a record of the fixture: for whoever may, it succeeds. */
export type Sample = {
  input?: unknown;
  /** The matter that it is about; the caller called `resident` is its resident. */
  about?: string;
  /** What an answer holds when the caller gets to see the record; left out where there is nothing to see. */
  sees?: string;
  /** When it is asked; the moment of the tests when left out. */
  now?: Temporal.Instant;
};

export type Samples = Readonly<Record<string, (fixture: Fixture) => Sample>>;

export const key = () => crypto.randomUUID();
