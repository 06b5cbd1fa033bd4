import { system } from '@tongxin/core';
import { testDatabase, type TestDatabase } from '@tongxin/db/testing';
import { runImport, sendFile, sweepImports } from '@tongxin/imports/commands';
import { getImport, listImports } from '@tongxin/imports/queries';
import { makeTown, type Town } from '@tongxin/matters/testing';
import { endMembership } from '@tongxin/members/commands';
import { getMember, listMembers } from '@tongxin/members/queries';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeCallers, type Accounts } from '../tests/callers.ts';
import { contextAs } from '../tests/fixture.ts';
import { utf8 } from './bad-files.ts';
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
const full = { ...storage, put: () => Promise.reject(new Error('the disk is full')) };
beforeEach(() => kept.clear());

const house = () => contextAs(database, system);
const office = () => contextAs(database, callers.county);
const later = (time: Temporal.DurationLike) => ({ ...house(), now: () => house().now().add(time) });
const file = (bytes: Uint8Array) => ({
  kind: 'members' as const,
  divisionCode: '330702',
  fileName: '名单.csv',
  bytes,
});
const send = (bytes: Uint8Array) => sendFile(office(), storage, file(bytes));
const run = (importId: string) => runImport(house(), storage, { importId, forms: importForms });
const stateOf = async (id: string) => (await getImport(house(), id)).state;
const found = async (search: string) => (await listMembers(office(), { search })).rows;

describe('the same file sent again', () => {
  it('is tried anew when it had something to complain about, and then stands for itself', async () => {
    const before = await send(utf8('姓名,界别,单位及职务\n甲先,教育,甲校长\n'));
    await run(before.id);
    const bytes = utf8('姓名,界别,单位及职务\n乙先,教育,乙校长\n甲先,教育,丙校长\n');
    const first = await send(bytes);
    await run(first.id);
    expect(await getImport(house(), first.id)).toMatchObject({ added: 1, refusedRows: 1 });
    // The namesake has left meanwhile, so there is nobody to be mistaken for.
    const [namesake] = await found('甲先');
    const [membership] = (await getMember(house(), namesake!.id)).memberships;
    await endMembership(house(), { membershipId: membership!.id, reason: '离任' });

    const twice = await Promise.all([send(bytes), send(bytes)]);
    expect(new Set(twice.map(({ id }) => id)).size).toBe(1);
    expect(twice.filter(({ isNew }) => isNew)).toHaveLength(1);
    const [second] = twice;
    expect(second.id).not.toBe(first.id);
    await run(second.id);
    expect(await getImport(house(), second.id)).toMatchObject({ added: 1, same: 1, refusedRows: 0 });
    expect(await found('乙先')).toHaveLength(1);
    expect(await found('甲先')).toMatchObject([{ dutyTitle: '丙校长' }]);
    // Nothing was wrong this time.
    expect(await send(bytes)).toEqual({ id: second.id, isNew: false });
    const listed = await listImports(office(), { kind: 'members', divisionCode: '330702' });
    expect(listed.map(({ id }) => id)).toEqual(expect.arrayContaining([first.id, second.id]));
    expect(kept.size).toBe(0);
  });

  it('is the same import as long as that has not ended', async () => {
    const bytes = utf8('姓名,界别\n丙先,教育\n');
    const { id } = await send(bytes);
    expect(await send(bytes)).toEqual({ id, isNew: false });
    expect(kept.size).toBe(1);
    await run(id);
  });
});

describe('an import whose bytes have not come', () => {
  const arriving = async () => {
    const listed = await listImports(office(), { kind: 'members', divisionCode: '330702' });
    return listed.filter(({ state }) => state === 'arriving');
  };
  const promisesOf = async (id: string) => {
    const { rows } = await database.pool.query(
      `select 1 from outbox where task = 'import' and payload ->> 'importId' = $1`,
      [id],
    );
    return rows.length;
  };
  /** Somebody whose bytes come only when they are let, or never. */
  function slowSender(bytes: Uint8Array) {
    const gate = Promise.withResolvers<void>();
    const slow = { ...storage, put: (name: string) => gate.promise.then(() => storage.put(name, bytes)) };
    return { sent: sendFile(office(), slow, file(bytes)), arrive: gate.resolve };
  }

  it('gets them from whoever sends them again, and is entered once', async () => {
    const bytes = utf8('姓名,界别\n壬先,教育\n');
    slowSender(bytes);
    await expect.poll(arriving).toHaveLength(1);
    const { id } = (await arriving())[0]!;
    expect(await Promise.all([send(bytes), send(bytes)])).toEqual([
      { id, isNew: false },
      { id, isNew: false },
    ]);
    expect([await stateOf(id), await promisesOf(id)]).toEqual(['waiting', 1]);
    await run(id);
    expect(await getImport(house(), id)).toMatchObject({ state: 'done', added: 1 });
  });

  it('is not begun again by the first sender’s, which come when it has ended, and keeps no file', async () => {
    const bytes = utf8('姓名,界别\n癸先,教育\n');
    const slow = slowSender(bytes);
    await expect.poll(arriving).toHaveLength(1);
    const { id } = await send(bytes);
    await run(id);
    expect(kept.size).toBe(0);
    slow.arrive();
    expect(await slow.sent).toEqual({ id, isNew: true });
    expect([await stateOf(id), await promisesOf(id), kept.size]).toEqual(['done', 1, 0]);
  });

  it('is not stopped when they cannot be kept a second time: the first sender may still be sending', async () => {
    const bytes = utf8('姓名,界别\n子先,教育\n');
    const slow = slowSender(bytes);
    await expect.poll(arriving).toHaveLength(1);
    await expect(sendFile(office(), full, file(bytes))).rejects.toThrow('full');
    slow.arrive();
    const { id } = await slow.sent;
    expect([await stateOf(id), await promisesOf(id)]).toEqual(['waiting', 1]);
    await run(id);
    expect(await found('子先')).toHaveLength(1);
  });
});

describe('two workers with the same import', () => {
  it('enter each row once between them, and both say the same', async () => {
    const lines = Array.from({ length: 230 }, (_, at) => `丁${at}号,农业界,第${at}合作社`);
    const { id } = await send(utf8(`姓名,界别,单位及职务\n${lines.join('\n')}\n`));
    const outcomes = await Promise.allSettled([run(id), run(id)]);
    expect(outcomes.map(({ status }) => status)).toContain('fulfilled');
    // Whichever was behind comes back later, as the queue does it.
    await run(id);
    expect(await getImport(house(), id)).toMatchObject({
      state: 'done',
      rows: 230,
      rowsDone: 230,
      added: 230,
      same: 0,
    });
    expect(kept.size).toBe(0);
  });
});

describe('no file is left behind', () => {
  it('when the worker was killed between the last row and the file', async () => {
    const { id } = await send(utf8('姓名,界别\n戊先,教育\n'));
    const killed = { ...storage, remove: () => Promise.reject(new Error('killed')) };
    await expect(runImport(house(), killed, { importId: id, forms: importForms })).rejects.toThrow('killed');
    expect([await stateOf(id), kept.size]).toEqual(['done', 1]);
    await run(id);
    expect(kept.size).toBe(0);
    expect(await found('戊先')).toHaveLength(1);
  });

  it('when it could not be kept: the import stops, and the file can be sent again at once', async () => {
    const bytes = utf8('姓名,界别\n己先,教育\n');
    await expect(sendFile(office(), full, file(bytes))).rejects.toThrow('full');
    const [stopped] = await listImports(office(), { kind: 'members', divisionCode: '330702' });
    expect(stopped).toMatchObject({ state: 'stopped' });
    const again = await send(bytes);
    expect(again.isNew).toBe(true);
    await run(again.id);
    expect(await found('己先')).toHaveLength(1);
  });

  it('when whoever sent it went away, or the queue has given up: the sweep stops it and removes the file', async () => {
    const bytes = [utf8('姓名,界别\n庚先,教育\n'), utf8('姓名,界别\n辛先,教育\n')] as const;
    const [arriving, waiting] = [await send(bytes[0]), await send(bytes[1])];
    await database.pool.query(`update imports set state = 'arriving' where id = $1`, [arriving.id]);
    expect(await sweepImports(later({ minutes: 50 }), storage)).toBe(0);
    const swept = await Promise.all([1, 2].map(() => sweepImports(later({ minutes: 70 }), storage)));
    expect(swept.toSorted((one, other) => one - other)).toEqual([0, 1]);
    expect([await stateOf(arriving.id), await stateOf(waiting.id)]).toEqual(['stopped', 'waiting']);
    expect(kept.size).toBe(1);
    expect(await sweepImports(later({ hours: 4 * 24 }), storage)).toBe(0);
    expect(await sweepImports(later({ hours: 6 * 24 }), storage)).toBe(1);
    expect([await stateOf(waiting.id), kept.size]).toEqual(['stopped', 0]);
    // A run that comes after all finds it ended.
    await run(waiting.id);
    expect(await found('辛先')).toEqual([]);
    expect(await send(bytes[1])).toMatchObject({ isNew: true });
  });
});
