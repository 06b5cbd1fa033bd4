import { afterAll, beforeAll, expect, it } from 'vitest';
import { openOperator, type Operator } from './operator-scene.ts';

let operator: Operator;
beforeAll(async () => {
  operator = await openOperator();
});
afterAll(() => operator.close());

const take = (flags: Record<string, unknown>) => operator.run('divisions import', { flags });

it('the places of a city come in once, with the progress and the count of each level', async () => {
  const first = await take({ city: '3307' });
  expect(first.code).toBe(0);
  expect(first.said).toEqual([
    'province  new 1, changed 0, closed 0, as before 0',
    'city      new 1, changed 0, closed 0, as before 0',
    'county    new 9, changed 0, closed 0, as before 0',
    'township  new 146, changed 0, closed 0, as before 0',
    'village   new 3300, changed 0, closed 0, as before 0',
  ]);
  expect(first.progress.at(-2)).toBe('\r665276 of 665276 rows read');
  const again = await take({ city: '3307' });
  expect([again.code, again.said.at(-1)]).toEqual([
    0,
    'village   new 0, changed 0, closed 0, as before 3300',
  ]);
});

it('a city that the list does not have is refused with a sentence', async () => {
  expect(await take({ city: '9999' })).toMatchObject({
    code: 1,
    said: ['The list of divisions has no city with this code. Write its four digits; Jinhua is 3307.'],
  });
});

it('nothing comes in until somebody says what', async () => {
  expect(await take({})).toMatchObject({ code: 2, said: ['Say which: --city 3307, or --all.'] });
});
