import { DivisionCode } from '@tongxin/divisions/rules';
import { router, staff } from '@tongxin/trpc';
import { z } from 'zod';
import { createOrganisation } from './commands.ts';
import { listDepartments, listOrganisations } from './queries.ts';
import { NewOrganisation } from './rules.ts';

// A member looks up whom to turn to.
const readers = staff('host', 'county_office', 'city_office', 'member', 'auditor', 'operator');

export const organisationsRouter = router({
  list: readers
    .input(z.strictObject({ divisionCode: DivisionCode }))
    .query(({ ctx, input }) => listOrganisations(ctx, input.divisionCode)),
  // A department that is not the right one names the one that is.
  departments: staff('host', 'county_office', 'city_office', 'auditor', 'operator', 'department_clerk')
    .input(z.strictObject({ divisionCodes: z.array(DivisionCode).min(1).max(4) }))
    .query(({ ctx, input }) => listDepartments(ctx, input.divisionCodes)),
  create: staff('city_office', 'operator')
    .input(NewOrganisation)
    .mutation(({ ctx, input }) => createOrganisation(ctx, input)),
});
