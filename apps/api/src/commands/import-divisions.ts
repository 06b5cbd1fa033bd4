import { DomainError, system, textOf } from '@tongxin/core';
import { importDivisions } from '@tongxin/divisions/commands';
import { messages } from '@tongxin/divisions/messages';
import { levels } from '@tongxin/divisions/rules';
import { contextFor, openTown } from '../town.ts';
import type { Command } from './index.ts';

export const importDivisionsHere: Command = {
  says: 'bring the divisions to the bundled official list: --city 3307, or --all for the whole country',
  async run({ config, flags }) {
    const city = typeof flags.city === 'string' ? flags.city : undefined;
    if (city === undefined && flags.all !== true) {
      console.error('Say which: --city 3307, or --all.');
      return 2;
    }
    const town = await openTown(config, { connections: 2 });
    try {
      const counts = await importDivisions(contextFor(town, system), {
        ...(city === undefined ? {} : { city }),
        progress: (done, total) => process.stderr.write(`\r${done} of ${total} rows read`),
      });
      process.stderr.write('\n');
      for (const level of levels) {
        const { inserted, changed, closed, unchanged } = counts[level];
        console.log(
          `${level.padEnd(9)} new ${inserted}, changed ${changed}, closed ${closed}, as before ${unchanged}`,
        );
      }
      return 0;
    } catch (reason) {
      if (!(reason instanceof DomainError)) throw reason;
      console.error(textOf(messages, reason.code, 'en'));
      return 1;
    } finally {
      await town.municipality.close();
    }
  },
};
