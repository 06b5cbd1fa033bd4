import { sweepSignIns } from '@tongxin/accounts/commands';
import { system } from '@tongxin/core';
import { relayOutbox } from '@tongxin/db';
import { sweepUnattached } from '@tongxin/files/commands';
import { sweepImports } from '@tongxin/imports/commands';
import { sealJournal } from '@tongxin/matters/commands';
import { foldJournal } from '@tongxin/reports/commands';
import { alarmUnstaffed } from '@tongxin/rotas/commands';
import { contextFor, type Town } from '../town.ts';
import { withoutValues } from '../without-values.ts';
import { passDue } from './due.ts';
import { startChores } from './every.ts';
import { copyHead } from './heads-copy.ts';
import { startQueue } from './queue.ts';
import { tasksOf } from './tasks.ts';

const second = 1000;
const minute = 60 * second;

/** Starts what the town does by itself: clocks, seals, roll-ups, notices. */
export async function startWorker(town: Town): Promise<{ stop(): Promise<void> }> {
  const { config } = town;
  const ctx = contextFor(town, system);
  const url = config.APP_DATABASE_URL ?? config.DATABASE_URL;
  const queue = await startQueue(url, tasksOf(town));
  const chores = startChores(
    [
      { name: 'outbox', everyMs: second, work: () => untilNone(() => relayOutbox(ctx)) },
      { name: 'seal', everyMs: 5 * second, work: () => sealAll(town) },
      { name: 'fold', everyMs: 5 * second, work: () => untilNone(() => foldJournal(ctx)) },
      { name: 'due', everyMs: minute, work: () => passDue(ctx) },
      { name: 'unstaffed', everyMs: 10 * minute, work: () => alarmUnstaffed(ctx) },
      { name: 'sign-ins', everyMs: 24 * 60 * minute, work: () => sweepSignIns(ctx) },
      { name: 'files', everyMs: 60 * minute, work: () => sweepUnattached(ctx, town.storage) },
      { name: 'imports', everyMs: 60 * minute, work: () => sweepImports(ctx, town.storage) },
    ],
    (name, error) => console.error(`the worker's chore "${name}" failed`, withoutValues(error)),
  );
  return {
    async stop() {
      await chores.stop();
      await queue.stop();
    },
  };
}

/** Seals everything that has settled and copies each signed head out. */
async function sealAll(town: Town): Promise<void> {
  const ctx = contextFor(town, system);
  for (;;) {
    const head = await sealJournal(ctx, town.config.seal.privateKey);
    if (head === null) return;
    await copyHead(town.config.DATA_DIR, head);
  }
}

async function untilNone(work: () => Promise<number>): Promise<void> {
  while ((await work()) > 0);
}
