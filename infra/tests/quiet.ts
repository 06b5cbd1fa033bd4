import { afterEach, beforeEach, vi } from 'vitest';

/** A test that grumbles has found something: `console.error` and `console.warn` fail it. */
const grumbles: string[] = [];

beforeEach(() => {
  grumbles.length = 0;
  for (const kind of ['error', 'warn'] as const) {
    vi.spyOn(console, kind).mockImplementation((...words: unknown[]) => {
      grumbles.push(words.map(String).join(' '));
    });
  }
});

afterEach(() => {
  vi.restoreAllMocks();
  if (grumbles.length > 0) throw new Error(`The test printed a warning:\n${grumbles.join('\n')}`);
});
