import { router, signedIn, staff } from '@tongxin/trpc';
import * as commands from './commands/index.ts';
import * as queries from './queries/index.ts';
import * as inputs from './rules/index.ts';

const reader = staff(...inputs.owedReaders);
const writer = staff(...inputs.lineWriters);
const inviter = staff(...inputs.inviters);

export const recordRouter = router({
  summary: signedIn.input(inputs.RecordOf).query(({ ctx, input }) => queries.summariseRecord(ctx, input)),
  myGroups: signedIn.query(({ ctx }) => queries.myGroups(ctx)),
  group: signedIn.input(inputs.GroupYear).query(({ ctx, input }) => queries.groupYear(ctx, input)),
  owed: reader.input(inputs.ListOwed).query(({ ctx, input }) => queries.listOwed(ctx, input)),
  countOwed: reader.input(inputs.CountOwed).query(({ ctx, input }) => queries.countOwed(ctx, input)),
  training: inviter.input(inputs.TrainingOf).query(({ ctx, input }) => queries.trainingCoverage(ctx, input)),
  untrained: inviter.input(inputs.ListUntrained).query(({ ctx, input }) => queries.listUntrained(ctx, input)),
  quietByCommittee: inviter
    .input(inputs.QuietIn)
    .query(({ ctx, input }) => queries.quietByCommittee(ctx, input)),
  quiet: inviter.input(inputs.ListQuiet).query(({ ctx, input }) => queries.listQuiet(ctx, input)),
  object: signedIn.input(inputs.ObjectToLine).mutation(({ ctx, input }) => commands.objectToLine(ctx, input)),
  objection: writer.input(inputs.OneObjection).query(({ ctx, input }) => queries.getObjection(ctx, input)),
  correctLine: writer
    .input(inputs.CorrectLine)
    .mutation(({ ctx, input }) => commands.correctLine(ctx, input)),
  explainLine: writer
    .input(inputs.ExplainLine)
    .mutation(({ ctx, input }) => commands.explainLine(ctx, input)),
  lines: signedIn.input(inputs.ListRecord).query(({ ctx, input }) => queries.listRecord(ctx, input)),
});
