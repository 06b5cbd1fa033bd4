import { describe, expect, it } from 'vitest';
import { DomainError, unlessRefused } from './decision.ts';

describe('an answer that may be refused', () => {
  const refused = (code: string) => Promise.reject(new DomainError(code, 'NOT_FOUND'));

  it('is itself, or null when it is refused with the code that was expected', async () => {
    expect(await unlessRefused(Promise.resolve(7), 'divisions.not_found')).toBe(7);
    expect(await unlessRefused(refused('divisions.not_found'), 'divisions.not_found')).toBeNull();
  });

  it('stays what it is when it is refused otherwise, and when the house has a fault', async () => {
    await expect(unlessRefused(refused('divisions.closed'), 'divisions.not_found')).rejects.toMatchObject({
      code: 'divisions.closed',
    });
    const fault = new Error('no connection');
    await expect(unlessRefused(Promise.reject(fault), 'divisions.not_found')).rejects.toBe(fault);
  });
});
