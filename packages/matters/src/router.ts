import { router, signedIn } from '@tongxin/trpc';
import { ListOpenItems, listOpenItems } from './queries/index.ts';

export const mattersRouter = router({
  openItems: signedIn.input(ListOpenItems).query(({ ctx, input }) => listOpenItems(ctx, input)),
});
