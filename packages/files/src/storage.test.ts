import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStorage, type Storage } from './storage.ts';
import { testStorage } from './testing.ts';

/** As much of S3 as a storage needs: put, get and delete by path. */
const objects = new Map<string, Buffer>();
const server: Server = createServer((request, response) => {
  const parts: Buffer[] = [];
  request.on('data', (part: Buffer) => parts.push(part));
  request.on('end', () => {
    const key = (request.url ?? '').split('?')[0]!;
    if (request.method === 'PUT') objects.set(key, Buffer.concat(parts));
    if (request.method === 'DELETE') objects.delete(key);
    const found = objects.get(key);
    response.statusCode = request.method === 'GET' && found === undefined ? 404 : 200;
    response.end(request.method === 'GET' ? found : undefined);
  });
});

let folder: Storage & AsyncDisposable;
let bucket: Storage;

beforeAll(async () => {
  folder = await testStorage();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  bucket = await openStorage({
    driver: 's3',
    bucket: 'town',
    region: 'any',
    endpoint: `http://127.0.0.1:${port}`,
    accessKeyId: 'test',
    secretAccessKey: 'test',
    forcePathStyle: true,
  });
});

afterAll(async () => {
  await folder[Symbol.asyncDispose]();
  server.closeAllConnections();
  server.close();
});

const bytes = Uint8Array.from({ length: 3000 }, (_, index) => (index * 7) % 256);

describe.each([
  ['a folder', () => folder],
  ['a bucket', () => bucket],
])('a storage in %s', (_, storage) => {
  it('gives back what it was given until that is removed', async () => {
    const name = 'photos/ab/abcdef-large.jpg';
    await storage().put(name, bytes);
    expect([...(await storage().read(name))]).toEqual([...bytes]);
    await storage().remove(name);
    await storage().remove(name);
    await expect(storage().read(name)).rejects.toThrow();
  });
});

describe('a bucket', () => {
  it('keeps a photo under its name as it is', async () => {
    await bucket.put('photos/cd/1.jpg', bytes);
    expect(objects.get('/town/photos/cd/1.jpg')?.includes(bytes)).toBe(true);
  });
});
