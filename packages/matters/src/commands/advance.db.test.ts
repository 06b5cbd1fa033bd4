import { newId, system, type Actor, type Role } from '@tongxin/core';
import { testDatabase, type TestDatabase } from '@tongxin/db/testing';
import { transact } from '@tongxin/db';
import { and, asc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listHistory, listOpenItems, listUnowned } from '../queries/index.ts';
import { defineWorkflow, newReceipt } from '../rules/index.ts';
import { journal, matters } from '../schema.ts';
import { contextOf, makeTown, testNow, type Town } from '../testing.ts';
import { advance, nextNumber, openMatter } from './index.ts';

const name = { 'zh-CN': '名', en: 'name' };
const lamp = defineWorkflow({
  kind: 'issue',
  initial: 'told',
  states: {
    told: { word: 'told', owner: 'host', clock: { workingDays: 1 }, label: name },
    fixed: { word: 'handled', owner: 'county_office', clock: { days: 3 }, label: name },
    planned: { word: 'handled', owner: 'host', clock: { given: true }, label: name },
    closed: { word: 'judged', final: true, label: name },
  },
  moves: {
    fix: { from: ['told', 'planned'], to: 'fixed', by: ['host'], label: name },
    plan: { from: ['told'], to: 'planned', by: ['host'], reason: 'required', label: name },
    note: { from: ['told'], to: 'stay', by: ['host'], label: name },
    close: { from: ['fixed'], to: 'closed', by: ['county_office', 'host'], apart: ['fix'], label: name },
  },
});

let database: TestDatabase;
let town: Town;
beforeAll(async () => {
  database = await testDatabase();
  town = await makeTown(database);
});
afterAll(() => database.close());

const account = (role: Role, divisionCode: string): Actor => ({
  kind: 'account',
  accountId: newId<'account'>(),
  name: 'A',
  grants: [{ role, divisionCode, organisationId: null, matterId: null }],
});
const host = account('host', '330702001');
const county = account('county_office', '330702');
const as = (actor: Actor) => contextOf(database, actor);

async function told() {
  const matter = {
    number: newReceipt(),
    organisationId: town.township.id,
    cityCode: '3307',
    countyCode: '330702',
    townshipCode: '330702001',
    villageCode: null,
  };
  const { id } = await transact(as(system), (tx, ctx) => openMatter(tx, ctx, lamp, matter));
  return id;
}

const stateOf = async (id: string) => {
  const [row] = await database.db
    .select({
      state: matters.state,
      dueAt: matters.dueAt,
      ownerUnitId: matters.ownerUnitId,
      ownerRole: matters.ownerRole,
    })
    .from(matters)
    .where(eq(matters.id, id));
  return row!;
};

describe('a move', () => {
  it('changes state, owner and due date and writes who did it in whose name', async () => {
    const id = await told();
    await advance(as(host), lamp, { matterId: id, move: 'fix' });
    expect(await stateOf(id)).toMatchObject({
      state: 'fixed',
      ownerRole: 'county_office',
      ownerUnitId: town.county.id,
    });
    const entries = await listHistory(as(host), id);
    expect(
      entries.map(({ seq, move, fromState, toState, unitName, role }) => [
        seq,
        move,
        fromState,
        toState,
        unitName,
        role,
      ]),
    ).toEqual([
      [1, 'open', null, 'told', null, null],
      [2, 'fix', 'told', 'fixed', '城东街道联络组', 'host'],
    ]);
  });

  it('is due at the end of the working day that its clock names', async () => {
    const { dueAt } = await stateOf(await told());
    expect(dueAt?.toString()).toBe('2026-11-23T16:00:00Z');
  });

  it('that stays keeps owner and due date', async () => {
    const id = await told();
    const before = await stateOf(id);
    await advance(as(host), lamp, { matterId: id, move: 'note' });
    expect(await stateOf(id)).toEqual(before);
  });

  it('by somebody who may not know of the matter finds nothing', async () => {
    const id = await told();
    const stranger = as(account('host', '330703001'));
    await expect(advance(stranger, lamp, { matterId: id, move: 'fix' })).rejects.toMatchObject({
      code: 'matters.not_found',
    });
    await expect(advance(as(host), lamp, { matterId: newId<'matter'>(), move: 'fix' })).rejects.toMatchObject(
      { code: 'matters.not_found' },
    );
  });

  it('of another role, another state, without a reason or without its date is refused and writes nothing', async () => {
    const id = await told();
    const refused = (actor: Actor, move: 'fix' | 'close' | 'plan', reason?: string) =>
      advance(as(actor), lamp, { matterId: id, move, reason }).catch((error: { code: string }) => error.code);
    expect(await refused(county, 'fix')).toBe('matters.not_yours');
    expect(await refused(county, 'close')).toBe('matters.not_now');
    expect(await refused(host, 'plan', '  ')).toBe('matters.reason_missing');
    expect(await refused(host, 'plan', 'next year')).toBe('matters.due_missing');
    expect(await listHistory(as(host), id)).toHaveLength(1);
  });

  it('that judges earlier work is for another person', async () => {
    const id = await told();
    await advance(as(host), lamp, { matterId: id, move: 'fix' });
    await expect(advance(as(host), lamp, { matterId: id, move: 'close' })).rejects.toMatchObject({
      code: 'matters.same_person',
    });
    await advance(as(account('host', '330702001')), lamp, { matterId: id, move: 'close' });
    expect((await stateOf(id)).state).toBe('closed');
  });

  it('made by twenty at once is made once', async () => {
    const id = await told();
    const tries = await Promise.allSettled(
      Array.from({ length: 20 }, () => advance(as(host), lamp, { matterId: id, move: 'fix' })),
    );
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const one of tries)
      if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'matters.not_now' });
    const fixes = await database.db
      .select({ seq: journal.seq })
      .from(journal)
      .where(and(eq(journal.matterId, id), eq(journal.move, 'fix')))
      .orderBy(asc(journal.seq));
    expect(fixes).toHaveLength(1);
  });
});

describe('open items', () => {
  it('are those whose turn is mine, and every open matter has one owner and one date', async () => {
    const id = await told();
    const mine = await listOpenItems(as(host), {});
    expect(mine.rows.map((row) => row.id)).toContain(id);
    expect((await listOpenItems(as(county), {})).rows.map((row) => row.id)).not.toContain(id);
    expect((await listOpenItems(as(account('host', '330703001')), {})).rows).toEqual([]);
    expect(await listUnowned(as(host))).toEqual([]);
  });
});

describe('a number series', () => {
  it('leaves no gap and gives no number twice, also when a transaction fails', async () => {
    const next = (fail: boolean) =>
      transact(as(system), async (tx) => {
        const number = await nextNumber(tx, { organ: '330702', year: 2026, kind: 'session' });
        if (fail) throw new Error('undone');
        return number;
      });
    const given = await Promise.allSettled(Array.from({ length: 30 }, (_, index) => next(index % 3 === 0)));
    const numbers = given
      .flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
      .toSorted((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
  });
});

it('time in tests stands still', () => expect(as(host).now()).toEqual(testNow));
