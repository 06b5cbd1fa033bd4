export { anyone, resident, router, signedIn, staff, callerFactory, type Knocker } from './procedures.ts';
export type { Installation, RequestContext } from './procedures.ts';
export { readRefusal, type Refusal } from './refusal.ts';
