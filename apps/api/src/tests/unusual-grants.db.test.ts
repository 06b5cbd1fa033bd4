import { actorWith, type WantedGrant } from '@tongxin/accounts/testing';
import { testDatabase } from '@tongxin/db/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CallerKind } from './callers.ts';
import { askAs } from './cell.ts';
import { makeFixture, type Fixture } from './fixture.ts';
import { forgetful, type Forgetful } from './forgetful.ts';
import { samples } from './samples/index.ts';

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

const world = (grants: readonly WantedGrant[]) => ({ fixture, forgetful: undoing, actor: actorWith(grants) });

/** Every secret that somebody with these grants reads anywhere and should not, judged as this kind of caller. */
async function leaksTo(grants: readonly WantedGrant[], as: CallerKind): Promise<string[]> {
  const found = [];
  for (const name of Object.keys(samples)) {
    for (const secret of (await askAs(as, name, world(grants))).leaks) found.push(`${name} tells ${secret}`);
  }
  return found;
}

/** What grants of this kind may hold beside the usual ones: a county, a village, one matter. Source: scopesOf of accounts. */
describe('grants that are seldom given open no more than the usual ones', () => {
  it('an auditor of one county reads no resident’s words, of whichever kind', async () => {
    const leaks = await leaksTo([{ role: 'auditor', divisionCode: '330702' }], 'auditor');
    expect(leaks, leaks.join('\n')).toEqual([]);
  });

  it('a member over one matter reads nothing of it', async () => {
    const matterId = fixture.issues.handling.id;
    const leaks = await leaksTo([{ role: 'member', matterId }], 'member');
    expect(leaks, leaks.join('\n')).toEqual([]);
  });

  it('a clerk who stands in for one matter reads its handling copy and none of its resident’s words', async () => {
    for (const matterId of [fixture.issues.handling.id, fixture.lines.judged.issueIds[0]!]) {
      const leaks = await leaksTo([{ role: 'department_clerk', matterId }], 'clerk');
      expect(leaks, leaks.join('\n')).toEqual([]);
    }
  });

  it('an operator who is a member too reads no more than a member', async () => {
    const grants: WantedGrant[] = [
      { role: 'operator', divisionCode: '3307' },
      { role: 'member', divisionCode: '330702' },
    ];
    const leaks = await leaksTo(grants, 'member');
    expect(leaks, leaks.join('\n')).toEqual([]);
  });

  it('a clerk of two departments sees what each of them has, and no more', async () => {
    const { department, otherDepartment } = fixture.town;
    const grants = [department, otherDepartment].map(({ id }) => ({
      role: 'department_clerk' as const,
      organisationId: id,
    }));
    expect(await leaksTo(grants, 'clerk')).toEqual([]);
    expect((await askAs('clerk', 'issues.get', world(grants))).answer).toBe('+');
  });
});

describe('a substitute over one matter', () => {
  const substitute = (matterId: string) => world([{ role: 'host', matterId }]);

  it('does what the host does with that matter', async () => {
    const { received, named } = fixture.issues;
    for (const name of ['issues.accept', 'issues.ask', 'issues.saveHandlingCopy', 'issues.divert']) {
      expect([name, (await askAs('host', name, substitute(received.id))).answer]).toEqual([name, '+']);
    }
    for (const name of ['issues.openWords', 'issues.reveal']) {
      expect([name, (await askAs('host', name, substitute(named.id))).answer]).toEqual([name, '+']);
    }
  });

  it('finds no other matter, and none in their list', async () => {
    const other = substitute(fixture.issues.received.id);
    expect((await askAs('host', 'issues.openWords', other)).answer).toBe('n');
    expect((await askAs('host', 'issues.get', other)).answer).toBe('n');
    expect((await askAs('host', 'issues.list', other)).answer).toBe('0');
    expect((await askAs('host', 'deliberations.topics.get', other)).answer).toBe('n');
  });
});

describe('a host of one village', () => {
  const village = () => world([{ role: 'host', divisionCode: '330702001001' }]);

  it('works with the village’s matters', async () => {
    for (const name of [
      'issues.accept',
      'issues.openWords',
      'issues.ask',
      'issues.submitAssisted',
      'issues.reveal',
    ]) {
      const { answer, error } = await askAs('host', name, village());
      expect([name, answer, error?.message]).toEqual([name, '+', undefined]);
    }
  });

  it('and with nothing of the township around it', async () => {
    const next = world([{ role: 'host', divisionCode: '330702001002' }]);
    for (const name of [
      'issues.accept',
      'issues.openWords',
      'deliberations.topics.get',
      'deliberations.sessions.draft',
    ]) {
      expect([name, (await askAs('neighbour', name, next)).answer]).toEqual([name, 'n']);
    }
    expect(await leaksTo([{ role: 'host', divisionCode: '330702001002' }], 'neighbour')).toEqual([]);
  });
});

describe('somebody whose grants have ended', () => {
  it('is somebody who has signed in and holds nothing', async () => {
    expect(await leaksTo([], 'member')).toEqual([]);
    expect((await askAs('host', 'issues.get', world([]))).answer).toBe('n');
    expect((await askAs('host', 'matters.openItems', world([]))).answer).toBe('0');
  });
});

describe('the negative control', () => {
  it('a county office in the place of the county’s auditor is noticed', async () => {
    const leaks = await leaksTo([{ role: 'county_office', divisionCode: '330702' }], 'auditor');
    expect(leaks).toEqual(
      expect.arrayContaining(['issues.openWords tells words', 'issues.reveal tells phone']),
    );
  });
});
