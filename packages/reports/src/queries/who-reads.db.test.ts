import { anonymous, newId, system, type Actor, type Role } from '@tongxin/core';
import { testDatabase, type TestDatabase } from '@tongxin/db/testing';
import { contextOf, makeTown } from '@tongxin/matters/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { foldJournal } from '../commands/index.ts';
import type { Measure, Period } from '../rules/index.ts';
import { openRecords, type Told } from '../testing.ts';
import { openNumber, reportTable } from './index.ts';

let database: TestDatabase;
let records: Awaited<ReturnType<typeof openRecords>>;
let department: string;
beforeAll(async () => {
  database = await testDatabase();
  const town = await makeTown(database);
  department = town.department.id;
  records = await openRecords(database, town);
});
afterAll(async () => {
  await records.close();
  await database.close();
});

const period: Period = { kind: 'month', from: '2026-11-01' };
const account = (role: Role, divisionCode: string | null, organisationId: string | null = null): Actor => ({
  kind: 'account',
  accountId: newId<'account'>(),
  name: 'A',
  grants: [{ role, divisionCode, organisationId, matterId: null }],
});
const as = (actor: Actor) => contextOf(database, actor);
const table = (actor: Actor, divisionCode: string) => reportTable(as(actor), { divisionCode, period });
const open = (actor: Actor, divisionCode: string, measure: Measure = 'received') =>
  openNumber(as(actor), { measure, divisionCode, period });

const issue = (more: Partial<Told> = {}): Told => ({
  kind: 'issue',
  townshipCode: '330702001',
  openedAt: '2026-11-02T01:00:00Z',
  entries: [{ move: 'open', at: '2026-11-02T01:00:00Z' }],
  ...more,
});

describe('a table and its lists', () => {
  it('show a host the own township, a county its townships, the city and the auditor everything', async () => {
    const codes = async (actor: Actor, place: string) =>
      (await table(actor, place)).rows.map(({ code }) => code);
    expect(await codes(account('host', '330702001'), '330702001')).toEqual(['330702001']);
    expect(await codes(account('county_office', '330702'), '330702')).toEqual(['330702001', '330702002']);
    expect(await codes(account('county_office', '330702'), '330702002')).toEqual(['330702002']);
    for (const role of ['city_office', 'auditor'] as const) {
      expect(await codes(account(role, '3307'), '3307')).toEqual(['330702', '330703']);
      expect(await codes(account(role, '3307'), '330703')).toEqual(['330703001']);
    }
  });

  it('are not there for anybody else', async () => {
    const strangers: [Actor, string][] = [
      [account('host', '330702001'), '330702'],
      [account('host', '330702001'), '330702002'],
      [account('host', '330703001'), '330702001'],
      [account('county_office', '330702'), '3307'],
      [account('county_office', '330702'), '330703'],
      [account('county_office', '330702'), '330703001'],
      [account('auditor', '330702'), '3307'],
      [account('member', '330702'), '330702'],
      [account('operator', '3307'), '3307'],
      [account('department_clerk', '330702'), '330702'],
      [account('department_clerk', null, department), '330702'],
      [account('city_office', null, department), '3307'],
      [{ kind: 'resident', matterId: newId<'matter'>() }, '330702001'],
      [anonymous, '330702001'],
      [system, '3307'],
    ];
    for (const [actor, place] of strangers) {
      await expect(table(actor, place)).rejects.toMatchObject({
        code: 'reports.not_found',
        kind: 'NOT_FOUND',
      });
      await expect(open(actor, place)).rejects.toMatchObject({ code: 'reports.not_found' });
    }
  });

  it('are of a city, a county or a township of this municipality, nothing else', async () => {
    await records.owner.query(
      `insert into divisions (code, name, level, parent_code, city_code, county_code, valid_from)
       values ('3301', '杭州市', 'city', null, '3301', null, '2020-01-01'),
              ('330102', '上城区', 'county', '3301', '3301', null, '2020-01-01')`,
    );
    for (const place of ['330702001001', '33', '330799', '330702999']) {
      await expect(table(account('city_office', '3307'), place)).rejects.toMatchObject({
        code: 'reports.not_found',
      });
    }
    for (const place of ['3301', '330102']) {
      await expect(table(account('city_office', '3301'), place)).rejects.toMatchObject({
        code: 'reports.not_found',
      });
    }
  });

  it('show what the office called a matter, and nothing where nobody has written it yet', async () => {
    await records.tell([
      issue({ title: '村口路灯不亮' }),
      issue({ title: null }),
      issue({ townshipCode: '330702002' }),
    ]);
    const { rows, number } = await open(account('host', '330702001'), '330702001');
    expect(number).toBe(2);
    expect(
      new Set(
        rows.map(({ title, kind, amount, townshipCode }) => [title, kind, amount, townshipCode].join(' ')),
      ),
    ).toEqual(new Set(['村口路灯不亮 issue 1 330702001', ' issue 1 330702001']));
    const titles = async (actor: Actor) =>
      new Set((await open(actor, '330702001')).rows.map(({ title }) => title));
    expect(await titles(account('city_office', '3307'))).toEqual(new Set(['村口路灯不亮', null]));
    // An auditor reads which matters they are, and no text about them.
    expect(await titles(account('auditor', '3307'))).toEqual(new Set([null]));
    expect(Object.keys(rows[0]!).toSorted()).toEqual([
      'amount',
      'at',
      'day',
      'kind',
      'matterId',
      'number',
      'state',
      'title',
      'townshipCode',
    ]);
  });
});

describe('a list', () => {
  it('comes fifty at a time, newest first, without a gap or a repeat, also when all happened at one instant', async () => {
    const at = '2026-11-03T01:00:00Z';
    const again = { move: 'hold', at, data: { residents: 3 } };
    const ids = await records.tell(
      Array.from({ length: 40 }, () => ({
        kind: 'session' as const,
        townshipCode: '330703001',
        openedAt: at,
        title: '议事会',
        entries: [again, again, again],
      })),
    );
    const ask = { measure: 'residents_present' as const, divisionCode: '330703', period };
    const first = await openNumber(as(account('county_office', '330703')), ask);
    const second = await openNumber(as(account('county_office', '330703')), { ...ask, after: first.next! });
    const third = await openNumber(as(account('county_office', '330703')), { ...ask, after: second.next! });
    expect([first, second, third].map(({ rows }) => rows.length)).toEqual([50, 50, 20]);
    expect(third.next).toBeNull();
    const all = [first, second, third].flatMap(({ rows }) => rows.map(({ matterId }) => matterId));
    expect(all).toEqual(ids.toReversed().flatMap((id) => [id, id, id]));
    expect(first.number).toBe(360);
    expect(first.rows[0]).toMatchObject({ amount: 3, title: '议事会' });
  });

  it('of agreed lines has the one that is due first on top, with its due day', async () => {
    const line = (dueOn: string, closedAt: string | null): Told => ({
      kind: 'outcome_line',
      townshipCode: '330703001',
      openedAt: '2026-10-01T00:00:00Z',
      closedAt,
      dueOn,
      title: dueOn,
      entries: [],
    });
    await records.tell([
      line('2026-11-20', null),
      line('2026-11-21', null),
      line('2026-11-05', '2026-11-10T00:00:00Z'),
      line('2026-10-31', null),
      line('2026-12-01', null),
    ]);
    const titles = async (measure: Measure) => {
      const { rows, number } = await open(account('county_office', '330703'), '330703', measure);
      expect(number).toBe(rows.length);
      for (const { title, day } of rows) expect(day.toString()).toBe(title);
      return rows.map(({ title }) => title);
    };
    expect(await titles('lines_due')).toEqual(['2026-11-05', '2026-11-20', '2026-11-21']);
    // What is due today is not late before the day is over.
    expect(await titles('lines_overdue')).toEqual(['2026-10-31', '2026-11-20']);
  });
});

describe('the table', () => {
  it('keeps the row of a township that no longer exists while it has numbers', async () => {
    await records.owner.query(
      `insert into divisions (code, name, level, parent_code, city_code, county_code, valid_from, valid_to)
       values ('330703999', '旧街道', 'township', '330703', '3307', '330703', '2020-01-01', '2026-06-30'),
              ('330703998', '更旧街道', 'township', '330703', '3307', '330703', '2020-01-01', '2021-06-30')`,
    );
    await records.tell([issue({ townshipCode: '330703999' })]);
    const { rows, total } = await table(account('county_office', '330703'), '330703');
    expect(rows.map(({ name }) => name)).toEqual(['多湖街道', '旧街道']);
    expect(total.received).toBe(1);
  });

  it('says its median only where something was closed, and the county’s from all its townships together', async () => {
    const closed = (townshipCode: string, days: number) =>
      issue({
        townshipCode,
        openedAt: '2026-11-01T00:00:00Z',
        entries: [
          {
            move: 'close',
            at: Temporal.Instant.from('2026-11-01T00:00:00Z')
              .add({ hours: 24 * days })
              .toString(),
          },
        ],
      });
    await records.tell([
      closed('330702001', 1),
      closed('330702001', 2),
      closed('330702001', 3),
      closed('330702002', 10),
    ]);
    while ((await foldJournal(as(system))) > 0);
    await records.tell([closed('330702002', 11), closed('330702002', 12)], { settled: false });
    const { rows, total } = await table(account('county_office', '330702'), '330702');
    expect(rows.map(({ numbers }) => numbers.median_days)).toEqual([2, 11]);
    expect(total.median_days).toBe(6.5);
    expect(total.issues_closed).toBe(6);
    const empty = await reportTable(as(account('county_office', '330702')), {
      divisionCode: '330702',
      period: { kind: 'month', from: '2026-09-01' },
    });
    expect(empty.total.median_days).toBeNull();
    expect(empty.total.received).toBe(0);
  });
});
