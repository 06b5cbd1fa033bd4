import { router, staff } from '@tongxin/trpc';
import * as commands from './commands/index.ts';
import * as queries from './queries/index.ts';
import * as inputs from './rules/index.ts';

const office = staff(...inputs.orderers);
const keeper = staff(...inputs.menuKeepers);

export const outreachRouter = router({
  leads: router({
    list: office.input(inputs.ListLeads).query(({ ctx, input }) => queries.listLeads(ctx, input)),
    get: office.input(inputs.LeadOnly).query(({ ctx, input }) => queries.getLead(ctx, input)),
    open: office.input(inputs.OpenLead).mutation(({ ctx, input }) => commands.openLead(ctx, input)),
    followUp: office.input(inputs.FollowUp).mutation(({ ctx, input }) => commands.followUp(ctx, input)),
    land: office.input(inputs.EndLead).mutation(({ ctx, input }) => commands.landLead(ctx, input)),
    drop: office.input(inputs.EndLead).mutation(({ ctx, input }) => commands.dropLead(ctx, input)),
  }),
  menu: router({
    list: office.query(({ ctx }) => queries.listMenu(ctx)),
    add: keeper.input(inputs.AddOffer).mutation(({ ctx, input }) => commands.addOffer(ctx, input)),
    end: keeper.input(inputs.OneOffer).mutation(({ ctx, input }) => commands.endOffer(ctx, input)),
  }),
  orders: router({
    list: office.input(inputs.ListOrders).query(({ ctx, input }) => queries.listOrders(ctx, input)),
    get: office.input(inputs.OneOrder).query(({ ctx, input }) => queries.getOrder(ctx, input)),
    place: staff('host')
      .input(inputs.PlaceOrder)
      .mutation(({ ctx, input }) => commands.placeOrder(ctx, input)),
    date: keeper.input(inputs.DateOrder).mutation(({ ctx, input }) => commands.dateOrder(ctx, input)),
    changeDate: office.input(inputs.ChangeDate).mutation(({ ctx, input }) => commands.changeDate(ctx, input)),
    decline: keeper.input(inputs.EndOrder).mutation(({ ctx, input }) => commands.declineOrder(ctx, input)),
    tell: office.input(inputs.OneOrder).mutation(({ ctx, input }) => commands.tellDeclined(ctx, input)),
    serve: office.input(inputs.ServeOrder).mutation(({ ctx, input }) => commands.serveOrder(ctx, input)),
    callOff: office.input(inputs.EndOrder).mutation(({ ctx, input }) => commands.callOffOrder(ctx, input)),
  }),
});
