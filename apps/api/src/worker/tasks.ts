import { system } from '@tongxin/core';
import { tellResident } from '@tongxin/issues/commands';
import { runImport } from '@tongxin/imports/commands';
import { noticeUnit } from '@tongxin/notices/commands';
import { Notice } from '@tongxin/notices/rules';
import type { TaskList } from 'graphile-worker';
import { z } from 'zod';
import { importForms } from '../imports/forms.ts';
import { contextFor, type Town } from '../town.ts';
import { textSender } from '../sms.ts';

const AboutMatter = z.object({ matterId: z.uuid() });
const AboutImport = z.object({ importId: z.uuid() });

/** The jobs that transactions promise. Each may run twice; its effect is there once. */
export function tasksOf(town: Town): TaskList {
  const ctx = contextFor(town, system);
  const send = textSender(town);
  return {
    notice: async (payload, { job }) => noticeUnit(ctx, Notice.parse(payload), job.key ?? undefined),
    'tell-resident': async (payload) => {
      await tellResident(ctx, AboutMatter.parse(payload).matterId, send);
    },
    import: async (payload) => {
      const { importId } = AboutImport.parse(payload);
      await runImport(ctx, town.storage, { importId, forms: importForms });
    },
  };
}
