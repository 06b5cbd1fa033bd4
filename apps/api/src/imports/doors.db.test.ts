import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { request as openRequest } from 'node:http';
import { join } from 'node:path';
import { system, textOf } from '@tongxin/core';
import { testDatabase, type TestDatabase } from '@tongxin/db/testing';
import { messages } from '@tongxin/imports/messages';
import { mostBytes } from '@tongxin/imports/rules';
import { makeTown } from '@tongxin/matters/testing';
import type { JobHelpers } from 'graphile-worker';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeCallers, type AccountKind } from '../tests/callers.ts';
import { contextAs } from '../tests/fixture.ts';
import { openHttp } from '../tests/http/open-http.ts';
import { tasksOf } from '../worker/tasks.ts';
import { badFiles, utf8 } from './bad-files.ts';

let database: TestDatabase;
let server: Awaited<ReturnType<typeof openHttp>>;
let address: string;
beforeAll(async () => {
  database = await testDatabase();
  const town = await makeTown(database);
  await makeCallers(contextAs(database, system), town);
  server = await openHttp(database);
  address = await server.app.listen({ port: 0, host: '127.0.0.1' });
}, 60_000);
afterAll(async () => {
  server.app.server.closeAllConnections();
  await server.close();
  await database.close();
});

const door = '/imports/members/330702';
const ours = () => ({ origin: address });
const cookieOf = async (kind: AccountKind) => ({ cookie: await server.cookiesOf(kind) });
type Answer = { id?: string; isNew?: boolean; refusal: string | null; code?: string };

function formOf(bytes: Uint8Array): FormData {
  const form = new FormData();
  form.append('list', new Blob([new Uint8Array(bytes)]), '名单.xlsx');
  return form;
}
async function post(
  bytes: Uint8Array,
  headers: Record<string, string>,
  path = door,
): Promise<{ status: number; answer: Answer }> {
  const response = await fetch(`${address}${path}`, { method: 'POST', body: formOf(bytes), headers });
  return { status: response.status, answer: (await response.json()) as Answer };
}
/** What is left: rows of people, and files in the folder. */
async function left() {
  const { rows } = await database.pool.query<{ people: number }>(
    'select count(*)::int as people from members',
  );
  const files = await readdir(join(server.town.config.DATA_DIR, 'files')).catch(() => []);
  return { people: rows[0]!.people, files };
}
async function enter(importId: string): Promise<void> {
  await tasksOf(server.town)['import']!({ importId }, {} as JobHelpers);
}
async function stateOf(id: string, headers: Record<string, string>) {
  const input = encodeURIComponent(JSON.stringify({ id }));
  const answer = await fetch(`${address}/trpc/imports.get?input=${input}`, { headers });
  const { result } = (await answer.json()) as { result: { data: Record<string, unknown> } };
  return result.data;
}
/** The sentence for an answer in both languages; for the doors' own, which no list has, screens have one (web/refusal). */
const sentences = ({ refusal }: Answer) =>
  (['zh-CN', 'en'] as const).map((locale) => textOf(messages, refusal ?? '', locale));
const words = utf8('姓名,界别\n壬先,教育\n');

describe('bad files through the door', () => {
  it.each(badFiles)('%s is refused with a sentence, and nothing is left', async (_what, make, refusal) => {
    const signed = { ...ours(), ...(await cookieOf('county')) };
    const before = await left();
    const { status, answer } = await post(make(), signed);
    expect(status).toBe(200);
    await enter(answer.id!);
    expect(await stateOf(answer.id!, signed)).toMatchObject({ state: 'refused', refusal, rowsDone: 0 });
    const [zh, en] = (['zh-CN', 'en'] as const).map((locale) => textOf(messages, refusal, locale));
    expect(zh).toMatch(/没有导入/);
    expect(en).toMatch(/nothing was imported|nothing below/);
    expect(await left()).toEqual(before);
  });

  it('a good one is entered, so it is the file that is refused', async () => {
    const signed = { ...ours(), ...(await cookieOf('county')) };
    const before = await left();
    const { answer } = await post(words, signed);
    await enter(answer.id!);
    expect(await left()).toEqual({ people: before.people + 1, files: before.files });
  });

  it.each([
    ['an empty file', 0, 400, 'imports.empty'],
    ['what is too large by one byte', mostBytes + 1, 413, 'imports.too_large'],
  ])('%s is not even kept', async (_what, size, expected, refusal) => {
    const signed = { ...ours(), ...(await cookieOf('county')) };
    const before = await left();
    const { status, answer } = await post(new Uint8Array(size), signed);
    expect([status, answer.refusal]).toEqual([expected, refusal]);
    expect(await left()).toEqual(before);
  });

  it('what is no form, a form without a file, and one with two are answered, and nothing is kept', async () => {
    const signed = { ...ours(), ...(await cookieOf('county')) };
    const before = await left();
    const json = { method: 'POST', headers: { ...signed, 'content-type': 'application/json' }, body: '{}' };
    const none = new FormData();
    none.append('words', '名单');
    const two = formOf(utf8('姓名,界别\n'));
    two.append('more', new Blob(['姓名']), '二.csv');
    for (const options of [json, { method: 'POST', headers: signed, body: none }]) {
      const answer = (await (await fetch(`${address}${door}`, options)).json()) as Answer;
      expect(answer.refusal).toBe('imports.no_file');
    }
    const both = await fetch(`${address}${door}`, { method: 'POST', headers: signed, body: two });
    // The first one counts.
    await enter(((await both.json()) as { id: string }).id);
    expect(await left()).toEqual(before);
  });
});

describe('a report that breaks off', () => {
  it('ends the download, is reported, and leaves the server as it was', async () => {
    const signed = { ...ours(), ...(await cookieOf('county')) };
    const { answer } = await post(utf8('姓名,界别\n癸先,不是界别\n'), signed);
    await enter(answer.id!);
    const read = async () =>
      (await fetch(`${address}/imports/${answer.id}/report.csv`, { headers: signed })).text();
    expect(await read()).toContain('界别');
    const unheard: unknown[] = [];
    const hear = (error: unknown) => unheard.push(error);
    process.on('uncaughtException', hear);
    const owner = new pg.Client({ connectionString: database.ownerUrl, options: '-c search_path=m3307' });
    await owner.connect();
    try {
      await owner.query('alter table import_findings rename column code to code_away');
      await expect(read()).rejects.toThrow();
      await owner.query('alter table import_findings rename column code_away to code');
    } finally {
      await owner.end();
      process.off('uncaughtException', hear);
    }
    expect(unheard).toEqual([]);
    expect(await read()).toContain('界别');
  });
});

describe('a gigabyte', () => {
  const gigabyte = 1024 * 1024 * 1024;
  const head = `--x\r\ncontent-disposition: form-data; name="list"; filename="a.csv"\r\ncontent-type: text/csv\r\n\r\n`;

  /** Sends pieces until the server has answered or will hear no more. */
  async function sendUntilAnswered(headers: Record<string, string | number>) {
    const request = openRequest(`${address}${door}`, { method: 'POST', headers });
    let sent = 0;
    let status: number | undefined;
    const answered = new Promise<Answer>((done) => {
      request.on('response', (response) => {
        status = response.statusCode;
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () => done(JSON.parse(Buffer.concat(parts).toString()) as Answer));
      });
    });
    let closed = false;
    const over = new Promise<Answer>((done) => {
      request.on('close', () => done({ refusal: null }));
      request.on('error', () => (closed = true));
    });
    request.write(head);
    const piece = Buffer.alloc(1024 * 1024, 'a');
    while (sent < gigabyte && status === undefined && !closed) {
      sent += piece.length;
      if (!request.write(piece))
        await Promise.race([once(request, 'drain').catch(() => undefined), answered, over]);
    }
    const answer = await Promise.race([answered, over]);
    request.destroy();
    return { sent, status, answer };
  }
  const form = { 'content-type': 'multipart/form-data; boundary=x' };

  it('is refused while it is being sent, long before its end, and leaves nothing', async () => {
    const before = await left();
    const { sent, status, answer } = await sendUntilAnswered({
      ...ours(),
      ...(await cookieOf('county')),
      ...form,
    });
    expect([status, answer.refusal]).toEqual([413, 'imports.too_large']);
    expect(sentences(answer)[0]).toMatch(/10 MB/);
    expect(sent).toBeLessThan(64 * 1024 * 1024);
    expect(await left()).toEqual(before);
  });

  it('that says how large it is, and one that its sender may not send, is answered before it is read', async () => {
    const declared = { ...ours(), ...form, 'content-length': gigabyte };
    const large = await sendUntilAnswered({ ...declared, ...(await cookieOf('county')) });
    expect(large).toMatchObject({ status: 413, answer: { refusal: 'imports.too_large' } });
    const foreign = await sendUntilAnswered({ ...ours(), ...form, ...(await cookieOf('farCounty')) });
    expect(foreign).toMatchObject({ status: 403, answer: { refusal: 'imports.not_yours' } });
    for (const { sent } of [large, foreign]) expect(sent).toBeLessThan(64 * 1024 * 1024);
  });
});

describe('who may not send', () => {
  it.each([
    ['nobody signed in', null, 401],
    ['a host', 'host', 403],
    ['another county’s office', 'farCounty', 403],
    ['a member', 'member', 403],
    ['the operator, who keeps units alone', 'operator', 403],
  ] as const)('%s is told so in both languages, and nothing is kept', async (_who, kind, expected) => {
    const before = await left();
    const headers = { ...ours(), ...(kind === null ? {} : await cookieOf(kind)) };
    const { status, answer } = await post(words, headers);
    expect(status).toBe(expected);
    if (kind === null) expect(answer.code).toBe('UNAUTHORIZED');
    else expect(sentences(answer)[0]).toMatch(/请把文件交给他们导入/);
    expect(await left()).toEqual(before);
  });

  it('a page of somebody else, in the name of whoever is signed in', async () => {
    const before = await left();
    const signed = await cookieOf('county');
    for (const headers of [
      { ...signed, origin: 'https://elsewhere.example' },
      { ...signed, 'sec-fetch-site': 'cross-site' },
    ]) {
      const { status, answer } = await post(words, headers);
      expect([status, answer.refusal]).toEqual([403, 'http.foreign_origin']);
    }
    expect(await left()).toEqual(before);
  });

  it('for a list or a place that is none', async () => {
    const signed = { ...ours(), ...(await cookieOf('county')) };
    for (const path of ['/imports/nothing/330702', '/imports/members/999999'])
      expect((await post(words, signed, path)).status).toBe(404);
  });
});

describe('lists of units through the door', () => {
  it('are the city’s to send, and bad ones leave nothing', async () => {
    const units = '/imports/organisations/3307';
    const signed = { ...ours(), ...(await cookieOf('city')) };
    const { rows: before } = await database.pool.query('select count(*) from organisations');
    const bad = await post(utf8('单位名称,单位类别\n=1,承办单位\n'), signed, units);
    await enter(bad.answer.id!);
    expect(await stateOf(bad.answer.id!, signed)).toMatchObject({
      state: 'refused',
      refusal: 'imports.formula',
    });
    const { rows: after } = await database.pool.query('select count(*) from organisations');
    expect(after).toEqual(before);
    const refused = await post(words, { ...ours(), ...(await cookieOf('county')) }, units);
    expect(refused).toMatchObject({ status: 403, answer: { refusal: 'imports.not_yours' } });
    expect((await left()).files).toEqual([]);
  });
});
