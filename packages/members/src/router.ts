import { DivisionCode } from '@tongxin/divisions/rules';
import { anyone, router, signedIn, staff } from '@tongxin/trpc';
import { z } from 'zod';
import {
  addMember,
  addMembership,
  changeGroup,
  changeMember,
  changeMembership,
  createGroup,
  endGroup,
  endMembership,
  giveVillage,
  joinGroup,
  leaveGroup,
  linkAccount,
  renewCode,
  renewOwnCode,
  saveParticulars,
  setMinimum,
  takeVillage,
} from './commands/index.ts';
import {
  countBySector,
  countVillages,
  findMemberByAccount,
  getGroup,
  getMember,
  getParticulars,
  listGroups,
  listMembers,
  listVillages,
  memberBehindCode,
  memberOfVillage,
  minimumsFor,
} from './queries/index.ts';
import {
  AddMembership,
  ChangeGroup,
  ChangeMember,
  ChangeMembership,
  EndGroup,
  EndMembership,
  GiveVillage,
  InGroup,
  keepers,
  LinkAccount,
  ListGroups,
  ListMembers,
  ListMinimums,
  ListVillages,
  NewGroup,
  NewMember,
  readers,
  RenewCode,
  RenewOwnCode,
  SaveParticulars,
  SetMinimum,
  TakeVillage,
} from './rules/index.ts';

const reading = staff(...readers);
const keeping = staff(...keepers);
const One = z.strictObject({ id: z.uuid() });
const Village = z.strictObject({ villageCode: z.string().regex(/^\d{12}$/, 'members.village') });

const Behind = z.strictObject({ code: z.string().regex(/^[0-9A-Z]{6,20}$/, 'members.not_found') });

export const membersRouter = router({
  list: reading.input(ListMembers).query(({ ctx, input }) => listMembers(ctx, input)),
  bySector: reading
    .input(z.strictObject({ divisionCode: DivisionCode.optional() }))
    .query(({ ctx, input }) => countBySector(ctx, input)),
  get: reading.input(One).query(({ ctx, input }) => getMember(ctx, input.id)),
  /** Whom a public QR leads to, for everybody. */
  behindCode: anyone.input(Behind).query(({ ctx, input }) => memberBehindCode(ctx, input.code)),
  me: signedIn.query(({ ctx }) => findMemberByAccount(ctx, ctx.actor.accountId)),
  particulars: staff(...keepers, 'member')
    .input(One)
    .query(({ ctx, input }) => getParticulars(ctx, input.id)),
  add: keeping.input(NewMember).mutation(({ ctx, input }) => addMember(ctx, input)),
  change: keeping.input(ChangeMember).mutation(({ ctx, input }) => changeMember(ctx, input)),
  linkAccount: keeping.input(LinkAccount).mutation(({ ctx, input }) => linkAccount(ctx, input)),
  renewCode: keeping.input(RenewCode).mutation(({ ctx, input }) => renewCode(ctx, input)),
  renewOwnCode: staff('member')
    .input(RenewOwnCode)
    .mutation(({ ctx, input }) => renewOwnCode(ctx, input)),
  saveParticulars: keeping.input(SaveParticulars).mutation(({ ctx, input }) => saveParticulars(ctx, input)),
  addMembership: keeping.input(AddMembership).mutation(({ ctx, input }) => addMembership(ctx, input)),
  changeMembership: keeping
    .input(ChangeMembership)
    .mutation(({ ctx, input }) => changeMembership(ctx, input)),
  endMembership: keeping.input(EndMembership).mutation(({ ctx, input }) => endMembership(ctx, input)),
  groups: router({
    list: reading.input(ListGroups).query(({ ctx, input }) => listGroups(ctx, input)),
    get: reading.input(One).query(({ ctx, input }) => getGroup(ctx, input.id)),
    create: keeping.input(NewGroup).mutation(({ ctx, input }) => createGroup(ctx, input)),
    change: keeping.input(ChangeGroup).mutation(({ ctx, input }) => changeGroup(ctx, input)),
    end: keeping.input(EndGroup).mutation(({ ctx, input }) => endGroup(ctx, input)),
    join: keeping.input(InGroup).mutation(({ ctx, input }) => joinGroup(ctx, input)),
    leave: keeping.input(InGroup).mutation(({ ctx, input }) => leaveGroup(ctx, input)),
    minimums: reading.input(ListMinimums).query(({ ctx, input }) => minimumsFor(ctx, input)),
    setMinimum: keeping.input(SetMinimum).mutation(({ ctx, input }) => setMinimum(ctx, input)),
  }),
  villages: router({
    list: reading.input(ListVillages).query(({ ctx, input }) => listVillages(ctx, input)),
    count: reading
      .input(z.strictObject({ divisionCode: DivisionCode }))
      .query(({ ctx, input }) => countVillages(ctx, input.divisionCode)),
    /** “Your member”, for everybody. */
    member: anyone.input(Village).query(({ ctx, input }) => memberOfVillage(ctx, input.villageCode)),
    give: keeping.input(GiveVillage).mutation(({ ctx, input }) => giveVillage(ctx, input)),
    take: keeping.input(TakeVillage).mutation(({ ctx, input }) => takeVillage(ctx, input)),
  }),
});
