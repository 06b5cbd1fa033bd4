import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { startChores } from './every.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('a chore that fails is reported and tried again at its next turn', async () => {
  const reports: string[] = [];
  let turns = 0;
  const work = async () => {
    turns += 1;
    if (turns === 1) throw new Error('no connection');
  };
  const chores = startChores([{ name: 'seal', everyMs: 1000, work }], (name) => reports.push(name));
  await vi.advanceTimersByTimeAsync(2500);
  await chores.stop();
  expect({ turns, reports }).toEqual({ turns: 3, reports: ['seal'] });
});

it('a slow chore is never done twice at the same time', async () => {
  let doing = 0;
  let most = 0;
  const work = async () => {
    most = Math.max(most, (doing += 1));
    await new Promise((done) => setTimeout(done, 5000));
    doing -= 1;
  };
  const chores = startChores([{ name: 'fold', everyMs: 100, work }], () => undefined);
  await vi.advanceTimersByTimeAsync(20_000);
  const stopped = chores.stop();
  await vi.advanceTimersByTimeAsync(5000);
  await stopped;
  expect(most).toBe(1);
});

it('stopping waits for what is under way and begins nothing more', async () => {
  let begun = 0;
  const work = async () => {
    begun += 1;
    await new Promise((done) => setTimeout(done, 1000));
  };
  const chores = startChores([{ name: 'due', everyMs: 10, work }], () => undefined);
  const stopped = chores.stop();
  await vi.advanceTimersByTimeAsync(5000);
  await stopped;
  expect(begun).toBe(1);
});
