import { newId, system, type Actor, type Role } from '@tongxin/core';
import { transact } from '@tongxin/db';
import { testDatabase, type TestDatabase } from '@tongxin/db/testing';
import { advance, openMatter, remind } from '@tongxin/matters/commands';
import { defineWorkflow, newReceipt } from '@tongxin/matters/rules';
import { contextOf, makeTown, testNow, type Town } from '@tongxin/matters/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { markSeen, noticeUnit } from './commands.ts';
import { listNotices } from './queries.ts';

const name = { 'zh-CN': '名', en: 'name' };
const lamp = defineWorkflow({
  kind: 'issue',
  initial: 'told',
  states: {
    told: { word: 'told', owner: 'host', clock: { workingDays: 1 }, label: name },
    fixed: { word: 'handled', owner: 'county_office', clock: { days: 3 }, label: name },
    closed: { word: 'judged', final: true, label: name },
  },
  moves: {
    fix: { from: ['told'], to: 'fixed', by: ['host'], label: name },
    close: { from: ['fixed'], to: 'closed', by: ['county_office'], label: name },
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

async function told(): Promise<string> {
  const { id } = await transact(contextOf(database, system), (tx, ctx) =>
    openMatter(tx, ctx, lamp, {
      number: newReceipt(),
      organisationId: town.township.id,
      cityCode: '3307',
      countyCode: '330702',
      townshipCode: '330702001',
      villageCode: null,
    }),
  );
  return id;
}

const promised = async (task: string) =>
  (await database.pool.query(`select payload from outbox where task = $1`, [task])).rows.map(
    (row) => row.payload,
  );

describe('a notice', () => {
  it('is promised to the unit whose turn it has become, in the transaction of the move', async () => {
    const id = await told();
    await advance(contextOf(database, host), lamp, { matterId: id, move: 'fix' });
    expect(await promised('notice')).toContainEqual({ event: 'turn', matterId: id, unitId: town.county.id });
  });

  it('is not promised when the move is refused or the past is being retold', async () => {
    const [refused, retold] = [await told(), await told()];
    await expect(
      advance(contextOf(database, county), lamp, { matterId: refused, move: 'fix' }),
    ).rejects.toThrow();
    await advance({ ...contextOf(database, host), retelling: true }, lamp, { matterId: retold, move: 'fix' });
    const matterIds = (await promised('notice')).map((payload) => payload.matterId);
    expect(matterIds).not.toContain(refused);
    expect(matterIds).not.toContain(retold);
  });

  it('stands on the list of its unit and of no other, and is told once though its job runs twice', async () => {
    const notice = { event: 'turn', matterId: await told(), unitId: town.county.id } as const;
    const id = newId<'notice'>();
    await noticeUnit(contextOf(database, system), notice, id);
    await noticeUnit(contextOf(database, system), notice, id);
    const mine = await listNotices(contextOf(database, county), {});
    expect(mine.rows.filter((row) => row.matterId === notice.matterId)).toHaveLength(1);
    expect(await listNotices(contextOf(database, account('county_office', '330703')), {})).toEqual({
      rows: [],
      next: null,
    });
    expect(await listNotices(contextOf(database, { kind: 'anonymous' }), {})).toEqual({
      rows: [],
      next: null,
    });
    expect(await markSeen(contextOf(database, host), [id])).toBe(0);
    expect(await markSeen(contextOf(database, county), [id])).toBe(1);
  });

  it('of a passed date comes three times a day apart, then goes one office up, then no more', async () => {
    const id = await told();
    const after = (hours: number) => contextOf(database, system, testNow.add({ hours: 24 * 3 + hours }));
    const said = [];
    for (const hours of [0, 1, 24, 48, 72, 96]) said.push(await remind(after(hours), id));
    expect(said).toEqual(['reminded', 'quiet', 'reminded', 'reminded', 'escalated', 'quiet']);
    expect(await promised('notice')).toContainEqual({
      event: 'escalated',
      matterId: id,
      unitId: town.county.id,
    });
  });
});
