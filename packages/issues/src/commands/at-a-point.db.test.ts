import type { Actor } from '@tongxin/core';
import { transact } from '@tongxin/db';
import { testDatabase, type TestDatabase } from '@tongxin/db/testing';
import { listHistory, listReadings } from '@tongxin/matters/queries';
import { contextOf, makeTown } from '@tongxin/matters/testing';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getBroughtIn, getFollow, getIssue, listBroughtIn, listIssues } from '../queries/index.ts';
import type { SubmitAssisted } from '../rules/index.ts';
import { accountOf, issueInput, residentOf, sceneOf, takeSteps, type Scene } from '../testing.ts';
import {
  declineIssue,
  openReceipt,
  openWords,
  revealIdentity,
  saveHandlingCopy,
  submitAssisted,
} from './index.ts';

const village = '330702001001';
const words = '我腿脚不好，三号楼前的台阶没有扶手，下雨就不敢出门。';
const visitor = { name: '演示老人', phone: '139 0000 0007', address: '三号楼一单元' };

let database: TestDatabase;
let scene: Scene;
beforeAll(async () => {
  database = await testDatabase();
  scene = sceneOf(database, await makeTown(database));
});
afterAll(() => database.close());

const pointOf = (divisionCode = village) => accountOf('contact_person', { divisionCode });
const as = (actor: Actor) => contextOf(database, actor);
const refusal = (promise: Promise<unknown>) =>
  promise.then(
    () => 'done',
    (error: { code?: string }) => error.code ?? 'a bug',
  );
const countOf = async (table: string) =>
  Number((await database.pool.query(`select count(*) from ${table}`)).rows[0].count);

function told(over: Partial<SubmitAssisted> = {}): SubmitAssisted {
  return { ...issueInput({ words, contact: visitor }), channel: 'desk', ...over };
}

/** How many rows a plain select shows to somebody: the second wall alone. */
const rowsShown = (actor: Actor, table: string) =>
  transact(as(actor), async (tx) =>
    Number((await tx.execute<{ count: string }>(sql.raw(`select count(*) from ${table}`))).rows[0]!.count),
  );

describe('a contact person who files for an elderly visitor', () => {
  it('gets the slip that the visitor follows it with, and the host finds it with the words and the person', async () => {
    const { id, receipt, pin } = await submitAssisted(as(pointOf()), told());
    expect(await openReceipt(as({ kind: 'anonymous' }), { receipt, pin })).toMatchObject({ matterId: id });
    expect(await getFollow(as(residentOf(id)))).toMatchObject({ state: 'received', words });
    expect(await openWords(as(scene.people.host), { id })).toMatchObject({ words });
    expect(await revealIdentity(as(scene.people.host), { id, reason: '约定上门看台阶的时间' })).toMatchObject(
      { phone: visitor.phone },
    );
  });

  it('is named in the journal by the township’s group, and no reading is theirs', async () => {
    const { id } = await submitAssisted(as(pointOf()), told());
    const [entry] = await listHistory(as(scene.people.host), id);
    expect(entry).toMatchObject({
      actorKind: 'account',
      role: 'contact_person',
      unitName: scene.town.township.name,
      data: { channel: 'desk' },
    });
    expect(JSON.stringify(entry)).not.toContain(visitor.name);
    expect(await listReadings(as(scene.people.host), id)).toEqual([]);
  });

  it('cannot see the person or their words again, by any door', async () => {
    const point = pointOf();
    const { id } = await submitAssisted(as(point), told());
    expect(await refusal(openWords(as(point), { id }))).toBe('matters.not_found');
    expect(await refusal(revealIdentity(as(point), { id, reason: '想再看一眼' }))).toBe('matters.not_found');
    expect(await refusal(getIssue(as(point), { id }))).toBe('matters.not_found');
    expect((await listIssues(as(point), {})).rows).toEqual([]);
    for (const table of ['issue_words', 'issue_messages', 'judgements', 'files'])
      expect([table, await rowsShown(point, table)]).toEqual([table, 0]);
    await expect(rowsShown(point, 'm3307_vault.identities')).rejects.toMatchObject({
      cause: { code: '42501' },
    });
    const seen = JSON.stringify([
      await getBroughtIn(as(point), { id }),
      await listBroughtIn(as(point), {}),
      await listHistory(as(point), id),
    ]);
    for (const secret of [words, visitor.name, visitor.phone, visitor.address, 'contactKept'])
      expect(seen).not.toContain(secret);
  });

  it('reads where it stands, the handling copy and the answer, to tell them to the visitor', async () => {
    const point = pointOf();
    const { id } = await submitAssisted(as(point), told());
    expect(await getBroughtIn(as(point), { id })).toMatchObject({ state: 'received', handlingText: null });
    await takeSteps(scene, id, ['accept', 'copy', 'route', 'take', 'reply', 'verify', 'judge']);
    const seen = await getBroughtIn(as(point), { id });
    expect(seen).toMatchObject({ state: 'judged', replyClass: 'solved', handlingTitle: '桥头社区路灯不亮' });
    // That it was judged, and not how.
    expect(seen.history.map(({ move }) => move)).toContain('judge');
    expect(JSON.stringify(seen)).not.toContain('stars');
    expect(seen).not.toHaveProperty('judgements');
  });

  it('reads the reason when it is not taken up', async () => {
    const point = pointOf();
    const { id } = await submitAssisted(as(point), told());
    await declineIssue(as(scene.people.host), { id, ground: 'law', reason: '这里已经列入明年的改造。' });
    const { history } = await getBroughtIn(as(point), { id });
    expect(history.at(-1)).toMatchObject({ move: 'decline', reason: '这里已经列入明年的改造。' });
  });

  it('files on the ground of their own point only', async () => {
    const before = await Promise.all(['matters', 'idempotency_keys', 'journal'].map(countOf));
    const elsewhere = [pointOf('330702001002'), pointOf('330702002'), pointOf('330703001')];
    const others = [
      scene.people.clerk,
      scene.people.city,
      scene.people.auditor,
      { kind: 'anonymous' } as const,
    ];
    for (const actor of [...elsewhere, ...others])
      expect(await refusal(submitAssisted(as(actor), told()))).toBe('issues.place');
    expect(await Promise.all(['matters', 'idempotency_keys', 'journal'].map(countOf))).toEqual(before);
    expect(await refusal(submitAssisted(as(pointOf('330702001')), told()))).toBe('done');
  });

  it('sends it twenty times at once and it is one matter with one slip', async () => {
    const point = pointOf();
    const before = await countOf('matters');
    const input = told();
    const slips = await Promise.all(Array.from({ length: 20 }, () => submitAssisted(as(point), input)));
    for (const slip of slips) expect(slip).toEqual(slips[0]);
    expect(await countOf('matters')).toBe(before + 1);
  });

  it('who is the host there too works as the host, and it is no contact person’s matter', async () => {
    const point = pointOf();
    const both = { ...point, grants: [...point.grants, ...scene.people.host.grants] };
    const { id } = await submitAssisted(as(both), told());
    expect(await refusal(openWords(as(both), { id }))).toBe('done');
    expect(await refusal(getBroughtIn(as(both), { id }))).toBe('matters.not_found');
  });
});

describe('what a contact person brought in', () => {
  it('is listed to them alone, newest first, and only while the point is theirs', async () => {
    const [point, colleague] = [pointOf(), pointOf()];
    const ids = [];
    for (let count = 0; count < 22; count += 1) ids.push((await submitAssisted(as(point), told())).id);
    const first = await listBroughtIn(as(point), {});
    expect(first.rows).toHaveLength(20);
    const second = await listBroughtIn(as(point), { after: first.next! });
    expect([...first.rows, ...second.rows].map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
    expect(second.next).toBeNull();

    expect((await listBroughtIn(as(colleague), {})).rows).toEqual([]);
    expect(await rowsShown(colleague, 'issues')).toBe(0);
    expect(await rowsShown(point, 'issues')).toBe(22);
    expect(await refusal(getBroughtIn(as(colleague), { id: ids[0]! }))).toBe('matters.not_found');
    const moved = { ...point, grants: pointOf('330702002').grants };
    expect((await listBroughtIn(as(moved), {})).rows).toEqual([]);
    expect(await refusal(getBroughtIn(as(moved), { id: ids[0]! }))).toBe('matters.not_found');
    const gone = { ...point, grants: [] };
    expect((await listBroughtIn(as(gone), {})).rows).toEqual([]);
  });

  it('is theirs to read and not to write, whatever a query forgets', async () => {
    const point = pointOf();
    const { id } = await submitAssisted(as(point), told());
    await saveHandlingCopy(as(scene.people.host), {
      id,
      title: '台阶没有扶手',
      text: '请装扶手。',
      confirmed: false,
    });
    const write = (statement: string) =>
      transact(as(point), async (tx) => (await tx.execute(sql.raw(statement))).rowCount);
    expect(await write(`update issues set handling_title = '改过' where matter_id = '${id}'`)).toBe(0);
    expect(await getBroughtIn(as(point), { id })).toMatchObject({ handlingTitle: '台阶没有扶手' });
  });
});
