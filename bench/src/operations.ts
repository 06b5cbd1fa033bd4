import type autocannon from 'autocannon';
import type { Aim } from './fill.ts';
import type { Pair } from './rounds.ts';

const words = '村口的路灯坏了半个月，晚上老人走路看不清，前天有人差点摔进水沟，希望早点修好。';

/** Last year: made of whole months, all of them folded. */
export const period = () => {
  const { year } = Temporal.Now.plainDateISO();
  return { kind: 'year' as const, from: `${year}-01-01`, to: `${year + 1}-01-01` };
};

const get = (path: string): autocannon.Request => ({ method: 'GET', path });

/** Asks a procedure, as somebody who has signed in when there is a cookie. */
export function ask(procedure: string, input: unknown, cookie?: string): autocannon.Request {
  return {
    method: 'GET',
    path: `/trpc/${procedure}?input=${encodeURIComponent(JSON.stringify(input))}`,
    headers: cookie === undefined ? {} : { cookie },
  };
}

/** The table of the county for this year. */
export function countyTable({ county }: Aim, cookie: string): autocannon.Request {
  const { kind, from } = period();
  return ask('reports.table', { divisionCode: county, period: { kind, from } }, cookie);
}

/** What is compared: each operation as the limit does it and as the town does it. */
export function pairsOf({ township, county, village, matterId, publishedId }: Aim, cookie: string): Pair[] {
  const { from, to } = period();
  const issue = ask('issues.get', { id: matterId }, cookie);
  return [
    {
      name: 'point read: a published matter, for everybody',
      limit: get(`/published?id=${publishedId}`),
      town: ask('issues.getPublished', { id: publishedId }),
    },
    {
      name: 'an office’s page of one matter, beside one row of it',
      limit: get(`/issue?id=${matterId}`),
      town: issue,
    },
    {
      name: 'an office’s page of one matter, beside its six statements',
      limit: get(`/issue-whole?id=${matterId}`),
      town: issue,
    },
    {
      name: 'newest 20 settled of a township, for everybody',
      limit: get(`/settled-township?code=${township}`),
      town: ask('issues.listSettled', { divisionCode: township }),
    },
    {
      name: 'newest 20 of a township, signed in',
      limit: get(`/newest-township?code=${township}`),
      town: ask('issues.list', { divisionCode: township }, cookie),
    },
    {
      name: 'newest 20 of a county, signed in',
      limit: get(`/newest-county?code=${county}`),
      town: ask('issues.list', { divisionCode: county }, cookie),
    },
    {
      name: 'county table of a year, beside its roll-up alone',
      limit: get(`/table?code=${county}&from=${from}&to=${to}`),
      town: countyTable({ township, county, village, matterId, publishedId }, cookie),
    },
    {
      name: 'submit an issue',
      limit: submit('/submit', (key) => ({ code: village, words, key })),
      town: submit('/trpc/issues.submit', (key) => ({
        key,
        divisionCode: village,
        words,
        channel: 'web',
        photoIds: [],
        contact: {},
      })),
    },
    {
      name: 'public page, kept, beside bare Fastify with the same bytes',
      limit: get('/page'),
      town: get(publicPage({ county })),
    },
  ];
}

/** The page that is sent from memory: what was settled in a county. */
export function publicPage({ county }: Pick<Aim, 'county'>): string {
  return `/settled?in=${county}`;
}

function submit(path: string, body: (key: string) => unknown): autocannon.Request {
  return {
    method: 'POST',
    path,
    headers: { 'content-type': 'application/json' },
    setupRequest: (request) => ({ ...request, body: JSON.stringify(body(crypto.randomUUID())) }),
  };
}
