import { router, staff } from '@tongxin/trpc';
import { coverageHalls, coverageTable, openNumber, reportTable } from './queries/index.ts';
import { AskCoverage, AskTable, definitionsInForce, ListCoverage, OpenNumber } from './rules/index.ts';

const reader = staff('host', 'county_office', 'city_office', 'auditor');

export const reportsRouter = router({
  table: reader.input(AskTable).query(({ ctx, input }) => reportTable(ctx, input)),
  open: reader.input(OpenNumber).query(({ ctx, input }) => openNumber(ctx, input)),
  coverage: reader.input(AskCoverage).query(({ ctx, input }) => coverageTable(ctx, input)),
  coverageHalls: reader.input(ListCoverage).query(({ ctx, input }) => coverageHalls(ctx, input)),
  definitions: reader.query(() => definitionsInForce),
});
