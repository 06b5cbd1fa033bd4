import { randomBytes } from 'node:crypto';
import { appLogin } from '@tongxin/db';
import pg from 'pg';
import type { Command } from './index.ts';

export const login: Command = {
  says: 'make (or re-key) the login that the application connects with, and print its address',
  async run({ config }) {
    const client = new pg.Client({ connectionString: config.DATABASE_URL });
    await client.connect();
    try {
      console.log(await appLogin(client, config.DATABASE_URL, randomBytes(24).toString('base64url')));
      return 0;
    } finally {
      await client.end();
    }
  },
};
