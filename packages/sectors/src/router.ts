import { anyone, router } from '@tongxin/trpc';
import { listSectors } from './queries.ts';

export const sectorsRouter = router({
  list: anyone.query(({ ctx }) => listSectors(ctx)),
});
