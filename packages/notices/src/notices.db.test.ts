import { newId, system, type Actor, type Role } from '@tongxin/core';
import { transact } from '@tongxin/db';
import { testDatabase, type TestDatabase } from '@tongxin/db/testing';
import { advance, openMatter, remind } from '@tongxin/matters/commands';
import { defineWorkflow, newReceipt } from '@tongxin/matters/rules';
import { contextOf, makeTown, testNow, type Town } from '@tongxin/matters/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { markSeen, noticeAll, noticeUnit } from './commands.ts';
import { listNotices } from './queries.ts';
import type { ListNotices } from './rules.ts';

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

  it('for a person is theirs alone, beside those of their units, and only they mark it as seen', async () => {
    const matterId = await told();
    await noticeUnit(contextOf(database, system), { event: 'turn', matterId, unitId: town.county.id });
    const accountIds = [(county as { accountId: string }).accountId];
    await noticeAll(contextOf(database, system, testNow.add({ hours: 1 })), {
      ...{ event: 'asked', matterId },
      unitIds: [],
      accountIds: [...accountIds, ...accountIds],
    });
    const eventsOf = async (actor: Actor, mine?: boolean) =>
      (await listNotices(contextOf(database, actor), { mine })).rows
        .filter((row) => row.matterId === matterId)
        .map(({ event, own }) => [event, own]);
    expect(await eventsOf(county)).toEqual([
      ['asked', true],
      ['turn', false],
    ]);
    expect(await eventsOf(county, true)).toEqual([['asked', true]]);
    const colleague = account('county_office', '330702');
    expect(await eventsOf(colleague)).toEqual([['turn', false]]);
    const ids = (await listNotices(contextOf(database, county), { mine: true })).rows.map(({ id }) => id);
    expect(await markSeen(contextOf(database, colleague), ids)).toBe(0);
    expect(await markSeen(contextOf(database, county), ids)).toBe(ids.length);
  });

  it('of many comes page by page, none twice and none left out', async () => {
    const matterId = await told();
    const reader = account('county_office', '330702');
    for (let hour = 0; hour < 45; hour += 1) {
      const toUnit = hour % 3 === 0;
      await noticeAll(contextOf(database, system, testNow.add({ hours: hour })), {
        ...{ event: 'asked', matterId },
        unitIds: toUnit ? [town.county.id] : [],
        accountIds: toUnit ? [] : [(reader as { accountId: string }).accountId],
      });
    }
    const seen: string[] = [];
    for (let after: ListNotices['after']; ;) {
      const page = await listNotices(contextOf(database, reader), { after });
      seen.push(...page.rows.filter((row) => row.matterId === matterId).map(({ at }) => at.toString()));
      if (page.next === null) break;
      after = page.next;
    }
    expect(seen).toEqual(
      Array.from({ length: 45 }, (_, hour) => testNow.add({ hours: 44 - hour }).toString()),
    );
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
