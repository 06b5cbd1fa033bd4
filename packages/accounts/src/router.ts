import { anyone, router, signedIn, staff } from '@tongxin/trpc';
import { z } from 'zod';
import {
  changePassword,
  createAccount,
  disableAccount,
  enableAccount,
  grantRole,
  resetTotp,
  revokeGrant,
  setPassword,
  setPhone,
} from './commands/index.ts';
import { getAccount, getMe, listAccounts, listOutgoingCodes } from './queries/index.ts';
import {
  AboutAccount,
  AccountId,
  ChangePassword,
  CreateAccount,
  GrantRole,
  keepers,
  ListAccounts,
  readers,
  RevokeGrant,
  SetPassword,
  SetPhone,
} from './rules/index.ts';

const keeper = staff(...keepers);
const reader = staff(...readers);

export const accountsRouter = router({
  me: anyone.query(({ ctx }) => getMe(ctx, ctx.house)),
  outbox: anyone.query(({ ctx }) => listOutgoingCodes(ctx, ctx.house)),
  changePassword: signedIn.input(ChangePassword).mutation(({ ctx, input }) => changePassword(ctx, input)),
  list: reader.input(ListAccounts).query(({ ctx, input }) => listAccounts(ctx, input)),
  get: reader
    .input(z.strictObject({ accountId: AccountId }))
    .query(({ ctx, input }) => getAccount(ctx, input.accountId)),
  create: keeper.input(CreateAccount).mutation(({ ctx, input }) => createAccount(ctx, input)),
  grant: keeper.input(GrantRole).mutation(({ ctx, input }) => grantRole(ctx, input)),
  revoke: keeper.input(RevokeGrant).mutation(({ ctx, input }) => revokeGrant(ctx, input)),
  setPassword: keeper.input(SetPassword).mutation(({ ctx, input }) => setPassword(ctx, input)),
  setPhone: keeper.input(SetPhone).mutation(({ ctx, input }) => setPhone(ctx, input)),
  resetTotp: keeper.input(AboutAccount).mutation(({ ctx, input }) => resetTotp(ctx, input)),
  disable: keeper.input(AboutAccount).mutation(({ ctx, input }) => disableAccount(ctx, input)),
  enable: keeper.input(AboutAccount).mutation(({ ctx, input }) => enableAccount(ctx, input)),
});
