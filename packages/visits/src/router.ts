import { router, signedIn, staff } from '@tongxin/trpc';
import * as commands from './commands/index.ts';
import * as queries from './queries/index.ts';
import * as inputs from './rules/index.ts';

const visitor = staff(...inputs.visitors);

export const visitsRouter = router({
  // For members, about visits to themselves.
  mine: signedIn.input(inputs.ListMine).query(({ ctx, input }) => queries.myVisits(ctx, input)),
  askAgain: signedIn.input(inputs.AskAgain).mutation(({ ctx, input }) => commands.askAgain(ctx, input)),

  // For the offices of committees.
  list: visitor.input(inputs.ListVisits).query(({ ctx, input }) => queries.listVisits(ctx, input)),
  get: visitor.input(inputs.One).query(({ ctx, input }) => queries.getVisit(ctx, input)),
  note: visitor.input(inputs.One).query(({ ctx, input }) => queries.readNote(ctx, input)),
  plan: visitor.input(inputs.PlanVisit).mutation(({ ctx, input }) => commands.planVisit(ctx, input)),
  reschedule: visitor
    .input(inputs.Reschedule)
    .mutation(({ ctx, input }) => commands.rescheduleVisit(ctx, input)),
  record: visitor.input(inputs.RecordVisit).mutation(({ ctx, input }) => commands.recordVisit(ctx, input)),
  writeNote: visitor.input(inputs.WriteNote).mutation(({ ctx, input }) => commands.writeNote(ctx, input)),
  answer: visitor.input(inputs.AnswerAsk).mutation(({ ctx, input }) => commands.answerAsk(ctx, input)),
  close: visitor.input(inputs.One).mutation(({ ctx, input }) => commands.closeVisit(ctx, input)),
  cancel: visitor.input(inputs.WithReason).mutation(({ ctx, input }) => commands.cancelVisit(ctx, input)),
});
