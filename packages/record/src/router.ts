import { router, signedIn } from '@tongxin/trpc';
import * as queries from './queries/index.ts';
import * as inputs from './rules/index.ts';

export const recordRouter = router({
  summary: signedIn.input(inputs.RecordOf).query(({ ctx, input }) => queries.summariseRecord(ctx, input)),
  lines: signedIn.input(inputs.ListRecord).query(({ ctx, input }) => queries.listRecord(ctx, input)),
});
