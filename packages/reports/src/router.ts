import { anyone, router, staff } from '@tongxin/trpc';
import {
  coverageGrid,
  coverageHalls,
  coverageTable,
  listSiteRecords,
  openNumber,
  quietStudios,
  reportTable,
  siteLog,
  siteStandard,
} from './queries/index.ts';
import {
  AskCoverage,
  AskSiteLog,
  AskTable,
  definitionsInForce,
  ListCoverage,
  ListSiteRecords,
  OneCounty,
  OneSite,
  OpenNumber,
} from './rules/index.ts';

const reader = staff('host', 'county_office', 'city_office', 'auditor');

export const reportsRouter = router({
  table: reader.input(AskTable).query(({ ctx, input }) => reportTable(ctx, input)),
  open: reader.input(OpenNumber).query(({ ctx, input }) => openNumber(ctx, input)),
  coverage: reader.input(AskCoverage).query(({ ctx, input }) => coverageTable(ctx, input)),
  coverageGrid: reader.input(AskCoverage).query(({ ctx, input }) => coverageGrid(ctx, input)),
  coverageHalls: reader.input(ListCoverage).query(({ ctx, input }) => coverageHalls(ctx, input)),
  /** What a site's logs of a year say of its four rules, for everybody. */
  siteLog: anyone.input(AskSiteLog).query(({ ctx, input }) => siteLog(ctx, input)),
  siteStandard: reader.input(OneSite).query(({ ctx, input }) => siteStandard(ctx, input)),
  siteRecords: reader.input(ListSiteRecords).query(({ ctx, input }) => listSiteRecords(ctx, input)),
  /** For a county's own office and nobody else. */
  quietStudios: staff('county_office')
    .input(OneCounty)
    .query(({ ctx, input }) => quietStudios(ctx, input)),
  definitions: reader.query(() => definitionsInForce),
});
