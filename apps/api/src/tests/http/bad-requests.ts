import type { InjectOptions } from 'fastify';
import { addressOf, fromOurPages, host, type Route } from './open-http.ts';

export type BadRequest = InjectOptions & { how: string };

const json = { ...fromOurPages, 'content-type': 'application/json' };
const post = (
  how: string,
  url: string,
  payload: string | Buffer,
  headers: Record<string, string> = json,
): BadRequest => ({
  how: `${how}: POST ${url}`,
  method: 'POST',
  url,
  headers,
  payload,
});
const get = (how: string, url: string, headers: Record<string, string> = {}): BadRequest => ({
  how: `${how}: GET ${url.slice(0, 120)}`,
  url,
  headers: { host, ...headers },
});

const bodies: Readonly<Record<string, string | Buffer>> = {
  nothing: '',
  'half an object': '{"key":',
  'only null': 'null',
  'a list': '[]',
  'a word': 'hello',
  'not a number': 'NaN',
  'a number without end': '1e999999',
  'a NUL': '{"words":"a\u0000b"}',
  'bytes that are no text': Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]),
  'a prototype': '{"__proto__":{"admin":true}}',
  'a constructor': '{"constructor":{"prototype":{"admin":true}}}',
  'the same key twice': '{"key":"a","key":"b"}',
  'a deep nest': '['.repeat(30_000),
  'a deep nest that is closed': `${'['.repeat(30_000)}${']'.repeat(30_000)}`,
  'a little too much': JSON.stringify({ words: 'x'.repeat(70_000) }),
  'far too much': JSON.stringify({ words: 'x'.repeat(5_000_000) }),
};

const types = [
  'text/plain',
  'application/xml',
  'application/json; charset=utf-16',
  'a/b/c',
  ';',
  'application/octet-stream',
];

const names = [
  '',
  'issues',
  'issues.',
  '.',
  'issues.nothing',
  'issues.submit.then',
  '__proto__',
  'constructor',
  'toString',
];
const paths = [
  ...names,
  '_def',
  '%00',
  '%zz',
  '%ff%fe',
  '..%2f..%2fetc%2fpasswd',
  'a,b,c',
  ',,,',
  'x'.repeat(6000),
];

/** What can be wrong with a call of a procedure before its input is even looked at. */
export function badCalls(): BadRequest[] {
  const submit = '/trpc/issues.submit';
  const twentyOne = Array.from({ length: 21 }, () => 'divisions.countiesAndTownships').join(',');
  return [
    ...Object.entries(bodies).map(([how, body]) => post(how, submit, body)),
    ...Object.entries(bodies).map(([how, body]) => post(`${how}, in a batch`, `${submit}?batch=1`, body)),
    ...types.map((type) => post(type, submit, '{}', { ...fromOurPages, 'content-type': type })),
    post('no content type', submit, '{}', fromOurPages),
    post('packed', submit, '{}', { ...json, 'content-encoding': 'gzip' }),
    ...paths.flatMap((path) => [
      get('a procedure that is not there', `/trpc/${path}`),
      post('the same', `/trpc/${path}`, '{}'),
    ]),
    post('a query that is posted', '/trpc/divisions.get', '{"code":"3307"}'),
    get('a mutation that is got', submit),
    ...['{', 'null', '[', '%00', '%22', 'undefined', '"x"', '{"__proto__":1}'].map((input) =>
      get('an input that cannot be read', `/trpc/divisions.get?input=${encodeURIComponent(input)}`),
    ),
    get('two inputs', '/trpc/divisions.get?input={}&input={}'),
    get('an input without end', `/trpc/divisions.get?input=${'x'.repeat(60_000)}`),
    get('more calls than anybody needs', `/trpc/${twentyOne}?batch=1`),
    get('a batch of one that is not there', '/trpc/no.thing?batch=1&input={}'),
    get('a batch with a list', '/trpc/divisions.get,divisions.path?batch=1&input=[1]'),
    get('a batch with a word', '/trpc/divisions.get?batch=1&input="x"'),
    get('a batch that is asked for twice', '/trpc/divisions.get?batch=1&batch=1'),
    ...(['PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const).map((method) => ({
      how: method,
      method,
      url: submit,
      headers: json,
      payload: '{}',
    })),
    ...cookies.map((cookie) => get(`a cookie: ${cookie.slice(0, 40)}`, '/trpc/accounts.me', { cookie })),
  ];
}

const cookies = [
  'follow=',
  'follow=x.y.z',
  `follow=01890000-0000-7000-8000-000000000001.9999999999999.${'A'.repeat(43)}`,
  `follow=${'x'.repeat(20_000)}`,
  'follow=%00%ff',
  'tongxin.session_token=%E0%A4%A; a=b',
  '__Host-tongxin.session_token=__proto__',
  '=; ;;=,',
  'lang=../../etc; look=<script>; place=999999999999',
];

const fillings = [
  '%00',
  '%ff',
  '..',
  '%2e%2e%2f%2e%2e%2fetc%2fpasswd',
  '<script>alert(1)</script>',
  "' or 1=1 --",
  '__proto__',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
  '01890000-0000-7000-8000-000000000001',
  '９９',
  'x'.repeat(3000),
];
const queries = [
  'after=x',
  'after=2026-12-01T00:00:00-18:30_ffffffff-ffff-ffff-ffff-ffffffffffff',
  'after=0000-01-01T00:00:00Z_01890000-0000-7000-8000-000000000001',
  'after[]=1&in[]=2&q[]=3',
  'in=999999&past=1',
  'in=<script>alert(1)</script>',
  'q=%00&place=%00&in=%00&back=%00',
  'q=' + '%25'.repeat(2000),
  'place=330702001&lang=xx&look=%00',
  'back=//elsewhere.example&lang=en',
  'divisionCode=3307&kind=month&from=2026-13-45&lang=en',
  'divisionCode=%00&kind=__proto__&from=0000-01-01',
];

/** Every page and file that can be looked at, with something wrong in its address. */
export function badAddresses(routes: readonly Route[]): BadRequest[] {
  const looking = routes.filter(({ method, url }) => method === 'GET' && !url.startsWith('/trpc'));
  return looking.flatMap((route) => [
    ...(/[:*]/.test(route.url) ? fillings : []).map((filling) =>
      get('an odd part', encodeURI(addressOf(route, filling))),
    ),
    ...queries.map((query) => get('an odd question', `${addressOf(route)}?${encodeURI(query)}`)),
    ...cookies.map((cookie) => get('an odd cookie', addressOf(route), { cookie })),
  ]);
}

const multipart = (body: string): [string, Record<string, string>] => [
  body,
  { ...fromOurPages, 'content-type': 'multipart/form-data; boundary=b' },
];
const part = (head: string, body: string) =>
  `--b\r\ncontent-disposition: form-data; ${head}\r\n\r\n${body}\r\n`;

const forms: Readonly<Record<string, [string, Record<string, string>]>> = {
  'no field': ['', { ...fromOurPages, 'content-type': 'application/x-www-form-urlencoded' }],
  'odd fields': [
    'sealed=x&words=%00&place=%00&key=%00&choose=%00&in=%00&go=%00&tool=look:%00&receipt=%00&pin=%00&ticket=%00&__proto__=1',
    { ...fromOurPages, 'content-type': 'application/x-www-form-urlencoded' },
  ],
  'the same field many times': [
    'words=x&'.repeat(3000),
    { ...fromOurPages, 'content-type': 'application/x-www-form-urlencoded' },
  ],
  scripts: [
    ['words', 'place', 'receipt', 'pin', 'ticket', 'text', 'name', 'phone', 'key']
      .map((name) => `${name}=%3Cscript%3Ealert(1)%3C/script%3E`)
      .join('&'),
    { ...fromOurPages, 'content-type': 'application/x-www-form-urlencoded' },
  ],
  'percent signs that mean nothing': [
    'words=%zz%',
    { ...fromOurPages, 'content-type': 'application/x-www-form-urlencoded' },
  ],
  'a book': [
    `words=${'x'.repeat(2_000_000)}`,
    { ...fromOurPages, 'content-type': 'application/x-www-form-urlencoded' },
  ],
  JSON: ['{"words":{"a":1}}', json],
  'parts without an end': multipart(part('name="photo"; filename="a.jpg"', 'x')),
  'parts without a beginning': multipart('hello'),
  'a photo that is none': multipart(
    `${part('name="photo"; filename="../../a.jpg"', '<svg onload=alert(1)>')}--b--\r\n`,
  ),
  'many parts': multipart(`${part('name="words"', 'x').repeat(2000)}--b--\r\n`),
  'a boundary that is not there': ['x', { ...fromOurPages, 'content-type': 'multipart/form-data' }],
};

/** Every address that takes a form, with forms that no page of ours sends. */
export function badForms(routes: readonly Route[]): BadRequest[] {
  const taking = routes.filter(({ method, url }) => method === 'POST' && !url.startsWith('/trpc'));
  return taking.flatMap((route) =>
    Object.entries(forms).map(([how, [body, headers]]) => post(how, addressOf(route), body, headers)),
  );
}
