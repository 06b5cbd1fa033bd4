import { testDatabase } from '@tongxin/db/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessTable } from './access-table.ts';
import type { AccountKind } from './callers.ts';
import { askAs } from './cell.ts';
import { makeFixture, type Fixture } from './fixture.ts';
import { readersOf } from './fixture/secrets.ts';
import { forgetful, type Forgetful } from './forgetful.ts';

let fixture: Fixture;
let undoing: Forgetful;
beforeAll(async () => {
  fixture = await makeFixture(await testDatabase());
  undoing = await forgetful(fixture.database);
}, 120_000);
afterAll(async () => {
  undoing.close();
  await fixture.database.close();
});

/** One person with the grants of both. */
function wearing(one: AccountKind, other: AccountKind) {
  const { callers } = fixture;
  return { ...callers[one], grants: [...callers[one].grants, ...callers[other].grants] };
}

/** What somebody with both grants is let in to, or reads, that neither grant alone would open. */
async function gained(one: AccountKind, other: AccountKind): Promise<string[]> {
  const actor = wearing(one, other);
  const found = [];
  for (const [name, row] of Object.entries(accessTable)) {
    const { answer, leaks } = await askAs(one, name, { fixture, forgetful: undoing, actor });
    if (answer === '+' && row[one] !== '+' && row[other] !== '+') found.push(`${name} is answered`);
    for (const secret of leaks) {
      if (!readersOf[secret].includes(other)) found.push(`${name} tells ${secret}`);
    }
  }
  return found;
}

/** Whose role would do, but whose ground it is not; and who is on that ground in a role that would not do. */
const elsewhere = ['neighbour', 'farCounty', 'otherClerk'] as const;
const here = ['member', 'auditor', 'operator', 'clerk'] as const;
const pairs = elsewhere.flatMap((one) => here.map((other) => [one, other] as const));

describe('the role of one grant does not count on the ground of another', () => {
  it.each(pairs)('%s who is %s too', async (one, other) => {
    const found = await gained(one, other);
    expect(found, found.join('\n')).toEqual([]);
  });
});

describe('the negative control', () => {
  it('a host of both townships gains nothing, and would as a host of one', async () => {
    const found = await gained('neighbour', 'host');
    expect(found).toEqual([]);
    const asIfElsewhere = await askAs('neighbour', 'issues.openWords', {
      fixture,
      forgetful: undoing,
      actor: wearing('neighbour', 'host'),
    });
    expect(asIfElsewhere).toMatchObject({ answer: '+', leaks: ['words', 'answer'] });
  });
});
