import { anyone, router, signedIn, staff } from '@tongxin/trpc';
import { PlatformAndReason } from '@tongxin/platforms/rules';
import * as commands from './commands/index.ts';
import * as queries from './queries/index.ts';
import * as inputs from './rules/index.ts';

const planner = staff(...inputs.planners);
const reader = staff(...inputs.boardReaders);
const receiver = staff(...inputs.receivers);

export const rotasRouter = router({
  // For everybody: who is there when, by name and role.
  next: anyone.input(inputs.NextTurns).query(({ ctx, input }) => queries.nextTurns(ctx, input)),

  // For members, about their own turns.
  mine: signedIn.input(inputs.ListMine).query(({ ctx, input }) => queries.myTurns(ctx, input)),
  mySwaps: signedIn.query(({ ctx }) => queries.mySwaps(ctx)),
  partners: signedIn.input(inputs.One).query(({ ctx, input }) => queries.swapPartners(ctx, input)),
  askSwap: signedIn.input(inputs.AskSwap).mutation(({ ctx, input }) => commands.askSwap(ctx, input)),
  answerSwap: signedIn.input(inputs.AnswerSwap).mutation(({ ctx, input }) => commands.answerSwap(ctx, input)),
  withdrawSwap: signedIn
    .input(inputs.WithdrawSwap)
    .mutation(({ ctx, input }) => commands.withdrawSwap(ctx, input)),

  // For the site's host and the offices above.
  board: reader.input(inputs.Board).query(({ ctx, input }) => queries.board(ctx, input)),
  ofSite: reader.input(inputs.NextTurns).query(({ ctx, input }) => queries.rotasOf(ctx, input)),
  list: reader.input(inputs.ListTurns).query(({ ctx, input }) => queries.listTurns(ctx, input)),
  get: reader.input(inputs.One).query(({ ctx, input }) => queries.getTurn(ctx, input)),
  candidates: reader.input(inputs.One).query(({ ctx, input }) => queries.candidates(ctx, input)),
  preview: planner.input(inputs.PreviewRota).query(({ ctx, input }) => queries.previewRota(ctx, input)),
  make: planner.input(inputs.MakeRota).mutation(({ ctx, input }) => commands.makeRota(ctx, input)),
  publish: planner.input(inputs.One).mutation(({ ctx, input }) => commands.publishRota(ctx, input)),
  end: planner.input(inputs.WithReason).mutation(({ ctx, input }) => commands.endRota(ctx, input)),
  staff: planner.input(inputs.Staff).mutation(({ ctx, input }) => commands.staffTurn(ctx, input)),
  cover: planner.input(inputs.Cover).mutation(({ ctx, input }) => commands.coverTurn(ctx, input)),
  vacate: planner.input(inputs.WithReason).mutation(({ ctx, input }) => commands.vacateTurn(ctx, input)),
  log: planner.input(inputs.One).mutation(({ ctx, input }) => commands.logTurn(ctx, input)),
  miss: planner.input(inputs.WithReason).mutation(({ ctx, input }) => commands.missTurn(ctx, input)),
  correct: planner.input(inputs.Correct).mutation(({ ctx, input }) => commands.correctTurn(ctx, input)),
  cancel: planner.input(inputs.WithReason).mutation(({ ctx, input }) => commands.cancelTurn(ctx, input)),
  // Sites are kept below; only closing one has to know who is expected there.
  closeSite: planner.input(PlatformAndReason).mutation(({ ctx, input }) => commands.closeSite(ctx, input)),

  // A visitor: with a matter at a desk, or for advice from whoever is on duty.
  receiveIssue: receiver
    .input(inputs.ReceiveIssue)
    .mutation(({ ctx, input }) => commands.receiveIssue(ctx, input)),
  /** What desks lock to that have no network, and what they send when it is back. */
  deskKey: receiver.query(({ ctx }) => commands.deskKey(ctx)),
  receiveParcel: receiver
    .input(inputs.ReceiveParcel)
    .mutation(({ ctx, input }) => commands.receiveParcel(ctx, input)),
  receiveThroughMember: staff('member')
    .input(inputs.ReceiveThroughMember)
    .mutation(({ ctx, input }) => commands.receiveThroughMember(ctx, input)),
  receiveAdvice: signedIn
    .input(inputs.ReceiveAdvice)
    .mutation(({ ctx, input }) => commands.receiveAdvice(ctx, input)),
});
