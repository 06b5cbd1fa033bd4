export { day, instant, period, type Period } from './columns.ts';
export { openMunicipality, type Db, type Municipality, type Tx } from './municipality.ts';
export { transact, type Context, type Keys } from './transact.ts';
export { migrateAll, schemaOf } from './migrate.ts';
export { appLogin } from './roles.ts';
export { sqlState, isRetryable, violated } from './sql-state.ts';
export { once } from './once.ts';
export { idempotencyKeys, outbox } from './schema.ts';
export { promise, type Promised } from './promise.ts';
