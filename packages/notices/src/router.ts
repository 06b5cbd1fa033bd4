import { router, signedIn } from '@tongxin/trpc';
import { markSeen } from './commands.ts';
import { listNotices } from './queries.ts';
import { ListNotices, NoticeIds } from './rules.ts';

export const noticesRouter = router({
  list: signedIn.input(ListNotices).query(({ ctx, input }) => listNotices(ctx, input)),
  seen: signedIn.input(NoticeIds).mutation(({ ctx, input }) => markSeen(ctx, input.ids)),
});
