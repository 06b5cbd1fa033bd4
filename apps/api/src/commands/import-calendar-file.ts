import { readFile } from 'node:fs/promises';
import { system } from '@tongxin/core';
import { importCalendar } from '@tongxin/matters/commands';
import { readCalendarCsv } from '@tongxin/matters/calendar';
import { contextFor, openTown } from '../town.ts';
import type { Command } from './index.ts';

export const importCalendarFile: Command = {
  says: 'take in a year’s holidays and make-up days from a CSV file: day,kind,name,source',
  async run({ config, words }) {
    const [file] = words;
    if (file === undefined) {
      console.error('Name the file: calendar import 2027.csv');
      return 2;
    }
    const town = await openTown(config, { connections: 2 });
    try {
      const days = readCalendarCsv(await readFile(file, 'utf8'));
      const written = await importCalendar(contextFor(town, system), days);
      console.log(`${days.length} days read, ${written} new or changed`);
      return 0;
    } finally {
      await town.municipality.close();
    }
  },
};
