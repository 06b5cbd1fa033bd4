import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { makeAccount } from '@tongxin/accounts/testing';
import { newId, system } from '@tongxin/core';
import type { Context } from '@tongxin/db';
import { testDatabase } from '@tongxin/db/testing';
import { makeDivisions, suxi, yiwu } from '@tongxin/divisions/testing';
import fastify, { type FastifyInstance } from 'fastify';
import { readConfig } from '../env.ts';
import { registerSignIn } from './register.ts';

export const site = 'https://tongxin.example.org';
export const password = 'the right password';
/** The cookie that carries a sign-in. */
export const session = '__Host-tongxin.session_token';
export const staffGrant = { role: 'host', divisionCode: suxi } as const;
export const username = () => `name-${newId()}`;
let phones = 0;
export const newPhone = () => `1390001${String((phones += 1)).padStart(4, '0')}`;

const environment = (databaseUrl: string, gatewayUrl: string) => ({
  DATABASE_URL: databaseUrl,
  DATA_DIR: '/nowhere',
  PUBLIC_URL: site,
  PRODUCTION: '1',
  SMS: 'gateway',
  SMS_GATEWAY_URL: gatewayUrl,
  SMS_GATEWAY_TOKEN: 'token of the gateway',
  VAULT_KEY: Buffer.alloc(32, 1).toString('base64'),
  SEAL_KEY: Buffer.alloc(32, 2).toString('base64'),
  RECEIPT_KEY: Buffer.alloc(32, 3).toString('base64'),
  TELEPHONE_KEY: Buffer.alloc(32, 4).toString('base64'),
  AUTH_SECRET: 'a secret of the tests, long enough to be one 7f3b9c',
});

/** A gateway for text messages that remembers what it was given. */
async function openGateway() {
  const messages: { phone: string; code: string }[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString()));
    request.on('end', () => {
      if (request.headers.authorization === 'Bearer token of the gateway') messages.push(JSON.parse(body));
      response.end();
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  return { messages, url, close: () => void server.close() };
}

export type SignInScene = Awaited<ReturnType<typeof openSignInScene>>;

/** A town in production whose server knows the sign-in and one page that says who asks. */
export async function openSignInScene() {
  const database = await testDatabase();
  const gateway = await openGateway();
  const set = environment(database.ownerUrl, gateway.url);
  const open = async (change: Record<string, string> = {}, now = () => Temporal.Now.instant()) => {
    const server = fastify({ trustProxy: false });
    const config = readConfig({ ...set, ...change });
    const { actorOfRequest } = await registerSignIn(server, { config, municipality: database, now });
    server.get('/who', (request) => actorOfRequest(request));
    return server;
  };
  const app = await open();
  const { keys } = readConfig(set);
  const house: Context = { municipality: database, actor: system, now: () => Temporal.Now.instant(), keys };
  await makeDivisions(house);
  return {
    database,
    house,
    app,
    open,
    messages: gateway.messages,
    browser: (server = app, address?: string) => new Browser(server, address),
    async member() {
      const name = username();
      const grants = [{ role: 'member', divisionCode: yiwu }] as const;
      return { name, actor: await makeAccount(house, { username: name, password, grants }) };
    },
    async close() {
      await app.close();
      gateway.close();
      await database.close();
    },
  };
}

let addresses = 0;

/** A browser: sends our origin, keeps cookies. */
class Browser {
  readonly jar = new Map<string, string>();
  readonly server: FastifyInstance;
  readonly address: string;
  last: string[] = [];
  constructor(server: FastifyInstance, address = `203.0.113.${(addresses += 1)}`) {
    this.server = server;
    this.address = address;
  }

  get cookies() {
    return [...this.jar].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  async post(path: string, body: unknown, headers: Record<string, string> = {}) {
    const response = await this.server.inject({
      method: 'POST',
      url: `/auth${path}`,
      remoteAddress: this.address,
      headers: {
        origin: site,
        host: 'tongxin.example.org',
        'content-type': 'application/json',
        cookie: this.cookies,
        ...headers,
      },
      payload: JSON.stringify(body),
    });
    this.last = [response.headers['set-cookie'] ?? []].flat();
    for (const line of this.last) this.keep(line);
    return {
      status: response.statusCode,
      body: response.json() as Record<string, unknown>,
      raw: response.body,
      headers: response.headers,
    };
  }

  keep(line: string) {
    const [pair = '', ...attributes] = line.split('; ');
    const name = pair.slice(0, pair.indexOf('='));
    if (attributes.includes('Max-Age=0')) this.jar.delete(name);
    else this.jar.set(name, pair.slice(name.length + 1));
  }

  async who() {
    const response = await this.server.inject({ url: '/who', headers: { cookie: this.cookies } });
    return response.json() as { kind: string; accountId?: string; grants?: { role: string }[] };
  }
}

/** What an authenticator shows, `steps` half-minutes from now: 0 and 1 stay right when a half-minute ends meanwhile. */
export function authenticator(uri: string, steps = 0): string {
  const secret = base32(new URL(uri).searchParams.get('secret')!);
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Temporal.Now.instant().epochMilliseconds / 30_000) + steps));
  const mac = createHmac('sha1', secret).update(counter).digest();
  const at = mac.at(-1)! & 0xf;
  return String((mac.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}
function base32(text: string): Buffer {
  const bits = [...text]
    .map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'))
    .join('');
  return Buffer.from(bits.match(/.{8}/g)!.map((byte) => Number.parseInt(byte, 2)));
}
