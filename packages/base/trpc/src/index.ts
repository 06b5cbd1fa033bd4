export { anyone, resident, router, signedIn, staff, callerFactory, type Knocker } from './procedures.ts';
export type { RequestContext } from './procedures.ts';
export { readRefusal, type Refusal } from './refusal.ts';
