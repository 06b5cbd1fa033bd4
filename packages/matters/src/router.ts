import { router, signedIn, staff } from '@tongxin/trpc';
import { z } from 'zod';
import {
  FindHistory,
  findHistory,
  ListOpenItems,
  listOpenItems,
  readingReaders,
  readingsOf,
  sealStanding,
} from './queries/index.ts';

const office = staff(...readingReaders);
const auditor = staff('auditor');

export const mattersRouter = router({
  openItems: signedIn.input(ListOpenItems).query(({ ctx, input }) => listOpenItems(ctx, input)),
  readings: office
    .input(z.strictObject({ id: z.uuid('matters.not_found') }))
    .query(({ ctx, input }) => readingsOf(ctx, input)),
  history: auditor.input(FindHistory).query(({ ctx, input }) => findHistory(ctx, input)),
  seals: auditor.query(({ ctx }) => sealStanding(ctx)),
});
