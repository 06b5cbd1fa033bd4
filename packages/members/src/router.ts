import { router, signedIn, staff } from '@tongxin/trpc';
import { addMember } from './commands.ts';
import { findMemberByAccount, listMembers } from './queries.ts';
import { ListMembers, NewMember, readers } from './rules.ts';

export const membersRouter = router({
  list: staff(...readers)
    .input(ListMembers)
    .query(({ ctx, input }) => listMembers(ctx, input)),
  me: signedIn.query(({ ctx }) => findMemberByAccount(ctx, ctx.actor.accountId)),
  add: staff('county_office', 'city_office')
    .input(NewMember)
    .mutation(({ ctx, input }) => addMember(ctx, input)),
});
