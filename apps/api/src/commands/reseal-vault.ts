import { system } from '@tongxin/core';
import { resealIdentities } from '@tongxin/issues/commands';
import { contextFor, openTown } from '../town.ts';
import type { Command } from './index.ts';

/** Each batch is one short transaction: residents’ details can be read and erased meanwhile. */
const batch = 100;

/**
 * Brings every identity under the current vault key. What a run has done stays done: one that was stopped is
 * simply run again, and one too many changes nothing.
 */
export const resealVault: Command = {
  says: 'bring all contact details under the current vault key, so that an older key can be destroyed',
  async run({ config }) {
    const town = await openTown(config, { connections: 2 });
    const { current } = config.keys.vault;
    try {
      const sum = { seen: 0, resealed: 0 };
      for (let after: string | undefined, more = true; more;) {
        const step = await resealIdentities(contextFor(town, system), { after, limit: batch });
        sum.seen += step.seen;
        sum.resealed += step.resealed;
        after = step.next ?? undefined;
        more = step.next !== null;
        process.stderr.write(`\r${sum.seen} identities looked at, ${sum.resealed} brought under ${current}`);
      }
      process.stderr.write('\n');
      console.log(
        `${sum.seen} identities, ${sum.resealed} brought under ${current} now, none under another key`,
      );
      return 0;
    } finally {
      await town.municipality.close();
    }
  },
};
