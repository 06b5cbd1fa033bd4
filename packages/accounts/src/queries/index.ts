export { findAccountByName, getAccount, holdsRole, listAccounts, listGrants } from './accounts.ts';
export { getMe } from './me.ts';
export { listOutgoingCodes } from './outbox.ts';
