import { anyone, router, staff } from '@tongxin/trpc';
import { z } from 'zod';
import { addPlatform } from './commands.ts';
import { getPlatform, listPlatforms } from './queries.ts';
import { ListPlatforms, NewPlatform } from './rules.ts';

export const platformsRouter = router({
  list: anyone.input(ListPlatforms).query(({ ctx, input }) => listPlatforms(ctx, input)),
  get: anyone.input(z.strictObject({ id: z.uuid() })).query(({ ctx, input }) => getPlatform(ctx, input.id)),
  add: staff('host', 'county_office', 'city_office')
    .input(NewPlatform)
    .mutation(({ ctx, input }) => addPlatform(ctx, input)),
});
