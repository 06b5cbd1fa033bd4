import { anyone, router, staff } from '@tongxin/trpc';
import { z } from 'zod';
import * as commands from './commands/index.ts';
import * as queries from './queries/index.ts';
import * as rules from './rules/index.ts';

const ById = z.strictObject({ id: z.uuid() });

const keeper = staff('host', 'county_office', 'city_office');
const office = staff('county_office', 'city_office');
const cityOffice = staff('city_office');
const reader = staff('host', 'county_office', 'city_office', 'auditor');

export const platformsRouter = router({
  list: anyone.input(rules.ListPlatforms).query(({ ctx, input }) => queries.listPlatforms(ctx, input)),
  get: anyone.input(ById).query(({ ctx, input }) => queries.getPlatform(ctx, input.id)),
  ofMember: anyone.input(ById).query(({ ctx, input }) => queries.siteOfMember(ctx, input.id)),
  desk: reader.input(ById).query(({ ctx, input }) => queries.getDesk(ctx, input.id)),
  add: keeper.input(rules.NewPlatform).mutation(({ ctx, input }) => commands.addPlatform(ctx, input)),
  edit: keeper.input(rules.EditPlatform).mutation(({ ctx, input }) => commands.editPlatform(ctx, input)),
  addRole: keeper.input(rules.AddRole).mutation(({ ctx, input }) => commands.addRole(ctx, input)),
  endRole: keeper.input(rules.EndRole).mutation(({ ctx, input }) => commands.endRole(ctx, input)),
  reopen: keeper
    .input(rules.PlatformAndReason)
    .mutation(({ ctx, input }) => commands.reopenPlatform(ctx, input)),
  placements: reader
    .input(rules.ListPlacements)
    .query(({ ctx, input }) => queries.listPlacements(ctx, input)),
  unplaced: reader.input(rules.ListPlacements).query(({ ctx, input }) => queries.listUnplaced(ctx, input)),
  countPlacements: reader
    .input(rules.ListPlacements.pick({ divisionCode: true }))
    .query(({ ctx, input }) => queries.countPlacements(ctx, input)),
  place: office.input(rules.PlaceMember).mutation(({ ctx, input }) => commands.placeMember(ctx, input)),
  movePlacement: office
    .input(rules.MovePlacement)
    .mutation(({ ctx, input }) => commands.movePlacement(ctx, input)),
  endPlacement: office
    .input(rules.EndPlacement)
    .mutation(({ ctx, input }) => commands.endPlacement(ctx, input)),
  nominate: office.input(rules.Nominate).mutation(({ ctx, input }) => commands.nominate(ctx, input)),
  saveDemonstration: office
    .input(rules.SaveDemonstration)
    .mutation(({ ctx, input }) => commands.saveDemonstration(ctx, input)),
  activateDemonstration: cityOffice
    .input(rules.Activate)
    .mutation(({ ctx, input }) => commands.activateDemonstration(ctx, input)),
  reviewsDue: cityOffice.query(({ ctx }) => queries.listReviewsDue(ctx)),
  reviewDemonstration: cityOffice
    .input(rules.Review)
    .mutation(({ ctx, input }) => commands.reviewDemonstration(ctx, input)),
});
