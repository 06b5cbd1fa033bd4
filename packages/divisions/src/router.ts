import { anyone, router } from '@tongxin/trpc';
import { z } from 'zod';
import { findPlaces, getDivision, listChildren, listCountiesAndTownships, listPath } from './queries.ts';
import { DivisionCode, FindPlaces } from './rules.ts';

export const divisionsRouter = router({
  children: anyone
    .input(z.strictObject({ parentCode: DivisionCode }))
    .query(({ ctx, input }) => listChildren(ctx, input.parentCode)),
  get: anyone
    .input(z.strictObject({ code: DivisionCode }))
    .query(({ ctx, input }) => getDivision(ctx, input.code)),
  path: anyone
    .input(z.strictObject({ code: DivisionCode }))
    .query(({ ctx, input }) => listPath(ctx, input.code)),
  find: anyone.input(FindPlaces).query(({ ctx, input }) => findPlaces(ctx, input.text)),
  countiesAndTownships: anyone.query(({ ctx }) => listCountiesAndTownships(ctx)),
});
