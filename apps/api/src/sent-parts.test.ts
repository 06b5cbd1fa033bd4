import multipart from '@fastify/multipart';
import fastify from 'fastify';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { onlyFile } from './sent-parts.ts';

const app = fastify();
beforeAll(async () => {
  await app.register(multipart, { limits: { files: 1, fileSize: 1000 } });
  app.post('/', async (request) => ({ size: (await onlyFile(request))?.bytes.length ?? null }));
});
afterAll(() => app.close());

const head =
  '--x\r\ncontent-disposition: form-data; name="list"; filename="a.csv"\r\ncontent-type: text/csv\r\n\r\n';
const large = 'a'.repeat(5000);

it.each([
  ['a whole form', `${head}abc\r\n--x--\r\n`, 200],
  ['a form without a file', '--x--\r\n', 200],
  ['a form that ends in the middle of its file', `${head}abc`, 400],
  ['a form that ends before its file', head, 400],
  ['a file that is too large', `${head}${large}\r\n--x--\r\n`, 413],
  ['a file that is too large and ends in the middle', `${head}${large}`, 400],
  ['what is no form', 'junk', 400],
])('%s is answered at once', async (_what, payload, expected) => {
  const headers = { 'content-type': 'multipart/form-data; boundary=x' };
  const { statusCode } = await app.inject({ method: 'POST', url: '/', headers, payload });
  expect(statusCode).toBe(expected);
});
