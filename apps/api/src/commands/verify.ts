import { system } from '@tongxin/core';
import { verifyJournal } from '@tongxin/matters/queries';
import { contextFor, openTown } from '../town.ts';
import { readHeads } from '../worker/heads-copy.ts';
import type { Command } from './index.ts';

const shown = 20;

export const verify: Command = {
  says: 'check the journal against its seals and name every entry that was tampered with',
  async run({ config }) {
    const town = await openTown(config, { connections: 2 });
    try {
      const { entries, sealed, unsealed, faults } = await verifyJournal(contextFor(town, system), {
        publicKey: config.seal.publicKey,
        outside: await readHeads(config.DATA_DIR),
        progress: (done) => process.stderr.write(`\r${done} entries`),
      });
      process.stderr.write('\n');
      console.log(
        `${entries} entries, ${sealed} sealed, ${unsealed} not yet sealed, ${faults.length} faults`,
      );
      for (const { kind, position, matterId, seq } of faults.slice(0, shown)) {
        console.log(`  ${kind}: position ${position ?? '-'}, matter ${matterId ?? '-'}, entry ${seq ?? '-'}`);
      }
      if (faults.length > shown) console.log(`  … and ${faults.length - shown} more`);
      return faults.length === 0 ? 0 : 1;
    } finally {
      await town.municipality.close();
    }
  },
};
