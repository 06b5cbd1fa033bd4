export * from './decisions.ts';
export * from './history.ts';
export * from './hours.ts';
export * from './inputs.ts';
export * from './refusals.ts';
export * from './roles.ts';
