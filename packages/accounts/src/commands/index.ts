export { createAccount, disableAccount, enableAccount, setPhone } from './account.ts';
export { grantRole, revokeGrant } from './grant.ts';
export { changePassword, recordTotp, resetTotp, setPassword, spendTotp } from './proof.ts';
export { checkPassword, sendPhoneCode, takePhoneCode, type From } from './sign-in.ts';
export { sweepSignIns } from './sweep.ts';
