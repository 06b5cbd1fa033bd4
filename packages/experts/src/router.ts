import { router, signedIn, staff } from '@tongxin/trpc';
import * as commands from './commands/index.ts';
import * as queries from './queries/index.ts';
import * as inputs from './rules/index.ts';

const requester = staff(...inputs.requesters);
const matcher = staff(...inputs.matchers);

const teams = router({
  list: requester.input(inputs.ListTeams).query(({ ctx, input }) => queries.listTeams(ctx, input)),
  get: requester.input(inputs.OneTeam).query(({ ctx, input }) => queries.getTeam(ctx, input)),
  make: matcher.input(inputs.MakeTeam).mutation(({ ctx, input }) => commands.makeTeam(ctx, input)),
  add: matcher.input(inputs.AddExpert).mutation(({ ctx, input }) => commands.addExpert(ctx, input)),
  lead: matcher.input(inputs.OnePerson).mutation(({ ctx, input }) => commands.leadTeam(ctx, input)),
  remove: matcher.input(inputs.OnePerson).mutation(({ ctx, input }) => commands.removeExpert(ctx, input)),
  end: matcher.input(inputs.OneTeam).mutation(({ ctx, input }) => commands.endTeam(ctx, input)),
});

export const expertsRouter = router({
  teams,

  // For members, about what they are asked.
  mine: signedIn.input(inputs.ListMine).query(({ ctx, input }) => queries.myRequests(ctx, input)),

  // The expert themselves, or an office that writes down what they said.
  accept: signedIn.input(inputs.Accept).mutation(({ ctx, input }) => commands.acceptRequest(ctx, input)),
  decline: signedIn
    .input(inputs.WithReason)
    .mutation(({ ctx, input }) => commands.declineRequest(ctx, input)),
  reschedule: signedIn
    .input(inputs.Reschedule)
    .mutation(({ ctx, input }) => commands.rescheduleVisit(ctx, input)),
  advise: signedIn.input(inputs.Advise).mutation(({ ctx, input }) => commands.adviseOn(ctx, input)),

  // For halls and offices.
  list: requester.input(inputs.ListRequests).query(({ ctx, input }) => queries.listRequests(ctx, input)),
  get: requester.input(inputs.One).query(({ ctx, input }) => queries.getRequest(ctx, input)),
  candidates: matcher.input(inputs.One).query(({ ctx, input }) => queries.listCandidates(ctx, input)),
  request: requester
    .input(inputs.RequestExpert)
    .mutation(({ ctx, input }) => commands.requestExpert(ctx, input)),
  match: matcher.input(inputs.Match).mutation(({ ctx, input }) => commands.matchExpert(ctx, input)),
  tellUse: requester.input(inputs.TellUse).mutation(({ ctx, input }) => commands.tellUse(ctx, input)),
  thank: requester.input(inputs.Thank).mutation(({ ctx, input }) => commands.thankExpert(ctx, input)),
  withdraw: requester
    .input(inputs.WithReason)
    .mutation(({ ctx, input }) => commands.withdrawRequest(ctx, input)),
  refuse: matcher.input(inputs.WithReason).mutation(({ ctx, input }) => commands.refuseRequest(ctx, input)),
});
