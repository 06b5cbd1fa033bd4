import { router, staff } from '@tongxin/trpc';
import { z } from 'zod';
import { getImport, listImports, readReport } from './queries.ts';
import { ListImports, ReadReport, senders } from './rules.ts';

const sending = staff(...senders);

export const importsRouter = router({
  list: sending.input(ListImports).query(({ ctx, input }) => listImports(ctx, input)),
  get: sending.input(z.strictObject({ id: z.uuid() })).query(({ ctx, input }) => getImport(ctx, input.id)),
  report: sending.input(ReadReport).query(({ ctx, input }) => readReport(ctx, input)),
});
