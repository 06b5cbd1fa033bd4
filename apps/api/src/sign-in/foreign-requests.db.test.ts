import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { doors } from './doors.ts';
import { openSignInScene, password, site, type SignInScene } from './sign-in-scene.ts';

let scene: SignInScene;
beforeAll(async () => {
  scene = await openSignInScene();
});
afterAll(() => scene.close());

describe('a request from elsewhere', () => {
  const strangers: Record<string, Record<string, string | undefined>> = {
    'says nothing of itself': { origin: undefined },
    'comes from another site': { origin: 'https://elsewhere.example' },
    'comes from another port': { origin: 'https://tongxin.example.org:8443' },
    'hides where it comes from': { origin: 'null' },
    'is a cross-site call': { origin: site, 'sec-fetch-site': 'cross-site' },
    'comes from a neighbour': { origin: site, 'sec-fetch-site': 'same-site' },
    'is a link somebody typed': { origin: undefined, 'sec-fetch-site': 'none' },
  };

  it.each(Object.keys(strangers))('is refused at every address when it %s', async (how) => {
    const headers = Object.fromEntries(
      Object.entries({
        'content-type': 'application/json',
        host: 'tongxin.example.org',
        ...strangers[how],
      }).filter(([, value]) => value !== undefined),
    ) as Record<string, string>;
    const { name } = await scene.member();
    for (const path of Object.keys(doors)) {
      const response = await scene.app.inject({
        method: 'POST',
        url: `/auth${path}`,
        headers,
        payload: { username: name, password },
      });
      expect([path, response.statusCode, response.json().refusal]).toEqual([
        path,
        403,
        'accounts.foreign_origin',
      ]);
      expect(response.headers['set-cookie']).toBeUndefined();
    }
  });

  it('that is a form or a link reaches nothing', async () => {
    for (const path of Object.keys(doors)) {
      const form = await scene.app.inject({
        method: 'POST',
        url: `/auth${path}`,
        headers: { origin: site, host: 'tongxin.example.org', 'content-type': 'text/plain' },
        payload: JSON.stringify({ username: 'x', password }),
      });
      expect([path, form.statusCode]).toEqual([path, 415]);
      const link = await scene.app.inject({
        method: 'GET',
        url: `/auth${path}`,
        headers: { host: 'tongxin.example.org' },
      });
      expect([path, link.statusCode]).toEqual([path, 404]);
    }
  });

  it('finds none of the library’s other addresses', async () => {
    const browser = scene.browser();
    const others = [
      '/sign-up/email',
      '/sign-in/email',
      '/update-user',
      '/change-password',
      '/delete-user',
      '/list-sessions',
      '/revoke-sessions',
      '/two-factor/disable',
      '/two-factor/get-totp-uri',
      '/two-factor/verify-backup-code',
      '/get-session',
      '/ok',
      '/error',
      '/../sign-up/email',
      '/request-password-reset',
    ];
    for (const path of others) {
      expect([path, (await browser.post(path, {})).status]).toEqual([path, 404]);
      expect((await scene.app.inject({ method: 'GET', url: `/auth${path}` })).statusCode).toBe(404);
    }
  });

  it('with nonsense in it gets a 4xx that names the field', async () => {
    const browser = scene.browser();
    const nonsense = [
      null,
      7,
      'x',
      [],
      {},
      { username: 1 },
      { username: 'x'.repeat(70), password },
      { username: 'a', password, trustDevice: true },
      { __proto__: null, phone: '\u0000' },
      { phone: '１３９' },
      { requestId: 'x', code: '1' },
      { code: { $ne: 1 } },
    ];
    for (const path of Object.keys(doors)) {
      for (const body of nonsense) {
        if (path === '/sign-out' && JSON.stringify(body) === '{}') continue;
        if (path === '/two-factor/enable' && JSON.stringify(body) === '{}') continue;
        const answer = await browser.post(path, body);
        expect([path, body, answer.status]).toEqual([path, body, 400]);
        expect(answer.body.refusal).toBe('input.fields');
      }
    }
  });
});
