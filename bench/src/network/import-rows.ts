import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { system } from '@tongxin/core';
import { openMunicipality } from '@tongxin/db';
import { openStorage } from '@tongxin/files/storage';
import { runImport, sendFile } from '@tongxin/imports/commands';
import { getImport } from '@tongxin/imports/queries';
import { importForms } from '../../../apps/api/src/imports/forms.ts';

/** Imports the list in a file as the worker does, and tells what it took: `node import-rows.ts <database> <file>`. */
const [, , url, file] = process.argv;
const megabyte = 1024 * 1024;
const municipality = openMunicipality(url!, '3307', { connections: 2 });
const ctx = { municipality, actor: system, now: () => Temporal.Now.instant() };
const folder = await mkdtemp(join(tmpdir(), 'tongxin-import-'));
const storage = await openStorage({ driver: 'fs', folder });
const bytes = await readFile(file!);
const sent = { kind: 'members' as const, divisionCode: '3307', fileName: basename(file!), bytes };
const { id } = await sendFile(ctx, storage, sent);

const beginMb = process.memoryUsage.rss() / megabyte;
const began = performance.now();
const seen = new Set<number>();
let isLooking = true;
const looking = (async () => {
  while (isLooking) {
    seen.add((await getImport(ctx, id)).rowsDone);
    await new Promise((done) => setTimeout(done, 100));
  }
})();
await runImport(ctx, storage, { importId: id, forms: importForms });
const seconds = (performance.now() - began) / 1000;
isLooking = false;
await looking;
const { rows, added } = await getImport(ctx, id);
// Linux tells it in kilobytes.
const peakMb = process.resourceUsage().maxRSS / 1024;
console.log(JSON.stringify({ rows, added, seconds, beginMb, peakMb, steps: seen.size }));
await municipality.close();
await rm(folder, { recursive: true });
