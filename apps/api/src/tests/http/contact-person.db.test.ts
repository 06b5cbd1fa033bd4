import { testDatabase } from '@tongxin/db/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { procedures } from '../cell.ts';
import { makeFixture, type Fixture } from '../fixture.ts';
import { samples } from '../samples/index.ts';
import { fromOurPages, openHttp } from './open-http.ts';

let fixture: Fixture;
let server: Awaited<ReturnType<typeof openHttp>>;
let cookie: string;
beforeAll(async () => {
  fixture = await makeFixture(await testDatabase());
  server = await openHttp(fixture.database);
  cookie = await server.cookiesOf('contact');
}, 120_000);
afterAll(async () => {
  await server.close();
  await fixture.database.close();
});

const words = '我八十一了，三号楼台阶没有扶手，下雨不敢出门。';
const visitor = { name: '演示来访老人', phone: '139 0000 0081', address: '三号楼一单元二〇一' };

async function ask(path: string, input: unknown, isQuery: boolean) {
  const address = `/trpc/${path}`;
  const response = await server.app.inject({
    method: isQuery ? 'GET' : 'POST',
    url: isQuery ? `${address}?input=${encodeURIComponent(JSON.stringify(input ?? null))}` : address,
    headers: { ...fromOurPages, cookie, ...(isQuery ? {} : { 'content-type': 'application/json' }) },
    ...(isQuery ? {} : { payload: JSON.stringify(input ?? null) }),
  });
  return { status: response.statusCode, body: response.body };
}

/** What each procedure is asked when it is asked about this matter. */
function askedAbout(id: string, path: string): unknown {
  const input = samples[path]!(fixture).input as Record<string, unknown> | undefined;
  return input !== undefined && 'id' in input ? { ...input, id } : input;
}

it('a contact person files for an elderly visitor over HTTP and no address tells them who it was again', async () => {
  const sent = await ask(
    'issues.submitAssisted',
    {
      key: crypto.randomUUID(),
      divisionCode: '330702001001',
      words,
      photoIds: [],
      contact: visitor,
      channel: 'desk',
    },
    false,
  );
  expect(sent.status).toBe(200);
  expect(sent.body).not.toContain(visitor.name);
  const { id, receipt, pin } = JSON.parse(sent.body).result.data as Record<string, string>;
  expect([receipt, pin]).toEqual([expect.stringMatching(/-/), expect.stringMatching(/^\d{6}$/)]);

  const answers = [];
  // What residents do themselves needs their own slip and no account; signing up and out is not asked for here.
  const asked = procedures.filter(({ path }) => path in samples && path !== 'accounts.changePassword');
  for (const { path, type } of asked)
    answers.push({ path, ...(await ask(path, askedAbout(id!, path), type === 'query')) });
  expect(answers.length).toBeGreaterThan(90);
  const telling = answers.filter(({ body }) =>
    [words, visitor.name, visitor.phone, visitor.address].some((secret) => body.includes(secret)),
  );
  expect(telling.map(({ path }) => path)).toEqual([]);
  // The negative control: they were answered about this very matter.
  const own = answers.find(({ path }) => path === 'issues.getBroughtIn')!;
  expect([own.status, own.body]).toEqual([200, expect.stringContaining(receipt!)]);
  for (const path of ['issues.get', 'issues.openWords', 'issues.reveal'])
    expect([path, answers.find((one) => one.path === path)!.status]).toEqual([path, 404]);
});
