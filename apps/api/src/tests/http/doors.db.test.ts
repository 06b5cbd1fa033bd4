import { testDatabase } from '@tongxin/db/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { doors } from '../../sign-in/doors.ts';
import { seed, some } from '../bad-input/chosen.ts';
import { changedTables, standOf } from '../bad-input/half-written.ts';
import { spoiltFrom } from '../bad-input/poison.ts';
import { callerPassword } from '../callers.ts';
import { makeFixture, type Fixture } from '../fixture.ts';
import { forgetful, type Forgetful } from '../forgetful.ts';
import { fromOurPages, openHttp } from './open-http.ts';

const furtherEach = 20;

let fixture: Fixture;
let looking: Forgetful;
let server: Awaited<ReturnType<typeof openHttp>>;
beforeAll(async () => {
  fixture = await makeFixture(await testDatabase());
  looking = await forgetful(fixture.database);
  server = await openHttp(fixture.database, { SMS: 'outbox' });
}, 120_000);
afterAll(async () => {
  await server.close();
  looking.close();
  await fixture.database.close();
});

const password = callerPassword;
/** What each address takes, of somebody who is nobody here, so that all of it is refused in the end. */
const wellFormed: Readonly<Record<string, unknown>> = {
  '/sign-in/username': { username: 'nobody-here', password },
  '/phone-code/send': { phone: '139 0000 9999' },
  '/sign-in/phone-number': { requestId: '01890000-0000-7000-8000-000000000001', code: '000000' },
  '/two-factor/enable': { password },
  '/two-factor/verify-totp': { code: '000000' },
  '/sign-out': {},
};

/** What a refused try leaves: that it was one, so that nobody tries for ever; and a code that nobody will read. */
const counting = [
  'm3307.sign_in_throttle',
  'm3307.rate_limits',
  'm3307.phone_codes',
  'm3307.outgoing_codes',
  'm3307.verifications',
];

async function stand() {
  await looking.begin();
  const found = await standOf(looking);
  await looking.back();
  return found;
}

/** Sends all of it; answers what is wrong with the answers, and how often each status came. */
async function askAll(path: string) {
  const { always, further } = spoiltFrom(wellFormed[path]);
  const faults: string[] = [];
  let named = 0;
  for (const { how, input } of [...always, ...some(further, furtherEach)]) {
    const payload = JSON.stringify(input);
    const headers = { ...fromOurPages, 'content-type': 'application/json' };
    const sent = { method: 'POST' as const, url: `/auth${path}`, headers, payload };
    const { statusCode, body, cookies } = await server.app.inject(sent);
    if (statusCode >= 500) faults.push(`${how} → ${statusCode}`);
    const { refusal = null, fields = {} } = statusCode < 400 ? {} : JSON.parse(body);
    // Two are refused while the body is read: one that is too long, and keys that no form may have.
    const unread = statusCode === 413 || /__proto__|prototype/.test(how);
    if (statusCode >= 400 && !unread && refusal === null)
      faults.push(`${how} → ${statusCode} without a reason: ${body}`);
    if (refusal === 'input.fields') named += 1;
    if (refusal === 'input.fields' && Object.keys(fields).length === 0)
      faults.push(`${how} → without a field`);
    if (cookies.some(({ name, value }) => name.includes('session') && value !== ''))
      faults.push(`${how} → is signed in`);
  }
  return { faults, named };
}

describe(`the addresses of signing in, whatever is sent (seed ${seed})`, () => {
  it.each(Object.keys(doors))(
    '%s answers with a reason, signs nobody in and writes nothing but that somebody tried',
    async (path) => {
      const before = await stand();
      const { faults, named } = await askAll(path);
      expect(faults, faults.join('\n')).toEqual([]);
      expect(named).toBeGreaterThan(5);
      const changed = changedTables(before, await stand());
      expect(changed.filter((table) => !counting.includes(table))).toEqual([]);
    },
    60_000,
  );
});
