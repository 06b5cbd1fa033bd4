import { DivisionCode } from '@tongxin/divisions/rules';
import { router, staff } from '@tongxin/trpc';
import { z } from 'zod';
import {
  createOrganisation,
  endPost,
  renameOrganisation,
  savePost,
  saveTerm,
  saveTermSession,
} from './commands.ts';
import { browseOrganisations, describeOrganisation, listDepartments, listOrganisations } from './queries.ts';
import {
  BrowseOrganisations,
  EndPost,
  NewOrganisation,
  RenameOrganisation,
  SavePost,
  SaveTerm,
  SaveTermSession,
} from './rules.ts';

const keepers = staff('county_office', 'city_office', 'operator');
const offices = staff('host', 'county_office', 'city_office', 'auditor', 'operator');
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
  browse: offices.input(BrowseOrganisations).query(({ ctx, input }) => browseOrganisations(ctx, input)),
  describe: offices
    .input(z.strictObject({ id: z.uuid('organisations.id') }))
    .query(({ ctx, input }) => describeOrganisation(ctx, input.id)),
  rename: keepers.input(RenameOrganisation).mutation(({ ctx, input }) => renameOrganisation(ctx, input)),
  savePost: keepers.input(SavePost).mutation(({ ctx, input }) => savePost(ctx, input)),
  endPost: keepers.input(EndPost).mutation(({ ctx, input }) => endPost(ctx, input)),
  saveTerm: keepers.input(SaveTerm).mutation(({ ctx, input }) => saveTerm(ctx, input)),
  saveSession: keepers.input(SaveTermSession).mutation(({ ctx, input }) => saveTermSession(ctx, input)),
});
