import { expect, it } from 'vitest';
import { keepNumbers } from './numbers.ts';

/** A board that says how often it was made to count, and a clock that the test moves. */
function board({ broken = 0 } = {}) {
  const counted: string[] = [];
  const time = { now: 0 };
  const numbers = keepNumbers(
    async (place = 'city') => {
      counted.push(place);
      if (counted.length <= broken) throw new Error('the records cannot be reached');
      return [{ name: 'settled', value: counted.length, href: '/settled' }];
    },
    { life: 3000, clock: () => time.now },
  );
  return { counted, time, numbers };
}

it('numbers are counted once in a few seconds for each place, however many look', async () => {
  const { counted, time, numbers } = board();
  await Promise.all(Array.from({ length: 50 }, () => numbers()));
  await numbers('330702');
  time.now = 2999;
  expect((await numbers())[0]?.value).toBe(1);
  expect(counted).toEqual(['city', '330702']);
  time.now = 3000;
  expect((await numbers())[0]?.value).toBe(3);
});

it('numbers that could not be counted are counted again for the next who looks', async () => {
  const { numbers } = board({ broken: 1 });
  await expect(numbers()).rejects.toThrow('the records cannot be reached');
  expect((await numbers())[0]?.value).toBe(2);
});
