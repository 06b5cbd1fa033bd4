import { migrateAll } from '@tongxin/db';
import { migrateQueue } from '../worker/queue.ts';
import type { Command } from './index.ts';

export const migrate: Command = {
  says: 'bring the tables to the current form',
  async run({ config }) {
    await migrateAll(config.DATABASE_URL, config.MUNICIPALITY);
    await migrateQueue(config.DATABASE_URL);
    return 0;
  },
};
