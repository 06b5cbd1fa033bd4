import { anonymous, newId, type Actor, type Role } from '@tongxin/core';
import { testDatabase, type TestDatabase } from '@tongxin/db/testing';
import { contextOf, makeTown } from '@tongxin/matters/testing';
import fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { registerReports } from './downloads.ts';

let database: TestDatabase;
let app: FastifyInstance;
let actor: Actor = anonymous;
beforeAll(async () => {
  database = await testDatabase();
  await makeTown(database);
  app = fastify();
  await registerReports(app, { contextOf: async () => contextOf(database, actor), demo: false });
});
afterAll(async () => {
  await app.close();
  await database.close();
});

const account = (role: Role, divisionCode: string): Actor => ({
  kind: 'account',
  accountId: newId<'account'>(),
  name: 'A',
  grants: [{ role, divisionCode, organisationId: null, matterId: null }],
});
const county = account('county_office', '330702');
const november = { divisionCode: '330702', kind: 'month', from: '2026-11-01' };

async function get(file: string, query: Record<string, string | string[]>, as: Actor) {
  actor = as;
  return app.inject({ url: `/reports/${file}`, query });
}

describe('a download', () => {
  it('is a file with a name that says what it is, kept by nobody on the way', async () => {
    const table = await get('table.xlsx', november, county);
    expect(table.statusCode).toBe(200);
    expect(table.headers['content-type']).toContain('spreadsheetml');
    expect(table.headers['cache-control']).toBe('private, no-store');
    expect(table.headers['content-disposition']).toContain(
      `filename*=UTF-8''${encodeURIComponent('婺城区协商议事情况统计表 2026年11月.xlsx')}`,
    );
    expect(table.rawPayload.subarray(0, 2).toString()).toBe('PK');
    const lines = await get('strike-off.xlsx', november, county);
    expect([lines.statusCode, lines.rawPayload.subarray(0, 2).toString()]).toEqual([200, 'PK']);
    const csv = await get('table.csv', { ...november, lang: 'en' }, county);
    expect(csv.body).toContain('No.,Code,Place,Received');
  });

  it('from a demo town bears that in its name, whatever it is', async () => {
    const town = fastify();
    await registerReports(town, { contextOf: async () => contextOf(database, county), demo: true });
    for (const file of ['table.xlsx', 'table.csv', 'strike-off.xlsx', 'events.xlsx']) {
      const answer = await town.inject({ url: `/reports/${file}`, query: november });
      expect([file, answer.statusCode]).toEqual([file, 200]);
      expect(answer.headers['content-disposition']).toContain(encodeURIComponent('演示数据'));
    }
    await town.close();
  });

  it('is not there for whoever may not see its numbers, and asks whoever has not signed in to do so', async () => {
    for (const file of ['table.xlsx', 'table.csv', 'strike-off.xlsx', 'events.xlsx']) {
      expect((await get(file, november, anonymous)).statusCode).toBe(401);
      expect((await get(file, november, { kind: 'resident', matterId: newId<'matter'>() })).statusCode).toBe(
        401,
      );
      for (const stranger of [
        account('county_office', '330703'),
        account('host', '330702001'),
        account('member', '330702'),
      ]) {
        const answer = await get(file, november, stranger);
        expect([answer.statusCode, answer.body]).toEqual([
          404,
          '没有找到这个地区的统计。请从列表里选择您负责的地区。\n',
        ]);
      }
    }
  });

  it('that is asked for wrongly is refused with a sentence', async () => {
    const wrong: Record<string, string | string[]>[] = [
      {},
      { ...november, from: '2026-11-02' },
      { ...november, from: "2026-11-01'--" },
      { ...november, from: ['2026-11-01', '2026-12-01'] },
      { ...november, kind: 'week' },
      { ...november, divisionCode: 'x'.repeat(5000) },
      { ...november, lang: 'xx' },
      { ...november, more: '1' },
    ];
    for (const query of wrong) {
      const answer = await get('table.xlsx', query, county);
      expect([answer.statusCode, answer.body]).toEqual([
        400,
        '这个地址不完整。请回到统计页面，选好地区和时段再下载。\n',
      ]);
    }
  });
});
