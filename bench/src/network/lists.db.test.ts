import { testDatabase, type TestDatabase } from '@tongxin/db/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pagesRead, type PagesRead } from '../pages-read.ts';
import { fillInto } from './fill.ts';
import { networkQuestions } from './lists.ts';

let database: TestDatabase;
let read: PagesRead[];
beforeAll(async () => {
  database = await testDatabase();
  const aim = await fillInto(database.ownerUrl, { members: 2_000, events: 4_000 });
  read = await pagesRead(database.ownerUrl, networkQuestions(aim));
}, 120_000);
afterAll(() => database.close());

const grows = [
  'members',
  'memberships',
  'placements',
  'events',
  'event_invitees',
  'attendances',
  'turns',
  'matters',
];
/** Fourteen people of a township: so few members are read whole sooner than looked up one by one. */
const sooner = ['who is placed in a township: members'];
/** Numbers look at all that they count, each through an index; a part of a name may stand anywhere in it. */
const counts = /counted|how many|part of a name/;

describe('the lists of the network', () => {
  it('are read through their indexes: no table that grows is read from end to end for a page', () => {
    const lists = read.filter(({ name }) => !counts.test(name));
    expect(lists.length).toBeGreaterThan(15);
    const wholes = lists.flatMap(({ name, whole }) =>
      whole.filter((table) => grows.includes(table)).map((table) => `${name}: ${table}`),
    );
    expect(wholes.filter((one) => !sooner.includes(one))).toEqual([]);
  });

  it('cost what a page of twenty costs', () => {
    // A row of a list of events is five rows of five tables, each a few pages deep; an office of three grounds asks thrice.
    const dear = read.filter(({ name, pages }) => !counts.test(name) && pages > 21 * 20 * 3);
    expect(dear).toEqual([]);
    // Names alone are in the index.
    const gap = read.find(({ name }) => name === 'the gap list of the city');
    expect(gap!.pages).toBeLessThan(12);
  });
});
