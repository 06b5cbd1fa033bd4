import { type Actor } from '@tongxin/core';
import { testDatabase, type TestDatabase } from '@tongxin/db/testing';
import { contextOf, makeTown } from '@tongxin/matters/testing';
import { readXlsx, type Workbook } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { measureRules, measures, type Period } from '../rules/index.ts';
import { openRecords } from '../testing.ts';
import { strikeOffXlsx, tableCsv, tableXlsx } from './index.ts';

let database: TestDatabase;
let records: Awaited<ReturnType<typeof openRecords>>;
beforeAll(async () => {
  database = await testDatabase();
  records = await openRecords(database, await makeTown(database));
  await records.tell([
    {
      kind: 'issue',
      townshipCode: '330702002',
      openedAt: '2026-11-02T01:00:00Z',
      entries: [
        { move: 'open', at: '2026-11-02T01:00:00Z' },
        { move: 'close', at: '2026-11-06T01:00:00Z' },
      ],
    },
    { ...line('=1+1 装路灯', '2026-11-04T17:00:00Z', null), dueOn: '2026-12-31' },
    { ...line('清淤', '2026-10-04T01:00:00Z', null), dueOn: '2026-11-30' },
    { ...line('修桥', '2026-10-04T01:00:00Z', '2026-11-20T01:00:00Z'), dueOn: '2026-11-19' },
    { ...line('早已修好', '2026-09-04T01:00:00Z', '2026-10-20T01:00:00Z'), dueOn: '2026-10-19' },
  ]);
  await records.owner.query(
    `update matters set state = case when closed_at is null then 'in_progress' else 'closed' end where kind = 'outcome_line'`,
  );
});
afterAll(async () => {
  await records.close();
  await database.close();
});

function line(title: string, openedAt: string, closedAt: string | null) {
  return { kind: 'outcome_line' as const, townshipCode: '330702001', openedAt, closedAt, title, entries: [] };
}

const clerk: Actor = {
  kind: 'account',
  accountId: '019a0000-0000-7000-8000-000000000001',
  name: '+王一诺',
  grants: [{ role: 'county_office', divisionCode: '330702', organisationId: null, matterId: null }],
};
const period: Period = { kind: 'month', from: '2026-11-01' };
const asked = { divisionCode: '330702', period };
const zh = { locale: 'zh-CN', demo: false } as const;
const en = { locale: 'en', demo: false } as const;
const ctx = () => contextOf(database, clerk);
const read = async (content: Uint8Array | string): Promise<Workbook> =>
  readXlsx(content as Uint8Array, { readStyles: true });

describe('the table as a spreadsheet', () => {
  it('is laid out as an office prints it', async () => {
    const { name, content } = await tableXlsx(ctx(), asked, zh);
    expect(name).toBe('婺城区协商议事情况统计表 2026年11月.xlsx');
    const [table, definitions] = (await read(content)).sheets;
    const columns = measures.length + 4;
    expect(table!.rows[0]![0]).toBe('婺城区协商议事情况统计表');
    expect(table!.rows[1]!.filter((cell) => cell !== null)).toEqual([
      '填报单位：婺城区政协办公室',
      '统计时段：2026年11月　截至：2026年11月21日15:00',
    ]);
    expect(table!.merges).toContainEqual({ startRow: 0, startCol: 0, endRow: 0, endCol: columns - 1 });
    expect(table!.freezePane).toMatchObject({ rows: 4, columns: 3 });
    expect(table!.pageSetup).toMatchObject({
      paperSize: 'a4',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      printTitlesRow: '$3:$4',
    });
    expect([table!.rows[2]![0], table!.rows[2]!.at(-1)]).toEqual(['序号', '备注']);
    expect(table!.cells!.get('4,3')!.style!.border).toMatchObject({
      top: { style: 'thin' },
      left: { style: 'thin' },
    });
    expect(definitions!.rows.slice(3, 3 + measures.length).map((row) => row[2])).toEqual(
      measures.map((measure) => measureRules[measure].definition),
    );
  });

  it('keeps codes as text and numbers as numbers, with the total last', async () => {
    const [table] = (await read((await tableXlsx(ctx(), asked, zh)).content)).sheets;
    const rows = table!.rows.slice(4, 7);
    expect(rows.map((row) => row.slice(0, 4))).toEqual([
      [1, '330702001', '城东街道', 0],
      [2, '330702002', '城中街道', 1],
      [null, '330702', '合计', 1],
    ]);
    expect(table!.cells!.get('4,1')).toMatchObject({ type: 'string', style: { numFmt: '@' } });
    expect(rows[1]!.at(-2)).toBe(4);
    expect(rows[0]!.at(-2)).toBeNull();
    expect(table!.rows[7]![0]).toBe('制表人：+王一诺　　审核人：　　　　　');
  });

  it('is complete in English too', async () => {
    const { name, content } = await tableXlsx(ctx(), asked, en);
    expect(name).toBe('Consultation and deliberation in 婺城区 November 2026.xlsx');
    expect((await read(content)).sheets.map((sheet) => sheet.name)).toEqual(['Table', 'Definitions']);
  });

  it('of another county is not there', async () => {
    const elsewhere = { divisionCode: '330703', period };
    await expect(tableXlsx(ctx(), elsewhere, zh)).rejects.toMatchObject({ code: 'reports.not_found' });
    await expect(tableCsv(ctx(), elsewhere, zh)).rejects.toMatchObject({ code: 'reports.not_found' });
    await expect(strikeOffXlsx(ctx(), elsewhere, zh)).rejects.toMatchObject({
      code: 'reports.not_found',
    });
  });
});

it('the table as CSV has the labels of the columns and begins with the mark of UTF-8', async () => {
  const { name, content } = await tableCsv(ctx(), asked, zh);
  expect(name).toMatch(/\.csv$/);
  expect((content as string).startsWith('\uFEFF')).toBe(true);
  const [heads, first, , total] = (content as string)
    .slice(1)
    .split('\r\n')
    .map((row) => row.split(','));
  expect(heads).toEqual([
    '序号',
    '区划代码',
    '地区',
    ...measures.map((one) => measureRules[one].label['zh-CN']),
    '备注',
  ]);
  expect(first!.slice(0, 3)).toEqual(['1', '330702001', '城东街道']);
  expect(total![2]).toBe('合计');
});

describe('the strike-off list', () => {
  it('has what is new, what goes on and what was struck off in the period, each once', async () => {
    const { name, content } = await strikeOffXlsx(ctx(), asked, zh);
    expect(name).toBe('婺城区协商成果转化清单（销号表） 2026年11月.xlsx');
    const { sheets } = await read(content);
    const lines = (index: number) => sheets[index]!.rows.slice(3, -1).map((row) => [row[2], row[12]]);
    expect(sheets.map((sheet) => sheet.name)).toEqual(['新增', '推进中', '已销号']);
    expect([lines(0), lines(1), lines(2)]).toEqual([
      [['=1+1 装路灯', '未销号']],
      [['清淤', '未销号']],
      [['修桥', '已销号']],
    ]);
  });

  it('keeps what begins like a formula as text, and days as days', async () => {
    const { sheets } = await read((await strikeOffXlsx(ctx(), asked, zh)).content);
    const [sheet] = sheets;
    expect(sheet!.cells!.get('3,2')).toMatchObject({ type: 'string' });
    expect(sheet!.cells!.get('3,2')!.formula).toBeUndefined();
    // Given out on the 4th at 17:00 in Greenwich, which is the 5th in the city.
    const days = [sheet!.rows[3]![6], sheet!.rows[3]![7]] as Date[];
    expect(days.map((day) => day.toISOString().slice(0, 10))).toEqual(['2026-11-05', '2026-12-31']);
  });
});

describe('a paper of the demo', () => {
  const says = '演示数据';

  it.each(['zh-CN', 'en'] as const)('says so in its name and on every sheet (%s)', async (locale) => {
    for (const write of [tableXlsx, strikeOffXlsx]) {
      const { name, content } = await write(ctx(), asked, { locale, demo: true });
      expect(name).toContain(says);
      for (const sheet of (await read(content)).sheets) {
        expect([sheet.name, sheet.rows[0]![0]]).toEqual([sheet.name, expect.stringContaining(says)]);
        expect(sheet.rows.at(-1)![0]).toContain(says);
      }
    }
  });

  it('says so in every row of the CSV, which has no title', async () => {
    const { name, content } = await tableCsv(ctx(), asked, { locale: 'zh-CN', demo: true });
    expect(name).toContain(says);
    const rows = (content as string).trimEnd().split('\r\n').slice(1);
    expect(rows.filter((row) => !row.endsWith(`,${says}`))).toEqual([]);
    expect(rows).toHaveLength(3);
  });

  it('is the only one that says so', async () => {
    const real = await tableCsv(ctx(), asked, zh);
    expect(`${real.name} ${String(real.content)}`).not.toContain(says);
    const { name, content } = await strikeOffXlsx(ctx(), asked, zh);
    const cells = (await read(content)).sheets.flatMap(({ rows }) => rows.flat());
    expect([name, ...cells].filter((cell) => String(cell).includes(says))).toEqual([]);
  });
});
