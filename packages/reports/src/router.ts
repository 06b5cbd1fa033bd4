import { router, staff } from '@tongxin/trpc';
import { openNumber, reportTable } from './queries/index.ts';
import { AskTable, definitionsInForce, OpenNumber } from './rules/index.ts';

const reader = staff('host', 'county_office', 'city_office', 'auditor');

export const reportsRouter = router({
  table: reader.input(AskTable).query(({ ctx, input }) => reportTable(ctx, input)),
  open: reader.input(OpenNumber).query(({ ctx, input }) => openNumber(ctx, input)),
  definitions: reader.query(() => definitionsInForce),
});
