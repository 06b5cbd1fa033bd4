import cookie from '@fastify/cookie';
import { testSecret } from '@tongxin/accounts/testing';
import { system } from '@tongxin/core';
import type { TestDatabase } from '@tongxin/db/testing';
import { testStorage } from '@tongxin/files/testing';
import { contextOf, testNow } from '@tongxin/matters/testing';
import { render } from '@tongxin/public/render';
import fastify, { type FastifyInstance } from 'fastify';
import type { Config } from '../../env.ts';
import { registerHeaders } from '../../headers.ts';
import type { Town } from '../../town.ts';
import { registerPublic } from '../register.ts';

/** The residents' site over the database of a test, drawn from the sources. Its clock can be moved. */
export async function openTestSite(database: TestDatabase) {
  const storage = await testStorage();
  const { keys } = contextOf(database, system);
  const config = {
    AUTH_SECRET: testSecret,
    DEMO: true,
    PRODUCTION: false,
    keys,
    MUNICIPALITY: '3307',
  } as Config;
  let now = testNow;
  const town: Town = { config, municipality: database, storage, now: () => now };
  const app = fastify({ bodyLimit: 64 * 1024 });
  await app.register(cookie);
  registerHeaders(app, config);
  await registerPublic(app, {
    town,
    drawing: { draw: render, assets: { style: '/s.css', script: '/s.js' }, folder: null },
  });
  await app.ready();
  return {
    app,
    storage,
    move: (moment: Temporal.Instant) => (now = moment),
    browser: () => browserOf(app),
    async close() {
      await app.close();
      await storage[Symbol.asyncDispose]();
    },
  };
}

export type TestSite = Awaited<ReturnType<typeof openTestSite>>;

type Answer = {
  status: number;
  html: string;
  location: string;
  headers: Record<string, unknown>;
  page: Form;
};

/** What a form holds as a browser would send it: hidden fields, values, chosen options. */
type Form = Record<string, string>;

type Photo = { name: string; bytes: Uint8Array };
type Sending = {
  fields?: Record<string, string | string[]>;
  photos?: readonly Photo[];
  headers?: Record<string, string>;
};

/** A browser without scripts: keeps cookies, sends forms as people do, follows no redirect by itself. */
function browserOf(app: FastifyInstance) {
  const cookies = new Map<string, string>();
  const ask = async (
    method: 'GET' | 'POST',
    url: string,
    more: { headers?: Record<string, string>; payload?: Buffer | string } = {},
  ) => {
    const jar = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await app.inject({
      method,
      url,
      headers: { host: 'town.example', ...(jar === '' ? {} : { cookie: jar }), ...more.headers },
      ...(more.payload === undefined ? {} : { payload: more.payload }),
    });
    for (const { name, value, maxAge } of response.cookies) {
      if (value === '' || maxAge === 0) cookies.delete(name);
      else cookies.set(name, value);
    }
    return answerOf(response.statusCode, response.body, response.headers);
  };
  return {
    cookies,
    get: (url: string, headers: Record<string, string> = {}) => ask('GET', url, { headers }),
    post: (url: string, { fields = {}, photos, headers = {} }: Sending = {}) => {
      const { type, payload } = photos === undefined ? urlencoded(fields) : multipart(fields, photos);
      const sent = {
        'content-type': type,
        origin: 'http://town.example',
        'sec-fetch-site': 'same-origin',
        ...headers,
      };
      return ask('POST', url, { headers: sent, payload });
    },
  };
}

export type Browser = ReturnType<typeof browserOf>;

function answerOf(status: number, html: string, headers: Record<string, unknown>): Answer {
  return {
    status,
    html,
    location: typeof headers['location'] === 'string' ? headers['location'] : '',
    headers,
    page: formOf(html),
  };
}

/** The named values of a page's fields. */
function formOf(html: string): Form {
  const form: Form = {};
  for (const [tag] of html.matchAll(/<input [^>]*>/g)) {
    const name = attribute(tag, 'name');
    const chosen = !/type="(radio|checkbox)"/.test(tag) || / checked=""/.test(tag);
    if (name !== undefined && chosen) form[name] = attribute(tag, 'value') ?? '';
  }
  for (const [, tag = '', text = ''] of html.matchAll(/<textarea([^>]*)>([^<]*)<\/textarea>/g)) {
    const name = attribute(tag, 'name');
    if (name !== undefined) form[name] = plain(text);
  }
  return form;
}

function attribute(tag: string, name: string): string | undefined {
  const found = new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1];
  return found === undefined ? undefined : plain(found);
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'" };
const plain = (text: string) =>
  text.replaceAll(/&(amp|lt|gt|quot|#x27);/g, (_, name: string) => entities[name]!);

/** The words of a page as a person reads them. */
export const textOf = (html: string) =>
  plain(html.replace(/<head>.*<\/head>/s, '').replaceAll(/<[^>]+>/g, ' ')).replaceAll(/\s+/g, ' ');

function urlencoded(fields: Record<string, string | string[]>) {
  const pairs = Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one) => [name, one]));
  return { type: 'application/x-www-form-urlencoded', payload: new URLSearchParams(pairs).toString() };
}

function multipart(fields: Record<string, string | string[]>, photos: readonly Photo[]) {
  const boundary = 'a-boundary-of-the-tests';
  const part = (head: string, body: Uint8Array | string) => [
    Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; ${head}\r\n\r\n`),
    Buffer.from(body),
    Buffer.from('\r\n'),
  ];
  const texts = Object.entries(fields).flatMap(([name, value]) =>
    [value].flat().flatMap((one) => part(`name="${name}"`, one)),
  );
  const pictures = photos.flatMap(({ name, bytes }) =>
    part(`name="photos"; filename="${name}"\r\ncontent-type: image/jpeg`, bytes),
  );
  const payload = Buffer.concat([...texts, ...pictures, Buffer.from(`--${boundary}--\r\n`)]);
  return { type: `multipart/form-data; boundary=${boundary}`, payload };
}
