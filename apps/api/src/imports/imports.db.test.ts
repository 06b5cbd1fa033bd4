import { system, type Actor } from '@tongxin/core';
import { testDatabase, type TestDatabase } from '@tongxin/db/testing';
import { runImport, sendFile } from '@tongxin/imports/commands';
import { getImport, listImports, readReport, wholeReport } from '@tongxin/imports/queries';
import { makeTown, type Town } from '@tongxin/matters/testing';
import { endMembership } from '@tongxin/members/commands';
import { getMember, listMembers } from '@tongxin/members/queries';
import { listOrganisations } from '@tongxin/organisations/queries';
import { gbk, makeWorkbook } from '@tongxin/sheets/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeCallers, type Accounts } from '../tests/callers.ts';
import { contextAs } from '../tests/fixture.ts';
import { badFiles, utf8 } from './bad-files.ts';
import { importForms } from './forms.ts';

let database: TestDatabase;
let town: Town;
let callers: Accounts;
beforeAll(async () => {
  database = await testDatabase();
  town = await makeTown(database);
  callers = await makeCallers(contextAs(database, system), town);
});
afterAll(() => database.close());

const kept = new Map<string, Uint8Array>();
const storage = {
  put: async (name: string, bytes: Uint8Array) => void kept.set(name, bytes),
  read: async (name: string) => kept.get(name)!,
  remove: async (name: string) => void kept.delete(name),
};
beforeEach(() => kept.clear());

const as = (actor: Actor) => contextAs(database, actor);

type Sent = { bytes: Uint8Array; kind?: 'members' | 'organisations'; actor?: Actor; divisionCode?: string };
const defaults = { kind: 'members' as const, divisionCode: '330702', fileName: '名单.xlsx' };

async function send({ bytes, actor = callers.county, ...more }: Sent) {
  return sendFile(as(actor), storage, { ...defaults, ...more, bytes });
}
async function importing(sent: Sent) {
  const { id } = await send(sent);
  await runImport(as(system), storage, { importId: id, forms: importForms });
  return getImport(as(system), id);
}
const findings = async (id: string) => {
  const rows = [];
  for await (const row of wholeReport(as(system), id)) rows.push(row);
  return rows.map(({ rowNo, columnKey, code }) => [rowNo, columnKey, code]);
};
const countAll = async () => {
  const { rows } = await database.pool.query<{ count: number }>('select count(*)::int as count from members');
  return rows[0]!.count;
};
const found = async (search: string) => (await listMembers(as(callers.county), { search })).rows;

describe('a list of members', () => {
  it('enters the good rows and reports each bad one with row, column and reason', async () => {
    const bytes = await makeWorkbook([
      ['婺城区政协委员名单'],
      ['序号', '姓名*', '单位及职务', '界别', '届次', '是否常委', '任职日期'],
      [1, '甲一', '某村党支部书记', '农业界', '第十届', '是', '2022/2/1'],
      [2, '乙', '某校长', '教育', 10, '', ''],
      [3, '丙三', '某医生', '医疗界', '', '也许', ''],
      [],
      [4, '丁四', '某工程师', '科技', '', '', '2031-01-01'],
      [5, '戊 五', '某编辑', '新闻出版', '', '', ''],
    ]);
    const done = await importing({ bytes });
    expect(done).toMatchObject({
      state: 'done',
      rows: 5,
      rowsDone: 5,
      added: 2,
      refusedRows: 3,
      refusal: null,
    });
    expect(await findings(done.id)).toEqual([
      [4, 'name', 'members.name'],
      [5, 'sectorCode', 'members.sector'],
      [7, null, 'members.day_ahead'],
    ]);
    const [first] = await found('甲一');
    expect(await getMember(as(callers.county), first!.id)).toMatchObject({
      dutyTitle: '某村党支部书记',
      memberships: [{ sectorCode: '22', termNo: 10, isStanding: true, countyCode: '330702' }],
    });
    expect(await found('戊五')).toHaveLength(1);
    // The file holds people; it does not stay.
    expect(kept.size).toBe(0);
  });

  it('is entered once, however often the same file is sent, and by two at the same time', async () => {
    const bytes = utf8('姓名,界别\n己六,工会\n');
    const sent = await Promise.all([send({ bytes }), send({ bytes })]);
    expect(new Set(sent.map(({ id }) => id)).size).toBe(1);
    expect(sent.filter(({ isNew }) => isNew)).toHaveLength(1);
    const { id } = sent[0];
    for (let at = 0; at < 2; at += 1)
      await runImport(as(system), storage, { importId: id, forms: importForms });
    expect(await send({ bytes })).toEqual({ id, isNew: false });
    expect(await found('己六')).toHaveLength(1);
    // The same people in another file are the same people.
    expect(await importing({ bytes: utf8('姓名,界别,届次\n己六,工会,\n') })).toMatchObject({
      same: 1,
      added: 0,
    });
    expect(await importing({ bytes: utf8('姓名,界别,届次\n己六,妇联,10\n') })).toMatchObject({ changed: 1 });
    const [person] = await found('己六');
    expect(person).toMatchObject({ sector: '妇联' });
    // The first day too is what the file says, and stays where it says nothing.
    const dated = (day: string) => importing({ bytes: utf8(`姓名,界别,任职日期\n己六,妇联,${day}\n`) });
    expect(await dated('2022/2/1')).toMatchObject({ changed: 1 });
    expect(await dated('2022年2月1日')).toMatchObject({ same: 1 });
    expect(await dated('')).toMatchObject({ same: 1 });
    const [membership] = (await getMember(as(callers.county), person!.id)).memberships;
    expect(membership!.joinedOn?.toString()).toBe('2022-02-01');
    expect(await findings((await dated('2031-01-01')).id)).toEqual([[2, null, 'members.day_ahead']]);
  });

  it('goes on where it stood when the worker was killed', async () => {
    const lines = Array.from({ length: 120 }, (_, at) => `庚${at}号,农业界,第${at}合作社`);
    const { id } = await send({ bytes: utf8(`姓名,界别,单位及职务\n${lines.join('\n')}\n`) });
    let asked = 0;
    const dying = {
      ...importForms,
      members: {
        ...importForms.members,
        open: async (...all: Parameters<typeof importForms.members.open>) => {
          const apply = await importForms.members.open(...all);
          return (...row: Parameters<typeof apply>) => {
            asked += 1;
            if (asked === 80) throw new Error('killed');
            return apply(...row);
          };
        },
      },
    };
    await expect(runImport(as(system), storage, { importId: id, forms: dying })).rejects.toThrow('killed');
    expect(await getImport(as(system), id)).toMatchObject({ state: 'running', rows: 120, rowsDone: 50 });
    await runImport(as(system), storage, { importId: id, forms: importForms });
    expect(await getImport(as(system), id)).toMatchObject({
      state: 'done',
      rowsDone: 120,
      added: 120,
      same: 0,
    });
  });

  it('asks about a name that the committee has already with another post', async () => {
    await importing({ bytes: utf8('姓名,界别,单位及职务\n辛七,教育,甲校长\n') });
    const again = await importing({ bytes: utf8('姓名,界别,单位及职务\n辛七,教育,乙校长\n') });
    expect(await findings(again.id)).toEqual([[2, 'dutyTitle', 'members.namesake']]);
    const two = await importing({
      bytes: utf8('姓名,界别,单位及职务,同名不同人\n辛七,教育,乙校长,是\n'),
    });
    expect(two).toMatchObject({ added: 1 });
    expect(await found('辛七')).toHaveLength(2);
  });

  it('of the city names the committee of each row; a county’s may fill its own only', async () => {
    const bytes = utf8('姓名,界别,单位及职务,所属政协\n壬八,经济,某董事长,市政协\n癸九,经济,某经理,金东区\n');
    const ofCity = await importing({ bytes, actor: callers.city, divisionCode: '3307' });
    expect(ofCity).toMatchObject({ added: 2 });
    expect((await found('壬八'))[0]).toMatchObject({ committees: [{ countyCode: null }] });
    expect(await found('癸九')).toEqual([]);
    // One person, two committees: known by name and post, and brought together by the municipal office alone.
    const own = utf8('姓名,界别,单位及职务\n壬八,经济,某董事长\n癸九,经济,某经理\n');
    const taking = await importing({ bytes: own });
    expect(taking).toMatchObject({ changed: 0, added: 0, refusedRows: 2 });
    expect(await findings(taking.id)).toEqual([
      [2, 'name', 'members.kept_elsewhere'],
      [3, 'name', 'members.kept_elsewhere'],
    ]);
    const both = await importing({
      bytes: utf8('姓名,界别,单位及职务,所属政协\n壬八,经济,某董事长,婺城区\n'),
      actor: callers.city,
      divisionCode: '3307',
    });
    expect(both).toMatchObject({ changed: 1, added: 0 });
    expect((await found('壬八'))[0]!.committees).toHaveLength(2);
    // Another person of that name and post is entered when somebody says so, and is the same the next time.
    const apart = '姓名,界别,单位及职务,同名不同人\n癸九,经济,某经理,是\n';
    expect(await importing({ bytes: utf8(apart) })).toMatchObject({ added: 1 });
    expect(await importing({ bytes: utf8(`${apart}\n`) })).toMatchObject({ added: 0, same: 1 });
    expect(await found('癸九')).toMatchObject([{ committees: [{ countyCode: '330702' }] }]);
    const foreign = await importing({ bytes: utf8('姓名,界别,所属政协\n子十,经济,金东区\n') });
    expect(await findings(foreign.id)).toEqual([[2, 'committee', 'members.committee_word']]);
  });

  it('without a post is known by name in the same committee alone: elsewhere it is another person', async () => {
    const bytes = utf8('姓名,界别,所属政协\n寅十二,经济,市政协\n寅十二,经济,金东区\n寅十二,经济,婺城区\n');
    const three = await importing({ bytes, actor: callers.city, divisionCode: '3307' });
    expect(three).toMatchObject({ added: 3, changed: 0 });
    for (const { committees } of await found('寅十二')) expect(committees).toHaveLength(1);
    expect(await importing({ bytes: utf8('姓名,界别\n寅十二,经济\n') })).toMatchObject({ same: 1 });
    // Whoever left their committee comes back to it.
    const [here] = (await found('寅十二')).filter(({ committees: [one] }) => one!.countyCode === '330702');
    await endMembership(as(system), { membershipId: here!.committees[0]!.id, reason: '离任' });
    expect(await importing({ bytes: utf8('姓名,界别\n寅十二,工会\n') })).toMatchObject({
      added: 0,
      changed: 1,
    });
    expect((await getMember(as(callers.county), here!.id)).memberships).toHaveLength(2);
  });

  it('is read in GBK as in UTF-8', async () => {
    const done = await importing({ bytes: gbk('姓名,界别,单位及职务\r\n丑十一,宗教,某住持\r\n') });
    expect(done).toMatchObject({ state: 'done', added: 1 });
    expect(await found('丑十一')).toMatchObject([{ dutyTitle: '某住持', sector: '宗教界' }]);
  });
});

describe('a bad file', () => {
  it.each(badFiles)('with %s is refused as a whole and leaves nobody', async (_what, make, refusal) => {
    const before = await countAll();
    expect(await importing({ bytes: make() })).toMatchObject({ state: 'refused', refusal, rowsDone: 0 });
    expect(await countAll()).toBe(before);
    expect(kept.size).toBe(0);
  });

  it('larger than may be is not even kept', async () => {
    const bytes = new Uint8Array(10 * 1024 * 1024 + 1);
    await expect(send({ bytes })).rejects.toMatchObject({ code: 'imports.too_large' });
    await expect(send({ bytes: new Uint8Array() })).rejects.toMatchObject({ code: 'imports.empty' });
    expect(kept.size).toBe(0);
  });
});

describe('who may send and see', () => {
  it('is the office that keeps the list, and nobody else', async () => {
    const bytes = utf8('姓名,界别\n未十六,农业界\n');
    const { farCounty, host, operator, member } = callers;
    for (const actor of [farCounty, host, operator, member])
      await expect(send({ bytes, actor })).rejects.toMatchObject({ code: 'imports.not_yours' });
    const done = await importing({ bytes });
    for (const actor of [farCounty, host, operator]) {
      await expect(getImport(as(actor), done.id)).rejects.toMatchObject({ code: 'imports.not_found' });
      await expect(readReport(as(actor), { id: done.id })).rejects.toMatchObject({
        code: 'imports.not_found',
      });
      expect(await listImports(as(actor), { kind: 'members', divisionCode: '330702' })).toEqual([]);
    }
    expect(
      (await listImports(as(callers.city), { kind: 'members', divisionCode: '330702' })).length,
    ).toBeGreaterThan(0);
  });
});

describe('a list of units', () => {
  it('adds what is missing, in its place and below its parent, and changes nothing the second time', async () => {
    const lines = [
      '单位名称,单位类别,所在地,上级单位',
      '婺城区水务局,承办单位,婺城区,',
      '提案委员会,专委会,,市政协办公室',
    ];
    const more = ['某站,联络组,婺城区城中街道,', '错处,承办单位,某县,', '错类,协会,婺城区,'];
    const sent = { kind: 'organisations' as const, divisionCode: '3307', actor: callers.city };
    const done = await importing({ ...sent, bytes: utf8([...lines, ...more].join('\n')) });
    expect(done).toMatchObject({ added: 3, refusedRows: 2 });
    expect(await findings(done.id)).toEqual([
      [5, 'divisionCode', 'organisations.place_word'],
      [6, 'kind', 'organisations.kind_word'],
    ]);
    const names = (await listOrganisations(as(system), '330702')).map(({ name }) => name);
    expect(names).toContain('婺城区水务局');
    expect(await importing({ ...sent, bytes: utf8(lines.join('\r\n')) })).toMatchObject({
      same: 2,
      added: 0,
    });
  });
});
